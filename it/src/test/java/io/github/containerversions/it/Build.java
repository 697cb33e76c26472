package io.github.containerversions.it;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one run of Maven.
 *
 * @param root the repository it ran in
 * @param exitCode the exit code of Maven
 * @param output its lines, in order, without colour
 */
record Build(Path root, int exitCode, List<String> output) {
  private static final String ERROR = "[ERROR] ";
  private static final String INFO = "[INFO] ";
  private static final String OF_MAVEN_4 = " to project local repository";
  private static final String WARNING = "[WARNING] ";

  boolean succeeded() {
    return exitCode == 0;
  }

  String text() {
    return String.join("\n", output);
  }

  /**
   * The text that the rule failed with, as a reader of the log sees it, without Maven's prefixes.
   */
  String failure() {
    return output.stream()
        .dropWhile(line -> !line.endsWith(" failed with message:"))
        .skip(1)
        .takeWhile(line -> !line.equals("[ERROR] -> [Help 1]"))
        .map(line -> line.startsWith(ERROR) ? line.substring(ERROR.length()) : line)
        .collect(Collectors.joining("\n"));
  }

  /** What the rule itself said at INFO, before it passed or failed. */
  String told() {
    return said(INFO);
  }

  /** What was said at WARN, with the lines that follow without a prefix of their own. */
  String warned() {
    return said(WARNING);
  }

  private String said(String prefix) {
    return ofEnforcer()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** What a goal said at INFO or printed, and what it failed with. */
  String ofGoal() {
    boolean quiet = output.stream().noneMatch(it -> it.contains(" (default-cli) @ "));
    return output.stream()
        .dropWhile(line -> !quiet && !line.contains(" (default-cli) @ "))
        .skip(quiet ? 0 : 1)
        .takeWhile(line -> !line.startsWith("[INFO] -----") && !line.contains("-> [Help 1]"))
        .map(line -> line.startsWith(INFO) ? line.substring(INFO.length()) : line)
        .map(line -> line.startsWith(ERROR) ? line.substring(ERROR.length()) : line)
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** The lines between the header of the plugin and the end of the build, less Maven's own. */
  private Stream<String> ofEnforcer() {
    return output.stream()
        .dropWhile(line -> !line.contains(":enforce (container-versions) @ "))
        .skip(1)
        .takeWhile(line -> !line.startsWith("[INFO] -----"))
        .filter(line -> !isVerdict(line) && !line.endsWith(OF_MAVEN_4));
  }

  /** The Enforcer's own line for a rule that it has run. */
  private static boolean isVerdict(String line) {
    return line.contains("ContainerVersionSyncRule") && line.endsWith(" passed");
  }

  /** How often the rule was run by the plugin. */
  long timesRun() {
    return output.stream().filter(Build::isVerdict).count();
  }

  String reportText() {
    return file("target/container-versions/report.json");
  }

  JsonObject report() {
    try {
      return JsonParser.object().from(reportText());
    } catch (JsonParserException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The report's entry for one container. */
  JsonObject container(String name) {
    return report().getArray("containers").stream()
        .map(JsonObject.class::cast)
        .filter(container -> name.equals(container.getString("name")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in the report: " + name));
  }

  private String file(String name) {
    try {
      return Files.readString(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
