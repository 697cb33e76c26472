package io.github.containerversions.versions.site;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The containers: the child folders of one folder, as they were listed.
 *
 * @param root the repository root
 * @param directory that folder, relative to the repository root, with {@code /}
 * @param entries what stands in each child folder
 */
public record ContainerFolders(Path root, String directory, List<Entries> entries) {

  /** From so many containers on, listing them on several cores is worth starting threads for. */
  private static final int WORTH_THREADS = 64;

  /** The build files that stand in a folder; null where it cannot be listed. */
  record Entries(String folder, @Nullable List<String> buildFiles) {}

  /**
   * Lists a folder and its child folders. Those whose name starts with a dot are no containers.
   *
   * @param root the repository root
   * @param buildFiles the names of the files that make a folder buildable
   * @throws IOException where the folder itself cannot be listed
   */
  public static ContainerFolders list(Path root, String directory, List<String> buildFiles)
      throws IOException {
    Path folder = root.resolve(directory);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        names.add(child.getFileName().toString());
      }
    }
    Stream<String> stream = names.size() < WORTH_THREADS ? names.stream() : names.parallelStream();
    List<Entries> entries =
        stream
            .filter(name -> !name.startsWith("."))
            .map(name -> entries(name, folder.resolve(name), buildFiles))
            .filter(Objects::nonNull)
            .toList();
    return new ContainerFolders(root, directory, entries);
  }

  /** Null where that is no folder; most are, so it is asked only of what cannot be listed. */
  private static @Nullable Entries entries(String name, Path folder, List<String> buildFiles) {
    String[] names = folder.toFile().list();
    if (names != null) {
      List<String> all = Arrays.asList(names);
      return new Entries(name, buildFiles.stream().filter(all::contains).toList());
    }
    return Files.isDirectory(folder) ? new Entries(name, null) : null;
  }

  /**
   * Every container, sorted by name.
   *
   * @param serviceNames container to inventory name, where they differ
   * @param gaps what git knows below the folder and is not on disk
   */
  public List<Container> containers(Map<String, String> serviceNames, List<CheckoutGap> gaps) {
    List<Container> containers = new ArrayList<>(entries.size());
    for (Entries each : entries) {
      containers.add(container(each, serviceNames, gaps));
    }
    for (CheckoutGap gap : gaps) {
      if (isContainer(gap.path()) && !Files.exists(root.resolve(gap.path()))) {
        String name = gap.path().substring(directory.length() + 1);
        containers.add(container(new Entries(name, null), serviceNames, gaps));
      }
    }
    containers.sort(Comparator.comparing(Container::name));
    return containers;
  }

  private boolean isContainer(String path) {
    return path.startsWith(directory + "/") && path.indexOf('/', directory.length() + 1) < 0;
  }

  private Container container(
      Entries entries, Map<String, String> serviceNames, List<CheckoutGap> gaps) {
    String name = entries.folder();
    List<String> buildFiles = entries.buildFiles();
    return new Container(
        name,
        directory + "/" + name,
        serviceNames.getOrDefault(name, name),
        buildFiles == null ? List.of() : buildFiles,
        own(gaps, directory + "/" + name, buildFiles == null));
  }

  private static List<CheckoutGap> own(List<CheckoutGap> gaps, String path, boolean unlistable) {
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
}
