package io.github.containerversions.check;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.Warning;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Configuration that matches no container any more. It is told, and fails nothing. */
public final class StaleConfiguration {

  static final RuleInfo INFO =
      new RuleInfo(
          "stale-configuration",
          "Every exemption, service name and nix package in the configuration names a container",
          "An entry that outlives its container does nothing today, and would silently apply to the"
              + " next container of that name.",
          "Remove the entry, or correct the name.");

  private StaleConfiguration() {}

  /**
   * Warnings for the entries of one parameter.
   *
   * @param parameter the parameter's name
   * @param names the containers that it names
   * @param containers all containers of the repository
   */
  public static List<Warning> warnings(
      String parameter, Collection<String> names, List<Container> containers) {
    if (names.isEmpty()) {
      return List.of();
    }
    Set<String> known = containers.stream().map(Container::name).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> !known.contains(name))
        .distinct()
        .sorted()
        .map(
            name ->
                new Warning(
                    INFO.id(),
                    "<" + parameter + "> names " + name + ", which is no container",
                    "remove the entry from <" + parameter + ">, or correct the name"))
        .toList();
  }
}
