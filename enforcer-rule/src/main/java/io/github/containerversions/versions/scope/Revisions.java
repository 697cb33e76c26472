package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * How HEAD stands to the base.
 *
 * @param shallow whether this clone's history is cut off
 * @param inside whether the root lies in git's working tree, which {@code core.worktree} may move
 * @param headTree the tree of HEAD, as a full hash
 * @param mergeBases the best commits that both have in common; several after criss-cross merges,
 *     none where the histories are unrelated or cut off, or where there is no base
 * @param prefix the path from the top of the working tree to the root: empty, or with a final slash
 */
record Revisions(
    boolean shallow, boolean inside, String headTree, List<String> mergeBases, String prefix) {

  Revisions {
    mergeBases = List.copyOf(mergeBases);
  }

  /**
   * Reads {@code git rev-parse --is-shallow-repository --is-inside-work-tree HEAD^{tree}
   * [base...HEAD] --show-prefix}: one answer a line, merge bases with a caret before them, and the
   * prefix, which may hold any character, at the end.
   */
  static Revisions parse(String output) throws GitFailure {
    List<String> bases = new ArrayList<>();
    int start = line(output, 0);
    final boolean shallow = output.startsWith("true\n");
    final boolean inside = output.startsWith("true\n", start);
    start = line(output, start);
    int end = line(output, start);
    final String headTree = output.substring(start, end - 1);
    for (start = end; isHashLine(output, start); start = line(output, start)) {
      if (output.charAt(start) == '^') {
        bases.add(output.substring(start + 1, line(output, start) - 1));
      }
    }
    line(output, start);
    return new Revisions(
        shallow, inside, headTree, bases, output.substring(start, output.length() - 1));
  }

  /** Where the line after this one starts. */
  private static int line(String output, int start) throws GitFailure {
    int end = output.indexOf('\n', start);
    if (end < 0) {
      throw GitFailure.of("git rev-parse answered in an unknown form");
    }
    return end + 1;
  }

  private static boolean isHashLine(String output, int start) {
    int end = output.indexOf('\n', start);
    return end > start
        && RefName.isHash(output.substring(start + (output.charAt(start) == '^' ? 1 : 0), end));
  }
}
