package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the words of a script stand in the file, counted by hand: which characters of a scalar are
 * its content is the YAML specification's word (chapters 7.3 and 8.1).
 */
class ScalarPositionsTest {
  private static final String STEP = "on: push\njobs:\n  a:\n    steps:\n      - run: ";

  static Stream<Arguments> scripts() {
    return Stream.of(
        arguments("plain", "a bc d", List.of("5:14 a", "5:16 bc", "5:19 d")),
        arguments("the same word again", "a a a", List.of("5:14 a", "5:16 a", "5:18 a")),
        arguments(
            "plain over two lines", "a bc\n          d", List.of("5:14 a", "5:16 bc", "6:11 d")),
        arguments("plain after blanks", "   a", List.of("5:17 a")),
        arguments("after an anchor", "&x a b", List.of("5:17 a", "5:19 b")),
        arguments("after a tag", "!!str a b", List.of("5:20 a", "5:22 b")),
        arguments("single quotes", "'a bc'", List.of("5:15 a", "5:17 bc")),
        arguments("doubled single quotes", "'a ''b'' c'", List.of("5:15 a", "5:19 b", "5:23 c")),
        arguments(
            "two single quotes within double ones",
            "\"a ''b c\"",
            List.of("5:15 a", "5:19 b", "5:21 c")),
        arguments("double quotes", "\"a bc\"", List.of("5:15 a", "5:17 bc")),
        arguments(
            "double quotes over two lines", "\"a\n          b\"", List.of("5:15 a", "6:11 b")),
        arguments(
            "an escape makes the scalar one place",
            "\"a \\\"b\\\"\"",
            List.of("5:15 a \\\"b\\\"", "5:15 a \\\"b\\\"")),
        arguments(
            "an escape at the very start", "\"\\x61 b\"", List.of("5:15 \\x61 b", "5:15 \\x61 b")),
        arguments(
            "a backslash after the scalar is not its own",
            "\"a b\" # \\",
            List.of("5:15 a", "5:17 b")),
        arguments(
            "a backslash in single quotes", "'a \\b c'", List.of("5:15 a", "5:17 \\b", "5:20 c")),
        arguments(
            "a literal block",
            "|\n          a b\n          c\n",
            List.of("6:11 a", "6:13 b", "7:11 c")),
        arguments(
            "a literal block after a comment",
            "| # a b\n          a b",
            List.of("6:11 a", "6:13 b")),
        arguments("a literal block after an empty line", "|\n\n          a", List.of("7:11 a")),
        arguments(
            "an indentation that is said",
            "|2-\n            a\n          b",
            List.of("6:13 a", "7:11 b")),
        arguments(
            "lines deeper than the first",
            "|\n          a \\\n            b",
            List.of("6:11 a", "7:13 b")),
        arguments(
            "a folded block",
            ">-\n          a\n          b\n\n          c",
            List.of("6:11 a", "7:11 b", "9:11 c")),
        arguments(
            "carriage returns",
            "|\r\n          a b\r\n          c\r\n",
            List.of("6:11 a", "6:13 b", "7:11 c")),
        arguments("a comment of the script", "|\n          # a\n          a", List.of("7:11 a")),
        arguments("beyond the basic plane", "a 🐳 b", List.of("5:14 a", "5:16 🐳", "5:18 b")),
        arguments(
            "blanks between quotes", "a \"b  c\" d", List.of("5:14 a", "5:17 b  c", "5:23 d")),
        arguments(
            "blanks at the end of quotes", "a \"b  \" c", List.of("5:14 a", "5:17 b  ", "5:22 c")),
        arguments(
            "blanks at the start of quotes",
            "a \"  b\" c",
            List.of("5:14 a", "5:17   b", "5:22 c")),
        arguments("nothing but a blank", "a \" \" c", List.of("5:14 a", "5:17  ", "5:20 c")),
        arguments("a tab between words", "|\n          a\tb", List.of("6:11 a", "6:13 b")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void theWordsOfAScriptStandInTheFile(String situation, String scalar, List<String> words) {
    String text = STEP + scalar;
    Step.Run run = (Step.Run) Texts.workflow(text).readSteps().get(0);

    assertThat(
            run.script().commands().stream()
                .flatMap(command -> command.words().stream())
                .map(word -> placed(text, word.location())))
        .containsExactlyElementsOf(words);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("plain", "a b", "5:18 a b"),
        arguments("blanks at its start are its content", "' a'", "5:19  a"),
        arguments("an expression", "'x${{ s.A }}y'", "5:19 x${{ s.A }}y"),
        arguments("nothing between quotes", "''", "5:19 "),
        arguments("nothing at all", "", "5:17 "),
        arguments("blanks between quotes", "'  '", "5:19   "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void aValueStandsInTheFile(String situation, String value, String place) {
    String text =
        "on: push\njobs:\n  a:\n    steps:\n      - env: {K: " + value + "}\n        run: a";
    ShellWord word = Texts.workflow(text).readSteps().get(0).env().get("K");

    assertThat(word).isNotNull();
    assertThat(placed(text, word.location())).isEqualTo(place);
  }

  /** An alias is the scalar that it stands for, so its words stand there. */
  @Test
  void anAliasStandsWhereItsAnchorIs() {
    String text = STEP + "&x a b\n      - run: *x\n";
    Step.Run second = (Step.Run) Texts.workflow(text).readSteps().get(1);

    assertThat(placed(text, second.script().commands().get(0).words().get(1).location()))
        .isEqualTo("5:19 b");
    assertThat(second.location()).isEqualTo(new SourceSpan(Texts.FILE, 5, 17, 5, 20));
  }

  /** The line and column, and what stands there. */
  private static String placed(String text, Location location) {
    SourceSpan span = (SourceSpan) location;
    return span.line() + ":" + span.column() + " " + Slices.of(text, location);
  }
}
