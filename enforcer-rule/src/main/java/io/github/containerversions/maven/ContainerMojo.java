package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal about one container or all of them. */
abstract class ContainerMojo extends GoalMojo {
  private static final int MAX_NAMES = 50;

  /** The name of the container; without it, all containers where the goal allows that. */
  @Parameter(property = "container", defaultValue = "")
  private String container = "";

  /** The name of the container that is asked about; empty for all. */
  final String container() {
    return container.strip();
  }

  /** The result of the check for the containers of this goal, changed or not. */
  final VersionResult result(VersionSettings settings) throws CannotCheckException {
    return new ContainerVersionSync(settings, it -> getLog().info(ConsoleText.of(it)))
        .run(it -> container().isEmpty() || it.name().equals(container()));
  }

  /**
   * The container that is asked about.
   *
   * @throws CannotCheckException where none is named, or no container has that name
   */
  final ContainerResult only(VersionResult result) throws CannotCheckException {
    if (container().isEmpty()) {
      throw new CannotCheckException("say which container by -Dcontainer; " + known(result));
    }
    return result.containers().stream()
        .filter(it -> it.container().name().equals(container()))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotCheckException(
                    "there is no container " + container() + "; " + known(result)));
  }

  /**
   * Refuses the name of a container that does not exist, where one is given.
   *
   * @throws CannotCheckException where no container has that name
   */
  final void refuseUnknownContainer(VersionResult result) throws CannotCheckException {
    if (!container().isEmpty()) {
      only(result);
    }
  }

  private static String known(VersionResult result) {
    List<String> names =
        result.containers().stream().map(it -> it.container().name()).limit(MAX_NAMES).toList();
    int more = result.containers().size() - names.size();
    return "there are: " + String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
