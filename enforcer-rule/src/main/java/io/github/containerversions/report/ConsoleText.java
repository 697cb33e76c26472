package io.github.containerversions.report;

/**
 * Makes text from a file safe for a build's console: on one line, and nothing that a CI runner
 * takes for a command of its own.
 *
 * <p>GitHub's runner obeys a line that starts with {@code ::}, white space aside, and {@code ##[}
 * wherever it stands in a line; Azure's agent obeys {@code ##vso[} likewise, TeamCity a line that
 * starts with {@code ##teamcity[}.
 */
public final class ConsoleText {

  private ConsoleText() {}

  public static String of(String text) {
    String printable = Printable.of(text).replace("##", "#\\u0023");
    int start = 0;
    while (start < printable.length() && Character.isWhitespace(printable.charAt(start))) {
      start++;
    }
    return printable.startsWith("::", start)
        ? printable.substring(0, start) + "\\u003A" + printable.substring(start + 1)
        : printable;
  }
}
