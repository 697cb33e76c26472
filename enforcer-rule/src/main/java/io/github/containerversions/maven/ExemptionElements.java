package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The element {@code <exemptions>} of a rule. What it means is checked by {@link
 * ExemptionParameter}; here only the form counts, of which Maven's own errors name Java types.
 */
final class ExemptionElements {
  private final String kind;

  private ExemptionElements(String kind) {
    this.kind = kind;
  }

  /**
   * The exemptions of an element, not yet validated.
   *
   * @param kind what they name: {@code container} or {@code workflow}
   * @param element what the POM has; null where it does not have it
   * @throws CannotCheckException where the form is another
   */
  static List<Exemption> read(String kind, @Nullable PlexusConfiguration element)
      throws CannotCheckException {
    List<Exemption> exemptions = new ArrayList<>();
    if (element != null) {
      ExemptionElements form = new ExemptionElements(kind);
      form.requireNoText(element);
      for (PlexusConfiguration child : element.getChildren()) {
        exemptions.add(form.exemption(child));
      }
    }
    return exemptions;
  }

  private Exemption exemption(PlexusConfiguration element) throws CannotCheckException {
    if (!element.getName().equals("exemption")) {
      throw wrong("<exemptions> holds <" + element.getName() + ">");
    }
    requireNoText(element);
    Exemption exemption = new Exemption();
    Set<String> names = new HashSet<>();
    for (PlexusConfiguration child : element.getChildren()) {
      if (!names.add(child.getName())) {
        throw wrong("an <exemption> has <" + child.getName() + "> twice");
      }
      if (child.getChildCount() > 0) {
        throw wrong("<" + child.getName() + "> of an <exemption> holds elements");
      }
      set(exemption, child.getName(), PomText.of(child));
    }
    return exemption;
  }

  private void set(Exemption exemption, String name, String text) throws CannotCheckException {
    if (name.equals(kind)) {
      exemption.setContainer(kind.equals("container") ? text : null);
      exemption.setWorkflow(kind.equals("workflow") ? text : null);
      return;
    }
    switch (name) {
      case "reason" -> exemption.setReason(text);
      case "rule" -> exemption.setRule(text);
      case "until" -> exemption.setUntil(text);
      default ->
          throw wrong(
              "an <exemption> has <"
                  + name
                  + ">; there are <"
                  + kind
                  + ">, <reason>, <rule> and <until>");
    }
  }

  private void requireNoText(PlexusConfiguration element) throws CannotCheckException {
    if (!PomText.of(element).isEmpty()) {
      throw wrong("<" + element.getName() + "> holds text");
    }
  }

  private CannotCheckException wrong(String what) {
    String name = kind.equals("container") ? "kubectl" : "nightly.yaml";
    return new CannotCheckException(
        what
            + "; write <exemptions><exemption><"
            + kind
            + ">"
            + name
            + "</"
            + kind
            + "><reason>why it is exempt</reason></exemption></exemptions>");
  }
}
