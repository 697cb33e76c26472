package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.TagForm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every inventory at a configured key. */
class KeyedInventoryPropertiesTest {
  private static final List<String> FILES =
      List.of("a.yaml", "a.json", "a.toml", "a.xml", "a.hcl", ".env", "a.sh", "a.properties");

  private static final List<String> KEYS =
      List.of("{service}", "s.{service}.v", "l[id={service}].v", "**.{service}", "*.{service}.*");

  private static final List<String> FORMS =
      List.of("{version}", "{any}:{version}", "{version}-{commit}");

  private static final List<String> PIECES =
      List.of(
          "a",
          "s",
          "l",
          "id",
          "v",
          ":",
          ": ",
          " = ",
          "=",
          "\n",
          "\n  ",
          "- ",
          "[",
          "]",
          "[[l]]\n",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "1.2",
          "x:1.2",
          "1.2-abc1234",
          "${T:-1.2}",
          "${T}",
          "$",
          "@",
          "#",
          "&x ",
          "*x",
          "<<: *x",
          "<a>",
          "</a>",
          "null",
          "\\",
          "🐳",
          "\t",
          "---\n");

  @Test
  void anyTextGivesAReadingWhoseSpansHoldTheirVersion() {
    Property.holds(
        5_000,
        random -> {
          SourceText text = SourceText.of(random.of(FILES), random.pieces(40, PIECES));
          Reading reading =
              read(text, random.of(KEYS), List.of(random.of(FORMS), random.of(FORMS)))
                  .versionOf("a");

          assertThat(reading.declarations().isEmpty() && reading.problems().isEmpty()).isFalse();
          for (Declaration each : reading.declarations()) {
            if (each.written().equals(each.version())) {
              assertThat(sliced(text, each)).isEqualTo(each.version());
            }
          }
        });
  }

  @Test
  void aVersionIsReadAsItIsWrittenInEveryFormat() {
    Property.holds(
        random -> {
          String version = random.textOf("0123456789abcxyzABC._-", 1, 12);
          String quote = random.of("\"", "'");
          String other = "b" + random.textOf("abc", 1, 3);
          SourceText text =
              random.of(
                  SourceText.of("a.yaml", other + ": 1\na: " + quote + version + quote + "\n"),
                  SourceText.of("a.json", "{\"" + other + "\":\t1,\n\"a\" :\t\"" + version + "\"}"),
                  SourceText.of("a.toml", other + " = 1\na = " + quote + version + quote + "\n"),
                  SourceText.of("a.env", other + "=1\na=" + quote + version + quote + "\n"));

          Declaration found =
              read(text, "{service}", List.of("{version}")).versionOf("a").version().orElseThrow();

          assertThat(found.version()).isEqualTo(version);
          assertThat(sliced(text, found)).isEqualTo(version);
        });
  }

  @Test
  void theVersionOfAReferenceIsWhatFollowsItsLastColon() {
    Property.holds(
        random -> {
          String version = random.textOf("0123456789abcXYZ._-", 1, 12);
          String image =
              random.of("", "r.example:5000/", "localhost/") + random.textOf("abc/", 1, 6);
          SourceText text =
              SourceText.of(
                  "compose.yaml",
                  "a: \"" + image + ":" + version + random.of("", "@sha256:0f0f") + "\"\n");

          Declaration found =
              read(text, "{service}", List.of("{any}:{version}@{any}", "{any}:{version}"))
                  .versionOf("a")
                  .version()
                  .orElseThrow();

          assertThat(found.version()).isEqualTo(version);
          assertThat(sliced(text, found)).isEqualTo(version);
        });
  }

  private static Inventory read(SourceText text, String key, List<String> forms) {
    return KeyedInventory.read(
        text,
        new InventoryLayout(
            text.file(), KeyPath.of(key), forms.stream().map(TagForm::of).toList()));
  }

  private static String sliced(SourceText text, Declaration declaration) {
    SourceSpan span = (SourceSpan) declaration.location();
    return text.content()
        .substring(
            text.offset(span.line(), span.column()), text.offset(span.endLine(), span.endColumn()));
  }
}
