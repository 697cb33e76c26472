package io.github.containerversions.pushes.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.containerversions.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for any script. */
class ShellReaderPropertyTest {

  @Test
  void aWordStandsWhereItSays() {
    Property.holds(
        500,
        random -> {
          String script = scriptText(random);
          for (Command command : ShellReaderTest.read(script).commands()) {
            for (ShellWord word : command.words()) {
              for (Piece piece : word.pieces()) {
                String there = script.substring(piece.start(), piece.end());
                if (piece instanceof Piece.Text text) {
                  assertThat(there).isIn(text.text(), "\\" + text.text());
                } else if (piece instanceof Piece.Variable variable) {
                  assertThat(there).startsWith("$").contains(variable.name());
                } else if (piece instanceof Piece.Expression expression) {
                  assertThat(there).startsWith("${{").endsWith("}}").contains(expression.body());
                }
              }
            }
          }
        });
  }

  private static final List<String> SCRIPT_TEXT =
      List.of(
          "a",
          "b c",
          " ",
          "\n",
          "'",
          "\"",
          "\\",
          "$",
          "{",
          "}",
          "(",
          ")",
          "`",
          "<<E",
          "E",
          "|",
          "&",
          ";",
          ">",
          "#",
          "=",
          "${{ x }}",
          "${",
          "$(",
          "case ",
          " in ",
          "esac",
          "é",
          "\uD83D\uDE00");

  private static String scriptText(Property random) {
    return random.pieces(40, SCRIPT_TEXT);
  }

  @Test
  void anyTextIsRead() {
    Property.holds(
        200,
        random -> {
          String script = random.text();
          assertThatCode(() -> ShellReaderTest.read(script)).doesNotThrowAnyException();
        });
  }
}
