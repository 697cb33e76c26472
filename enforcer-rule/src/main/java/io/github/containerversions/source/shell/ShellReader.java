package io.github.containerversions.source.shell;

import io.github.containerversions.model.workflow.Piece;
import io.github.containerversions.model.workflow.Positions;
import io.github.containerversions.model.workflow.Script;
import io.github.containerversions.model.workflow.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into simple commands and their words (POSIX.1-2024, Shell Command Language, 2.2
 * to 2.10, and what bash adds to it), with the expressions of Actions kept whole.
 *
 * <p>One pass from left to right; a substitution is read where it stands, so the time is linear.
 */
public final class ShellReader {

  /** Deeper nesting of substitutions than any script has; keeps the stack shallow. */
  private static final int DEEPEST = 60;

  private static final int LONGEST_COMPUTED = 400;

  private static final Set<String> BEFORE_A_COMMAND =
      Set.of("if", "then", "elif", "else", "do", "while", "until", "!", "{", "time");

  private final String text;
  private final Positions positions;
  private final List<Draft> commands = new ArrayList<>();
  private final List<Heredoc> heredocs = new ArrayList<>();
  private int at;
  private int limit;
  private int depth;
  private boolean complete = true;
  private int expressionEnd; // the first one from there on; kept, so that none is sought twice

  /** A here-document whose body is still to come. */
  private record Heredoc(Draft reader, String delimiter, boolean quoted, boolean stripsTabs) {}

  private ShellReader(String text, Positions positions) {
    this.text = text;
    this.positions = positions;
    this.limit = text.length();
  }

  /** Never fails: what does not end goes to the end of the script, which then is not complete. */
  public static Script read(String script, Positions positions) {
    ShellReader reader = new ShellReader(script, positions);
    reader.commands(false);
    return new Script(
        reader.commands.stream().map(Draft::command).toList(),
        reader.complete && reader.heredocs.isEmpty());
  }

  /**
   * Reads a value of a workflow that no shell sees: text, and expressions of Actions.
   *
   * @param value the whole value
   */
  public static Word value(String value, Positions positions) {
    ShellReader reader = new ShellReader(value, positions);
    Pieces pieces = new Pieces();
    while (reader.at < reader.limit) {
      if (!reader.looksAt("${{") || !reader.expression(pieces)) {
        reader.plain(pieces);
      }
    }
    return new Word(pieces.all(), 0, value.length(), positions);
  }

  /** Reads commands up to the limit, or to the parenthesis that ends a substitution. */
  private void commands(boolean inParentheses) {
    Draft draft = new Draft();
    @Nullable Draft feeder = null;
    int cases = 0;
    while (true) {
      skipBlanks();
      char c = peek(0);
      boolean ends = at >= limit || c == '\n' || c == ';' || c == '(' || c == ')' || c == '|';
      if (ends || (c == '&' && peek(1) != '>')) {
        boolean pipe = c == '|' && peek(1) != '|' && at < limit;
        if (!draft.isEmpty()) {
          draft.feeder = feeder;
          commands.add(draft);
          feeder = pipe ? draft : null;
          draft = new Draft();
        }
        if (at >= limit) {
          complete &= !inParentheses;
          return;
        }
        if (c == '(' && peek(1) == '(') {
          skipArithmetic();
          continue;
        }
        at += c == '|' && (peek(1) == '|' || peek(1) == '&') ? 2 : 1;
        if (c == '\n') {
          readHeredocs();
        } else if (c == ')' && inParentheses && cases == 0) {
          return;
        }
      } else if (c == '#') {
        skipLine();
      } else if (c == '<' || c == '>' || c == '&') {
        redirection(draft);
      } else {
        int change = word(draft);
        cases = Math.max(0, cases + change);
      }
    }
  }

  /** Reads a word of a command; answers how many more patterns of {@code case} may follow. */
  private int word(Draft draft) {
    Word word = word();
    if ((peek(0) == '<' || peek(0) == '>') && isNumber(word)) {
      return 0; // the number of a file descriptor
    }
    if (draft.isEmpty()) {
      String name = word.text().orElse("");
      if (BEFORE_A_COMMAND.contains(name)) {
        return 0;
      }
      draft.add(word);
      return name.equals("case") ? 1 : name.equals("esac") ? -1 : 0;
    }
    draft.add(word);
    return 0;
  }

