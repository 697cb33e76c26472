package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where secrets come from.
 *
 * @param secretsFile the file that lists them; empty where none is configured
 * @param secrets the secrets that it lists, by name in capitals
 * @param repository the repository whose lists these are; empty for all that there are
 * @param repositories the repositories that the file has lists for
 * @param sourceFiles the files in which their variables are set; empty where none is configured
 * @param variables the variables that are set there, with their places
 * @param empty the variables that are named there and set to nothing
 * @param computed where variables are set whose names are computed
 * @param problems why a file could not be read; the file is that of the location
 */
public record Provisioning(
    String secretsFile,
    Map<String, Secret> secrets,
    String repository,
    Set<String> repositories,
    List<String> sourceFiles,
    Map<String, Location> variables,
    Map<String, Location> empty,
    List<Location> computed,
    List<Problem> problems) {

  public Provisioning {
    secrets = Map.copyOf(secrets);
    repositories = Set.copyOf(repositories);
    computed = List.copyOf(computed);
    sourceFiles = List.copyOf(sourceFiles);
    variables = Map.copyOf(variables);
    empty = Map.copyOf(empty);
    problems = List.copyOf(problems);
  }

  /**
   * A secret that is listed.
   *
   * @param name its name as written
   * @param location where its name stands
   * @param variable the variable that holds its value; empty where none is named
   * @param variableLocation where that stands
   * @param repositories the repositories that it is listed for; empty where none is named
   */
  public record Secret(
      String name,
      Location location,
      String variable,
      Location variableLocation,
      Set<String> repositories) {
    public Secret {
      repositories = Set.copyOf(repositories);
    }
  }
}
