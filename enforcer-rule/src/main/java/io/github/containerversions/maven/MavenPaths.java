package io.github.containerversions.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Where in a build a rule runs.
 *
 * @param moduleDirectory the folder of the module that runs it
 * @param pom the module's POM
 * @param executionRoot the folder that Maven was started on
 * @param buildDirectory the execution root's folder for build output
 */
record MavenPaths(Path moduleDirectory, Path pom, Path executionRoot, Path buildDirectory) {

  static MavenPaths of(MavenSession session, MavenProject module) {
    return new MavenPaths(
        module.getBasedir().toPath(),
        module.getFile().toPath(),
        Path.of(session.getExecutionRootDirectory()),
        Path.of(session.getTopLevelProject().getBuild().getDirectory()));
  }

  /**
   * The files that can change what the rule is configured to do: the module's POM, the POMs in the
   * folders above it up to the root, and Maven's own command line file. Paths from the root.
   */
  List<String> configurationFiles(Path root) {
    List<Path> files = new ArrayList<>(List.of(pom));
    for (Path folder = moduleDirectory;
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      files.add(folder.resolve("pom.xml"));
    }
    files.add(root.resolve(".mvn").resolve("maven.config"));
    return files.stream()
        .filter(file -> file.startsWith(root))
        .map(file -> root.relativize(file).toString().replace('\\', '/'))
        .distinct()
        .toList();
  }
}
