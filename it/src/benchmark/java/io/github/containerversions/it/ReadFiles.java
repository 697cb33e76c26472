package io.github.containerversions.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads the bytes of all files below a folder and does nothing with them. */
final class ReadFiles {
  private ReadFiles() {}

  /** A virtual machine of its own that does so, as a build that has just started would. */
  static TimedBuild timed(Path folder) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return TimedBuild.of(
        new ProcessBuilder(
                java.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                ReadFiles.class.getName(),
                folder.toString())
            .inheritIO());
  }

  /**
   * Reads them.
   *
   * @param arguments the folder; where it does not exist, nothing is read
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (!Files.exists(folder)) {
      return;
    }
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.readAllBytes(file).length;
      }
    }
    if (size == 0) {
      throw new IllegalStateException("nothing was read below " + folder);
    }
  }
}
