package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Notice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a Dockerfile uses its version: a version that nothing uses is not what is built. A file
 * that runs and copies nothing has nothing to use it in.
 */
final class ArgUse {

  private ArgUse() {}

  /**
   * The warning about a version that nothing uses; empty where it is used.
   *
   * @param versions the {@code ARG}s of one name, the first of which is where the warning is
   */
  static List<Warning> warnings(
      List<Argument> versions, SourceText text, DockerfileLines.Result lines) {
    Argument first = versions.get(0);
    if (!lines.builds() || isUsed(first.name(), versions, text.content())) {
      return List.of();
    }
    return List.of(
        new Warning(
            Notice.UNUSED_VERSION_ARG.id(),
            text.file()
                + ":"
                + first.span(text).line()
                + " declares ARG "
                + first.name()
                + ", and nothing in the file uses it",
            "use it where the version counts, unless a script that is run reads it"));
  }

  /** Every place counts that names it, but for its own declarations and comments. */
  private static boolean isUsed(String name, List<Argument> versions, String content) {
    Set<Integer> declared = new HashSet<>();
    for (Argument version : versions) {
      declared.add(version.instruction().line().inFile(version.from()));
    }
    for (int at = content.indexOf(name); at >= 0; at = content.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean whole =
          (at == 0 || !isPart(content.charAt(at - 1)))
              && (end == content.length() || !isPart(content.charAt(end)));
      if (whole && !declared.contains(at) && !isInComment(content, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInComment(String content, int at) {
    int line = content.lastIndexOf('\n', at) + 1;
    return content.charAt(WordCursor.skipSpace(content, line, at)) == '#';
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
