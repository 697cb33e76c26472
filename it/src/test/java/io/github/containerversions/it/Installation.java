package io.github.containerversions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The packaged rule, installed the way {@code mvn install} lays it out, in a local repository that
 * only these tests use.
 *
 * <p>Everything else that Maven needs there comes from the local repository of the build itself,
 * which is offered to Maven as a remote one: the build has used the same plugins already, so
 * nothing is downloaded twice.
 *
 * @param mavenHome the Maven that is run
 * @param localRepository where the rule is installed
 * @param globalSettings settings that offer the outer local repository; given as global settings,
 *     so that a user's own, with mirrors and proxies, stay in force
 */
record Installation(Path mavenHome, Path localRepository, Path globalSettings) {

  private static final String GROUP = "io/github/containerversions/";
  private static final String RULE = "container-versions-enforcer-rule";
  private static final String PARENT = "container-versions";

  /** The installation that all tests share but those that try other versions. */
  static Installation get() {
    return Holder.INSTALLATION;
  }

  /** One for another Maven or another Enforcer plugin, with a local repository of its own. */
  static Installation of(Path mavenHome, String repository) {
    try {
      return install(mavenHome, target().resolve(repository));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file of somebody else's project into the local repository. */
  void install(String file, String text) {
    try {
      Path placed = localRepository.resolve(file);
      Files.createDirectories(placed.getParent());
      Files.writeString(placed, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A goal of the jar under test, as a command line names it. */
  static String goal(String name) {
    return "io.github.containerversions:" + RULE + ":" + version() + ":" + name;
  }

  /** Where the jar under test was put for Maven to find. */
  Path installedRuleJar() {
    String name = RULE + "-" + version() + ".jar";
    return localRepository.resolve(GROUP + RULE).resolve(version()).resolve(name);
  }

  /** The jar under test. */
  static Path ruleJar() {
    return setting("it.rule.target").resolve(RULE + "-" + version() + ".jar");
  }

  /** The top folder of the project. */
  static Path projectRoot() {
    return setting("it.parent.pom").getParent();
  }

  /** What the project shows first. */
  static Path readme() {
    return projectRoot().resolve("README.md");
  }

  /** The local repository of the build that runs the tests. */
  static Path outerRepository() {
    return setting("it.outer.repository");
  }

  /** The folder of the pages for users. */
  static Path docs() {
    return setting("it.parent.pom").resolveSibling("docs");
  }

  /** The folder that samples are kept in. */
  static Path samples() {
    return setting("it.samples");
  }

  /** The folder that everything is written to. */
  static Path target() {
    return setting("it.target");
  }

  private static Installation install(Path mavenHome, Path repository) throws IOException {
    place(repository, PARENT, "pom", setting("it.parent.pom"));
    Path reducedPom = setting("it.rule.target").resolve("dependency-reduced-pom.xml");
    place(repository, RULE, "pom", reducedPom);
    place(repository, RULE, "jar", ruleJar());
    Path settings = repository.resolveSibling(repository.getFileName() + "-settings.xml");
    Files.writeString(settings, settingsOffering(outerRepository()));
    return new Installation(mavenHome, repository, settings);
  }

  private static Installation installAndFill() {
    Installation installation = of(setting("it.maven.home"), "it-repo");
    installation.fill();
    return installation;
  }

  /**
   * Runs Maven once, alone, so that the local repository holds all it needs: Maven does not guard
   * it against two processes that write.
   */
  private void fill() {
    Build build = Repository.copyOf("minimal").maven(this).run("-DcontainerVersions.skip");
    if (!build.succeeded()) {
      throw new IllegalStateException("Maven cannot run the rule at all:\n" + build.text());
    }
  }

  private static void place(Path repository, String artifact, String type, Path file)
      throws IOException {
    Path folder = repository.resolve(GROUP + artifact).resolve(version());
    Files.createDirectories(folder);
    Path placed = folder.resolve(artifact + "-" + version() + "." + type);
    Files.copy(file, placed, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        folder.resolve("maven-metadata-local.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <metadata modelVersion="1.1.0">
          <groupId>io.github.containerversions</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <versioning>
            <snapshot>
              <localCopy>true</localCopy>
            </snapshot>
          </versioning>
        </metadata>
        """
            .formatted(artifact, version()));
  }

  private static String settingsOffering(Path outerRepository) {
    String repository =
        """
                <id>outer-local-repository</id>
                <url>%s</url>
                <releases>
                  <enabled>true</enabled>
                  <updatePolicy>never</updatePolicy>
                  <checksumPolicy>ignore</checksumPolicy>
                </releases>
                <snapshots>
                  <enabled>false</enabled>
                </snapshots>
        """
            .formatted(outerRepository.toUri());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
          <profiles>
            <profile>
              <id>outer-local-repository</id>
              <repositories>
                <repository>
        %1$s        </repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository>
        %1$s        </pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>outer-local-repository</activeProfile>
          </activeProfiles>
        </settings>
        """
        .formatted(repository);
  }

  /** The version of the rule under test. */
  static String version() {
    return property("it.version");
  }

  private static Path setting(String name) {
    return Path.of(property(name)).toAbsolutePath().normalize();
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          name + " is not set: run these tests with `mvn verify`, which starts them with it");
    }
    return value;
  }

  /** Made by whichever test comes first; the others wait for it. */
  private static final class Holder {
    private static final Installation INSTALLATION = installAndFill();
  }
}
