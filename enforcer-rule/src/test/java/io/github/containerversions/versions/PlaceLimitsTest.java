package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.containerversions.maven.PlacesOfPom;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.scope.TestRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file that names an image so often that quadratic work shows: each of these took more than half
 * a minute when it was quadratic, and takes a second.
 */
class PlaceLimitsTest {
  private static final int TIMES = 20_000;

  private static final Duration BOUND = Duration.ofSeconds(15);

  @TempDir private Path folder;
  private TestRepository repository;

  @BeforeEach
  void oneContainer() {
    repository = TestRepository.init(folder);
    repository.write("containers/web/Dockerfile", "ARG CONTAINER_APP_VERSION=1.2.3\n");
    repository.write(
        "service-versions.yaml", "services: [{ name: web, current-version: 1.2.3 }]\n");
    repository.commit("web 1.2.3");
  }

  private VersionSettings deployed(String behind, String file, IntFunction<String> line) {
    return deployed(
        behind,
        file,
        IntStream.range(0, TIMES).mapToObj(line).collect(Collectors.joining("\n", "", "\n")));
  }

  private VersionSettings deployed(String behind, String file, String text) {
    repository.write("deploy/" + file, text);
    return TestSettings.at(folder)
        .places(
            PlacesOfPom.read(
                "<places><place><name>deployment</name><files><file>deploy/**</file></files>"
                    + "<image>h.io/{container}</image><behind>"
                    + behind
                    + "</behind></place></places>"))
        .build();
  }

  private static VersionResult run(VersionSettings settings) {
    return assertTimeoutPreemptively(
        BOUND, () -> new ContainerVersionSync(settings, line -> {}).run());
  }

  @ParameterizedTest
  @ValueSource(strings = {"web.yaml", "web.txt", "web.sh", "web.tf"})
  void theSameVersionEachTime(String file) {
    VersionSettings settings = deployed("told", file, i -> "- image: h.io/web:1.2.3");

    assertThat(run(settings).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "told"})
  void anotherVersionEachTime(String behind) {
    VersionSettings settings = deployed(behind, "web.txt", i -> "- image: h.io/web:1.2." + i);

    assertThat(run(settings).findings()).isNotEmpty();
  }

  @Test
  void allOfThemAreSetOnLinesOfTheirOwn() {
    set("web.txt", "- image: h.io/web:1.2.3\n".repeat(TIMES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uD83D\uDC33"})
  void allOfThemAreSetOnOneLine(String before) {
    set("web.json", "[" + "\"h.io/web:1.2.3\", ".repeat(TIMES) + "\"" + before + "\"]\n");
  }

  private void set(String file, String text) {
    VersionSettings settings = deployed("no", file, text);
    List<Container> containers =
        run(settings).containers().stream().map(ContainerResult::container).toList();

    assertTimeoutPreemptively(
        BOUND,
        () -> {
          VersionChanges changes = new VersionChanges(settings, containers, false, "");
          changes.set(containers.get(0), "2.0");
          changes.write();
        });

    assertThat(run(settings).findings()).isEmpty();
    assertThat(folder.resolve("deploy").resolve(file)).content().doesNotContain("1.2.3");
  }
}
