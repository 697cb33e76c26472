package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.text.NameTemplate;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.TagForm;
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

  /** The inventory; its file is empty where there is none. */
  InventoryLayout inventory() throws CannotCheckException {
    String file =
        parameters.text("inventoryFile", "").equals("none")
            ? ""
            : configuration.inside("inventoryFile", "service-versions.yaml");
    InventoryLayout layout = new InventoryLayout(file, inventoryKey(), inventoryTags());
    if (!layout.isDefault() && !file.isEmpty() && KeyFile.of(file).isEmpty()) {
      throw new CannotCheckException(
          "no key is read from a file such as "
              + file
              + ", which <inventoryFile> names; keys are read from "
              + KeyFile.ALLOWED);
    }
    return layout;
  }

  private KeyPath inventoryKey() throws CannotCheckException {
    String text = parameters.text("inventoryKey", InventoryLayout.DEFAULT_KEY);
    String wrong =
        text.contains(NameTemplate.CONTAINER)
            ? "it has {container}: an inventory lists services, so write {service}"
            : "it has no {service}, which stands for the service whose version is there";
    try {
      KeyPath key = KeyPath.of(text);
      if (key.serviceStep() >= 0 && !text.contains(NameTemplate.CONTAINER)) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      wrong = String.valueOf(e.getMessage());
    }
    throw new CannotCheckException(
        parameters.given("inventoryKey")
            + " is \""
            + text
            + "\", and "
            + wrong
            + "; write for example services.{service}.version or apps[id={service}].tag");
  }

  private List<TagForm> inventoryTags() throws CannotCheckException {
    List<TagForm> forms = new ArrayList<>();
    for (String form : parameters.list("inventoryTags")) {
      try {
        forms.add(TagForm.of(form));
      } catch (IllegalArgumentException e) {
        throw new CannotCheckException(
            parameters.given("inventoryTags")
                + " has \""
                + form
                + "\", and "
                + e.getMessage()
                + "; a form has {version} once, and may have {commit}, {number} and {any}");
      }
    }
    return forms.isEmpty() ? List.of(TagForm.VERSION) : forms;
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