  private static boolean isNumber(Word word) {
    return word.text()
        .filter(it -> !it.isEmpty() && it.length() < 4 && it.chars().allMatch(Character::isDigit))
        .isPresent();
  }

  private void redirection(Draft draft) {
    boolean writes = peek(0) != '<';
    if (peek(1) == '(') {
      Pieces pieces = new Pieces();
      int start = at;
      substitution(pieces, 2);
      draft.add(new Word(pieces.all(), start, at, positions));
    } else if (looksAt("<<<")) {
      at += 3;
      skipBlanks();
      draft.input.add(word());
    } else if (looksAt("<<")) {
      boolean stripsTabs = peek(2) == '-';
      at += stripsTabs ? 3 : 2;
      skipBlanks();
      int start = at;
      String delimiter = word().text().orElse(text.substring(start, at));
      boolean quoted = at - start != delimiter.length();
      heredocs.add(new Heredoc(draft, delimiter, quoted, stripsTabs));
    } else {
      while (at < limit && "<>&|".indexOf(peek(0)) >= 0) {
        at++;
      }
      skipBlanks();
      Word target = word();
      if (writes) {
        draft.outputs.add(target);
      }
    }
  }

  private void readHeredocs() {
    List<Heredoc> begun = List.copyOf(heredocs);
    heredocs.clear();
    for (Heredoc heredoc : begun) {
      int start = at;
      int end = limit;
      boolean found = false;
      while (!found && at < limit) {
        int line = at;
        while (heredoc.stripsTabs() && peek(0) == '\t') {
          at++;
        }
        int first = at;
        skipLine();
        found =
            at - first == heredoc.delimiter().length()
                && text.startsWith(heredoc.delimiter(), first);
        end = found ? line : end;
        at = Math.min(limit, at + 1);
      }
      complete &= found;
      int next = at;
      heredoc.reader().input.add(body(start, end, heredoc.quoted()));
      at = next;
    }
  }

  private Word body(int start, int end, boolean quoted) {
    Pieces pieces = new Pieces();
    int outer = limit;
    at = start;
    limit = end;
    while (at < limit) {
      if (quoted) {
        plain(pieces);
      } else {
        quotedCharacter(pieces);
      }
    }
    limit = outer;
    return new Word(pieces.all(), start, end, positions);
  }

  private Word word() {
    Pieces pieces = new Pieces();
    int start = at;
    while (at < limit && " \t\n;&|<>()".indexOf(peek(0)) < 0) {
      switch (peek(0)) {
        case '\\' -> escaped(pieces, true);
        case '\'' -> singleQuoted(pieces, false);
        case '"' -> doubleQuoted(pieces);
        case '`' -> backquoted(pieces);
        case '$' -> {
          if (peek(1) == '\'') {
            at++;
            singleQuoted(pieces, true);
          } else if (peek(1) == '"') {
            at++;
          } else {
            dollar(pieces, false);
          }
        }
        default -> plain(pieces);
      }
    }
    return new Word(pieces.all(), start, at, positions);
  }

  private void plain(Pieces pieces) {
    pieces.text(text.charAt(at), at, at + 1);
    at++;
  }

  /** A backslash: before a line's end it is nothing, else it keeps the next character. */
  private void escaped(Pieces pieces, boolean always) {
    if (at + 1 >= limit) {
      plain(pieces);
    } else if (peek(1) == '\n') {
      at += 2;
    } else if (always || "$`\"\\".indexOf(peek(1)) >= 0) {
      pieces.text(peek(1), at, at + 2);
      at += 2;
    } else {
      plain(pieces);
    }
  }

  private void singleQuoted(Pieces pieces, boolean withEscapes) {
    at++;
    while (at < limit && peek(0) != '\'') {
      if (looksAt("${{") && expression(pieces)) {
        continue; // replaced before the shell sees its quotes
      }
      if (withEscapes && peek(0) == '\\') {
        escaped(pieces, true);
      } else {
        plain(pieces);
      }
    }
    closeQuote();
  }

  private void doubleQuoted(Pieces pieces) {
    at++;
    while (at < limit && peek(0) != '"') {
      quotedCharacter(pieces);
    }
    closeQuote();
  }

  private void closeQuote() {
    complete &= at < limit;
    at = Math.min(limit, at + 1);
  }

  private void quotedCharacter(Pieces pieces) {
    switch (peek(0)) {
      case '\\' -> escaped(pieces, false);
      case '$' -> dollar(pieces, true);
      case '`' -> backquoted(pieces);
      default -> plain(pieces);
    }
  }

