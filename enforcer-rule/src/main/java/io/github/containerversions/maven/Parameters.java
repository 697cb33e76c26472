package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a rule that have a property: what the strongest origin says, else the default.
 * Every error names the parameter in the form in which it was given.
 */
final class Parameters {
  private final String prefix;
  private final Set<String> known;
  private final Map<String, List<String>> lists;
  private final Map<String, Given> given = new TreeMap<>();

  /**
   * Where a value of a parameter is given; a later constant beats an earlier one. That is the order
   * of Maven for the parameters of all plugins, in which a property of the virtual machine beats
   * one of the POM (PluginParameterExpressionEvaluator).
   */
  private enum Origin {
    PROJECT,
    SYSTEM,
    ELEMENT,
    USER;

    /** A parameter as users write it there. */
    String shown(String prefix, String name) {
      return switch (this) {
        case PROJECT -> "<" + prefix + name + "> in <properties>";
        case SYSTEM -> "the system property " + prefix + name;
        case ELEMENT -> "<" + name + ">";
        case USER -> "-D" + prefix + name;
      };
    }
  }

  /** A value, and where it stands; the text of a list is looked at only where it is a property. */
  private record Given(Origin place, String text) {
    /** Written out: the one of a record is made by method handles when a build first needs it. */
    @Override
    public String toString() {
      return place + " " + text;
    }
  }

  /**
   * The parameters of one rule.
   *
   * @param prefix what the names of its properties start with, such as {@code containerVersions.}
   * @param texts every scalar by its name, as its element has it; null where there is none
   * @param lists every list by its name, as its element has it
   * @param properties the properties of the build
   */
  Parameters(
      String prefix,
      Map<String, @Nullable String> texts,
      Map<String, List<String>> lists,
      BuildProperties properties) {
    this.prefix = prefix;
    this.known = new TreeSet<>(texts.keySet());
    this.known.addAll(lists.keySet());
    this.lists = new TreeMap<>();
    add(Origin.PROJECT, BuildProperties.startingWith(prefix, properties.project()));
    add(Origin.SYSTEM, BuildProperties.startingWith(prefix, properties.system()));
    for (Map.Entry<String, @Nullable String> each : texts.entrySet()) {
      addElement(each.getKey(), PomText.of(each.getValue()));
    }
    for (Map.Entry<String, List<String>> each : lists.entrySet()) {
      addElement(each.getKey(), each.getValue());
    }
    add(Origin.USER, BuildProperties.startingWith(prefix, properties.user()));
  }

  /** Those of a rule in a build; the same as the constructor for a caller that names no record. */
  static Parameters of(
      String prefix,
      Map<String, @Nullable String> texts,
      Map<String, List<String>> lists,
      MavenSession session,
      MavenProject project) {
    return new Parameters(prefix, texts, lists, BuildProperties.of(session, project));
  }

  private void add(Origin place, Map<String, String> values) {
    for (Map.Entry<String, String> each : values.entrySet()) {
      given.put(each.getKey(), new Given(place, each.getValue()));
    }
  }

  private void addElement(String name, String text) {
    if (!text.isEmpty()) {
      given.put(name, new Given(Origin.ELEMENT, text));
    }
  }

  /** Maven gives null for an element without text. */
  private void addElement(String name, List<String> values) {
    List<String> texts = new ArrayList<>();
    for (String each : values) {
      texts.add(PomText.of(each));
    }
    lists.put(name, texts);
    if (!texts.isEmpty()) {
      given.put(name, new Given(Origin.ELEMENT, String.join(",", texts)));
    }
  }

  /** A property of ours that no parameter has is a typing error, not something to pass over. */
  void refuseUnknownProperties() throws CannotCheckException {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new CannotCheckException(
            "there is no parameter " + given(name) + "; there are: " + String.join(", ", known));
      }
    }
  }

  String text(String name, String defaultValue) {
    Given value = given.get(name);
    return value == null || value.text().isEmpty() ? defaultValue : value.text();
  }

  /** A flag; a property that is given without a value means true. */
  boolean flag(String name) throws CannotCheckException {
    if (given.containsKey(name) && text(name, "").isEmpty()) {
      return true;
    }
    return switch (text(name, "false").toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw notAllowed(name, "true, false");
    };
  }

  /** Whether a parameter is given, and no weaker than another. */
  boolean isGivenNoWeakerThan(String name, String other) {
    Given value = given.get(name);
    Given rival = given.get(other);
    return value != null && (rival == null || value.place().compareTo(rival.place()) >= 0);
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

  /** A list; a property separates its values by commas. */
  List<String> list(String name) throws CannotCheckException {
    Given value = given.get(name);
    if (value == null || value.place() == Origin.ELEMENT) {
      List<String> texts = lists.getOrDefault(name, List.of());
      if (texts.contains("")) {
        throw new CannotCheckException("<" + name + "> holds an element without text");
      }
      return texts;
    }
    return Arrays.stream(value.text().split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** A list out of a few values. */
  List<String> list(String name, List<String> allowed) throws CannotCheckException {
    List<String> values = list(name);
    for (String value : values) {
      if (!allowed.contains(value)) {
        throw notAllowed(name, value, String.join(", ", allowed));
      }
    }
    return List.copyOf(new LinkedHashSet<>(values));
  }

  CannotCheckException notAllowed(String name, String allowed) {
    return notAllowed(name, text(name, ""), allowed);
  }

  CannotCheckException notAllowed(String name, String value, String allowed) {
    return new CannotCheckException(given(name) + " is \"" + value + "\"; allowed are: " + allowed);
  }

  /** The parameter in the form in which the user gave it. */
  String given(String name) {
    Given value = given.get(name);
    return (value == null ? Origin.ELEMENT : value.place()).shown(prefix, name);
  }

  /** All values that count, for the identity of a configuration. */
  @Override
  public String toString() {
    return given + "\n" + lists;
  }
}
