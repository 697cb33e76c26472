package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the rule cannot run, the build ends and says why, instead of passing unchecked. */
class UnsupportedHostIT {
  private static final String SAMPLE_VERSION = "<version>3.7.0</version>";
  private static final String TOO_OLD =
      " needs maven-enforcer-plugin 3.2.1 or newer: raise its <version> in the POM";

  /** Where a class file has its major version. */
  private static final int MAJOR_VERSION = 7;

  @ParameterizedTest
  @ValueSource(strings = {"1.4.1", "3.0.0-M3", "3.0.0", "3.1.0"})
  void anOldPlugin(String plugin) {
    Build build =
        copy(plugin).maven(installation("old-plugin-" + plugin)).run("-Denforcer.fail=false");

    assertFailed(build, "<containerVersionSync>" + TOO_OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.4.1", "3.1.0"})
  void anOldPluginThatFindsARuleWithAllItsParameters(String plugin) {
    Installation installation = installation("old-plugin-parameters-" + plugin);
    Repository sync =
        copy(plugin)
            .configure(
                """
                <level>WARN</level>
                <scope>all</scope>
                <exemptions>
                  <exemption><container>loki</container><reason>a tool</reason></exemption>
                </exemptions>
                <serviceNames>
                  <loki>logs</loki>
                  <property><name>2fauth</name><value>two-factor</value></property>
                </serviceNames>
                <reports><report>json</report></reports>
                """);
    Repository push =
        copy(plugin)
            .replace(
                "pom.xml",
                "<containerVersionSync/>",
                "<registryPushAuth><registries><registry>r.example.org</registry></registries>"
                    + "</registryPushAuth>");

    assertFailed(sync.maven(installation).run(), "<containerVersionSync>" + TOO_OLD);
    assertFailed(push.maven(installation).run(), "<registryPushAuth>" + TOO_OLD);
  }

  /**
   * No older Java needs to be there: classes of a version that this Java does not know are refused
   * as those of Java 17 are by an older one. The rule class itself is for Java 11, so that it is
   * found on that one and fails as it is created; on Java 8 it is refused itself.
   */
  @ParameterizedTest
  @ValueSource(ints = {56, 53})
  void anOldJava(int firstUnknown) throws IOException {
    Installation installation = installation("old-java-" + firstUnknown);
    Path jar = installation.installedRuleJar();
    Files.write(jar, withUnknown(firstUnknown));

    Build build = copy("3.7.0").maven(installation).run();

    assertFailed(
        build, "<containerVersionSync> needs Java 17 or newer, and this build runs on Java ");
  }

  @Test
  void aMisspeltElementIsMavensOwnError() {
    Build build =
        Repository.copyOf("minimal")
            .replace("pom.xml", "<containerVersionSync/>", "<containerVersionsSync/>")
            .validate();

    assertFailed(build, "Failed to create enforcer rules with name: containerVersionsSync");
  }

  private static Repository copy(String plugin) {
    return Repository.copyOf("minimal")
        .replace("pom.xml", SAMPLE_VERSION, "<version>" + plugin + "</version>");
  }

  /** A local repository of its own: each test writes to it. */
  private static Installation installation(String name) {
    return Installation.of(
        Installation.target().resolve("mavens/apache-maven-3.6.3"), "it-repo-" + name);
  }

  private static void assertFailed(Build build, String reason) {
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.text()).contains(reason);
  }

  /** The rule's jar, its classes from a class file version upwards made unknown to any Java. */
  private static byte[] withUnknown(int first) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(Installation.ruleJar()));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().endsWith(".class") && content[MAJOR_VERSION] >= first) {
          content[MAJOR_VERSION] = Byte.MAX_VALUE;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
