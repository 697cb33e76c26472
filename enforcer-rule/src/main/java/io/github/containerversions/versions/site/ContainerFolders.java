package io.github.containerversions.versions.site;

import io.github.containerversions.core.file.FileNames;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.core.file.ListedFolder;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.TrackedFolders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The containers: the folders that a layout names, as they were listed.
 *
 * @param root the repository root
 * @param layout which folders are containers
 * @param entries what stands in each of them
 * @param passed what was found beside them and not looked into: folders without a build file that
 *     is read, but with one of another name, and links that lead out of the repository
 * @param tracked the folders that were not listed, as git knows what stands in them
 */
public record ContainerFolders(
    Path root,
    ContainerLayout layout,
    List<Entries> entries,
    List<Passed> passed,
    TrackedFolders tracked) {

  /** Folders that were all listed. */
  public ContainerFolders(
      Path root, ContainerLayout layout, List<Entries> entries, List<Passed> passed) {
    this(root, layout, entries, passed, TrackedFolders.NONE);
  }

  /** From so many containers on, listing them on several cores is worth starting threads for. */
  private static final int MIN_CONTAINERS_FOR_THREADS = 64;

  /** What BuildKit reads where the command line names it, and this rule does not. */
  private static final String VARIANT = "Dockerfile.";

  /** Files beside a Dockerfile that start with its name and build nothing. */
  private static final String IGNORE_FILE = ".dockerignore";

  /**
   * What stands in the folder of a container.
   *
   * @param name the container's name
   * @param folder its path from the root
   * @param buildFiles the build files in it; null where it cannot be listed, for that reason
   * @param variants the files in it that look like further build files
   */
  record Entries(
      String name,
      String folder,
      @Nullable List<String> buildFiles,
      List<String> variants,
      CheckoutGap.@Nullable Kind kind) {

    static Entries unseen(String name, String folder, CheckoutGap.Kind kind) {
      return new Entries(name, folder, null, List.of(), kind);
    }
  }

  /**
   * A folder that could be a container and is not looked into.
   *
   * @param name the name that it would have
   * @param folder its path from the root
   * @param variants the files in it that look like build files; empty for a link out of the
   *     repository
   */
  public record Passed(String name, String folder, List<String> variants) {}

  /**
   * Lists the folders of a layout.
   *
   * @param root the repository root
   * @param buildFiles the names of the files that make a folder buildable
   * @throws IOException where a folder that holds them cannot be listed
   */
  public static ContainerFolders list(Path root, ContainerLayout layout, List<String> buildFiles)
      throws IOException {
    return list(root, layout, buildFiles, TrackedFolders.NONE);
  }

  /**
   * The same, without asking the disk for what git knows.
   *
   * @param tracked folders of which it is known what stands in them
   */
  public static ContainerFolders list(
      Path root, ContainerLayout layout, List<String> buildFiles, TrackedFolders tracked)
      throws IOException {
    return layout.byBuildFile()
        ? matching(root, layout, buildFiles)
        : children(root, layout, buildFiles, tracked);
  }

  /** A container whose folder was not asked of the disk, as the disk has it. */
  public Container onDisk(Container container, List<String> buildFiles) {
    if (!tracked.contains(container.directory())) {
      return container;
    }
    Entries entries = entries(root, container.name(), container.directory(), buildFiles);
    return entries == null
        ? container
        : container(entries, Map.of(container.name(), container.service()), container.gaps());
  }

  private static ContainerFolders matching(
      Path root, ContainerLayout layout, List<String> buildFiles) throws IOException {
    Map<String, Entries> entries = new TreeMap<>();
    Map<String, Passed> passed = new TreeMap<>();
    for (FolderGlob glob : layout.globs()) {
      FolderGlob.Found found = glob.below(root, "");
      found
          .leaving()
          .forEach(it -> passed.put(it, new Passed(glob.nameOf(it).orElse(it), it, List.of())));
      for (String folder : found.folders()) {
        Path path = root.resolve(folder);
        String name = glob.nameOf(folder).orElse(folder);
        Entries each =
            FileNames.isNameable(path)
                ? entries(root, name, folder, buildFiles)
                : Entries.unseen(name, folder, CheckoutGap.Kind.UNNAMEABLE);
        if (each == null
            || (each.kind() == null && Objects.requireNonNull(each.buildFiles()).isEmpty())) {
          if (each != null && !each.variants().isEmpty()) {
            passed.put(folder, new Passed(name, folder, each.variants()));
          }
        } else {
          entries.putIfAbsent(folder, each);
        }
      }
    }
    return new ContainerFolders(
        root, layout, List.copyOf(entries.values()), List.copyOf(passed.values()));
  }

  /** Each child folder is a container, but for those whose name starts with a dot. */
  private static ContainerFolders children(
      Path root, ContainerLayout layout, List<String> buildFiles, TrackedFolders tracked)
      throws IOException {
    String directory = layout.directory();
    Path folder = ListedFolder.inside(root, root.resolve(directory));
    List<String> names = new ArrayList<>();
    List<Entries> all = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = FileNames.shown(child);
        if (name.startsWith(".")) {
          continue;
        }
        if (FileNames.isNameable(child)) {
          names.add(name);
        } else if (Files.isDirectory(child)) {
          all.add(Entries.unseen(name, directory + "/" + name, CheckoutGap.Kind.UNNAMEABLE));
        }
      }
    }
    Stream<String> stream =
        names.size() < MIN_CONTAINERS_FOR_THREADS ? names.stream() : names.parallelStream();
    stream
        .map(name -> entries(root, name, directory + "/" + name, buildFiles, tracked))
        .filter(Objects::nonNull)
        .forEachOrdered(all::add);
    return new ContainerFolders(root, layout, all, List.of(), tracked);
  }

  private static @Nullable Entries entries(
      Path root, String name, String directory, List<String> buildFiles, TrackedFolders tracked) {
    List<String> known = tracked.filesIn(directory);
    return known == null
        ? entries(root, name, directory, buildFiles)
        : entries(name, directory, known, buildFiles);
  }

  /** Null where that is no folder; most are, so it is asked only of what cannot be listed. */
  private static @Nullable Entries entries(
      Path root, String name, String directory, List<String> buildFiles) {
    Path folder = root.resolve(directory);
    if (Files.isSymbolicLink(folder) && Files.isDirectory(folder)) {
      try {
        ListedFolder.inside(root, folder);
      } catch (IOException e) {
        return Entries.unseen(name, directory, CheckoutGap.Kind.OUTSIDE_REPOSITORY);
      }
    }
    String[] names = folder.toFile().list();
    if (names != null) {
      return entries(name, directory, Arrays.asList(names), buildFiles);
    }
    return Files.isDirectory(folder)
        ? Entries.unseen(name, directory, CheckoutGap.Kind.UNLISTABLE)
        : null;
  }

  private static Entries entries(
      String name, String directory, List<String> files, List<String> buildFiles) {
    List<String> variants = new ArrayList<>();
    for (String file : files) {
      if (isVariant(file)) {
        variants.add(file);
      }
    }
    List<String> found = new ArrayList<>();
    for (String file : buildFiles) {
      if (files.contains(file)) {
        found.add(file);
      }
    }
    Collections.sort(variants);
    return new Entries(name, directory, List.copyOf(found), List.copyOf(variants), null);
  }

  private static boolean isVariant(String file) {
    return file.startsWith(VARIANT) && !file.endsWith(IGNORE_FILE);
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
    for (ContainerLayout.Part missing : missing(gaps).values()) {
      containers.add(
          container(
              new Entries(missing.name(), missing.folder(), null, List.of(), null),
              serviceNames,
              gaps));
    }
    containers.sort(ContainerFolders::byName);
    return containers;
  }

  private static int byName(Container one, Container other) {
    int names = one.name().compareTo(other.name());
    return names == 0 ? one.directory().compareTo(other.directory()) : names;
  }

  /** A path that the encoding of the locale has no bytes for was not listed by that name either. */
  private boolean isAbsent(String path) {
    try {
      return !Files.exists(root.resolve(path));
    } catch (InvalidPathException notOfThisLocale) {
      return false;
    }
  }

  /** The containers that are known from gaps alone, by their folders. */
  private Map<String, ContainerLayout.Part> missing(List<CheckoutGap> gaps) {
    if (gaps.isEmpty()) {
      return Map.of();
    }
    Map<String, ContainerLayout.Part> missing = new TreeMap<>();
    Set<String> listed = entries.stream().map(Entries::folder).collect(Collectors.toSet());
    for (CheckoutGap gap : gaps) {
      for (ContainerLayout.Part part : layout.parts(gap.path())) {
        boolean known = part.rest().isEmpty() || gap.kind().isHidden() || layout.byBuildFile();
        boolean absent = layout.byBuildFile() || isAbsent(part.folder());
        if (known && absent && !listed.contains(part.folder())) {
          missing.put(part.folder(), part);
        }
      }
    }
    return missing;
  }

  private static Container container(
      Entries entries, Map<String, String> serviceNames, List<CheckoutGap> gaps) {
    String name = entries.name();
    List<String> buildFiles = entries.buildFiles();
    return new Container(
        name,
        entries.folder(),
        serviceNames.getOrDefault(name, name),
        buildFiles == null ? List.of() : buildFiles,
        entries.variants(),
        own(gaps, entries.folder(), entries.kind()));
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
