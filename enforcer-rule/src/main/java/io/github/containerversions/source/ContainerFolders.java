package io.github.containerversions.source;

import io.github.containerversions.model.BuildFile;
import io.github.containerversions.model.CheckoutGap;
import io.github.containerversions.model.Container;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
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
  private static final int WORTH_THREADS = 64;

  /** The build files that stand in a folder; null where it cannot be listed, for that reason. */
  record Entries(
      String folder, @Nullable Set<BuildFile> buildFiles, CheckoutGap.@Nullable Kind kind) {

    static Entries listed(String folder, Set<BuildFile> buildFiles) {
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
   * @throws IOException where the folder itself cannot be listed
   */
  public static ContainerFolders list(Path root, String directory) throws IOException {
    Path folder = inside(root, root.resolve(directory));
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
    Stream<String> stream = names.size() < WORTH_THREADS ? names.stream() : names.parallelStream();
    List<Entries> entries =
        stream
            .filter(name -> !name.startsWith("."))
            .map(name -> entries(root, name, folder.resolve(name)))
            .filter(Objects::nonNull)
            .toList();
    List<Entries> all = new ArrayList<>(entries);
    all.addAll(unnameable);
    return new ContainerFolders(root, directory, all);
  }

  /**
   * The folder without symbolic links, so that what is listed is what was judged.
   *
   * @throws IOException where it lies outside the root or is git's own
   */
  public static Path inside(Path root, Path folder) throws IOException {
    Path top = root.toRealPath();
    Path real = folder.toRealPath();
    if (!real.startsWith(top)) {
      throw new IOException("it lies outside the repository");
    }
    if (new SecretFiles(top).isGits(real)) {
      throw new IOException("it is one of git's own folders");
    }
    return real;
  }

  /** Null where that is no folder; most are, so it is asked only of what cannot be listed. */
  private static @Nullable Entries entries(Path root, String name, Path folder) {
    if (Files.isSymbolicLink(folder) && Files.isDirectory(folder)) {
      try {
        inside(root, folder);
      } catch (IOException e) {
        return Entries.outside(name);
      }
    }
    String[] names = folder.toFile().list();
    if (names != null) {
      return Entries.listed(name, buildFiles(names));
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
    Set<BuildFile> buildFiles = entries.buildFiles();
    return new Container(
        name,
        directory + "/" + name,
        serviceNames.getOrDefault(name, name),
        buildFiles == null ? Set.of() : buildFiles,
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
