package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of Makefiles and of inputs. */
final class Lines {
  private Lines() {}

  /** The end of the line that begins here, and of those that a backslash makes part of it. */
  static int logicalEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf('\n', end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  /** The entries of an input of an action, on several lines or with commas between them. */
  static List<ShellWord> list(@Nullable ShellWord input) {
    List<ShellWord> entries = new ArrayList<>();
    List<Piece> entry = new ArrayList<>();
    for (Piece piece : input == null ? List.<Piece>of() : input.pieces()) {
      if (!(piece instanceof Piece.Text text)) {
        entry.add(piece);
        continue;
      }
      int from = 0;
      for (int at = 0; at <= text.text().length(); at++) {
        boolean ends = at < text.text().length() && ",\n".indexOf(text.text().charAt(at)) >= 0;
        if (ends || at == text.text().length()) {
          String part = text.text().substring(from, at);
          if (!part.isBlank()) {
            entry.add(new Piece.Text(part.strip(), text.start(), text.end()));
          }
          if (ends) {
            add(entry, input, entries);
          }
          from = at + 1;
        }
      }
    }
    add(entry, input, entries);
    return entries;
  }

  private static void add(List<Piece> entry, @Nullable ShellWord owner, List<ShellWord> entries) {
    if (!entry.isEmpty() && owner != null) {
      entries.add(new ShellWord(entry, owner.start(), owner.end(), owner.positions()));
      entry.clear();
    }
  }
}
