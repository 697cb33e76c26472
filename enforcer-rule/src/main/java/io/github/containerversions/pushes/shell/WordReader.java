package io.github.containerversions.pushes.shell;

import java.util.List;

/**
 * Reads words: quotes, escapes and what is replaced in them (POSIX.1-2024, Shell Command Language,
 * 2.2 and 2.6, and what bash adds to it), with the expressions of Actions kept whole.
 */
final class WordReader {
  private static final int MAX_COMPUTED_LENGTH = 400;

  private final Cursor cursor;
  private final Positions positions;
  private final Commands commands;

  /** Where the expression ends that was asked for last; kept, so that no end is sought twice. */
  private int expressionEnd;

  /** What reads the commands of a substitution. */
  interface Commands {
    /** Reads up to the end, or to the parenthesis that ends the substitution. */
    void read(boolean inParentheses);

    /**
     * Takes note of a variable that is set where it has no value, as in <code>${NAME:=x}</code>.
     */
    void sets(String name, ShellWord value);
  }

  WordReader(Cursor cursor, Positions positions, Commands commands) {
    this.cursor = cursor;
    this.positions = positions;
    this.commands = commands;
  }

  /** The word that begins here; an empty one where none does. */
  ShellWord word() {
    Pieces pieces = new Pieces();
    int start = cursor.at;
    while (!cursor.atEnd() && " \t\n;&|<>()".indexOf(cursor.peek(0)) < 0) {
      switch (cursor.peek(0)) {
        case '\\' -> escaped(pieces, true);
        case '\'' -> singleQuoted(pieces, false);
        case '"' -> doubleQuoted(pieces);
        case '`' -> backquoted(pieces);
        case '$' -> {
          if (cursor.peek(1) == '\'') {
            cursor.at++;
            singleQuoted(pieces, true);
          } else if (cursor.peek(1) == '"') {
            cursor.at++;
          } else {
            dollar(pieces, false);
          }
        }
        default -> plain(pieces);
      }
    }
    return new ShellWord(pieces.all(), start, cursor.at, positions);
  }

  /** The substitution of a process, which stands as a word of its own. */
  ShellWord process() {
    Pieces pieces = new Pieces();
    int start = cursor.at;
    substitution(pieces);
    return new ShellWord(pieces.all(), start, cursor.at, positions);
  }

  /** All up to the end: as it stands, or with parameters and substitutions replaced. */
  ShellWord body(boolean asItStands) {
    Pieces pieces = new Pieces();
    int start = cursor.at;
    while (!cursor.atEnd()) {
      if (asItStands) {
        plain(pieces);
      } else {
        quotedCharacter(pieces);
      }
    }
    return new ShellWord(pieces.all(), start, cursor.limit(), positions);
  }

  /** All up to the end, with nothing but the expressions of Actions replaced. */
  ShellWord value() {
    Pieces pieces = new Pieces();
    while (!cursor.atEnd()) {
      if (!cursor.looksAt("${{") || !expression(pieces)) {
        plain(pieces);
      }
    }
    return new ShellWord(pieces.all(), 0, cursor.limit(), positions);
  }

  /** From an opening parenthesis to the one that closes it. */
  void skipArithmetic() {
    int open = 0;
    do {
      open += cursor.peek(0) == '(' ? 1 : cursor.peek(0) == ')' ? -1 : 0;
      cursor.at++;
    } while (!cursor.atEnd() && open > 0);
    cursor.ended(open == 0);
  }

  private void plain(Pieces pieces) {
    pieces.text(cursor.peek(0), cursor.at, cursor.at + 1);
    cursor.at++;
  }

  /** A backslash: before a line's end it is nothing, else it keeps the next character. */
  private void escaped(Pieces pieces, boolean always) {
    int start = cursor.at;
    if (start + 1 >= cursor.limit()) {
      plain(pieces);
    } else if (cursor.peek(1) == '\n') {
      cursor.at += 2;
    } else if (always || "$`\"\\".indexOf(cursor.peek(1)) >= 0) {
      pieces.text(cursor.peek(1), start, start + 2);
      cursor.at += 2;
    } else {
      plain(pieces);
    }
  }

  private void singleQuoted(Pieces pieces, boolean withEscapes) {
    cursor.at++;
    while (!cursor.atEnd() && cursor.peek(0) != '\'') {
      if (cursor.looksAt("${{") && expression(pieces)) {
        continue; // replaced before the shell sees its quotes
      }
      if (withEscapes && cursor.peek(0) == '\\') {
        escaped(pieces, true);
      } else {
        plain(pieces);
      }
    }
    close();
  }

