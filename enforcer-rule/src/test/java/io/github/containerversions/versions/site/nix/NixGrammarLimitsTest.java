package io.github.containerversions.versions.site.nix;

import static io.github.containerversions.versions.site.nix.NixGrammarTest.SOUND;
import static io.github.containerversions.versions.site.nix.NixGrammarTest.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser ends on whatever it is given, and layout does not change what it says. */
class NixGrammarLimitsTest {
  static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of("parentheses", "(", "1", ")"),
        Arguments.of("parentheses never closed", "(", "", ""),
        Arguments.of("lists", "[", "", "]"),
        Arguments.of("sets", "{a=", "1", ";}"),
        Arguments.of("interpolations", "\"${", "1", "}\""),
        Arguments.of("interpolations of indented strings", "''${", "1", "}''"),
        Arguments.of("interpolations of paths", "./a${", "1", "}"),
        Arguments.of("conditions", "if ", "1", " then 1 else 2"),
        Arguments.of("alternatives", "if 1 then 2 else ", "1", ""),
        Arguments.of("lets within lets", "let a=", "1", "; in a"),
        Arguments.of("lets after lets", "let a=1; in ", "1", ""),
        Arguments.of("functions", "a: ", "1", ""),
        Arguments.of("functions of sets", "{a}: ", "1", ""),
        Arguments.of("defaults", "{a?", "1", "}:a"),
        Arguments.of("withs", "with {}; ", "1", ""),
        Arguments.of("asserts", "assert 1; ", "1", ""),
        Arguments.of("selections", "{}", "", ".a"),
        Arguments.of("defaults of selections", "{}.a or ", "1", ""),
        Arguments.of("tests for attributes", "{}", "", "?a"),
        Arguments.of("sums", "1+", "1", ""),
        Arguments.of("updates", "{}//", "{}", ""),
        Arguments.of("implications", "1->", "1", ""),
        Arguments.of("negations", "!", "1", ""),
        Arguments.of("arguments", "{} ", "1", ""),
        Arguments.of("attribute paths", "{a", "=1;}", ".a"),
        Arguments.of("long attribute paths", "a.", "", ""),
        Arguments.of("dots", ".", "", ""),
        Arguments.of("signs", "+", "", ""),
        Arguments.of("scheme characters", "a+", "", ""),
        Arguments.of("slashes", "/", "", ""),
        Arguments.of("path starts", "<a/", "", ""),
        Arguments.of("open braces", "{", "", ""),
        Arguments.of("open quotes", "\"", "", ""),
        Arguments.of("open comments", "/*", "", ""),
        Arguments.of("dollars", "\"$", "", ""),
        Arguments.of("digits", "1", "", ""),
        Arguments.of("tildes", "~/", "", ""));
  }

  /** A quarter of a mebibyte of anything, in a thread of modest stack, even when cold. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void endsOnAnyLength(String name, String before, String middle, String after)
      throws InterruptedException {
    int count = (1 << 18) / (before.length() + after.length());
    String text = before.repeat(count) + middle + after.repeat(count);
    String[] fault = {"did not end"};
    Thread reader = new Thread(null, () -> fault[0] = fault(text), name, 512 << 10);
    reader.start();
    reader.join(20_000);
    assertThat(fault[0]).isNotEqualTo("did not end").doesNotContain("Error");
  }

  @Test
  void endsOnArbitraryText() {
    Property.holds(
        random -> {
          String text = random.text();
          assertThat(fault(text)).doesNotContain("Exception");
        });
  }

  @Test
  void endsOnSoupOfTokens() {
    Property.holds(
        3000,
        random -> {
          String text = soup(random);
          assertThat(fault(text)).doesNotContain("Exception");
        });
  }

  private static String soup(Property random) {
    return NixTexts.soup(random);
  }

  /** Blanks and comments between tokens, and the sort of line ends, do not matter. */
  @Test
  void layoutDoesNotMatter() {
    Property.holds(
        random -> {
          String layout = layouts(random);
          String text = "{ a , b ? [ 1 ] , ... } : let c = a . b or 2 ; in rec { d = c + 1 ; }";

          assertThat(fault(text.replace(" ", layout))).isEqualTo(SOUND);
        });
  }

  private static final List<String> LAYOUTS =
      List.of(" ", "\n", "\r\n", "\r", "\t", "# x\n", "# x\r\n", "/* x */");

  private static String layouts(Property random) {
    return " " + random.pieces(5, LAYOUTS);
  }
}
