package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every inventory, well-formed or not. */
class InventoryReaderPropertiesTest {
  @Property
  void anyTextGivesAReading(@ForAll String text) {
    assertThat(versionOf("a", text)).isNotNull();
  }

  @Property(tries = 5_000)
  void anyPiecesOfYamlGiveAReading(@ForAll("pieces") String text) {
    assertThat(versionOf("a", text)).isNotNull();
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
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
            "=")
        .list()
        .ofMaxSize(40)
        .map(pieces -> "services:\n  - name: a\n" + String.join("", pieces));
  }

  @Property
  void aSpanSlicesBackToWhatIsWritten(
      @ForAll("versions") String version, @ForAll("noise") String noise) {
    String document =
        "# 🐳" + noise + "\nservices:\n- {\"🐳\": 1, name: a, current-version: '" + version + "'}";

    Declaration declaration = versionOf("a", document).version().orElseThrow();

    SourceSpan span = (SourceSpan) declaration.location();
    int[] line = document.split("\n", -1)[span.line() - 1].codePoints().toArray();
    assertThat(new String(line, span.column() - 1, span.endColumn() - span.column()))
        .isEqualTo(version);
    assertThat(declaration.version()).isEqualTo(version);
    assertThat(declaration.written()).isEqualTo("'" + version + "'");
  }

  @Provide
  Arbitrary<String> versions() {
    return Arbitraries.strings()
        .withCharRange('!', '&')
        .withCharRange('(', '~')
        .withChars('é', '\uFFFD')
        .ofMinLength(1)
        .ofMaxLength(12)
        .flatMap(text -> Arbitraries.of("", "🐳").map(whale -> whale + text));
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.strings().alpha().ofMaxLength(5).map(text -> text + "🐳");
  }

  @Property
  void lineEndsByteOrderMarkAndIndentationChangeNoValue(
      @ForAll("versions") String version,
      @ForAll("lineEnds") String lineEnd,
      @ForAll("indentations") String indent,
      @ForAll boolean mark) {
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
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n");
  }

  @Provide
  Arbitrary<String> indentations() {
    return Arbitraries.strings().withChars(' ').ofMaxLength(9);
  }

  private static Reading versionOf(String service, String text) {
    return InventoryReader.read(SourceText.of("f", text)).versionOf(service);
  }
}
