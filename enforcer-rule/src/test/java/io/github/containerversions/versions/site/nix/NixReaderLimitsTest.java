package io.github.containerversions.versions.site.nix;

import static io.github.containerversions.versions.site.nix.NixReaderTest.outcome;
import static io.github.containerversions.versions.site.nix.NixReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to hurt: chains, recursion and growth without end. */
class NixReaderLimitsTest {
  static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of(
            "parentheses",
            "{ version = " + "(".repeat(20_000) + "\"1\"" + ")".repeat(20_000) + "; }",
            "UNKNOWN nested deeper than 128 levels"),
        Arguments.of("sums", "{ version = \"0\"" + " + \"\"".repeat(20_000) + "; }", "= 0"),
        Arguments.of("updates", "{ version = \"1\"; }" + " // { }".repeat(20_000), "= 1"),
        Arguments.of(
            "updates from the right",
            "{ version = (" + "{ } // ".repeat(20_000) + "{ v = \"1\"; }).v; }",
            "= 1"),
        Arguments.of("lets", "let a = \"1\"; in ".repeat(20_000) + "{ version = a; }", "= 1"),
        Arguments.of(
            "lets of the version", "let version = \"1\"; in ".repeat(20_000) + "{ }", "= 1"),
        Arguments.of("functions", "a: ".repeat(20_000) + "{ version = \"1\"; }", "= 1"),
        Arguments.of("withs", "with { }; ".repeat(20_000) + "{ version = \"1\"; }", "= 1"),
        Arguments.of(
            "conditions", "if false then 1 else ".repeat(20_000) + "{ version = \"1\"; }", "= 1"),
        Arguments.of(
            "selections",
            "rec { a = b" + ".a".repeat(20_000) + "; b.a = b; version = a; }",
            "SHAPE version is a set, not a string: a"),
        Arguments.of(
            "negations",
            "{ version = if " + "!".repeat(20_000) + "true then \"1\" else \"2\"; }",
            "UNKNOWN needs evaluation, deeper than 100 levels"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void endsOnLongChains(String name, String text, String expected) {
    assertThat(outcome(read(new MemoryFiles(), text))).isEqualTo(expected);
  }

  @Test
  void endsOnWorkThatGrowsWithoutBound() {
    StringBuilder calls = new StringBuilder("f0 = x: x; ");
    for (int i = 1; i < 40; i++) {
      String twice = "if f%d x then f%d x else x; ".formatted(i - 1, i - 1);
      calls.append("f%d = x: ".formatted(i)).append(twice);
    }
    String text = "let " + calls + "in { version = if f39 true then \"1\" else \"2\"; }";

    assertThat(outcome(read(new MemoryFiles(), text))).startsWith("UNKNOWN needs evaluation, ");
  }

  @Test
  void endsOnTextThatGrowsWithoutBound() {
    StringBuilder sums = new StringBuilder("s0 = \"12345678\"; ");
    for (int i = 1; i < 40; i++) {
      sums.append("s%d = s%d + s%d; ".formatted(i, i - 1, i - 1));
    }

    assertThat(outcome(read(new MemoryFiles(), "let " + sums + "in { version = s39; }")))
        .isEqualTo("SHAPE a text of more than 65536 characters is no version");
  }
}
