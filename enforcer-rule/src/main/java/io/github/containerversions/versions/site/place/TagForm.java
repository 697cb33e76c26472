package io.github.containerversions.versions.site.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a tag: text with {@code {version}}, {@code {commit}}, {@code {number}}, {@code {any}}.
 */
public final class TagForm {
  /** The form of a text that is a version and nothing else. */
  public static final TagForm VERSION = of("{version}");

  private final String text;
  private final Pattern pattern;

  private TagForm(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * A version in a tag.
   *
   * @param form the form that the tag has
   * @param start where in the tag the version begins
   * @param end where it ends
   * @param commit the commit in the tag; empty where the form has none
   */
  record Match(TagForm form, int start, int end, String commit) {}

  /**
   * A form.
   *
   * @throws IllegalArgumentException where it is malformed; the message says what is wrong with it
   */
  public static TagForm of(String text) {
    StringBuilder regex = new StringBuilder();
    boolean version = false;
    boolean commit = false;
    int from = 0;
    Matcher placeholder = Pattern.compile("\\{[^{}]*\\}").matcher(text);
    while (placeholder.find()) {
      regex.append(Pattern.quote(text.substring(from, placeholder.start())));
      from = placeholder.end();
      switch (placeholder.group()) {
        case "{version}" -> {
          refuse(version, "it has {version} twice");
          version = true;
          regex.append("(?<version>.+?)");
        }
        case "{commit}" -> {
          refuse(commit, "it has {commit} twice");
          commit = true;
          regex.append("(?<commit>[0-9a-f]{7,40})");
        }
        case "{number}" -> regex.append("[0-9]{1,20}");
        case "{any}" -> regex.append(".*?");
        default -> throw new IllegalArgumentException("it has " + placeholder.group());
      }
    }
    refuse(!version, "it has no {version}");
    regex.append(Pattern.quote(text.substring(from)));
    return new TagForm(text, Pattern.compile(regex.toString()));
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new IllegalArgumentException(message);
    }
  }

  public boolean hasCommit() {
    return text.contains("{commit}");
  }

  /** The version in a tag that has this form as a whole; empty where it does not have it. */
  Optional<Match> match(String tag) {
    Matcher matcher = pattern.matcher(tag);
    return matcher.matches()
        ? Optional.of(
            new Match(
                this,
                matcher.start("version"),
                matcher.end("version"),
                hasCommit() ? matcher.group("commit") : ""))
        : Optional.empty();
  }

  /**
   * A tag of this form.
   *
   * @param commit the commit to name
   */
  public String filled(String version, String commit) {
    return text.replace("{version}", version).replace("{commit}", commit);
  }

  @Override
  public String toString() {
    return text;
  }
}
