package io.github.containerversions.versions.model;

import java.util.List;

/**
 * A folder that builds one image.
 *
 * @param name its name: that of its folder, or what the wildcards of a glob match
 * @param directory its path, relative to the repository root, with {@code /}
 * @param service its name in the inventory
 * @param buildFiles the names of the build files that stand in it, whatever their type or state
 * @param variants the names of files in it that look like further build files and are not read
 * @param gaps what of it is not there to be seen; where something is not, its absence says nothing
 */
public record Container(
    String name,
    String directory,
    String service,
    List<String> buildFiles,
    List<String> variants,
    List<CheckoutGap> gaps) {

  /** A container without further build files. */
  public Container(
      String name,
      String directory,
      String service,
      List<String> buildFiles,
      List<CheckoutGap> gaps) {
    this(name, directory, service, buildFiles, List.of(), gaps);
  }

  /** A container whose files are all there. */
  public Container(String name, String directory, String service, List<String> buildFiles) {
    this(name, directory, service, buildFiles, List.of());
  }

  public Container {
    buildFiles = List.copyOf(buildFiles);
    variants = List.copyOf(variants);
    gaps = List.copyOf(gaps);
  }

  /** The path of a file in this container's folder, whether it exists or not. */
  public String path(String file) {
    return directory + "/" + file;
  }
}
