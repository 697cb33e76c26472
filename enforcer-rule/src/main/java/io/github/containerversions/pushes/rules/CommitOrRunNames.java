package io.github.containerversions.pushes.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a name tells of a commit or a run, of which there is only one. */
final class CommitOrRunNames {

  /** Words that by themselves name a commit. */
  private static final Set<String> COMMITS =
      Set.of(
          "sha",
          "commit",
          "revision",
          "shortsha",
          "gitsha",
          "githubsha",
          "commitsha",
          "headsha",
          "commithash",
          "githash");

  /** Words that name a commit or a run where one follows the other. */
  private static final Set<String> PAIRS =
      Set.of(
          "run number",
          "run id",
          "build number",
          "build id",
          "git hash",
          "git rev",
          "git describe");

  /** What git is asked for instead: the name of a branch, the nearest tag. */
  private static final List<String> OTHERWISE = List.of("--abbrev-ref", "--abbrev=0");

  private CommitOrRunNames() {}

  /**
   * Judges by whole words, so that {@code SHARED} is no {@code SHA}: of the name of a variable, of
   * an expression, of a command.
   */
  static boolean of(String text) {
    if (OTHERWISE.stream().anyMatch(text::contains)) {
      return false;
    }
    String before = "";
    for (String word : words(text)) {
      String bare = word.replaceAll("\\d+$", "");
      if (COMMITS.contains(bare) || PAIRS.contains(before + " " + word)) {
        return true;
      }
      before = word;
    }
    return false;
  }

  /** In small letters; a capital after a small letter begins one too. */
  private static String[] words(String text) {
    return text.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .toLowerCase(Locale.ROOT)
        .split("[^a-z0-9]+", -1);
  }
}
