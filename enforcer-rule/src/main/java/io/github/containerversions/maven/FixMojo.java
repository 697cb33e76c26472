package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.versions.FixTarget;
import io.github.containerversions.versions.VersionChanges;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Makes the places of a container that disagree state the same version. */
@Mojo(name = "fix", requiresProject = false, aggregator = true, threadSafe = true)
public final class FixMojo extends EditMojo {

  /**
   * The source whose version is right: {@code inventory}, {@code dockerfile}, {@code nix}, {@code
   * container.py} or {@code place:<name>}; or {@code changed}, for the version that this branch has
   * changed since its base.
   */
  @Parameter(property = "from", defaultValue = "changed")
  private String from = "changed";

  @Override
  void run() throws CannotCheckException {
    VersionSettings settings = versions().sync().settings();
    VersionResult result = result(settings);
    refuseUnknownContainer(result);
    List<String> sites = result.sites().stream().map(it -> it.id()).toList();
    if (!from.equals(FixTarget.CHANGED) && !sites.contains(from)) {
      throw new CannotCheckException(
          "-Dfrom is \"" + from + "\"; allowed are: changed, " + String.join(", ", sites));
    }
    VersionChanges changes = changes(settings, result);
    FixTarget target = new FixTarget(settings, result, from);
    for (ContainerResult each : result.failed()) {
      if (each.findings().stream().anyMatch(it -> it.rule().equals("version-agreement"))) {
        changes.set(each.container(), target.of(each));
      }
    }
    finish(changes);
  }
}
