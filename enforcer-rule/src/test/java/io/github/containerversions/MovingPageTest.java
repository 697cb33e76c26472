package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The steps of {@code docs/moving.md}: in each chapter a repository changes from section to
 * section, and each state says what the page shows.
 */
class MovingPageTest {
  private static final Path PAGE = Path.of("..", "docs", "moving.md");
  private static final Pattern REMOVED = Pattern.compile("^git rm (\\S+)$", Pattern.MULTILINE);

  @TempDir private Path root;

  /**
   * A state of a repository.
   *
   * @param heading the section
   * @param files all that is there
   * @param said what the check says of it
   */
  record Step(String heading, Map<String, String> files, String said) {
    @Override
    public String toString() {
      return heading;
    }
  }

  static List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    String heading = "";
    Node document = Parser.builder().build().parse(Files.readString(PAGE));
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading next) {
        heading = ((Text) next.getFirstChild()).getLiteral();
        if (next.getLevel() == 2) {
          files = new LinkedHashMap<>();
        }
      } else if (node instanceof FencedCodeBlock block) {
        String[] info = block.getInfo().split(" ", 2);
        if (info.length == 2) {
          files.put(info[1], block.getLiteral());
        } else if (info[0].equals("text")) {
          steps.add(new Step(heading, Map.copyOf(files), block.getLiteral().strip()));
        } else {
          for (MatchResult removed : REMOVED.matcher(block.getLiteral()).results().toList()) {
            assertThat(files.remove(removed.group(1))).as(removed.group(1)).isNotNull();
          }
        }
      }
    }
    return steps;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("steps")
  void aStateSaysWhatThePageShows(Step step) throws IOException, CannotCheckException {
    assertThat(new ExampleRepository(root).with(step.files()).says()).isEqualTo(step.said());
  }
}
