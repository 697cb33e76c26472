package io.github.containerversions.versions.site.python;

import java.util.ArrayDeque;
import java.util.Set;

/**
 * Walks the statements of a module and keeps track of the block that each stands in (Python
 * reference, chapter 8 "Compound statements").
 */
final class ModuleWalk {
  private static final Set<String> COMPOUND =
      Set.of(
          "if", "elif", "else", "while", "for", "try", "except", "finally", "with", "def", "class");

  private static final Set<String> ASYNCHRONOUS = Set.of("def", "for", "with");

  private final Tokens tokens;
  private final StatementBinder bindings;
  private final GrammarCheck grammar;
  private final ArrayDeque<Block> blocks = new ArrayDeque<>();
  private final Clauses clauses;

  ModuleWalk(Tokens tokens, ModuleNames constants) {
    this.tokens = tokens;
    this.bindings = new StatementBinder(tokens, constants);
    this.grammar = new GrammarCheck(tokens);
    this.clauses = new Clauses(tokens);
  }

  void run() throws PythonSyntaxException {
    blocks.push(Block.module());
    int at = 0;
    while (tokens.kind(at) != TokenKind.END) {
      switch (tokens.kind(at)) {
        case INDENT -> throw error(at, "the indentation is unexpected");
        case DEDENT -> {
          blocks.pop();
          clauses.closeBlock(at);
          at++;
        }
        default -> at = line(at);
      }
    }
    clauses.closeBlock(at);
  }

  /** Takes a logical line and, where it opens a block, the indentation after it. */
  private int line(int from) throws PythonSyntaxException {
    int end = from;
    while (tokens.kind(end) != TokenKind.NEWLINE) {
      end++;
    }
    Block block = blocks.element();
    int start = tokens.is(from, "async") ? from + 1 : from;
    String keyword = keyword(start, end, block);
    clauses.accept(keyword, start);
    boolean asynchronous = start > from;
    if (keyword.isEmpty() || (asynchronous && !ASYNCHRONOUS.contains(keyword))) {
      statements(new TextRange(from, end), block);
      return end + 1;
    }
    int colon = tokens.find(":", start, end);
    if (colon == end) {
      throw error(end, "a colon is missing after " + keyword);
    }
    grammar.checkHead(keyword, new TextRange(start, colon));
    bindings.head(keyword, new TextRange(start, colon), block);
    Block body = body(keyword, start, block);
    if (colon + 1 < end) {
      statements(new TextRange(colon + 1, end), body);
      return end + 1;
    }
    if (tokens.kind(end + 1) != TokenKind.INDENT) {
      throw error(colon, "an indented block is missing after " + keyword);
    }
    blocks.push(body);
    clauses.openBlock();
    return end + 2;
  }

  /** The keyword of the compound statement that a line begins; empty for other lines. */
  private String keyword(int start, int end, Block block) throws PythonSyntaxException {
    if (block.holdsCases()) {
      if (!tokens.is(start, "case")) {
        throw error(start, "case is missing in a match statement");
      }
      return "case";
    }
    boolean match =
        tokens.is(start, "match")
            && end - start > 2
            && tokens.is(end - 1, ":")
            && tokens.kind(end + 1) == TokenKind.INDENT;
    if (match) {
      return "match";
    }
    return tokens.isName(start) && COMPOUND.contains(tokens.name(start)) ? tokens.name(start) : "";
  }

  private Block body(String keyword, int start, Block outer) {
    return switch (keyword) {
      case "def", "class" ->
          new Block(new Scope(keyword + " " + tokens.snippet(start + 1, start + 2)), "", false);
      default -> new Block(outer.scope(), keyword, keyword.equals("match"));
    };
  }

  private void statements(TextRange line, Block where) throws PythonSyntaxException {
    for (TextRange statement : tokens.split(line, ";")) {
      grammar.checkStatement(statement);
      if (tokens.is(statement.from(), "return") && !where.scope().isFunction()) {
        throw error(statement.from(), "return outside a function");
      }
      bindings.statement(statement, where);
    }
  }

  private PythonSyntaxException error(int at, String message) {
    return new PythonSyntaxException(tokens.start(at), tokens.end(at), message);
  }
}
