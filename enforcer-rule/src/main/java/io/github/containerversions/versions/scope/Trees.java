package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the trees of commits say; paths from the top of the working tree.
 *
 * @param changes what differs between HEAD and any of the merge bases
 * @param files what HEAD holds, where that was asked for
 * @param submodules those of them that are other repositories
 */
record Trees(Set<String> changes, SortedSet<String> files, Set<String> submodules) {

  /** What is known without asking. */
  static final Trees NONE = new Trees(Set.of(), new TreeSet<>(), Set.of());

  private static final String SUBMODULE_MODE = "160000";

  /** The trees that hold nothing: git knows them also where it has no such object. */
  private static final String EMPTY_SHA1 = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

  private static final String EMPTY_SHA256 =
      "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";

  /** The empty tree in the hash that this one is written in. */
  static String empty(String hash) {
    return hash.length() == EMPTY_SHA1.length() ? EMPTY_SHA1 : EMPTY_SHA256;
  }

  /**
   * Reads {@code git diff-tree --stdin -z --raw --no-commit-id}: pairs of {@code :modes hashes
   * status} and a path; a line of two hashes starts the comparison of two trees, which is that of
   * the empty tree with HEAD.
   */
  static Trees parse(String output) throws GitFailure {
    Set<String> changes = new LinkedHashSet<>();
    SortedSet<String> files = new TreeSet<>();
    Set<String> submodules = new LinkedHashSet<>();
    boolean listing = false;
    String[] fields = output.split("\0", -1);
    for (int i = 0; i < fields.length; i += 2) {
      String meta = fields[i];
      if (!listing && isHeader(meta)) {
        listing = true;
        meta = meta.substring(meta.indexOf('\n') + 1);
      }
      if (meta.isEmpty() && i == fields.length - 1) {
        break;
      }
      if (!meta.startsWith(":") || i + 1 == fields.length) {
        throw GitFailure.of("git diff-tree answered in an unknown form");
      }
      String path = fields[i + 1];
      if (!listing) {
        changes.add(path);
        continue;
      }
      files.add(path);
      if (meta.split(" ", 3)[1].equals(SUBMODULE_MODE)) {
        submodules.add(path);
      }
    }
    return new Trees(changes, files, submodules);
  }

  private static boolean isHeader(String field) {
    int space = field.indexOf(' ');
    int end = field.indexOf('\n');
    return space > 0
        && end > space
        && RefName.isHash(field.substring(0, space))
        && RefName.isHash(field.substring(space + 1, end));
  }
}
