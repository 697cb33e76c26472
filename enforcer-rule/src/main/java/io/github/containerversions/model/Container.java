package io.github.containerversions.model;

import java.util.Set;

/**
 * A folder that builds one image.
 *
 * @param name the folder's name
 * @param directory its path, relative to the repository root, with {@code /}
 * @param service its name in the inventory
 * @param buildFiles the build files that stand in it, whatever their type or state
 */
public record Container(String name, String directory, String service, Set<BuildFile> buildFiles) {

  public Container {
    buildFiles = Set.copyOf(buildFiles);
  }

  /** The path of a build file of this container, whether it exists or not. */
  public String path(BuildFile file) {
    return directory + "/" + file.fileName();
  }
}
