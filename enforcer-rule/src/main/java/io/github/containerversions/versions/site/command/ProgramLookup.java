package io.github.containerversions.versions.site.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the file that a command's first word means. */
sealed interface ProgramLookup {

  /** The file to run. */
  record Found(Path file) implements ProgramLookup {}

  /** A file of that name, which is not executable. */
  record NotExecutable() implements ProgramLookup {}

  /** Nothing of that name. */
  record Absent() implements ProgramLookup {}

  /**
   * Looks a program up: a word with a {@code /} names a file from the root, any other is searched
   * for on the PATH (POSIX Base Definitions, 8.3).
   */
  static ProgramLookup find(String word, Path root, Map<String, String> environment) {
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

  private static ProgramLookup choose(List<Path> files) {
    return files.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .<ProgramLookup>map(Found::new)
        .orElse(files.isEmpty() ? new Absent() : new NotExecutable());
  }
}
