package io.github.containerversions.versions.history;

import io.github.containerversions.core.git.GitObjects.GitObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit, as far as it matters here.
 *
 * @param id its full hash
 * @param parents the full hashes of its parents
 * @param time the date of its committer, in seconds since 1970
 */
record Commit(String id, List<String> parents, long time) {

  /** Reads the headers of a commit object; see git-commit-tree(1). */
  static Commit of(GitObject object) {
    List<String> parents = new ArrayList<>();
    long time = 0;
    for (String line : object.text().lines().takeWhile(it -> !it.isEmpty()).toList()) {
      if (line.startsWith("parent ")) {
        parents.add(line.substring("parent ".length()));
      } else if (line.startsWith("committer ")) {
        time = seconds(line);
      }
    }
    return new Commit(object.id(), List.copyOf(parents), time);
  }

  /** The last word but one of the line. */
  private static long seconds(String committer) {
    String[] words = committer.split(" ", -1);
    try {
      return words.length < 2 ? 0 : Long.parseLong(words[words.length - 2]);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
