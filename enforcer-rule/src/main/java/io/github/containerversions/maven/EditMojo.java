package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.versions.VersionChanges;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that writes versions. */
abstract class EditMojo extends ContainerMojo {

  /** Prints a unified diff and writes nothing. */
  @Parameter(property = "dryRun", defaultValue = "false")
  private boolean dryRun;

  /** {@code all} writes deployments as well. By default, deployments do not change. */
  @Parameter(property = "places", defaultValue = "")
  private String places = "";

  /** The commit for tags whose form has one. Without it, these tags do not change. */
  @Parameter(property = "commit", defaultValue = "")
  private String commit = "";

  /** Changes to the containers of a run. */
  final VersionChanges changes(VersionSettings settings, VersionResult result)
      throws CannotCheckException {
    if (!places.isEmpty() && !places.equals("all")) {
      throw new CannotCheckException("-Dplaces is \"" + places + "\"; allowed is: all");
    }
    if (!commit.isEmpty() && !commit.matches("[0-9a-f]{7,40}")) {
      throw new CannotCheckException(
          "-Dcommit is \"" + commit + "\"; allowed are: 7 to 40 hexadecimal digits");
    }
    return new VersionChanges(
        settings,
        result.containers().stream().map(ContainerResult::container).toList(),
        places.equals("all"),
        commit);
  }

  /** Writes the changes, or shows them. */
  final void finish(VersionChanges changes) throws CannotCheckException {
    if (dryRun) {
      changes.verify();
      List<String> diff = changes.diff();
      if (!diff.isEmpty()) {
        print(diff);
      }
      return;
    }
    changes.write();
    changes.lines().forEach(it -> getLog().info(ConsoleText.of(it)));
    if (changes.files().edited().isEmpty()) {
      getLog().info("Nothing to change");
    }
  }
}
