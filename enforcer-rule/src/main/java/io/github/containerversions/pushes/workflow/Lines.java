package io.github.containerversions.pushes.workflow;

/** Lines of a Makefile. */
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
}
