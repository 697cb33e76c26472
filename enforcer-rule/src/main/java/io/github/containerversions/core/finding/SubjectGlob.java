package io.github.containerversions.core.finding;

import java.util.regex.Pattern;

/**
 * The names that an exemption covers: {@code *} stands for any text, {@code ?} for any character,
 * and other characters for themselves.
 */
public final class SubjectGlob {
  private final Pattern pattern;

  /** The glob of a subject; one without wildcards matches the name itself. */
  public SubjectGlob(String subject) {
    StringBuilder regex = new StringBuilder();
    subject
        .codePoints()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** Whether a subject has wildcards. */
  public static boolean isGlob(String subject) {
    return subject.indexOf('*') >= 0 || subject.indexOf('?') >= 0;
  }

  /** Whether it matches every name. */
  public static boolean matchesAll(String subject) {
    return !subject.isEmpty() && subject.chars().allMatch(c -> c == '*');
  }

  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
