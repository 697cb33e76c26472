package io.github.containerversions.source;

import io.github.containerversions.model.BuildFile;
import io.github.containerversions.model.CheckoutGap;
import io.github.containerversions.model.Container;
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
import java.util.stream.Stream;

/**
 * The folder whose child folders are the containers.
 *
 * @param root the repository root
 * @param directory the folder, relative to the root, with {@code /}
 * @param serviceNames container to inventory name, where they differ
 * @param gaps what git knows below the folder and is not on disk
 */
public record ContainerFolders(
    Path root, String directory, Map<String, String> serviceNames, List<CheckoutGap> gaps) {

  /** From so many containers on, listing them on several cores is worth starting threads for. */
  private static final int WORTH_THREADS = 64;

  /**
   * Every container, sorted by name. Folders whose name starts with a dot are none.
   *
   * @throws IOException where the folder cannot be listed
   */
  public List<Container> list() throws IOException {
    List<Container> containers = new ArrayList<>(onDisk());
    for (CheckoutGap gap : gaps) {
      if (isContainer(gap.path()) && !Files.exists(root.resolve(gap.path()))) {
        String name = gap.path().substring(directory.length() + 1);
        containers.add(container(name, root.resolve(gap.path())));
      }
    }
    containers.sort(Comparator.comparing(Container::name));
    return containers;
  }

  private List<Container> onDisk() throws IOException {
    Path folder = root.resolve(directory);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        names.add(child.getFileName().toString());
      }
    }
    Stream<String> stream = names.size() < WORTH_THREADS ? names.stream() : names.parallelStream();
    return stream
        .filter(name -> !name.startsWith(".") && Files.isDirectory(folder.resolve(name)))
        .map(name -> container(name, folder.resolve(name)))
        .toList();
  }

  private boolean isContainer(String path) {
    return path.startsWith(directory + "/") && path.indexOf('/', directory.length() + 1) < 0;
  }

  private Container container(String name, Path folder) {
    String[] names = folder.toFile().list();
    return new Container(
        name,
        directory + "/" + name,
        serviceNames.getOrDefault(name, name),
        names == null ? Set.of() : buildFiles(names),
        gaps(name, names == null));
  }

  private List<CheckoutGap> gaps(String name, boolean unlistable) {
    String path = directory + "/" + name;
    List<CheckoutGap> own = new ArrayList<>();
    for (CheckoutGap gap : gaps) {
      if (gap.path().equals(path) || gap.path().startsWith(path + "/")) {
        own.add(gap);
      }
    }
    return unlistable && own.isEmpty()
        ? List.of(new CheckoutGap(CheckoutGap.Kind.UNLISTABLE, path))
        : own;
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
