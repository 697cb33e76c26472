package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.VersionChanges;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes a version in every place of a container, except deployments. */
@Mojo(name = "set", requiresProject = false, aggregator = true, threadSafe = true)
public final class SetMojo extends EditMojo {

  /** The version to write. A place that has a leading {@code v} keeps it. */
  @Parameter(property = "newVersion", defaultValue = "")
  private String newVersion = "";

  @Override
  void run() throws CannotCheckException {
    if (newVersion.isBlank()) {
      throw new CannotCheckException("say which version by -DnewVersion");
    }
    VersionSettings settings = versions().sync().settings().ofAll();
    // Which containers there are; what they declare is read as it is changed.
    VersionResult result =
        new ContainerVersionSync(settings, it -> getLog().info(it)).run(it -> false);
    ContainerResult container = only(result);
    VersionChanges changes = changes(settings, result);
    changes.set(container.container(), newVersion.strip());
    finish(changes);
  }
}
