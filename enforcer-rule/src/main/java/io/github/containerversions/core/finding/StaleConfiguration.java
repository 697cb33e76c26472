package io.github.containerversions.core.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Configuration that no longer matches anything. It is a warning and does not stop the build. */
public final class StaleConfiguration {

  public static final RuleInfo INFO =
      new RuleInfo(
          "stale-configuration",
          "Every exemption, service name and Nix package in the configuration names something that"
              + " exists",
          "An entry for something that no longer exists has no effect now, and would silently"
              + " apply to the next thing of that name.",
          "Remove the entry, or correct the name.");

  private StaleConfiguration() {}

  /**
   * Warnings for exemptions.
   *
   * @param kind what they excuse: a container, a workflow
   * @param known the names of all there are
   */
  public static List<Warning> ofExemptions(
      List<Exemption> exemptions, String kind, Set<String> known) {
    List<String> stale = new ArrayList<>();
    for (Exemption exemption : exemptions) {
      SubjectGlob glob = new SubjectGlob(exemption.subject());
      if (known.stream().noneMatch(glob::matches)) {
        stale.add(exemption.subject());
      }
    }
    return warnings("exemptions", stale, kind, known);
  }

  /**
   * Warnings for the entries of one parameter.
   *
   * @param parameter the parameter's name
   * @param names what it names
   * @param kind what these are: a container, a workflow
   * @param known the names of all there are
   */
  public static List<Warning> warnings(
      String parameter, Collection<String> names, String kind, Set<String> known) {
    if (names.isEmpty()) {
      return List.of();
    }
    return names.stream()
        .filter(name -> !known.contains(name))
        .distinct()
        .sorted()
        .map(
            name ->
                new Warning(
                    INFO.id(),
                    "<"
                        + parameter
                        + "> names "
                        + name
                        + (parameter.equals("exemptions") && SubjectGlob.isGlob(name)
                            ? ", which matches no "
                            : ", which is no ")
                        + kind,
                    "remove the entry from <" + parameter + ">, or correct the name"))
        .toList();
  }
}
