package io.github.containerversions.maven;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where in a build a rule runs.
 *
 * @param moduleDirectory the folder of the module that runs it
 * @param pom the module's POM
 * @param executionRoot the folder that Maven was started on
 * @param buildDirectory the execution root's folder for build output
 * @param otherConfiguration files that configure the build, wherever they are
 */
record MavenPaths(
    Path moduleDirectory,
    Path pom,
    Path executionRoot,
    Path buildDirectory,
    List<Path> otherConfiguration) {

  /** A location in the configuration of the Enforcer: a file, or a resource of a dependency. */
  private static final Pattern LOCATION =
      Pattern.compile("<(location|xsltLocation)\\b[^>]*>\\s*([^<]+?)\\s*</\\1>");

  MavenPaths {
    otherConfiguration = List.copyOf(otherConfiguration);
  }

  MavenPaths(Path moduleDirectory, Path pom, Path executionRoot, Path buildDirectory) {
    this(moduleDirectory, pom, executionRoot, buildDirectory, List.of());
  }

  static MavenPaths of(MavenSession session, MavenProject module) {
    Path executionRoot = Path.of(session.getExecutionRootDirectory());
    if (module.getFile() == null) {
      // A goal that runs in a folder without a POM.
      return new MavenPaths(
          executionRoot,
          executionRoot.resolve("pom.xml"),
          executionRoot,
          executionRoot.resolve("target"));
    }
    return new MavenPaths(
        module.getBasedir().toPath(),
        module.getFile().toPath(),
        executionRoot,
        Path.of(session.getTopLevelProject().getBuild().getDirectory()),
        otherConfiguration(session, module));
  }

  /** The POMs of the module's parents, the files of external rules, and Maven's settings. */
  private static List<Path> otherConfiguration(MavenSession session, MavenProject module) {
    List<Path> files = new ArrayList<>();
    for (MavenProject parent = module.getParent(); parent != null; parent = parent.getParent()) {
      // One from a repository has no file.
      add(files, parent.getFile());
    }
    add(files, session.getRequest().getUserSettingsFile());
    add(files, session.getRequest().getGlobalSettingsFile());
    Plugin enforcer = module.getPlugin("org.apache.maven.plugins:maven-enforcer-plugin");
    if (enforcer != null) {
      List<@Nullable Object> configurations = new ArrayList<>();
      configurations.add(enforcer.getConfiguration());
      for (PluginExecution each : enforcer.getExecutions()) {
        configurations.add(each.getConfiguration());
      }
      for (Object configuration : configurations) {
        // The type of it differs between versions of Maven; all of them write XML.
        files.addAll(externalRules(module.getBasedir().toPath(), String.valueOf(configuration)));
      }
    }
    return files;
  }

  private static void add(List<Path> files, @Nullable File file) {
    if (file != null) {
      files.add(file.toPath().toAbsolutePath().normalize());
    }
  }

  /** The files that a configuration of {@code <externalRules>} names, as XML. */
  static List<Path> externalRules(Path moduleDirectory, String configuration) {
    List<Path> files = new ArrayList<>();
    Matcher location = LOCATION.matcher(configuration);
    while (configuration.contains("<externalRules") && location.find()) {
      String path = location.group(2).replace("&amp;", "&");
      try {
        if (!path.startsWith("classpath:")) {
          files.add(moduleDirectory.resolve(path).normalize());
        }
      } catch (InvalidPathException notAPath) {
        // Not a file of this repository; the Enforcer will say what it makes of it.
      }
    }
    return files;
  }

  /**
   * What can change what the rule is configured to do: the module's POM and those of its parents,
   * the POM and the folder {@code .mvn} of each folder up to the root, the files of external rules,
   * and Maven's settings. Paths from the root; what lies elsewhere is left out.
   */
  List<String> configurationFiles(Path root) {
    List<Path> files = new ArrayList<>(List.of(pom));
    for (Path folder = moduleDirectory;
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      files.add(folder.resolve("pom.xml"));
      files.add(folder.resolve(".mvn"));
    }
    files.addAll(otherConfiguration);
    Set<String> inside = new LinkedHashSet<>();
    for (Path file : files) {
      if (file.startsWith(root)) {
        inside.add(root.relativize(file).toString().replace('\\', '/'));
      }
    }
    return List.copyOf(inside);
  }
}
