package io.github.containerversions.pushes.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads where commands read from and write to, here-documents included (POSIX.1-2024, Shell Command
 * Language, 2.7, and what bash adds to it).
 */
final class Redirections {
  private final Cursor cursor;
  private final WordReader words;
  private final List<Heredoc> heredocs = new ArrayList<>();

  /** A here-document whose body is still to come. */
  private record Heredoc(
      CommandBuilder reader, String delimiter, boolean quoted, boolean stripsTabs) {}

  Redirections(Cursor cursor, WordReader words) {
    this.cursor = cursor;
    this.words = words;
  }

  /** Whether the body of a here-document is still to come. */
  boolean areOpen() {
    return !heredocs.isEmpty();
  }

  /** Whether a word is the number of a file descriptor: digits without quotes, before a sign. */
  boolean isDescriptor(ShellWord word) {
    return (cursor.peek(0) == '<' || cursor.peek(0) == '>')
        && word.text()
            .filter(it -> !it.isEmpty() && it.length() == word.end() - word.start())
            .filter(it -> it.chars().allMatch(c -> c >= '0' && c <= '9'))
            .isPresent();
  }

  /** Reads one, from its sign on. */
  void read(CommandBuilder draft) {
    boolean writes = cursor.peek(0) != '<';
    if (cursor.peek(1) == '(') {
      draft.add(words.process());
    } else if (cursor.looksAt("<<<")) {
      cursor.at += 3;
      cursor.skipBlanks();
      draft.input.add(words.word());
    } else if (cursor.looksAt("<<")) {
      heredoc(draft);
    } else {
      while (!cursor.atEnd() && "<>&|".indexOf(cursor.peek(0)) >= 0) {
        cursor.at++;
      }
      cursor.skipBlanks();
      ShellWord target = words.word();
      if (writes) {
        draft.outputs.add(target);
      }
    }
  }

  private void heredoc(CommandBuilder draft) {
    boolean stripsTabs = cursor.peek(2) == '-';
    cursor.at += stripsTabs ? 3 : 2;
    cursor.skipBlanks();
    int start = cursor.at;
    ShellWord word = words.word();
    String delimiter = word.text().orElse(cursor.text.substring(start, cursor.at));
    boolean quoted = cursor.at - start != delimiter.length();
    heredocs.add(new Heredoc(draft, delimiter, quoted, stripsTabs));
  }

  /** A line has ended: the bodies of the here-documents that it begins stand behind it. */
  void lineEnds() {
    List<Heredoc> begun = List.copyOf(heredocs);
    heredocs.clear();
    for (Heredoc heredoc : begun) {
      int start = cursor.at;
      int end = endOf(heredoc);
      int next = cursor.at;
      int outer = cursor.endAt(end);
      cursor.at = start;
      heredoc.reader().input.add(words.body(heredoc.quoted()));
      cursor.endAt(outer);
      cursor.at = next;
    }
  }

  /** Where the body ends that begins here; goes over the line that ends it. */
  private int endOf(Heredoc heredoc) {
    while (!cursor.atEnd()) {
      int line = cursor.at;
      while (heredoc.stripsTabs() && cursor.peek(0) == '\t') {
        cursor.at++;
      }
      int first = cursor.at;
      cursor.skipLine();
      boolean found =
          cursor.at - first == heredoc.delimiter().length()
              && cursor.text.startsWith(heredoc.delimiter(), first);
      cursor.skip(1);
      if (found) {
        return line;
      }
    }
    cursor.ended(false);
    return cursor.limit();
  }
}
