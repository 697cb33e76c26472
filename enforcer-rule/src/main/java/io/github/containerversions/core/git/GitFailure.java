package io.github.containerversions.core.git;

import io.github.containerversions.core.text.Excerpt;
import java.util.List;

/** Git gave no answer. This is never treated as an empty answer. */
public final class GitFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String FATAL = "fatal: ";

  /** In characters: enough for a sentence of git's with two paths. */
  private static final int MAX_CHARACTERS = 500;

  private final boolean noGit;
  private final boolean said;

  private GitFailure(boolean noGit, boolean said, String message) {
    super(message);
    this.noGit = noGit;
    this.said = said;
  }

  public static GitFailure noProgram() {
    return new GitFailure(true, false, "there is no git program on the PATH");
  }

  public static GitFailure of(String message) {
    return new GitFailure(false, false, message);
  }

  /** Git ended with an error and this text, in English whatever the user's language. */
  public static GitFailure exited(String command, int code, String errorText) {
    String text = errorText.strip();
    if (text.isEmpty()) {
      return of("git " + command + " ended with exit code " + code);
    }
    return new GitFailure(text.contains("not a git repository"), true, text);
  }

  /** Whether git itself said no, in contrast to a missing program or a missing answer. */
  public boolean isGitsOwn() {
    return said;
  }

  /** Whether there is no git program, or no repository that it knows. */
  public boolean isNoGit() {
    return noGit;
  }

  /** All that git said. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /**
   * What names the trouble, as one line: git's last line that starts with {@code fatal}, for those
   * before it come from a git that this one has started, and the lines after it, which may hold
   * what it speaks of.
   */
  public String line() {
    List<String> lines = text().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      start = lines.get(i).startsWith(FATAL) ? i : start;
    }
    String line = String.join(" ", lines.subList(start, lines.size()));
    String plain = line.startsWith(FATAL) ? line.substring(FATAL.length()) : line;
    return Excerpt.of(plain, MAX_CHARACTERS);
  }

  /**
   * Git refuses a repository that another user owns. Its wording has changed over time ("unsafe
   * repository", "dubious ownership"); the name of the setting in its remedy has not.
   */
  public boolean isDubiousOwnership() {
    return text().contains("safe.directory");
  }
}
