package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one commit give one jar, wherever, whenever and by whomever they are made. */
class ReproducibleJarIT {
  private static final List<String> SOURCES =
      List.of(
          ".mvn",
          "LICENSE",
          "NOTICE",
          "pom.xml",
          "it/pom.xml",
          "enforcer-rule/pom.xml",
          "enforcer-rule/src/main");

  /** All that differs from the first build beside the folder and the clock. */
  private static final String OTHER_USER =
      "-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR -Duser.name=other"
          + " -XX:TieredStopAtLevel=1";

  @TempDir Path elsewhere;

  @Test
  void aBuildInAnotherFolderZoneAndLanguageByAnotherUserGivesTheSameJar() throws Exception {
    Path folder = Installation.projectRoot();
    for (String source : SOURCES) {
      copy(folder.resolve(source), elsewhere.resolve(source));
    }

    buildElsewhere();

    Path first = Installation.ruleJar();
    Path second = elsewhere.resolve(folder.relativize(first));
    assertThat(Files.mismatch(first, second))
        .as("the first byte in which %s and %s differ", first, second)
        .isEqualTo(-1);
  }

  /** The umask tells in the modes of files, which a jar can hold. */
  private void buildElsewhere() throws IOException, InterruptedException {
    Path log = elsewhere.resolve("build.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                "-c",
                "umask 077; exec \"$@\"",
                "sh",
                Installation.get().mavenHome().resolve("bin/mvn").toString(),
                "--batch-mode",
                "--offline",
                "-Dmaven.repo.local=" + Installation.outerRepository(),
                "--projects",
                "enforcer-rule",
                "-Dquick",
                "-Dspotless.check.skip",
                "package")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("MAVEN_BASEDIR");
    environment.remove("MAVEN_PROJECTBASEDIR");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("MAVEN_OPTS", OTHER_USER);
    environment.put("LC_ALL", "C");
    Process build = builder.start();
    try {
      assertThat(build.waitFor(5, TimeUnit.MINUTES)).as("the build ends").isTrue();
      assertThat(build.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : tree.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
