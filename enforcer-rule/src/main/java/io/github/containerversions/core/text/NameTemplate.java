package io.github.containerversions.core.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which {@code {container}} and {@code {service}} stand for names. */
public final class NameTemplate {
  public static final String CONTAINER = "{container}";
  public static final String SERVICE = "{service}";

  private final String text;
  private final Pattern pattern;

  private NameTemplate(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * A template.
   *
   * @throws IllegalArgumentException where a placeholder stands in it twice; the message says so
   */
  public static NameTemplate of(String text) {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      String placeholder =
          text.startsWith(CONTAINER, at) ? CONTAINER : text.startsWith(SERVICE, at) ? SERVICE : "";
      if (!placeholder.isEmpty()) {
        regex.append(Pattern.quote(text.substring(from, at)));
        if (text.indexOf(placeholder, at + 1) >= 0) {
          throw new IllegalArgumentException(placeholder + " stands in it twice");
        }
        regex.append(placeholder.equals(CONTAINER) ? "(?<container>.+)" : "(?<service>.+)");
        from = at + placeholder.length();
        at = from - 1;
      }
    }
    regex.append(Pattern.quote(text.substring(from)));
    return new NameTemplate(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Whether it has a placeholder. */
  public boolean hasNames() {
    return hasNames(text);
  }

  /** Whether a text has a placeholder. */
  public static boolean hasNames(String text) {
    return text.contains(CONTAINER) || text.contains(SERVICE);
  }

  /** The names in a text that fits as a whole; empty where it does not fit. */
  public Optional<Names> match(String candidate) {
    if (!hasNames()) {
      return text.equals(candidate) ? Optional.of(Names.NONE) : Optional.empty();
    }
    Matcher matcher = pattern.matcher(candidate);
    return matcher.matches() ? Optional.of(names(text, matcher)) : Optional.empty();
  }

  /** What the groups {@code container} and {@code service} of a matcher hold. */
  public static Names names(String template, Matcher matcher) {
    return new Names(
        template.contains(CONTAINER) ? group(matcher, "container") : "",
        template.contains(SERVICE) ? group(matcher, "service") : "");
  }

  /** A group in an alternative that was not met holds nothing. */
  private static String group(Matcher matcher, String name) {
    String text = matcher.group(name);
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return text;
  }
}
