package io.github.containerversions.core.finding;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Configuration that matches nothing any more. It is told, and fails nothing. */
public final class StaleConfiguration {

  public static final RuleInfo INFO =
      new RuleInfo(
          "stale-configuration",
          "Every exemption, service name and nix package in the configuration names something there is",
          "An entry that outlives what it names does nothing today, and would silently apply to the"
              + " next thing of that name.",
          "Remove the entry, or correct the name.");

  private StaleConfiguration() {}

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
                    "<" + parameter + "> names " + name + ", which is no " + kind,
                    "remove the entry from <" + parameter + ">, or correct the name"))
        .toList();
  }
}
