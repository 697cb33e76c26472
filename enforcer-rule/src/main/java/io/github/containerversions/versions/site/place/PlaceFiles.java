package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.ListedFolder;
import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.core.text.NameTemplate;
import io.github.containerversions.core.text.Names;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a place: globs below the root, with placeholders for names. */
public final class PlaceFiles {
  /** The most files that are looked at for one place. */
  private static final int MAX_FILES = 100_000;

  private final List<Glob> taken;
  private final List<Glob> takenAway;

  private PlaceFiles(List<Glob> taken, List<Glob> takenAway) {
    this.taken = List.copyOf(taken);
    this.takenAway = List.copyOf(takenAway);
  }

  private record Glob(String text, Pattern pattern) {
    /** Stands for a placeholder; no path has it. */
    private static final String NAME = "\0";

    static Glob of(String text) {
      return new Glob(text, PathGlobs.compile(text));
    }

    /** The folder that all matching files are below; empty for the root. */
    String folder() {
      int end = 0;
      for (int at = 0; at < text.length() && "*?{".indexOf(text.charAt(at)) < 0; at++) {
        end = text.charAt(at) == '/' ? at : end;
      }
      return text.substring(0, end);
    }

    /** Whether each path that it matches has a name; one within braces need not be met. */
    boolean hasNames() {
      String marked =
          text.replace(NameTemplate.CONTAINER, NAME).replace(NameTemplate.SERVICE, NAME);
      int depth = 0;
      for (int at = 0; at < marked.length(); at++) {
        char c = marked.charAt(at);
        if (depth == 0 && marked.startsWith(NAME, at)) {
          return true;
        }
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      return false;
    }

    /** Whether it matches one file for each name, and no other. */
    boolean isExact() {
      String rest = text.replace(NameTemplate.CONTAINER, "").replace(NameTemplate.SERVICE, "");
      return rest.chars().noneMatch(c -> "*?{".indexOf(c) >= 0);
    }
  }

  /**
   * A file that belongs to a place.
   *
   * @param path from the root
   * @param names the names in its path
   * @param exact whether a glob without wildcards names it
   */
  record Found(String path, Names names, boolean exact) {}

  /**
   * Reads globs.
   *
   * @throws IllegalArgumentException where one cannot match a path below the root, or all of them
   *     take away; the message is that glob
   */
  public static PlaceFiles of(List<String> globs) {
    List<Glob> taken = new ArrayList<>();
    List<Glob> takenAway = new ArrayList<>();
    for (String glob : globs) {
      if (glob.startsWith("!")) {
        takenAway.add(Glob.of(glob.substring(1)));
      } else {
        taken.add(Glob.of(glob));
      }
    }
    if (taken.isEmpty() && !takenAway.isEmpty()) {
      throw new IllegalArgumentException(globs.get(0));
    }
    return new PlaceFiles(taken, takenAway);
  }

  /** Whether the path of each file names a container or a service. */
  public boolean hasNames() {
    return taken.stream().allMatch(Glob::hasNames);
  }

  /** Whether a path is one of the files, and whose. */
  Optional<Found> match(String path) {
    for (Glob glob : takenAway) {
      if (glob.pattern().matcher(path).matches()) {
        return Optional.empty();
      }
    }
    for (Glob glob : taken) {
      Matcher matcher = glob.pattern().matcher(path);
      if (matcher.matches()) {
        return Optional.of(
            new Found(path, NameTemplate.names(glob.text(), matcher), glob.isExact()));
      }
    }
    return Optional.empty();
  }

  /**
   * All files below a root, sorted by path. Links to folders are not followed, and no file that a
   * link leads out of the root to is among them; git's own files neither.
   *
   * @throws IOException where a folder cannot be listed, or there are too many files
   */
  List<Found> list(Path root) throws IOException {
    TreeMap<String, Found> found = new TreeMap<>();
    Path real = root.toRealPath();
    for (String folder : taken.stream().map(Glob::folder).distinct().toList()) {
      Path start = real.resolve(folder);
      if (Files.isDirectory(start)) {
        ListedFolder.inside(real, start);
        Files.walkFileTree(start, new Collector(real, found));
      }
    }
    return List.copyOf(found.values());
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, Found> found;

    Collector(Path root, Map<String, Found> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = root.relativize(file).toString().replace('\\', '/');
      Optional<Found> match = match(path);
      if (match.isPresent() && (attributes.isRegularFile() || leadsInside(file, attributes))) {
        found.put(path, match.get());
        if (found.size() > MAX_FILES) {
          throw new IOException("more than " + MAX_FILES + " files match");
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean leadsInside(Path file, BasicFileAttributes attributes) {
      try {
        return attributes.isSymbolicLink()
            && Files.isRegularFile(file)
            && file.toRealPath().startsWith(root);
      } catch (IOException leadsNowhere) {
        return false;
      }
    }
  }

  /** The globs as written. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>(taken.stream().map(Glob::text).toList());
    takenAway.forEach(it -> all.add("!" + it.text()));
    return String.join(", ", all);
  }
}
