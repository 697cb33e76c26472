package io.github.containerversions.versions.site;

import io.github.containerversions.core.file.FileNames;
import io.github.containerversions.core.file.ListedFolder;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
  private static final int MIN_CONTAINERS_FOR_THREADS = 64;

  /** The build files that stand in a folder; null where it cannot be listed, for that reason. */
  record Entries(
      String folder, @Nullable List<String> buildFiles, CheckoutGap.@Nullable Kind kind) {

    static Entries listed(String folder, List<String> buildFiles) {
      return new Entries(folder, buildFiles, null);
    }

    static Entries unlistable(String folder) {
      return new Entries(folder, null, CheckoutGap.Kind.UNLISTABLE);
    }

    static Entries outside(String folder) {
      return new Entries(folder, null, CheckoutGap.Kind.OUTSIDE_REPOSITORY);
    }

    static Entries unnameable(String folder) {
      return new Entries(folder, null, CheckoutGap.Kind.UNNAMEABLE);
    }
  }

  /**
   * Lists a folder and its child folders. Those whose name starts with a dot are no containers.
   *
   * @param root the repository root
   * @param buildFiles the names of the files that make a folder buildable
   * @throws IOException where the folder itself cannot be listed
   */
  public static ContainerFolders list(Path root, String directory, List<String> buildFiles)
      throws IOException {
    Path folder = ListedFolder.inside(root, root.resolve(directory));
    List<String> names = new ArrayList<>();
    List<Entries> unnameable = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = FileNames.shown(child);
        if (FileNames.isNameable(child)) {
          names.add(name);
        } else if (!name.startsWith(".") && Files.isDirectory(child)) {
          unnameable.add(Entries.unnameable(name));
        }
      }
    }
    Stream<String> stream =
        names.size() < MIN_CONTAINERS_FOR_THREADS ? names.stream() : names.parallelStream();
    List<Entries> entries =
        stream
            .filter(name -> !name.startsWith("."))
            .map(name -> entries(root, name, folder.resolve(name), buildFiles))
            .filter(Objects::nonNull)
            .toList();
    List<Entries> all = new ArrayList<>(entries);
    all.addAll(unnameable);
    return new ContainerFolders(root, directory, all);
  }

  /** Null where that is no folder; most are, so it is asked only of what cannot be listed. */
  private static @Nullable Entries entries(
      Path root, String name, Path folder, List<String> buildFiles) {
    if (Files.isSymbolicLink(folder) && Files.isDirectory(folder)) {
      try {
        ListedFolder.inside(root, folder);
      } catch (IOException e) {
        return Entries.outside(name);
      }
    }
    String[] names = folder.toFile().list();
    if (names != null) {
      List<String> all = Arrays.asList(names);
      return Entries.listed(name, buildFiles.stream().filter(all::contains).toList());
    }
    return Files.isDirectory(folder) ? Entries.unlistable(name) : null;
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
    for (String name : missing(gaps)) {
      containers.add(container(Entries.unlistable(name), serviceNames, gaps));
    }
    containers.sort(Comparator.comparing(Container::name));
    return containers;
  }

  /** A path that the encoding of the locale has no bytes for was not listed by that name either. */
  private boolean isAbsent(String path) {
    try {
      return !Files.exists(root.resolve(path));
    } catch (InvalidPathException notOfThisLocale) {
      return false;
    }
  }

  /** The containers that are known from gaps alone. */
  private Set<String> missing(List<CheckoutGap> gaps) {
    Set<String> missing = new TreeSet<>();
    for (CheckoutGap gap : gaps) {
      if (gap.path().startsWith(directory + "/")) {
        String[] names = gap.path().substring(directory.length() + 1).split("/", 2);
        boolean known = names.length == 1 || gap.kind().isHidden();
        if (known && isAbsent(directory + "/" + names[0])) {
          missing.add(names[0]);
        }
      }
    }
    return missing;
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
        own(gaps, directory + "/" + name, entries.kind()));
  }

  private static List<CheckoutGap> own(
      List<CheckoutGap> gaps, String path, CheckoutGap.@Nullable Kind kind) {
    List<CheckoutGap> own = new ArrayList<>();
    for (CheckoutGap gap : gaps) {
      if (gap.path().equals(path) || gap.path().startsWith(path + "/")) {
        own.add(gap);
      }
    }
    return kind != null && own.isEmpty() ? List.of(new CheckoutGap(kind, path)) : own;
  }
}
