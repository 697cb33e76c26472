package io.github.containerversions.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Says what the goals do, and what their parameters are. */
@Mojo(name = "help", requiresProject = false, aggregator = true, threadSafe = true)
public final class HelpMojo extends GoalMojo {
  private static final List<String> LINES =
      List.of(
          "Goals of container-versions; every parameter of <containerVersionSync> holds for them",
          "too, as the POM or -DcontainerVersions.<name> gives it.",
          "",
          "list          every container with its version and every place that states it",
          "  -Dcontainer   show one in full",
          "  -Dformat      table (default), json, tsv",
          "check         what <containerVersionSync> checks",
          "check-pushes  what <registryPushAuth> checks",
          "version       print the agreed version of a container and nothing else (use mvn -q)",
          "  -Dcontainer   which",
          "  -Dform        what to print: {version} (default), {commit}; such as v{version}-{commit}",
          "set           write a version in every place of a container that is no deployment",
          "  -Dcontainer   which",
          "  -DnewVersion  the version",
          "fix           make the places of disagreeing containers agree",
          "  -Dcontainer   only this one",
          "  -Dfrom        whose version is right: changed (default: what this branch has changed),",
          "                inventory, dockerfile, nix, container.py, place:<name>",
          "set and fix",
          "  -Dplaces=all  write deployments, too",
          "  -Dcommit      the commit that the tags of deployments are to name",
          "  -DdryRun      print a unified diff and write nothing");

  @Override
  void run() {
    LINES.forEach(it -> getLog().info(it));
  }
}
