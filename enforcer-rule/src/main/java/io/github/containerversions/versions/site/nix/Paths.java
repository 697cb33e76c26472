package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.FilePath;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of Nix as paths from the repository root. */
final class Paths {
  private Paths() {}

  /**
   * A path as written in a file.
   *
   * @param file the file, from the repository root
   * @param path absolute, from the home folder, or from the file's folder
   */
  static FilePath resolve(String file, String path, SpineStep literal) {
    if (path.startsWith("/") || path.startsWith("~")) {
      return new FilePath(path, false, literal);
    }
    int slash = file.lastIndexOf('/');
    return inside(slash < 0 ? path : file.substring(0, slash + 1) + path, path, literal);
  }

  /** A path with a text put after it, as in {@code ./. + "/VERSION"}. */
  static FilePath append(FilePath path, String text) {
    String longer = path.path() + text;
    return path.inside() ? inside(longer, longer, path.literal()) : path;
  }

  private static FilePath inside(String path, String written, SpineStep literal) {
    Deque<String> parts = new ArrayDeque<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return new FilePath(written, false, literal);
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
      start = end + 1;
    }
    return new FilePath(String.join("/", parts), true, literal);
  }
}
