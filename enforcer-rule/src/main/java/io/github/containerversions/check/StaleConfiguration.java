package io.github.containerversions.check;

import io.github.containerversions.model.Container;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Configuration that matches no container any more. It is told, and fails nothing. */
public final class StaleConfiguration {

  private StaleConfiguration() {}

  /**
   * Warning lines for the entries of one parameter.
   *
   * @param parameter the parameter's name
   * @param names the containers that it names
   * @param containers all containers of the repository
   */
  public static List<String> warnings(
      String parameter, Collection<String> names, List<Container> containers) {
    Set<String> known = containers.stream().map(Container::name).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> !known.contains(name))
        .distinct()
        .sorted()
        .map(
            name ->
                "[stale-configuration] <"
                    + parameter
                    + "> names "
                    + name
                    + ", which is no container: remove the entry or correct the name")
        .toList();
  }
}
