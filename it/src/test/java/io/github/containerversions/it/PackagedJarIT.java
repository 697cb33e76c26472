package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The jar that users put on the plugin's class path, as it was packaged. */
class PackagedJarIT {
  private static final String RULES = "io/github/containerversions/maven/";

  /** The major version of class files of Java 11 (JVM specification, 4.1). */
  private static final int JAVA_11 = 55;

  private static final int JAVA_17 = 61;
  private static final int JAVA_8 = 52;

  /** Where old plugins look rules up. */
  private static final String OLD_RULES = "org/apache/maven/plugins/enforcer/";

  @Test
  void theRuleIsInTheIndexThatMavenLooksRulesUpIn() throws IOException {
    try (ZipFile jar = new ZipFile(Installation.ruleJar().toFile())) {
      ZipEntry index = jar.getEntry("META-INF/sisu/javax.inject.Named");
      assertThat(index).isNotNull();
      try (InputStream content = jar.getInputStream(index)) {
        assertThat(new String(content.readAllBytes(), UTF_8).lines())
            .contains("io.github.containerversions.maven.ContainerVersionSyncRule");
      }
    }
  }

  @Test
  void onlyTheClassesThatMavenLooksUpAreForAnOlderJava() throws IOException {
    Map<String, Integer> versions = classFileVersions();

    Map<String, Integer> rules = new TreeMap<>(versions);
    rules.keySet().removeIf(name -> !(name.startsWith(RULES) && name.endsWith("Rule.class")));
    assertThat(rules).containsKey(RULES + "ContainerVersionSyncRule.class");
    assertThat(rules.values()).containsOnly(JAVA_11);

    assertThat(newerThan(JAVA_17, versions)).isEmpty();
    Map<String, Integer> others = new TreeMap<>(versions);
    others.keySet().removeIf(name -> rules.containsKey(name) || name.contains("/shaded/"));
    others.keySet().removeIf(name -> name.startsWith(OLD_RULES));
    assertThat(new TreeSet<>(others.values())).containsExactly(JAVA_17);
  }

  @Test
  void everyOtherClassIsInOurPackageAndThoseForOldHostsCanBeReadByThem() throws IOException {
    Map<String, Integer> strays = classFileVersions();
    strays.keySet().removeIf(name -> name.startsWith("io/github/containerversions/"));

    assertThat(strays)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                OLD_RULES + "ContainerVersionSync.class", JAVA_8,
                OLD_RULES + "RegistryPushAuth.class", JAVA_8,
                OLD_RULES + "UnsupportedHost.class", JAVA_8,
                OLD_RULES + "package-info.class", JAVA_8));
  }

  @Test
  void librariesAreRelocated() throws IOException {
    assertThat(classFileVersions())
        .containsKey("io/github/containerversions/shaded/snakeyaml/Yaml.class")
        .containsKey("io/github/containerversions/shaded/nanojson/JsonWriter.class");
  }

  @Test
  void noFileIsThereTwice() throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream jar = open()) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  private static List<String> newerThan(int version, Map<String, Integer> versions) {
    return versions.keySet().stream().filter(name -> versions.get(name) > version).toList();
  }

  private static Map<String, Integer> classFileVersions() throws IOException {
    Map<String, Integer> versions = new TreeMap<>();
    try (ZipInputStream jar = open()) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().endsWith(".class")) {
          DataInputStream header = new DataInputStream(jar);
          assertThat(header.readInt()).isEqualTo(0xCAFEBABE);
          header.readUnsignedShort();
          versions.put(entry.getName(), header.readUnsignedShort());
        }
      }
    }
    return versions;
  }

  private static ZipInputStream open() throws IOException {
    return new ZipInputStream(Files.newInputStream(Installation.ruleJar()));
  }
}
