package io.github.containerversions.versions.site;

import io.github.containerversions.core.Cores;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    List<FolderEntries> entries,
    List<Passed> passed,
    TrackedFolders tracked) {

  /** Folders that were all listed. */
  public ContainerFolders(
      Path root, ContainerLayout layout, List<FolderEntries> entries, List<Passed> passed) {
    this(root, layout, entries, passed, TrackedFolders.NONE);
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
    FolderEntries entries =
        FolderEntries.onDisk(root, container.name(), container.directory(), buildFiles);
    return entries == null
        ? container
        : container(entries, Map.of(container.name(), container.service()), container.gaps());
  }

  private static ContainerFolders matching(
      Path root, ContainerLayout layout, List<String> buildFiles) throws IOException {
    Map<String, FolderEntries> entries = new TreeMap<>();
    Map<String, Passed> passed = new TreeMap<>();
    for (FolderGlob glob : layout.globs()) {
      FolderGlob.Found found = glob.below(root, "");
      found
          .leaving()
          .forEach(it -> passed.put(it, new Passed(glob.nameOf(it).orElse(it), it, List.of())));
      for (String folder : found.folders()) {
        Path path = root.resolve(folder);
        String name = glob.nameOf(folder).orElse(folder);
        FolderEntries each =
            FileNames.isNameable(path)
                ? FolderEntries.onDisk(root, name, folder, buildFiles)
                : FolderEntries.unseen(name, folder, CheckoutGap.Kind.UNNAMEABLE);
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
    List<FolderEntries> all = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = FileNames.shown(child);
        if (name.startsWith(".")) {
          continue;
        }
        if (FileNames.isNameable(child)) {
          names.add(name);
        } else if (Files.isDirectory(child)) {
          all.add(FolderEntries.unseen(name, directory + "/" + name, CheckoutGap.Kind.UNNAMEABLE));
        }
      }
    }
    all.addAll(
        Cores.map(names, name -> entries(root, name, directory + "/" + name, buildFiles, tracked)));
    return new ContainerFolders(root, layout, all, List.of(), tracked);
  }

  private static @Nullable FolderEntries entries(
      Path root, String name, String directory, List<String> buildFiles, TrackedFolders tracked) {
    List<String> known = tracked.filesIn(directory);
    return known == null
        ? FolderEntries.onDisk(root, name, directory, buildFiles)
        : FolderEntries.of(name, directory, known, buildFiles);
  }

  /**
   * Every container, sorted by name.
   *
   * @param serviceNames container to inventory name, where they differ
   * @param gaps what git knows below the folder and is not on disk
   */
  public List<Container> containers(Map<String, String> serviceNames, List<CheckoutGap> gaps) {
    List<Container> containers = new ArrayList<>(entries.size());
    for (FolderEntries each : entries) {
      containers.add(container(each, serviceNames, gaps));
    }
    for (ContainerLayout.Part missing : missing(gaps).values()) {
      containers.add(
          container(
              new FolderEntries(missing.name(), missing.folder(), null, List.of(), null),
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
    Set<String> listed = entries.stream().map(FolderEntries::folder).collect(Collectors.toSet());
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
      FolderEntries entries, Map<String, String> serviceNames, List<CheckoutGap> gaps) {
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
