package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.scope.PathGlobs;
import java.util.ArrayList;
import java.util.List;

/** The parameters that say how a repository is laid out, validated. */
final class LayoutParameters {
  private final Configuration configuration;
  private final Parameters parameters;

  LayoutParameters(Configuration configuration) {
    this.configuration = configuration;
    this.parameters = configuration.parameters();
  }

  /** Which folders are containers: {@code containers}, or {@code containersDirectory}. */
  ContainerLayout containers() throws CannotCheckException {
    List<String> globs = PathGlobs.joined(parameters.list("containers"));
    String directory = parameters.text("containersDirectory", "");
    boolean isRoot = directory.equals(ContainerLayout.ROOT) || directory.equals("./");
    if (globs.isEmpty()) {
      return ContainerLayout.childrenOf(
          isRoot
              ? ContainerLayout.ROOT
              : configuration.inside("containersDirectory", "containers"));
    }
    if (!directory.isEmpty()) {
      throw new CannotCheckException(
          parameters.given("containers")
              + " and "
              + parameters.given("containersDirectory")
              + " are both given; keep one: <containersDirectory>"
              + directory
              + "</containersDirectory> is <containers><container>"
              + (isRoot ? "" : directory + "/")
              + "*</container></containers>");
    }
    List<FolderGlob> read = new ArrayList<>();
    for (String glob : globs) {
      read.add(glob(glob));
    }
    return ContainerLayout.matching(read);
  }

  private FolderGlob glob(String glob) throws CannotCheckException {
    try {
      return FolderGlob.of(glob);
    } catch (IllegalArgumentException e) {
      throw parameters.notAllowed(
          "containers",
          glob,
          "globs of folders below the repository root, such as apps/*, */src/main/docker or"
              + " {apps,images}/*; a * for each name, as ** is of no fixed depth");
    }
  }
}
