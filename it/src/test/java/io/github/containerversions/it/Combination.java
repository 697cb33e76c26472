package io.github.containerversions.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Versions that are tried together.
 *
 * @param maven the version of Maven
 * @param enforcer the version of the Enforcer plugin
 * @param javaHome the Java that Maven runs on
 */
record Combination(String maven, String enforcer, Path javaHome) {

  /** The version that the samples name. */
  private static final String ENFORCER_OF_SAMPLES = "<version>3.7.0</version>";

  /** One local repository each, filled by the first test that needs it while others wait. */
  private static final Map<String, Installation> INSTALLATIONS = new ConcurrentHashMap<>();

  /** All that this run is to try, as the properties {@code it.mavens} and its like say. */
  static List<Combination> all() {
    List<Combination> all = new ArrayList<>();
    for (String java : values("it.javas")) {
      for (String maven : values("it.mavens")) {
        for (String enforcer : values("it.enforcers")) {
          all.add(new Combination(maven, enforcer, Path.of(java)));
        }
      }
    }
    return all;
  }

  private static List<String> values(String property) {
    return List.of(System.getProperty(property).strip().split("\\s*,\\s*", -1));
  }

  /** A copy of a sample that uses this Enforcer plugin. */
  Repository copyOf(String sample) {
    return Repository.copyOf(sample)
        .replace("pom.xml", ENFORCER_OF_SAMPLES, "<version>" + enforcer + "</version>");
  }

  /** A run of this Maven in a copy of a sample. */
  MavenRun in(Repository repository) {
    return repository.maven(installation()).onJava(javaHome);
  }

  /** This Maven as a process that stays. */
  ResidentProcess resident() throws IOException {
    return ResidentProcess.start(installation(), javaHome);
  }

  /** Filled when it is first asked for; skipped, and told so, where there is no such Java. */
  private Installation installation() {
    Assumptions.assumeTrue(
        Files.isExecutable(javaHome.resolve("bin/java")), "there is no Java at " + javaHome);
    Path home = Installation.target().resolve("mavens/apache-maven-" + maven);
    String name = "it-repo-" + maven + "-" + enforcer;
    return INSTALLATIONS.computeIfAbsent(name, it -> filled(Installation.of(home, it)));
  }

  /** Maven does not guard a local repository against two processes that write. */
  private Installation filled(Installation installation) {
    Build build =
        copyOf("minimal").maven(installation).onJava(javaHome).run("-DcontainerVersions.skip");
    if (!build.succeeded()) {
      throw new IllegalStateException(this + " cannot run the rule at all:\n" + build.text());
    }
    return installation;
  }

  @Override
  public String toString() {
    return "Maven " + maven + ", Enforcer " + enforcer + ", " + javaHome.getFileName();
  }
}
