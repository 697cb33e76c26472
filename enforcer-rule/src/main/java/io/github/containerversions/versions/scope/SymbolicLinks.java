package io.github.containerversions.versions.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The symbolic links below a root. Git lists the change of a file under the file's own path, and
 * that of a link by the link's, so what depends on a path depends on every link on the way.
 */
final class SymbolicLinks {

  /** As many as Linux follows; more are a cycle. */
  private static final int MAX_LINKS = 40;

  private final Path root;

  /** Paths that are no links: thousands of containers lie in the same folder. */
  private final Set<Path> plain = ConcurrentHashMap.newKeySet();

  SymbolicLinks(Path root) {
    Path real;
    try {
      real = root.toRealPath();
    } catch (IOException unreadable) {
      real = root.toAbsolutePath().normalize();
    }
    this.root = real;
  }

  /**
   * Whether a link may lie on the way to a path. Cheaper than to find {@linkplain #placesOf the
   * places}: where the folder is known to be none, the path alone is looked at.
   */
  boolean mayLieOn(String path) {
    try {
      Path place = root.resolve(path);
      Path folder = place.getParent();
      if (folder == null || !plain.contains(folder)) {
        return !place.equals(place.normalize()) || firstLink(place).isPresent();
      }
      if (Files.isSymbolicLink(place)) {
        return true;
      }
      plain.add(place);
      return false;
    } catch (InvalidPathException leadsNowhere) {
      return false;
    }
  }

  /**
   * The path itself, each link on the way, and where they lead; from the root, with {@code /}.
   * Whatever lies outside of the root is left out.
   */
  Set<String> placesOf(String path) {
    Set<String> places = new LinkedHashSet<>();
    places.add(path);
    try {
      Path current = root.resolve(path).normalize();
      for (int followed = 0; followed <= MAX_LINKS && current.startsWith(root); followed++) {
        Optional<Path> link = firstLink(current);
        places.add(fromRoot(link.orElse(current)));
        if (link.isEmpty()) {
          break;
        }
        Path target = link.get().resolveSibling(Files.readSymbolicLink(link.get()));
        current = target.resolve(link.get().relativize(current)).normalize();
      }
    } catch (IOException | InvalidPathException leadsNowhere) {
      // Then the places so far are all there are.
    }
    return places;
  }

  private Optional<Path> firstLink(Path path) {
    Path step = root;
    for (Path name : root.relativize(path)) {
      step = step.resolve(name);
      if (!plain.contains(step)) {
        if (Files.isSymbolicLink(step)) {
          return Optional.of(step);
        }
        if (!step.equals(path)) {
          plain.add(step);
        }
      }
    }
    return Optional.empty();
  }

  private String fromRoot(Path path) {
    return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
