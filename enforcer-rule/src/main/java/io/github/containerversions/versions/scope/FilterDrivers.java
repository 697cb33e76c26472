package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.Git;
import io.github.containerversions.core.git.GitFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The filters that a repository's own configuration defines, and that of its submodules. {@code git
 * status} would run them on files whose time has changed, and has no option against it; each can
 * only be overruled by name. To find more names than git would is harmless.
 */
final class FilterDrivers {

  private static final String FILTER = "filter.";
  private static final String INCLUDE = "include";
  private static final String CONDITIONAL_INCLUDE = "includeif.";

  /** Stands for bytes that are not UTF-8. */
  private static final char REPLACED = '\uFFFD';

  private static final int MAX_FILE_BYTES = 1 << 20;
  private static final int MAX_FILES = 1000;
  private static final int MAX_DEPTH = 12;

  private final Path home;
  private final Set<Path> seen = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  private FilterDrivers(Path home) {
    this.home = home;
  }

  /**
   * The settings that overrule them, as words of a command line.
   *
   * @param gitDirectories where configuration is: the repository's own and the common one
   * @throws GitFailure if a name cannot be overruled so, or there are more files than are read
   */
  static List<String> overruled(Set<Path> gitDirectories, Path home) throws GitFailure {
    FilterDrivers drivers = new FilterDrivers(home);
    for (Path directory : gitDirectories) {
      drivers.readFolder(directory);
    }
    List<String> words = new ArrayList<>();
    for (String name : drivers.names) {
      if (!canBeGiven(name)) {
        throw GitFailure.of("a filter of the repository has a name that git cannot be given");
      }
      String key = "filter." + name + ".";
      words.addAll(List.of("-c", key + "clean=", "-c", key + "process="));
      words.addAll(List.of("-c", key + "required=false"));
    }
    return words;
  }

  /** A name stands before the first sign of equality, in the encoding of command lines. */
  private static boolean canBeGiven(String name) {
    return name.indexOf('=') < 0
        && name.indexOf(REPLACED) < 0
        && Git.pathCharset().newEncoder().canEncode(name);
  }

  private void readFolder(Path directory) throws GitFailure {
    read(directory.resolve("config"));
    read(directory.resolve("config.worktree"));
    Path modules = directory.resolve("modules");
    if (!Files.isDirectory(modules)) {
      return;
    }
    try (Stream<Path> files =
        Files.find(
            modules,
            MAX_DEPTH,
            (file, attributes) ->
                attributes.isRegularFile()
                    && (file.endsWith("config") || file.endsWith("config.worktree")))) {
      for (Path file : files.toList()) {
        read(file);
      }
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw GitFailure.of("the configuration of a submodule cannot be read");
    }
  }

  private void read(Path file) throws GitFailure {
    if (!Files.isRegularFile(file)) {
      return;
    }
    String text;
    try {
      if (!seen.add(file.toRealPath())) {
        return;
      }
      if (seen.size() > MAX_FILES || Files.size(file) > MAX_FILE_BYTES) {
        throw GitFailure.of("the configuration of git is too large");
      }
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw unreadable();
    }
    for (ConfigText.Variable variable : ConfigText.variables(text)) {
      if (variable.section().startsWith(FILTER)) {
        names.add(variable.section().substring(FILTER.length()));
      } else if (variable.key().equals("path") && isInclude(variable.section())) {
        include(file, variable.value());
      }
    }
  }

  /** Whether the condition of an include holds does not matter: more names do no harm. */
  private static boolean isInclude(String section) {
    return section.equals(INCLUDE) || section.startsWith(CONDITIONAL_INCLUDE);
  }

  private void include(Path file, String value) throws GitFailure {
    // Only git knows another user's home; what a tab means depends on its version.
    boolean inHome = value.startsWith("~/");
    boolean unknown = value.startsWith("~") && !inHome;
    if (unknown || value.indexOf('\t') >= 0 || value.indexOf(REPLACED) >= 0) {
      throw unreadable();
    }
    try {
      read(inHome ? home.resolve(value.substring(2)) : file.resolveSibling(value));
    } catch (InvalidPathException notAPath) {
      throw unreadable();
    }
  }

  private static GitFailure unreadable() {
    return GitFailure.of("the configuration of git cannot be read");
  }
}
