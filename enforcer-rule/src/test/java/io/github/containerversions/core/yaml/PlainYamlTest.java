package io.github.containerversions.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without SnakeYAML is what SnakeYAML reads, offsets included. */
class PlainYamlTest {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private static final List<String> USUAL_VALUES =
      List.of("", " x", " 1.2", " 'y'", " \"z: 1\"", " v1 # c", " x#y", " x:y", "  x  y ", " ~");

  private static final List<String> ODD_VALUES =
      List.of(
          " 'it''s'",
          " \"\\n\"",
          " |",
          " >",
          " [x]",
          " {a: b}",
          " &x y",
          " *x",
          " !!str 1",
          " -",
          " -x",
          " 'a' b",
          " \"a",
          " .",
          " (",
          " $x",
          " %",
          " @",
          " `",
          "\tx",
          " #",
          "#",
          " ...",
          " ---",
          " 🐳",
          " x\u0085y",
          " x\u2028y",
          ":",
          " x:",
          " x: y",
          " <<",
          " x #",
          " 'a'#");

  private static @Nullable YamlNode plain(String text, int mostNodes) throws BrokenYaml {
    return YamlDocument.plain(SourceText.of("a.yaml", text), mostNodes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services:\n  - name: web\n    current-version: \"1.2\"\n",
        "services:\n- name: web\n  current-version: v1\nother: 1\n",
        "# what runs\n---\n\nservices:   # all\n  -   name:  web  # one\n\n      a:   \n  - name: b",
        "a: https://example.org/x#y\nb: don't\nc: 'it is: # so'\nd: \"\"\n",
        "a:\n  b:\n    c:\n    d: ~\n  e: null\nf:\n",
        "- - a\n  - b\n- c: d\n  e:\n  - f\n",
        "a: x é 🐳\r\nb: '🐳'\r\n\r\n# 🐳\r\nc: x\r\n",
        "a: 1 \n   # deeper\n # less\nb: 2",
        "a: x:y\nb: 12:30\nc: a#b\nd: .5\n",
        "a-b.c_d: 1\n0: 2\n"
      })
  void plainTextIsReadAsSnakeYamlReadsIt(String text) throws BrokenYaml {
    YamlNode plain = plain(text, NO_LIMIT);

    assertThat(plain).isNotNull();
    assertThat(described(plain)).isEqualTo(bySnakeYaml(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "---\n",
        "a",
        "a:1",
        "a: b: c",
        "a: b:\n",
        "a: b\n  c\n",
        "a: \"b\n  c\"\n",
        "a: \"b\\n\"",
        "a: 'it''s'",
        "a: 'b' c",
        "a: 'b'#c",
        "a: |\n  b\n",
        "a: >-\n  b\n",
        "a: [b]",
        "a: {b: c}",
        "- {name: a}",
        "a: &x b",
        "a: *x",
        "a: !!str b",
        "<<: a",
        "? a",
        "-",
        "-\n  a: b",
        "a: - b",
        "a:\tb",
        "a: b\rc: d",
        "a: b\u0085c: d",
        "a: b\u2028c: d",
        "\"a\": b",
        "a b: c",
        "é: c",
        "a : b",
        "%YAML 1.1\n---\na: b",
        "---#\na: b",
        "--- a: b",
        "a: b\n---\nc: d",
        "a: b\n...\n",
        " a: b\nc: d",
        "a:\n  b: c\n d: e\n",
        "a:\n  - b\n  c: d\n",
        "- a\nb: c\n",
        "a: b\n- c\n"
      })
  void everythingElseIsLeftToSnakeYaml(String text) throws BrokenYaml {
    assertThat(plain(text, NO_LIMIT)).isNull();
  }

  @Test
  void depthIsLeftToSnakeYamlLongBeforeTheStackEnds() throws BrokenYaml {
    assertThat(plain("- ".repeat(100_000) + "a", NO_LIMIT)).isNull();
  }

  @Test
  void moreNodesThanAllowedAreLeftToSnakeYaml() throws BrokenYaml {
    String text = "a: b\nc:\n- d\n";

    assertThat(plain(text, 6)).isNotNull();
    assertThat(plain(text, 5)).isNull();
  }

  @Test
  void aKeyLongerThanSnakeYamlTakesIsLeftToIt() throws BrokenYaml {
    assertThat(plain("a".repeat(128) + ": b", NO_LIMIT)).isNotNull();
    assertThat(plain("a".repeat(129) + ": b", NO_LIMIT)).isNull();
  }

  @Test
  void whateverIsReadIsWhatSnakeYamlReads() {
    Property.holds(
        20_000,
        random -> {
          String text = lines(random);
          YamlNode plain = plain(text, NO_LIMIT);

          if (plain != null) {
            assertThat(described(plain)).isEqualTo(bySnakeYaml(text));
          }
        });
  }

  /** Lines that are plain more often than not, in columns that fit more often than not. */
  private static String lines(Property random) {
    return Stream.generate(() -> line(random)).limit(random.upTo(8)).collect(Collectors.joining());
  }

  private static String line(Property random) {
    return random.mostly(List.of("", "  ", "    "), List.of(" ", "   ", "\t"))
        + random.mostly(List.of("", "- "), List.of("- - ", "-", "-   ", "? ", "---", "--- ", "-\t"))
        + random.mostly(
            List.of("a:", "b:", "c-d:"),
            List.of("", "\"a\":", "a :", "<<:", "a:b", "é:", "a: b:", "# a:"))
        + random.mostly(USUAL_VALUES, ODD_VALUES)
        + random.mostly(
            List.of("\n"),
            List.of("\r\n", "\n\n", " \n", "\n# c\n", "\n   # c\n", "\r", "\n...\n", ""));
  }

  private static String bySnakeYaml(String text) throws BrokenYaml {
    return described(EventNodes.read(SourceText.of("a.yaml", text), false).get(0));
  }

  /** A node with all that is known of it; nodes themselves are compared by identity. */
  private static String described(YamlNode node) {
    StringBuilder text = new StringBuilder();
    describe(node, text);
    return text.toString();
  }

  private static void describe(YamlNode node, StringBuilder text) {
    if (node instanceof YamlNode.Items list) {
      text.append("items@").append(list.start()).append('[');
      list.items().forEach(item -> describe(item, text));
      text.append(']');
    } else if (node instanceof YamlNode.Mapping mapping) {
      text.append("mapping@").append(mapping.start()).append('{');
      for (YamlNode.Pair pair : mapping.pairs()) {
        describe(pair.key(), text);
        describe(pair.value(), text);
      }
      text.append('}');
    } else {
      text.append(List.of(node));
    }
  }
}
