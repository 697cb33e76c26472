package io.github.containerversions.versions.model;

import io.github.containerversions.core.file.FolderGlob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which folders of a repository are containers.
 *
 * @param directory the folder whose child folders are the containers, from the root; {@code .} for
 *     the root, empty where globs are configured
 * @param globs what the containers' folders match
 */
public record ContainerLayout(String directory, List<FolderGlob> globs) {

  /** The folder that stands for the repository root. */
  public static final String ROOT = ".";

  public ContainerLayout {
    globs = List.copyOf(globs);
  }

  /** The child folders of one folder. */
  public static ContainerLayout childrenOf(String directory) {
    String folder = directory.equals(ROOT) ? "" : directory;
    return new ContainerLayout(directory, List.of(FolderGlob.childrenOf(folder)));
  }

  /** The folders that globs match. */
  public static ContainerLayout matching(List<FolderGlob> globs) {
    return new ContainerLayout("", globs);
  }

  /**
   * A container's folder that a path leads to.
   *
   * @param folder its path from the root
   * @param name the container's name
   * @param rest the path from there; empty where the path is that of the folder itself
   */
  public record Part(String folder, String name, String rest) {

    /** Whether the path is that of a file or folder right in the container's folder. */
    public boolean isChild() {
      return !rest.isEmpty() && rest.indexOf('/') < 0;
    }
  }

  /**
   * Whether a folder is a container only where it holds a build file: beside the containers there
   * are other folders.
   */
  public boolean byBuildFile() {
    return directory.isEmpty() || directory.equals(ROOT);
  }

  /** The containers' folders that a path leads to or into. */
  public List<Part> parts(String path) {
    List<Part> parts = new ArrayList<>(1);
    List<String> names = Arrays.asList(path.split("/", -1));
    for (FolderGlob glob : globs) {
      if (names.size() >= glob.depth()) {
        String folder = String.join("/", names.subList(0, glob.depth()));
        Optional<String> name = glob.nameOf(folder);
        if (name.isPresent()) {
          String rest = String.join("/", names.subList(glob.depth(), names.size()));
          parts.add(new Part(folder, name.get(), rest));
        }
      }
    }
    return parts;
  }

  /** Whether containers may lie below a folder. */
  public boolean leadsThrough(String folder) {
    return globs.stream().anyMatch(it -> it.leadsThrough(folder));
  }

  /** Whether no container is to be found without a folder. */
  public boolean liesIn(String folder) {
    return globs.stream().allMatch(it -> it.liesIn(folder) && it.leadsThrough(folder));
  }
}