  private void dollar(Pieces pieces, boolean quoted) {
    if (looksAt("${{") && expression(pieces)) {
      return;
    }
    int start = at;
    if (looksAt("$((")) {
      at++;
      skipArithmetic();
      computed(pieces, start);
    } else if (peek(1) == '(') {
      substitution(pieces, 2);
    } else if (peek(1) == '{') {
      parameter(pieces, quoted);
    } else if (at + 1 < limit && Draft.isNamePart(peek(1), 0)) {
      at += 2;
      while (at < limit && Draft.isNamePart(peek(0), 1)) {
        at++;
      }
      pieces.add(new Piece.Variable(text.substring(start + 1, at), start, at));
    } else if (at + 1 < limit && "0123456789@*#?$!-".indexOf(peek(1)) >= 0) {
      at += 2;
      pieces.add(new Piece.Variable(text.substring(start + 1, at), start, at));
    } else {
      plain(pieces);
    }
  }

  /** An expression of Actions; false where it does not end. */
  private boolean expression(Pieces pieces) {
    if (expressionEnd < at + 3) {
      int found = text.indexOf("}}", at + 3);
      expressionEnd = found < 0 ? Integer.MAX_VALUE - 2 : found;
    }
    int end = expressionEnd;
    if (end + 2 > limit) {
      return false;
    }
    pieces.add(new Piece.Expression(text.substring(at + 3, end).strip(), at, end + 2));
    at = end + 2;
    return true;
  }

  /** {@code ${name}} and its forms with operators; words after an operator may run commands. */
  private void parameter(Pieces pieces, boolean quoted) {
    int start = at;
    at += 2;
    while (at < limit && (peek(0) == '!' || peek(0) == '#') && peek(1) != '}') {
      at++;
    }
    int name = at;
    while (at < limit && Draft.isNamePart(peek(0), 1)) {
      at++;
    }
    if (peek(0) == '[') {
      while (at < limit && peek(0) != ']' && peek(0) != '}') {
        at++;
      }
      at += peek(0) == ']' ? 1 : 0;
    }
    String variable = text.substring(name, at);
    Pieces ignored = new Pieces();
    if (enter()) {
      while (at < limit && peek(0) != '}') {
        if (peek(0) == '"') {
          doubleQuoted(ignored);
        } else if (peek(0) == '\'' && !quoted) {
          singleQuoted(ignored, false);
        } else {
          quotedCharacter(ignored);
        }
      }
      depth--;
    }
    closeQuote();
    pieces.add(new Piece.Variable(variable, start, at));
  }

  private void substitution(Pieces pieces, int opening) {
    int start = at;
    at += opening;
    if (enter()) {
      commands(true);
      depth--;
    }
    computed(pieces, start);
  }

  private void backquoted(Pieces pieces) {
    int start = at;
    int end = at + 1;
    while (end < limit && text.charAt(end) != '`') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, limit);
    int outer = limit;
    at++;
    if (enter()) {
      limit = end;
      commands(false);
      limit = outer;
      depth--;
      at = end;
      closeQuote();
    }
    computed(pieces, start);
  }

  private void computed(Pieces pieces, int start) {
    int shown = Math.min(at, start + LONGEST_COMPUTED);
    pieces.add(new Piece.Computed(text.substring(start, shown), start, at));
  }

  /** From an opening parenthesis to the one that closes it. */
  private void skipArithmetic() {
    int open = 0;
    do {
      open += peek(0) == '(' ? 1 : peek(0) == ')' ? -1 : 0;
      at++;
    } while (at < limit && open > 0);
    complete &= open == 0;
  }

  /** Goes one level deeper; at the last one gives the rest of the script up. */
  private boolean enter() {
    if (depth == DEEPEST) {
      complete = false;
      at = limit;
      return false;
    }
    depth++;
    return true;
  }

  private void skipBlanks() {
    while (at < limit) {
      if (peek(0) == ' ' || peek(0) == '\t' || peek(0) == '\r') {
        at++;
      } else if (looksAt("\\\n")) {
        at += 2;
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    while (at < limit && peek(0) != '\n') {
      at++;
    }
  }

  private boolean looksAt(String expected) {
    return at + expected.length() <= limit && text.startsWith(expected, at);
  }

  private char peek(int ahead) {
    return at + ahead < limit ? text.charAt(at + ahead) : '\0';
  }
}
