package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a rule that have a user property: what that says, else what the POM says, else
 * the default. Every error names the parameter in the form in which it was given.
 */
final class Parameters {
  private final String prefix;
  private final Map<String, String> texts;
  private final Map<String, List<String>> lists;
  private final Map<String, String> properties;

  /**
   * The parameters of one rule.
   *
   * @param prefix what the names of its user properties start with, such as {@code
   *     containerVersions.}
   * @param texts every scalar by its name, as the POM has it; null where it does not
   * @param lists every list by its name, as the POM has it
   * @param userProperties the user properties of the build
   */
  Parameters(
      String prefix,
      Map<String, @Nullable String> texts,
      Map<String, List<String>> lists,
      Properties userProperties) {
    this.prefix = prefix;
    this.texts = new TreeMap<>();
    texts.forEach((name, value) -> this.texts.put(name, value == null ? "" : value.strip()));
    this.lists = new TreeMap<>(lists);
    this.properties = new TreeMap<>();
    for (String name : userProperties.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        properties.put(
            name.substring(prefix.length()), userProperties.getProperty(name, "").strip());
      }
    }
  }

  /** A property of ours that no parameter has is a typing error, not something to pass over. */
  void refuseUnknownProperties() throws CannotCheckException {
    Set<String> known = new TreeSet<>(texts.keySet());
    known.addAll(lists.keySet());
    for (String name : properties.keySet()) {
      if (!known.contains(name)) {
        throw new CannotCheckException(
            "there is no parameter -D"
                + prefix
                + name
                + "; there are: "
                + String.join(", ", known));
      }
    }
  }

  String text(String name, String defaultValue) {
    String value = properties.getOrDefault(name, texts.getOrDefault(name, ""));
    return value.isEmpty() ? defaultValue : value;
  }

  /** A flag; a property that is given without a value means true. */
  boolean flag(String name) throws CannotCheckException {
    if (properties.containsKey(name) && properties.getOrDefault(name, "").isEmpty()) {
      return true;
    }
    return switch (text(name, "false").toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw notAllowed(name, "true, false");
    };
  }

  /** Whether a parameter is given by a user property, which then beats what others imply. */
  boolean isProperty(String name) {
    return properties.containsKey(name);
  }

  /** A value out of a few. */
  String choice(String name, List<String> allowed) throws CannotCheckException {
    String value = text(name, allowed.get(0));
    if (!allowed.contains(value)) {
      throw notAllowed(name, String.join(", ", allowed));
    }
    return value;
  }

  int seconds(String name, int defaultValue) throws CannotCheckException {
    String value = text(name, Integer.toString(defaultValue));
    Optional<Integer> number = wholeNumber(value);
    if (number.isEmpty() || number.get() < 1) {
      throw notAllowed(name, "whole numbers of seconds from 1");
    }
    return number.get();
  }

  private static Optional<Integer> wholeNumber(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A list; the property separates its values by commas and beats the POM's list. */
  List<String> list(String name) {
    return properties.containsKey(name)
        ? Arrays.stream(properties.getOrDefault(name, "").split(","))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .toList()
        : lists.getOrDefault(name, List.of());
  }

  /** A list out of a few values. */
  List<String> list(String name, List<String> allowed) throws CannotCheckException {
    List<String> values = list(name);
    for (String value : values) {
      if (!allowed.contains(value)) {
        throw notAllowed(name, value, String.join(", ", allowed));
      }
    }
    return values.stream().distinct().toList();
  }

  CannotCheckException notAllowed(String name, String allowed) {
    return notAllowed(name, text(name, ""), allowed);
  }

  CannotCheckException notAllowed(String name, String value, String allowed) {
    return new CannotCheckException(given(name) + " is \"" + value + "\"; allowed are: " + allowed);
  }

  /** The parameter in the form in which the user gave it. */
  String given(String name) {
    return properties.containsKey(name) ? "-D" + prefix + name : "<" + name + ">";
  }

  /** All values given, for the identity of a configuration. */
  @Override
  public String toString() {
    return texts + "\n" + lists + "\n-D\n" + properties;
  }
}