  private void doubleQuoted(Pieces pieces) {
    cursor.at++;
    while (!cursor.atEnd() && cursor.peek(0) != '"') {
      quotedCharacter(pieces);
    }
    close();
  }

  /** Goes over the character that must stand here at the latest. */
  private void close() {
    cursor.ended(!cursor.atEnd());
    cursor.skip(1);
  }

  private void quotedCharacter(Pieces pieces) {
    switch (cursor.peek(0)) {
      case '\\' -> escaped(pieces, false);
      case '$' -> dollar(pieces, true);
      case '`' -> backquoted(pieces);
      default -> plain(pieces);
    }
  }

  private void dollar(Pieces pieces, boolean quoted) {
    if (cursor.looksAt("${{") && expression(pieces)) {
      return;
    }
    int start = cursor.at;
    char next = cursor.peek(1);
    if (cursor.looksAt("$((")) {
      cursor.at++;
      skipArithmetic();
      computed(pieces, start);
    } else if (next == '(') {
      substitution(pieces);
    } else if (next == '{') {
      parameter(pieces, quoted);
    } else if (CommandBuilder.isNamePart(next, 0)) {
      cursor.at += 2;
      while (CommandBuilder.isNamePart(cursor.peek(0), 1)) {
        cursor.at++;
      }
      variable(pieces, start + 1, start);
    } else if (next != '\0' && "0123456789@*#?$!-".indexOf(next) >= 0) {
      cursor.at += 2;
      variable(pieces, start + 1, start);
    } else {
      plain(pieces);
    }
  }

  private void variable(Pieces pieces, int name, int start) {
    pieces.add(new Piece.Variable(cursor.text.substring(name, cursor.at), start, cursor.at));
  }

  /** An expression of Actions; false where it does not end. */
  private boolean expression(Pieces pieces) {
    int start = cursor.at;
    if (expressionEnd < start + 3) {
      int found = cursor.text.indexOf("}}", start + 3);
      expressionEnd = found < 0 ? Integer.MAX_VALUE - 2 : found;
    }
    int end = expressionEnd + 2;
    if (end > cursor.limit()) {
      return false;
    }
    String body = cursor.text.substring(start + 3, expressionEnd).strip();
    pieces.add(new Piece.Expression(body, start, end));
    cursor.at = end;
    return true;
  }

  /** A parameter in braces; words after an operator may run commands. */
  private void parameter(Pieces pieces, boolean quoted) {
    int start = cursor.at;
    ParameterForm form = ParameterForm.read(cursor);
    ShellWord word = operand(quoted);
    close();
    if (form == null) {
      computed(pieces, start);
      return;
    }
    boolean filled = form.hasDefault() && word.end() > word.start();
    pieces.add(
        new Piece.Variable(form.name(), start, cursor.at, filled ? List.of(word) : List.of()));
    if (filled && form.assigns()) {
      commands.sets(form.name(), word);
    }
  }

  /** Reads what stands between an operator and the brace. */
  private ShellWord operand(boolean quoted) {
    int start = cursor.at;
    Pieces word = new Pieces();
    if (cursor.enter()) {
      while (!cursor.atEnd() && cursor.peek(0) != '}') {
        if (cursor.peek(0) == '"') {
          doubleQuoted(word);
        } else if (cursor.peek(0) == '\'' && !quoted) {
          singleQuoted(word, false);
        } else {
          quotedCharacter(word);
        }
      }
      cursor.leave();
    }
    return new ShellWord(word.all(), start, cursor.at, positions);
  }

  /** From a sign and a parenthesis on. */
  private void substitution(Pieces pieces) {
    int start = cursor.at;
    cursor.at += 2;
    if (cursor.enter()) {
      commands.read(true);
      cursor.leave();
    }
    computed(pieces, start);
  }

  private void backquoted(Pieces pieces) {
    int start = cursor.at;
    int end = start + 1;
    while (end < cursor.limit() && cursor.text.charAt(end) != '`') {
      end += cursor.text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, cursor.limit());
    cursor.at++;
    if (cursor.enter()) {
      int outer = cursor.endAt(end);
      commands.read(false);
      cursor.endAt(outer);
      cursor.leave();
      cursor.at = end;
      close();
    }
    computed(pieces, start);
  }

  private void computed(Pieces pieces, int start) {
    int shown = Math.min(cursor.at, start + MAX_COMPUTED_LENGTH);
    pieces.add(new Piece.Computed(cursor.text.substring(start, shown), start, cursor.at));
  }
}
