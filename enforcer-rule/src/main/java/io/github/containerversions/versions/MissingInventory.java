package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.text.OneLine;
import io.github.containerversions.versions.rules.ContainerReadings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says what to do where there is no inventory, down to the lines that one begins with. */
final class MissingInventory {
  private static final int MAX_SHOWN = 3;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private final Path root;
  private final String file;

  MissingInventory(Path root, String file) {
    this.root = root;
    this.file = file;
  }

  /**
   * The error.
   *
   * @param example a container, whose entry is shown
   */
  CannotCheckException error(ContainerReadings example) {
    String version =
        example.readings().stream()
            .flatMap(it -> it.reading().version().stream())
            .map(it -> it.version().strip())
            .findFirst()
            .orElse("1.2.3");
    String service = OneLine.of(example.container().service());
    String name =
        PLAIN.matcher(service).matches() ? service : "'" + service.replace("'", "''") + "'";
    List<String> similar = similar();
    return new CannotCheckException(
        "there is no inventory "
            + file
            + " in the repository root"
            + (similar.isEmpty()
                ? ""
                : ", but there is " + String.join(" and ", similar) + ", which looks like one")
            + "; set <inventoryFile> to the file that lists the services, to none where there is no"
            + " such list, or <repositoryRoot> to the folder it is in; an inventory starts with\n"
            + "services:\n"
            + "  - name: "
            + name
            + "\n    current-version: \""
            + version.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"");
  }

  /** Files beside it, or in the root, that differ in the extension or have a name of that kind. */
  private List<String> similar() {
    Path beside = root.resolve(file).getParent();
    Set<String> similar = new TreeSet<>();
    for (Path folder : beside == null ? List.of(root) : List.of(beside, root)) {
      similar.addAll(similarIn(folder));
    }
    return similar.stream().limit(MAX_SHOWN).toList();
  }

  private List<String> similarIn(Path folder) {
    List<String> similar = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{yaml,yml,json,toml}")) {
      for (Path each : files) {
        if (looksLikeOne(String.valueOf(each.getFileName())) && Files.isRegularFile(each)) {
          similar.add(OneLine.of(root.relativize(each).toString().replace('\\', '/')));
        }
      }
      return similar;
    } catch (IOException unlistable) {
      return List.of(); // a folder that is not there holds none
    }
  }

  private boolean looksLikeOne(String name) {
    String stem = stem(name);
    return stem.equals(stem(String.valueOf(Path.of(file).getFileName())))
        || stem.contains("service")
        || stem.contains("version")
        || stem.contains("inventory");
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot < 0 ? name.length() : dot).toLowerCase(Locale.ROOT);
  }
}
