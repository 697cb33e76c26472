package io.github.containerversions.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes text from a file safe for a build's console: on one line, and nothing that a CI runner, or
 * a reader of the log, takes for a line of another program. This is the one place that decides what
 * may begin a line.
 *
 * <p>What is taken for a command wherever it stands begins with {@code ##}: GitHub's and Azure's
 * {@code ##[}, Azure's {@code ##vso[}, TeamCity's {@code ##teamcity[}. What counts at the start of
 * a line only, ignoring white space, is {@link #OPENERS}. Jenkins' notes and the sections of GitLab
 * and Travis need an escape character or a carriage return, which are never written as they are.
 */
public final class ConsoleText {

  /**
   * Workflow commands of GitHub; headings and groups of Buildkite; folds of Travis and sections of
   * GitLab, should a viewer do without their control characters; the levels of Maven.
   */
  private static final List<String> OPENERS =
      List.of(
          "::",
          "---",
          "+++",
          "~~~",
          "^^^",
          "travis_",
          "section_start:",
          "section_end:",
          "[ERROR]",
          "[WARNING]",
          "[WARN]",
          "[INFO]",
          "[DEBUG]");

  private ConsoleText() {}

  /** A text on one line. */
  public static String of(String text) {
    String printable = Printable.of(text).replace("##", "#\\u0023");
    int start = 0;
    while (start < printable.length() && printable.charAt(start) == ' ') {
      start++;
    }
    for (String opener : OPENERS) {
      if (printable.startsWith(opener, start)) {
        return printable.substring(0, start)
            + Printable.escape(printable.charAt(start))
            + printable.substring(start + 1);
      }
    }
    return printable;
  }

  /** A text of several lines, each as {@link #of} makes it. */
  public static String lines(String text) {
    return text.lines().map(ConsoleText::of).collect(Collectors.joining("\n"));
  }
}
