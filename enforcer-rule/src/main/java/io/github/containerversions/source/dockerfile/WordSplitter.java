package io.github.containerversions.source.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Collects the words of a line. */
final class WordSplitter {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  /** A character that ends the word if it is white space. */
  void split(char c) {
    if (!Words.isSpace(c)) {
      word.append(c);
    } else {
      end();
    }
  }

  /** Characters, each of which ends the word if it is white space. */
  void split(String text) {
    for (int i = 0; i < text.length(); i++) {
      split(text.charAt(i));
    }
  }

  /** Text that belongs to the word, white space included. */
  void join(String text) {
    word.append(text);
  }

  /**
   * Forgets the word so far. BuildKit's lexer loses it where an operator of <code>${…}</code> has a
   * word of its own, and so {@code <<EOF${X:-a}} opens no heredoc.
   */
  void drop() {
    word.setLength(0);
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
