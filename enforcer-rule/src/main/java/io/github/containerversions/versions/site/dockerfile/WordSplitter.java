package io.github.containerversions.versions.site.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Collects the words of a line, where they are asked for. */
final class WordSplitter {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int depth;

  /** Collects, or lets everything pass by. */
  WordSplitter(boolean isAskedFor) {
    depth = isAskedFor ? 0 : 1;
  }

  /** Characters, each of which ends the word if it is white space. */
  void split(String text) {
    for (int i = 0; depth == 0 && i < text.length(); i++) {
      char c = text.charAt(i);
      if (WordCursor.isSpace(c)) {
        end();
      } else {
        word.append(c);
      }
    }
  }

  /** Text that belongs to the word, white space included. */
  void join(String text) {
    if (depth == 0) {
      word.append(text);
    }
  }

  /**
   * A word within <code>${…}</code> starts, whose parts are reported again with the whole.
   * BuildKit's lexer forgets here what came before in the outer word, and so {@code <<EOF${X:-a}}
   * opens no heredoc.
   */
  void enter() {
    depth++;
    word.setLength(0);
  }

  void leave() {
    depth--;
  }

  List<String> words() {
    end();
    return words;
  }

  private void end() {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
