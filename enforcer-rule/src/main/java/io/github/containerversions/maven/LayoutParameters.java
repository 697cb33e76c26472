package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.VersionArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameters that say how a repository is laid out, validated. */
final class LayoutParameters {
  private static final String NAMES =
      "names of letters, digits and underscores, separated by commas; {NAME} in one stands for the"
          + " container's name in capitals, FROM for the tag of the base image";

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

  /**
   * What declares the version in a Dockerfile.
   *
   * @param byContainer the map {@code <versionArgs>}
   */
  VersionArgs versionArgs(Map<String, String> byContainer) throws CannotCheckException {
    String names = parameters.text("versionArg", "CONTAINER_APP_VERSION");
    if (!VersionArgs.isValid(names)) {
      throw parameters.notAllowed("versionArg", NAMES);
    }
    for (Map.Entry<String, String> each : byContainer.entrySet()) {
      if (!VersionArgs.isValid(each.getValue())) {
        throw new CannotCheckException(
            "<versionArgs> has \""
                + each.getValue()
                + "\" for "
                + each.getKey()
                + "; allowed are: "
                + NAMES);
      }
    }
    return new VersionArgs(names, byContainer);
  }

  /** The inventory from the root; empty where there is none. */
  String inventoryFile() throws CannotCheckException {
    return parameters.text("inventoryFile", "").equals("none")
        ? ""
        : configuration.inside("inventoryFile", "service-versions.yaml");
  }

  /** The name that declares the version in a {@code container.py}. */
  String containerPyVariable() throws CannotCheckException {
    String name = parameters.text("containerPyVariable", "VERSION");
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw parameters.notAllowed(
          "containerPyVariable", "names of letters, digits and underscores");
    }
    return name;
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
