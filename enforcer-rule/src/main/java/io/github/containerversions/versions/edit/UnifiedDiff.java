package io.github.containerversions.versions.edit;

import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Edits as a unified diff, as {@code git apply} takes it. An edit replaces lines or adds some, so
 * the lines before and after it are the same; nothing else has to be found out.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** The lines of the diff of all edited files. */
  public static List<String> of(EditedFiles files) {
    List<String> diff = new ArrayList<>();
    for (SourceText after : files.edited().values()) {
      SourceText before = files.original(after);
      diff.add("--- a/" + after.file());
      diff.add("+++ b/" + after.file());
      add(diff, lines(before), lines(after));
    }
    return diff;
  }

  /** The lines with their line breaks; the last one may have none. */
  private static List<String> lines(SourceText text) {
    String content = (text.hasByteOrderMark() ? "\uFEFF" : "") + text.content();
    return Arrays.asList(content.split("(?<=\n)", 0));
  }

  /** One hunk from the first line that differs to the last. */
  private static void add(List<String> diff, List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
      same++;
    }
    int from = Math.max(0, start - CONTEXT);
    int stopBefore = before.size() - same;
    int stopAfter = after.size() - same;
    int context = Math.min(CONTEXT, same);
    diff.add(
        "@@ -%d,%d +%d,%d @@"
            .formatted(
                from + 1, stopBefore + context - from, from + 1, stopAfter + context - from));
    add(diff, ' ', before.subList(from, start));
    add(diff, '-', before.subList(start, stopBefore));
    add(diff, '+', after.subList(start, stopAfter));
    add(diff, ' ', before.subList(stopBefore, stopBefore + context));
  }

  private static void add(List<String> diff, char kind, List<String> lines) {
    for (String line : lines) {
      if (line.endsWith("\n")) {
        diff.add(kind + line.substring(0, line.length() - 1));
      } else {
        diff.add(kind + line);
        diff.add("\\ No newline at end of file");
      }
    }
  }
}
