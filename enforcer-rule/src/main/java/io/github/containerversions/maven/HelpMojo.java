package io.github.containerversions.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints the goals and their parameters. */
@Mojo(name = "help", requiresProject = false, aggregator = true, threadSafe = true)
public final class HelpMojo extends GoalMojo {
  private static final List<String> LINES =
      List.of(
          "Goals of container-versions. They use the configuration of <containerVersionSync> in the",
          "POM, and the properties -DcontainerVersions.<name>.",
          "",
          "list          list every container with its version and every place that states it",
          "  -Dcontainer   show one in full",
          "  -Dformat      table (default), json, tsv",
          "check         run the rule <containerVersionSync>",
          "check-pushes  run the rule <registryPushAuth>",
          "version       print the agreed version of a container and nothing else (use mvn -q)",
          "  -Dcontainer   the container",
          "  -Dform        the text to print, such as v{version}-{commit} (default: {version})",
          "set           write a version in every place of a container, except deployments",
          "  -Dcontainer   the container",
          "  -DnewVersion  the version to write",
          "fix           make the places of containers that disagree state the same version",
          "  -Dcontainer   only this one",
          "  -Dfrom        the source that is right: changed (default, what this branch has changed),",
          "                inventory, dockerfile, nix, container.py, place:<name>",
          "set and fix",
          "  -Dplaces=all  write deployments as well",
          "  -Dcommit      the commit for the tags of deployments",
          "  -DdryRun      print a unified diff and write nothing");

  @Override
  void run() {
    LINES.forEach(it -> getLog().info(it));
  }
}
