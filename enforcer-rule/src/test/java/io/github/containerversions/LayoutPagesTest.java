package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Repositories of other shapes, each on a page: the element of the rule, the files, and what a
 * build prints, or why nothing can be checked.
 */
class LayoutPagesTest {
  @TempDir private Path root;

  static List<Path> pages() throws IOException, URISyntaxException {
    Path layouts = Path.of(LayoutPagesTest.class.getResource("/layouts").toURI());
    try (Stream<Path> files = Files.list(layouts)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aBuildSaysWhatThePageShows(Path page) throws IOException {
    ExamplePage.Section shown = ExamplePage.read(page).section("");

    assertThat(says(shown)).isEqualTo(String.join("\n", shown.said()));
  }

  private String says(ExamplePage.Section shown) throws IOException {
    try {
      return new ExampleRepository(root).with(shown.files()).says();
    } catch (CannotCheckException e) {
      return "Container versions cannot be checked: " + e.getMessage();
    }
  }
}
