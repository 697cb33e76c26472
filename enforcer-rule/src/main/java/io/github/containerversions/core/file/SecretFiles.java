package io.github.containerversions.core.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files below the root must not be opened on behalf of a checked file: git's own, which hold
 * tokens in CI, and those that git ignores, where developers keep theirs.
 *
 * <p>Git is asked at most once about each path, and once for up to sixty files of a folder. Outside
 * of a git repository nothing is ignored; where git cannot answer inside of one, the file is
 * refused.
 */
final class SecretFiles {
  static final String GITS_OWN = "it is one of git's own files";

  private static final String NO_ANSWER = "git cannot say whether it ignores it";

  /** The most files that git is asked about at once; a name has at most 255 bytes. */
  private static final int MAX_FILES = 60;

  private final Path root;
  private final Object asking = new Object();
  private final Map<Path, String> reasons = new ConcurrentHashMap<>();

  SecretFiles(Path root) {
    this.root = root;
  }

  /** Whether a path below the root goes through git's own files by name, on any file system. */
  boolean isGitNamed(Path path) {
    for (int i = root.getNameCount(); i < path.getNameCount(); i++) {
      String name = path.getName(i).toString();
      if (name.equalsIgnoreCase(".git") || name.equalsIgnoreCase("git~1")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a place is git's own or lies in what is, under whatever name {@code GIT_DIR} or {@code
   * --separate-git-dir} gives it.
   *
   * @param path below the root, without symbolic links
   */
  boolean isGits(Path path) {
    if (isGitNamed(path)) {
      return true;
    }
    for (Path at = path; at != null && at.startsWith(root); at = at.getParent()) {
      if (isGitFolder(at)) {
        return true;
      }
    }
    return false;
  }

  /** A folder laid out as git's own is (gitrepository-layout(5)), or as that of a worktree. */
  private static boolean isGitFolder(Path folder) {
    return Files.exists(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && (Files.exists(folder.resolve("commondir"))
            || (Files.isDirectory(folder.resolve("objects"))
                && Files.isDirectory(folder.resolve("refs"))));
  }

  /**
   * Why a file must not be opened; empty where it may be.
   *
   * @param path below the root, without symbolic links
   */
  String reason(Path path) {
    return isGits(path) ? GITS_OWN : ignored(path);
  }

  /** A nested repository that git ignores is ignored with all that it holds. */
  private String ignored(Path path) {
    for (Path at = path.getParent();
        at != null && at.startsWith(root) && !at.equals(root);
        at = at.getParent()) {
      if (IgnoredFiles.isRepository(at)) {
        String outer = asked(at);
        if (!outer.isEmpty()) {
          return outer;
        }
      }
    }
    return asked(path);
  }

  private String asked(Path path) {
    String known = reasons.get(path);
    if (known != null) {
      return known;
    }
    synchronized (asking) {
      if (!reasons.containsKey(path)) {
        ask(path);
      }
      return reasons.getOrDefault(path, NO_ANSWER);
    }
  }

  /** Asks git about a path and the files beside it: where one is followed, more often are. */
  private void ask(Path path) {
    Path folder = path.getParent();
    if (folder == null || !IgnoredFiles.mayBeIn(folder)) {
      reasons.put(path, "");
      return;
    }
    try {
      List<Path> files = beside(path, folder);
      Set<Path> ignored = IgnoredFiles.among(folder, files);
      files.forEach(it -> reasons.put(it, ignored.contains(it) ? "git ignores it" : ""));
    } catch (IOException e) {
      reasons.put(path, NO_ANSWER);
    }
  }

  private static List<Path> beside(Path path, Path folder) {
    List<Path> files = new ArrayList<>();
    files.add(path);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path each : entries) {
        if (files.size() == MAX_FILES) {
          break;
        }
        if (!each.equals(path) && !Files.isSymbolicLink(each)) {
          files.add(each);
        }
      }
    } catch (IOException | DirectoryIteratorException unlistable) {
      // Then the path alone is asked about.
    }
    return files;
  }
}
