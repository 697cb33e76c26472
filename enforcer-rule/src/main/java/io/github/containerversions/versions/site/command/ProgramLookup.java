package io.github.containerversions.versions.site.command;

import io.github.containerversions.core.process.ProgramPath;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
   * for in the absolute entries of the PATH.
   */
  static ProgramLookup find(String word, Path root, Map<String, String> environment) {
    try {
      List<Path> places =
          word.contains("/")
              ? List.of(root.resolve(word))
              : ProgramPath.candidates(word, environment);
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
