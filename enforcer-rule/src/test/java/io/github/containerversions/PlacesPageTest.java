package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/places.md}: each of its samples says what it shows. */
class PlacesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "places.md");

  @TempDir private Path root;

  static List<String> samples() throws IOException {
    return ExamplePage.read(PAGE).sections().entrySet().stream()
        .filter(it -> it.getValue().files().containsKey("pom.xml"))
        .map(Map.Entry::getKey)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aBuildSaysWhatTheSampleShows(String heading) throws IOException, CannotCheckException {
    ExamplePage page = ExamplePage.read(PAGE);
    ExamplePage.Section sample = page.section(heading);

    assertThat(
            new ExampleRepository(root).with(page.section("").files()).with(sample.files()).says())
        .isEqualTo(String.join("\n", sample.said()));
  }
}
