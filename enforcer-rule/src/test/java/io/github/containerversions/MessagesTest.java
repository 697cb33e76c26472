package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message, as a build prints it, beside the files that lead to it: a folder for each rule, a
 * page for each situation. A new message is written down by hand and read by somebody before it is
 * expected.
 */
class MessagesTest {
  @TempDir private Path root;

  static List<Path> pages() throws IOException, URISyntaxException {
    Path messages = Path.of(MessagesTest.class.getResource("/messages").toURI());
    try (Stream<Path> files = Files.walk(messages)) {
      return files.filter(it -> it.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aBuildSaysWhatThePageShows(Path page) throws IOException, CannotCheckException {
    ExamplePage.Section shown = ExamplePage.read(page).section("");
    ExampleRepository repository = new ExampleRepository(root).with(shown.files());

    assertThat(repository.says()).isEqualTo(String.join("\n", shown.said()));
    assertThat(shown.said().get(0)).contains("[" + page.getParent().getFileName() + "]");
  }

  @Test
  void everyRuleHasItsMessages() throws IOException, URISyntaxException {
    assertThat(pages().stream().map(it -> it.getParent().getFileName().toString()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            RulePagesTest.rules().stream().map(it -> it.id()).toList());
  }
}
