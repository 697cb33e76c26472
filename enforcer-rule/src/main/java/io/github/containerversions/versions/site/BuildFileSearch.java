package io.github.containerversions.versions.site;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks for folders that hold build files, to name them where a configuration finds none. Links are
 * not followed, folders whose name starts with a dot and those of packages are not entered.
 */
public final class BuildFileSearch {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_FILES = 50_000;
  private static final int MAX_SHOWN = 4;
  private static final Set<String> NOT_ENTERED = Set.of("node_modules", "target", "vendor");

  private final Path root;
  private final List<String> buildFiles;

  /**
   * A search.
   *
   * @param root the repository root
   * @param buildFiles the names of build files
   */
  public BuildFileSearch(Path root, List<String> buildFiles) {
    this.root = root;
    this.buildFiles = buildFiles;
  }

  /**
   * The folders found, those with a parent in common as one glob: {@code images/* (5 folders)}.
   *
   * @return the list in words; empty where none was found
   */
  public String inWords() {
    Map<String, Set<String>> byParent = new TreeMap<>();
    for (String folder : folders()) {
      int slash = folder.lastIndexOf('/');
      byParent
          .computeIfAbsent(slash < 0 ? "" : folder.substring(0, slash + 1), it -> new TreeSet<>())
          .add(folder);
    }
    List<String> shown =
        byParent.entrySet().stream()
            .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
            .map(
                it ->
                    it.getValue().size() == 1
                        ? it.getValue().iterator().next()
                        : it.getKey() + "* (" + it.getValue().size() + " folders)")
            .toList();
    int more = shown.size() - MAX_SHOWN;
    return shown.stream().limit(MAX_SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private Set<String> folders() {
    Set<String> folders = new TreeSet<>();
    int[] seen = {0};
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean entered =
                  folder.equals(root) || !(name.startsWith(".") || NOT_ENTERED.contains(name));
              return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              Path folder = file.getParent();
              if (buildFiles.contains(String.valueOf(file.getFileName())) && !folder.equals(root)) {
                folders.add(root.relativize(folder).toString().replace('\\', '/'));
              }
              return ++seen[0] < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      return folders; // what was found until then helps as well
    }
    return folders;
  }
}
