package io.github.containerversions.report;

import io.github.containerversions.core.text.Excerpt;

/**
 * Text from a file in Markdown: always a code span (CommonMark 0.31.2, 6.1), in which nothing but
 * its own end has a meaning, be it a link, HTML, a mention or a formula.
 */
final class MarkdownText {

  private MarkdownText() {}

  /** A code span; nothing for an empty text, of which none can be made. */
  static String code(String text) {
    String printable = Printable.of(text);
    if (printable.isEmpty()) {
      return "";
    }
    String fence = "`".repeat(longestRun(printable) + 1);
    String space = needsSpace(printable) ? " " : "";
    return fence + space + printable + space + fence;
  }

  /** A code span for a cell of a table, where a bar would end the cell even in code. */
  static String cell(String text) {
    return code(Excerpt.cut(text, Excerpt.PATH)).replace("|", "\\|");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = text.charAt(at) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** A backtick must not touch the fence, and one space at both ends would be taken away. */
  private static boolean needsSpace(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return first == '`' || last == '`' || (first == ' ' && last == ' ' && !text.isBlank());
  }
}
