package io.github.containerversions.maven;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.versions.site.command.VersionCommand;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Any values for the parameters: settings come of them, or an error of ours. */
public final class ConfigurationFuzz {

  private static final List<String> NAMES =
      List.of(
          "skip",
          "repositoryRoot",
          "containersDirectory",
          "inventoryFile",
          "versionArg",
          "containerPyVariable",
          "scope",
          "allFiles",
          "baseRef",
          "nixVersionCommand",
          "containerPyVersionCommand",
          "commandTimeout",
          "reportDirectory",
          "annotations",
          "message");

  private ConfigurationFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Map<String, String> pom = new TreeMap<>();
    Properties properties = new Properties();
    for (String name : NAMES) {
      if (data.consumeBoolean()) {
        pom.put(name, data.consumeString(40));
      } else {
        pom.put(name, null);
      }
      if (data.consumeBoolean()) {
        properties.setProperty("containerVersions." + name, data.consumeString(40));
      }
    }
    Exemption exemption = new Exemption();
    exemption.setContainer(data.consumeString(10));
    exemption.setReason(data.consumeString(10));
    exemption.setRule(data.consumeString(20));
    exemption.setUntil(data.consumeString(20));
    Path root = Path.of("").toAbsolutePath();
    Map<String, String> names = Map.of(data.consumeString(10), data.consumeString(10));
    Map<String, List<String>> lists = Map.of("reports", List.of(data.consumeString(10)));
    Configuration configuration =
        new Configuration(
            new Parameters(
                "containerVersions.",
                pom,
                lists,
                new BuildProperties(properties, new Properties(), new Properties())),
            () -> List.of(exemption),
            new MavenPaths(root, root.resolve("pom.xml"), root, root.resolve("target")));
    try {
      if (!configuration.skip()) {
        configuration.identity();
        configuration.refuseUnknownProperties();
        configuration.delivery("container-versions", Map.of(), OutputStream.nullOutputStream());
        new SyncCheck(configuration, () -> names, Map::of, List::of, Map::of).settings();
      }
    } catch (CannotCheckException told) {
      if (told.getMessage().isBlank()) {
        throw new IllegalStateException("an error without words", told);
      }
    }
    command(data.consumeRemainingAsString());
  }

  /** The one exception that a command line is refused with. */
  private static void command(String line) {
    try {
      VersionCommand.parse("nixVersionCommand", line);
    } catch (IllegalArgumentException told) {
      if (told.getMessage() == null || told.getMessage().isBlank()) {
        throw new IllegalStateException("an error without words", told);
      }
    }
  }
}
