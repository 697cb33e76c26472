package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every inventory, well-formed or not. */
class InventoryReaderPropertiesTest {
  @Test
  void anyTextGivesAReading() {
    Property.holds(
        random -> {
          String text = random.text();
          assertThat(versionOf("a", text)).isNotNull();
        });
  }

  @Test
  void anyPiecesOfYamlGiveAReading() {
    Property.holds(
        5_000,
        random -> {
          String text = pieces(random);
          assertThat(versionOf("a", text)).isNotNull();
        });
  }

  private static final List<String> PIECES =
      List.of(
          "services",
          ":",
          " ",
          "\n",
          "\n  ",
          "- ",
          "name",
          "a",
          "current-version",
          "&x ",
          "*x",
          "<<",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "|",
          ">",
          "|2-",
          "#",
          "!!str ",
          "!",
          "!<",
          "%",
          "---\n",
          "...\n",
          "? ",
          "\t",
          "\r\n",
          "\r",
          "\u0085",
          "\u2028",
          "🐳",
          "\uFEFF",
          "\\",
          "%41",
          "\ud83d",
          "\0",
          "1.2",
          "\"\\U7fffffff\"",
          "%YAML 1.1\n",
          "%TAG ! x\n",
          "~",
          "=");

  private static String pieces(Property random) {
    return "services:\n  - name: a\n" + random.pieces(40, PIECES);
  }

  @Test
  void aSpanSlicesBackToWhatIsWritten() {
    Property.holds(
        random -> {
          String version = versions(random);
          String noise = noise(random);
          String document =
              "# 🐳"
                  + noise
                  + "\nservices:\n- {\"🐳\": 1, name: a, current-version: '"
                  + version
                  + "'}";

          Declaration declaration = versionOf("a", document).version().orElseThrow();

          SourceSpan span = (SourceSpan) declaration.location();
          int[] line = document.split("\n", -1)[span.line() - 1].codePoints().toArray();
          assertThat(new String(line, span.column() - 1, span.endColumn() - span.column()))
              .isEqualTo(version);
          assertThat(declaration.version()).isEqualTo(version);
          assertThat(declaration.written()).isEqualTo("'" + version + "'");
        });
  }

  private static String versions(Property random) {
    String characters = "!#$%&()*+,-./0123456789:;<=>?@ABCXYZ[\\]^_abcxyz{|}~é\uFFFD";
    return random.of("", "🐳") + random.textOf(characters, 1, 12);
  }

  private static String noise(Property random) {
    return random.textOf("abcXYZ", 0, 5) + "🐳";
  }

  @Test
  void lineEndsByteOrderMarkAndIndentationChangeNoValue() {
    Property.holds(
        random -> {
          String version = versions(random);
          String lineEnd = lineEnds(random);
          String indent = indentations(random);
          boolean mark = random.flag();
          String document =
              (mark ? "\uFEFF" : "")
                  + String.join(
                      lineEnd,
                      "services:",
                      indent + "- name: a",
                      indent + "  current-version: '" + version + "'",
                      indent + "- name: b",
                      "");

          Declaration declaration = versionOf("a", document).version().orElseThrow();

          assertThat(declaration.version()).isEqualTo(version);
          int column = indent.length() + "  current-version: '".length() + 1;
          int end = column + version.codePointCount(0, version.length());
          assertThat(declaration.location()).isEqualTo(new SourceSpan("f", 3, column, 3, end));
        });
  }

  private static String lineEnds(Property random) {
    return random.of("\n", "\r\n");
  }

  private static String indentations(Property random) {
    return " ".repeat(random.upTo(9));
  }

  private static Reading versionOf(String service, String text) {
    return InventoryReader.read(SourceText.of("f", text)).versionOf(service);
  }
}
