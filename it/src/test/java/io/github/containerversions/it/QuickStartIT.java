package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/quick-start.md} tells a stranger to write, and what it says will happen. */
class QuickStartIT {
  private static final String SAMPLE = "quick-start";
  private static final Page PAGE = Page.read("quick-start.md");

  @Test
  void thePageShowsTheSample() throws IOException {
    assertThat(new TreeMap<>(PAGE.files())).isEqualTo(new TreeMap<>(sample()));
    assertThat(sample().get("pom.xml").lines()).hasSize(10);
  }

  @Test
  void theSamplePassesAndThenFailsAsThePageSays() {
    Repository repository = Repository.copyOf(SAMPLE).inGit();

    Build passing = repository.validate("-DcontainerVersions.allFiles");
    assertThat(passing.exitCode()).as(passing.text()).isZero();
    assertThat(passing.told()).isEqualTo(PAGE.fragments("text").get(0).strip());
    assertThat(passing.warned()).isEmpty();

    repository.replace("containers/ntfy/Dockerfile", "v2.17.0", "v2.18.0");
    Build failing = repository.validate("-DcontainerVersions.allFiles");
    assertThat(failing.exitCode()).as(failing.text()).isNotZero();
    assertThat(failing.failure()).isEqualTo(PAGE.fragments("text").get(1).strip());
  }

  @Test
  void thePluginForAMavenProjectIsTheOneThatSamplesUse() {
    String plugin = PAGE.fragments("xml").get(0);

    assertThat(Repository.copyOf("minimal").read("pom.xml")).contains(plugin.indent(6));
  }

  @Test
  void theElementForAReactorIsThatOfItsRecipe() {
    String element =
        PAGE.fragments("xml").stream()
            .filter(it -> it.contains("src/main/docker"))
            .findFirst()
            .orElseThrow();

    assertThat(words(Page.read("recipes/reactor.md").files().get("pom.xml")))
        .contains(words(element));
  }

  /** Without the indentation. */
  private static String words(String xml) {
    return xml.strip().replaceAll("\\s*\\n\\s*", "");
  }

  private static Map<String, String> sample() throws IOException {
    Path root = Installation.samples().resolve(SAMPLE);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(root.resolve("target"))) {
          files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }
}
