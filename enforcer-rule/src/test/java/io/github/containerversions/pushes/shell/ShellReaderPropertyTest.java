package io.github.containerversions.pushes.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any script. */
class ShellReaderPropertyTest {

  @Property(tries = 500)
  void aWordStandsWhereItSays(@ForAll("scriptText") String script) {
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
  }

  @Provide
  Arbitrary<String> scriptText() {
    return Arbitraries.of(
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
            "\uD83D\uDE00")
        .list()
        .ofMaxSize(40)
        .map(it -> String.join("", it));
  }

  @Property(tries = 200)
  void anyTextIsRead(@ForAll String script) {
    assertThatCode(() -> ShellReaderTest.read(script)).doesNotThrowAnyException();
  }
}
