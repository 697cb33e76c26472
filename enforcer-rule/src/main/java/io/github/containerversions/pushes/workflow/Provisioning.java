package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Location;
import java.util.List;
import java.util.Map;

/**
 * Where secrets come from.
 *
 * @param secretsFile the file that lists them; empty where none is configured
 * @param secrets the secrets that it lists, by name in capitals
 * @param sourceFiles the files in which their variables are set; empty where none is configured
 * @param variables the variables that are set there, with their places
 * @param empty the variables that are named there and set to nothing
 * @param problems why a file could not be read; the file is that of the location
 */
public record Provisioning(
    String secretsFile,
    Map<String, Secret> secrets,
    List<String> sourceFiles,
    Map<String, Location> variables,
    Map<String, Location> empty,
    List<Problem> problems) {

  public Provisioning {
    secrets = Map.copyOf(secrets);
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
   */
  public record Secret(
      String name, Location location, String variable, Location variableLocation) {}
}
