package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What Maven passes over in a rule's element without a word: text, attributes, and of two elements
 * of one name the first. An element that it does not know it refuses itself.
 */
final class PassedOver {

  /** The beginnings of attributes that mean something to Maven. */
  private static final List<String> OF_MAVEN =
      List.of("combine.", "self.", "xml", "implementation", "default-value");

  private PassedOver() {}

  /**
   * Refuses it in every element of the rule in the plugin's configuration.
   *
   * @param rule the name of the element
   * @param configuration that of the execution; null where it has none
   */
  static void refuse(String rule, @Nullable Xpp3Dom configuration) throws CannotCheckException {
    Xpp3Dom rules = configuration == null ? null : configuration.getChild("rules");
    if (rules == null) {
      return;
    }
    for (Xpp3Dom element : rules.getChildren(rule)) {
      refuseIn(element);
    }
  }

  /** Refuses it in one element of a rule. */
  static void refuseIn(Xpp3Dom element) throws CannotCheckException {
    if (!PomText.of(element.getValue()).isEmpty()) {
      throw noParameter(element, "holds text");
    }
    refuseAttributes(element);
    refuseRepetition(element);
  }

  private static void refuseAttributes(Xpp3Dom element) throws CannotCheckException {
    for (String name : element.getAttributeNames()) {
      if (OF_MAVEN.stream().noneMatch(name::startsWith)) {
        throw noParameter(element, "has an attribute " + name);
      }
    }
    for (Xpp3Dom child : element.getChildren()) {
      refuseAttributes(child);
    }
  }

  private static void refuseRepetition(Xpp3Dom element) throws CannotCheckException {
    Set<String> names = new HashSet<>();
    for (Xpp3Dom child : element.getChildren()) {
      if (!names.add(child.getName())) {
        throw new CannotCheckException(
            "<%s> has <%s> twice; Maven takes only the last"
                .formatted(element.getName(), child.getName()));
      }
    }
  }

  private static CannotCheckException noParameter(Xpp3Dom element, String what) {
    return new CannotCheckException(
        "<%s> %s; a parameter is an element, such as <skip>true</skip>"
            .formatted(element.getName(), what));
  }
}
