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

  private static List<String> lines(SourceText text) {
    return Arrays.asList(text.content().split("\n", -1));
  }

  /** One hunk from the first line that differs to the last. */
  private static void add(List<String> diff, List<String> before, List<String> after) {
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int same = 0;
    while (same < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
      same++;
    }
    int from = Math.max(0, start - CONTEXT);
    // What follows the last line break is no line.
    int context = Math.min(CONTEXT, Math.max(0, same - 1));
    int endBefore = before.size() - same + context;
    int endAfter = after.size() - same + context;
    diff.add(
        "@@ -%d,%d +%d,%d @@".formatted(from + 1, endBefore - from, from + 1, endAfter - from));
    before.subList(from, start).forEach(it -> diff.add(" " + it));
    before.subList(start, before.size() - same).forEach(it -> diff.add("-" + it));
    after.subList(start, after.size() - same).forEach(it -> diff.add("+" + it));
    before.subList(before.size() - same, endBefore).forEach(it -> diff.add(" " + it));
    boolean noFinalBreak = same == 0 && !after.get(after.size() - 1).isEmpty();
    if (noFinalBreak) {
      diff.add("\\ No newline at end of file");
    }
  }
}
