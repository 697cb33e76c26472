package io.github.containerversions.model;

import java.util.Set;

/**
 * A folder that builds one image.
 *
 * @param name the folder's name
 * @param directory its path, relative to the repository root, with {@code /}
 * @param service its name in the inventory
 * @param buildFiles the build files that stand in it, whatever their type or state
 * @param presence whether its files are there to be seen
 */
public record Container(
    String name, String directory, String service, Set<BuildFile> buildFiles, Presence presence) {

  /** Whether a container's files are on disk; where they are not, their absence says nothing. */
  public enum Presence {
    PRESENT,
    UNLISTABLE,
    UNINITIALISED_SUBMODULE,
    OUTSIDE_SPARSE_CHECKOUT
  }

  /** A container whose files are all on disk. */
  public Container(String name, String directory, String service, Set<BuildFile> buildFiles) {
    this(name, directory, service, buildFiles, Presence.PRESENT);
  }

  public Container {
    buildFiles = Set.copyOf(buildFiles);
  }

  /** The path of a build file of this container, whether it exists or not. */
  public String path(BuildFile file) {
    return directory + "/" + file.fileName();
  }
}
