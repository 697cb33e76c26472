package io.github.containerversions.versions.site.python;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * Walks the statements of a module and keeps track of the block that each stands in (Python
 * reference, chapter 8 "Compound statements").
 *
 * <p>Whether they are sound statements is left to Python. Only where the indentation does not say
 * which block a line belongs to, or a merge is not finished, is the text refused.
 */
final class ModuleWalk {
  private static final Set<String> COMPOUND =
      Set.of(
          "if", "elif", "else", "while", "for", "try", "except", "finally", "with", "def", "class");
  private static final List<String> MERGE_MARKS = List.of("<<", "|", "==", ">>");

  private final Tokens tokens;
  private final StatementBinder bindings;
  private final ArrayDeque<Block> blocks = new ArrayDeque<>();

  ModuleWalk(Tokens tokens, ModuleNames names) {
    this.tokens = tokens;
    this.bindings = new StatementBinder(tokens, names);
  }

  void run() throws PythonSyntaxException {
    blocks.push(Block.of(""));
    int at = 0;
    while (tokens.kind(at) != TokenKind.END) {
      switch (tokens.kind(at)) {
        case INDENT -> throw error(at, "the indentation is unexpected");
        case DEDENT -> {
          blocks.pop();
          at++;
        }
        default -> at = line(at);
      }
    }
  }

  /** Takes a logical line and, where it opens a block, the indentation after it. */
  private int line(int from) throws PythonSyntaxException {
    if (tokens.isAny(from, MERGE_MARKS)) {
      throw error(from, tokens.snippet(from, from + 1) + " is unexpected here");
    }
    int end = from;
    while (tokens.kind(end) != TokenKind.NEWLINE) {
      end++;
    }
    Block block = blocks.element();
    int start = tokens.is(from, "async") ? from + 1 : from;
    int colon = tokens.find(":", start, end);
    String keyword = colon < end ? keyword(start, end, block) : "";
    if (keyword.isEmpty()) {
      statements(new TextRange(from, end), block);
      return end + 1;
    }
    bindings.head(keyword, new TextRange(start, colon), block);
    boolean owner = keyword.equals("def") || keyword.equals("class");
    Block body =
        owner
            ? Block.of(keyword + " " + tokens.snippet(start + 1, start + 2))
            : block.under(keyword);
    if (colon + 1 < end) {
      statements(new TextRange(colon + 1, end), body);
      return end + 1;
    }
    if (tokens.kind(end + 1) != TokenKind.INDENT) {
      throw error(colon, "an indented block is missing after " + keyword);
    }
    blocks.push(body);
    return end + 2;
  }

  /**
   * The keyword of the compound statement that a line begins; empty for other lines. In a line of
   * their own, {@code match} and {@code case} are names.
   */
  private String keyword(int start, int end, Block block) {
    boolean opensBlock = tokens.is(end - 1, ":") && tokens.kind(end + 1) == TokenKind.INDENT;
    boolean soft =
        (tokens.is(start, "match") && opensBlock)
            || (tokens.is(start, "case") && block.under().equals("match"));
    return soft || (tokens.isName(start) && COMPOUND.contains(tokens.name(start)))
        ? tokens.name(start)
        : "";
  }

  private void statements(TextRange line, Block where) {
    for (TextRange statement : tokens.split(line, ";")) {
      if (!statement.isEmpty()) {
        bindings.statement(statement, where);
      }
    }
  }

  private PythonSyntaxException error(int at, String message) {
    return new PythonSyntaxException(tokens.start(at), tokens.end(at), message);
  }
}
