package io.github.containerversions.source;

import io.github.containerversions.model.BuildFile;
import io.github.containerversions.model.Container;
import io.github.containerversions.model.Container.Presence;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folder whose child folders are the containers.
 *
 * @param root the repository root
 * @param directory the folder, relative to the root, with {@code /}
 * @param serviceNames container to inventory name, where they differ
 */
public record ContainerFolders(Path root, String directory, Map<String, String> serviceNames) {

  /**
   * Every container, sorted by name. Folders whose name starts with a dot are none.
   *
   * @throws IOException where the folder cannot be listed
   */
  public List<Container> list() throws IOException {
    List<Container> containers = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(directory))) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (!name.startsWith(".") && Files.isDirectory(child)) {
          containers.add(container(name, child));
        }
      }
    }
    containers.sort(Comparator.comparing(Container::name));
    return containers;
  }

  private Container container(String name, Path folder) {
    String[] names = folder.toFile().list();
    return new Container(
        name,
        directory + "/" + name,
        serviceNames.getOrDefault(name, name),
        names == null ? Set.of() : buildFiles(names),
        names == null ? Presence.UNLISTABLE : Presence.PRESENT);
  }

  private static Set<BuildFile> buildFiles(String[] names) {
    Set<BuildFile> found = EnumSet.noneOf(BuildFile.class);
    List<String> all = Arrays.asList(names);
    for (BuildFile file : BuildFile.values()) {
      if (all.contains(file.fileName())) {
        found.add(file);
      }
    }
    return found;
  }
}
