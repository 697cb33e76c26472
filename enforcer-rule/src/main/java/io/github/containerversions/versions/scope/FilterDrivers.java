package io.github.containerversions.versions.scope;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The filters that a repository's own configuration defines, and that of its submodules. {@code git
 * status} would run them on files whose time has changed, and has no option against it; each can
 * only be overruled by name. To find more names than git would is harmless.
 */
final class FilterDrivers {

  private static final Pattern SECTION =
      Pattern.compile(
          "\\[\\s*(?i:filter)(?:\\s+\"((?:[^\"\\\\\\n]|\\\\.)*)\"|\\.([^\\]\\s]+))\\s*]");

  /** An include of another file, whatever the section that it stands in. */
  private static final Pattern PATH = Pattern.compile("(?mi)(?:^|])\\s*path\\s*=\\s*(.+)$");

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
      if (name.contains("=")) {
        throw GitFailure.of("a filter of the repository has a name that git cannot be given");
      }
      String key = "filter." + name + ".";
      words.addAll(List.of("-c", key + "clean=", "-c", key + "process="));
      words.addAll(List.of("-c", key + "required=false"));
    }
    return words;
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
    if (!Files.isRegularFile(file) || !seen.add(file.normalize())) {
      return;
    }
    String text;
    try {
      if (seen.size() > MAX_FILES || Files.size(file) > MAX_FILE_BYTES) {
        throw GitFailure.of("the configuration of git is too large");
      }
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw GitFailure.of("the configuration of git cannot be read");
    }
    Matcher section = SECTION.matcher(text);
    while (section.find()) {
      String quoted = section.group(1);
      names.add(
          quoted == null ? String.valueOf(section.group(2)) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    Matcher path = PATH.matcher(text);
    while (path.find()) {
      Path included = included(file, path.group(1).strip());
      if (included != null) {
        read(included);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Path included(Path file, String value) {
    String plain = value.replaceAll("\\s+[#;].*$", "").replace("\"", "").strip();
    try {
      return plain.startsWith("~/") ? home.resolve(plain.substring(2)) : file.resolveSibling(plain);
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }
}
