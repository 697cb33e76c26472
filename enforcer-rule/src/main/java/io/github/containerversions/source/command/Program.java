package io.github.containerversions.source.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the file that a command's first word means. */
sealed interface Program {

  /** The file to run. */
  record Found(Path file) implements Program {}

  /** A file of that name, which is not executable. */
  record NotExecutable() implements Program {}

  /** Nothing of that name. */
  record Absent() implements Program {}

  /**
   * Looks a program up: a word with a {@code /} names a file from the root, any other is searched
   * for on the PATH (POSIX Base Definitions, 8.3).
   */
  static Program find(String word, Path root, Map<String, String> environment) {
    try {
      List<Path> places =
          word.contains("/")
              ? List.of(root.resolve(word))
              : Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                  .map(folder -> root.resolve(folder).resolve(word))
                  .toList();
      return choose(places.stream().filter(Files::isRegularFile).toList());
    } catch (InvalidPathException e) {
      return new Absent();
    }
  }

  private static Program choose(List<Path> files) {
    return files.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .<Program>map(Found::new)
        .orElse(files.isEmpty() ? new Absent() : new NotExecutable());
  }
}
