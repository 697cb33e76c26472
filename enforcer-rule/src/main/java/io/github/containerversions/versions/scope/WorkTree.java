package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * HEAD, and how the index and the files on disk differ from it.
 *
 * @param head the commit, as a full hash; empty before the first commit
 * @param branch the short name of the current branch; empty where HEAD is detached
 * @param changes what is staged, unstaged or untracked; paths from the top of the working tree
 * @param ignored files that git ignores, and folders that it ignores with all that is in them
 */
record WorkTree(String head, String branch, Set<String> changes, Set<String> ignored) {

  private static final String OID = "# branch.oid ";
  private static final String HEAD = "# branch.head ";

  /** How many fields stand before the path in the lines of porcelain format version 2. */
  private static final int FIELDS_OF_CHANGED = 8;

  private static final int FIELDS_OF_RENAMED = 9;
  private static final int FIELDS_OF_UNMERGED = 10;

  WorkTree {
    changes = Set.copyOf(changes);
    ignored = Set.copyOf(ignored);
  }

  /** Reads {@code git status --porcelain=v2 --branch -z}; see git-status(1). */
  static WorkTree parse(String output) throws GitFailure {
    String head = "";
    String branch = "";
    boolean hasHead = false;
    Set<String> changes = new LinkedHashSet<>();
    Set<String> ignored = new LinkedHashSet<>();
    String[] records = output.split("\0", -1);
    for (int i = 0; i < records.length; i++) {
      String record = records[i];
      if (record.startsWith(OID)) {
        hasHead = true;
        String oid = record.substring(OID.length());
        head = oid.equals("(initial)") ? "" : oid;
      } else if (record.startsWith(HEAD)) {
        String name = record.substring(HEAD.length());
        branch = name.equals("(detached)") ? "" : name;
      } else if (record.startsWith("1 ")) {
        changes.add(path(record, FIELDS_OF_CHANGED));
      } else if (record.startsWith("u ")) {
        changes.add(path(record, FIELDS_OF_UNMERGED));
      } else if (record.startsWith("? ")) {
        changes.add(path(record, 1));
      } else if (record.startsWith("! ")) {
        ignored.add(path(record, 1));
      } else if (record.startsWith("2 ") && i + 1 < records.length) {
        changes.add(path(record, FIELDS_OF_RENAMED));
        changes.add(records[++i]);
      } else if (!record.startsWith("#") && !record.isEmpty()) {
        throw GitFailure.of("git status answered in an unknown form");
      }
    }
    if (!hasHead) {
      throw GitFailure.of("git status did not say where HEAD is");
    }
    return new WorkTree(head, branch, changes, ignored);
  }

  /** The rest of a line after so many fields; a nested repository ends in a slash. */
  private static String path(String record, int fields) throws GitFailure {
    int start = 0;
    for (int field = 0; field < fields; field++) {
      start = record.indexOf(' ', start) + 1;
      if (start == 0) {
        throw GitFailure.of("git status answered in an unknown form");
      }
    }
    return record.substring(start, record.length() - (record.endsWith("/") ? 1 : 0));
  }
}
