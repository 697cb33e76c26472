package io.github.containerversions.versions.site.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PythonReaderPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "VERSION",
          "=",
          "A",
          "'",
          "\"",
          "\"\"\"",
          "f'",
          "f\"",
          "rb'",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "{{",
          "}}",
          ":",
          ":=",
          ",",
          ";",
          ".",
          "!r",
          "!=",
          "\\",
          "\\N{",
          "\n",
          "\r",
          "\r\n",
          "\n ",
          "\n\t",
          "\f",
          " ",
          "#",
          "# coding: ",
          "utf-8",
          "latin-1",
          "+",
          "-",
          "*",
          "1",
          "0x",
          "1e",
          "1.2.3",
          "if ",
          "else",
          "try",
          "except",
          "for ",
          " in ",
          "lambda ",
          "def ",
          "class ",
          "global ",
          "import ",
          "from ",
          " as ",
          "match ",
          "case ",
          "with ",
          "del ",
          "async ",
          "yield",
          "return",
          "type ",
          "not ",
          "@",
          "é",
          "😀",
          "\uD800",
          "\0",
          "\uFEFF",
          "“",
          "lazy ",
          "sys",
          "modules",
          "exec",
          "vars",
          "+=",
          "<<",
          "...");

  private static Reading read(String module) {
    return new PythonReader().read(SourceText.of("container.py", module));
  }

  private static String soup(Property random) {
    return random.pieces(40, PIECES);
  }

  /** Every place that is named lies in the text: cutting it out would throw otherwise. */
  private static void requireSound(String module) {
    Reading reading = read(module);
    String text = module.startsWith("\uFEFF") ? module.substring(1) : module;
    List<Location> places = new ArrayList<>();
    reading.declarations().stream().map(Declaration::location).forEach(places::add);
    reading.problems().stream().map(Problem::location).forEach(places::add);
    for (Location place : places) {
      if (place instanceof SourceSpan) {
        assertThat(text).contains(Slices.of(text, place));
      }
    }
    assertThat(reading.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.help()).isNotBlank();
            });
    assertThat(reading.version().isPresent()).isEqualTo(reading.problems().isEmpty());
  }

  @Test
  void answersAnyText() {
    Property.holds(
        random -> {
          String module = random.text();
          requireSound(module);
          requireSound("VERSION = " + module);
          requireSound("VERSION = '" + module);
          requireSound("VERSION = f\"" + module + "\"");
        });
  }

  @Test
  void answersAnyPieces() {
    Property.holds(
        3000,
        random -> {
          String module = soup(random);
          requireSound(module);
          requireSound("A = '1'\nVERSION = " + module);
        });
  }

  private static String plainTexts(Property random) {
    return "1" + random.textOf("0123456789.-+_v é😀#=()[]{}", 0, 40);
  }

  @Test
  void theSpanIsTheLiteralAsWritten() {
    Property.holds(
        random -> {
          String text = plainTexts(random);
          String layout = layouts(random);
          String module = layout.replace("@", text);
          Declaration declaration = read(module).declarations().get(0);
          assertThat(declaration.version()).isEqualTo(text);
          assertThat(Slices.of(module, declaration.location())).isEqualTo(text);
          assertThat(module).contains(declaration.written());
          assertThat(declaration.written()).contains(text).isNotEqualTo(text);
        });
  }

  private static String layouts(Property random) {
    return random.of(
        "VERSION = '@'",
        "VERSION=\"\"\"@\"\"\"\n",
        "\tx = 1\nVERSION = r'@'\n".substring(1),
        "if x:\n\ty = 1\nVERSION: str = u\"@\" # why\r\n",
        "\r\n\f# c\r\nVERSION = (\r\n  '@'\r\n)\r\n",
        "é = '😀'; TAG = VERSION = \\\n R'''@'''; z = 1");
  }

  /** Written with the escapes of the reference, any text comes back. */
  @Test
  void escapesComeBack() {
    Property.holds(
        random -> {
          String text = random.text();
          StringBuilder escaped = new StringBuilder();
          text.codePoints()
              .forEach(
                  c ->
                      escaped.append(
                          c < 64
                              ? String.format(Locale.ROOT, "\\%03o", c)
                              : c < 256
                                  ? String.format(Locale.ROOT, "\\x%02x", c)
                                  : c < 65536
                                      ? String.format(Locale.ROOT, "\\u%04X", c)
                                      : String.format(Locale.ROOT, "\\U%08x", c)));
          Reading reading = read("VERSION = '" + escaped + "1'");
          assertThat(reading.version()).map(Declaration::version).contains(text + "1");
          Reading formatted = read("A = \"" + escaped + "\"\nVERSION = f'{A}1'");
          assertThat(formatted.version()).map(Declaration::version).contains(text + "1");
        });
  }
}
