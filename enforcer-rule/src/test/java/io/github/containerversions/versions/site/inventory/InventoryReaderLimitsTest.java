package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Reading;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are large, deep, or lead back to themselves. */
class InventoryReaderLimitsTest {
  private static final int QUARTER_MEGABYTE = 1 << 18;

  private static final int MEGABYTE = 1 << 20;

  /** Texts that are heavy in one way each, of a size that is given; and how they end. */
  static Stream<Arguments> heavy() {
    return Stream.of(
        heavy("brackets in brackets", "the file is too complex", "["::repeat),
        heavy("braces in braces", "the file is too complex", "{a: "::repeat),
        heavy("lists in lists", "the file is too complex", "- "::repeat),
        heavy("keys in keys", "the file is too complex", "? "::repeat),
        heavy(
            "mappings in mappings",
            "the file is too complex",
            n ->
                IntStream.range(0, 200)
                        .mapToObj(i -> " ".repeat(i) + "a:\n")
                        .collect(Collectors.joining())
                    + " ".repeat(n)),
        heavy(
            "aliases of a list",
            "the file is not well-formed",
            n -> "x: &x [1]\ny: [" + "*x, ".repeat(n)),
        longText("a long comment", "the file holds nothing", n -> "#" + "x".repeat(n)),
        longText("a long word", "the file holds a text", "x"::repeat),
        longText("a long line of words", "the file holds a text", n -> "x ".repeat(n / 2)),
        longText("a long text of lines", "the file holds a text", n -> "x\n".repeat(n / 2)),
        longText(
            "a long single quoted text", "the file holds a text", n -> "'" + "x".repeat(n) + "'"),
        longText(
            "a long double quoted text",
            "the file holds a text",
            n -> "\"" + "\\x41 ".repeat(n / 5) + "\""),
        longText("a long unclosed text", "the file is not well-formed", n -> "\"" + "x".repeat(n)),
        longText("a long block", "the file holds a text", n -> "|\n" + "  x\n".repeat(n / 4)),
        longText("a long line in a block", "the file holds a text", n -> "|\n  " + "x".repeat(n)),
        longText("blank lines", "the file holds nothing", "\n"::repeat),
        longText("spaces", "the file holds nothing", " "::repeat),
        longText("characters beyond the plane", "the file holds a text", n -> "🐳".repeat(n / 2)),
        longText("a long anchor", "the file holds nothing", n -> "&" + "x".repeat(n)),
        longText("a long tag", "the file holds a text", n -> "!" + "x".repeat(n)),
        longText("a tag of escapes", "the file holds a text", n -> "!" + "%41".repeat(n / 3)),
        heavy(
            "many anchors",
            "the file has no key services",
            n ->
                IntStream.range(0, n / 16)
                    .mapToObj(i -> "k" + i + ": &a" + i + " 1\n")
                    .collect(Collectors.joining())),
        heavy("many items on a line", "the file holds a list", n -> "[" + "1,".repeat(n / 2) + "]"),
        heavy(
            "many pairs on a line",
            "the file has no key services",
            n -> "{" + "a: 1,".repeat(n / 5) + "}"),
        longText(
            "a key that is too long", "the file is not well-formed", n -> "x".repeat(n) + ": 1"),
        heavy("many documents", "the file holds several", "---\n"::repeat),
        heavy("many directives", "the file holds nothing", "%a\n"::repeat),
        heavy("many document ends", "the file holds a text", n -> "x\n" + "...\n".repeat(n / 4)),
        heavy(
            "a merge key in every entry",
            "no entry is named",
            n -> "services:\n" + "- <<: {x: y}\n  name: b\n".repeat(n / 24)),
        heavy(
            "one entry of many keys",
            "the key \"k0\" is given twice",
            n ->
                "services:\n- name: a\n"
                    + IntStream.range(0, n / 8)
                        .mapToObj(i -> "  k" + i + ": 1\n")
                        .collect(Collectors.joining())
                    + "  k0: 1"));
  }

  private static Arguments heavy(String situation, String end, IntFunction<String> text) {
    return Arguments.of(situation, QUARTER_MEGABYTE, end, text);
  }

  private static Arguments longText(String situation, String end, IntFunction<String> text) {
    return Arguments.of(situation, MEGABYTE, end, text);
  }

  /** At these sizes, what took quadratic time would take minutes. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("heavy")
  void aHeavyTextIsReadInLinearTime(
      String situation, int size, String end, IntFunction<String> text) {
    String document = text.apply(size);

    Reading reading =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> versionOf("a", document));

    assertThat(reading.problems()).hasSizeLessThan(10);
    assertThat(reading.declarations()).hasSizeLessThan(20);
    Problem problem = reading.problems().get(0);
    assertThat(problem.related()).hasSizeLessThan(20);

    assertThat(problem.message()).startsWith(end).hasSizeLessThan(300);
    assertThat(problem.help()).hasSizeLessThan(300);
  }

  @Test
  void asManyEntriesAsOneLikesMergeTheSameDefaults() {
    String document =
        "d: &d {current-version: 2.10}\nservices:\n- name: a\n  <<: *d\n"
            + "- <<: *d\n".repeat(9_999);

    assertThat(versionOf("a", document).version()).isPresent();
  }

  /** Ten of ten of ten: what a reader that expands aliases would fill its memory with. */
  @Test
  void aliasesThatExpandToMillionsAreTooMany() {
    String levels =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "l" + i + ": &l" + i + " [" + ("*l" + (i - 1) + ", ").repeat(10) + "]\n")
            .collect(Collectors.joining());

    assertThat(versionOf("a", "l0: &l0 [x]\n" + levels + "services: []").problems())
        .extracting(Problem::message)
        .containsExactly("the file is too complex: aliases that expand to more than 2000000 nodes");
  }

  @Test
  void aliasesOfAliasesLeadOnlySoDeep() {
    String levels =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(i -> "l" + i + ": &l" + i + " [*l" + (i - 1) + "]\n")
            .collect(Collectors.joining());

    assertThat(versionOf("a", "l0: &l0 [x]\n" + levels + "services: []").problems())
        .extracting(Problem::message)
        .containsExactly("the file is too complex: aliases are nested more than 250 deep");
  }

  /** Each entry merges the list it stands in: every step would look at all the others. */
  @Test
  void entriesThatMergeTheirOwnListAreLimited() {
    assertThat(versionOf("a", "services: &s\n" + "- <<: *s\n".repeat(51)).problems())
        .extracting(Problem::message)
        .containsExactly("the file is too complex: more than 50 aliases of what they stand in");
  }

  @Test
  void aliasesOfTextsAreNotCounted() {
    assertThat(
            versionOf(
                    "a",
                    "v: &v 2.10\nservices:\n"
                        + "- {name: b, current-version: *v}\n".repeat(500)
                        + "- {name: a, current-version: *v}")
                .version())
        .isPresent();
  }

  @Test
  void aFileOfMoreNodesThanFitInASmallHeapIsNotHeldInMemory() {
    String document = "[" + "1,".repeat(200_000);

    assertThat(versionOf("a", document).problems())
        .containsExactly(
            Problem.of(
                Kind.UNREADABLE,
                "the file is too complex: more than 200000 keys, texts, lists and mappings",
                "keep the file plain",
                new SourceSpan("f", 1, 400_000, 1, 400_001)));
  }

  @Test
  void fiftyOneNestedListsAreTooManyAndFiftyAreNot() {
    IntFunction<String> nested =
        n ->
            "services: [{name: a, current-version: 1}]\nx: "
                + "[".repeat(n - 1)
                + "]".repeat(n - 1);

    assertThat(versionOf("a", nested.apply(50)).version()).isPresent();
    assertThat(versionOf("a", nested.apply(51)).problems())
        .containsExactly(
            Problem.of(
                Kind.UNREADABLE,
                "the file is too complex: lists and mappings are nested more than 50 deep",
                "keep the file plain",
                new SourceSpan("f", 2, 53, 2, 54)));
  }

  /** Each level names the one before twice: two to the power of 16 ways, if all were gone. */
  @Test
  void mergesThatFanOutAreFollowedOnce() {
    String levels =
        IntStream.rangeClosed(1, 16)
            .mapToObj(i -> "l" + i + ": &l" + i + " {<<: [*l" + (i - 1) + ", *l" + (i - 1) + "]}\n")
            .collect(Collectors.joining());
    String document = "l0: &l0 {x: y}\n" + levels + "services: [{name: a, <<: *l16}]";

    Reading reading =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> versionOf("a", document));

    assertThat(reading.problems()).extracting(Problem::kind).containsExactly(Kind.ABSENT);
  }

  @Test
  void aMappingThatHoldsOrMergesItselfIsReadOnce() {
    assertThat(
            versionOf(
                    "a",
                    "services: &s\n- &e\n  name: a\n  <<: [*e, *e]\n  self: *e\n  all: *s\n  current-version: 2.10")
                .version())
        .isPresent();
    assertThat(versionOf("a", "&t {services: [*t]}").problems())
        .extracting(Problem::message)
        .containsExactly("no entry is named \"a\", and the entry at line 1 has no name");
    assertThat(versionOf("a", "&t {<<: *t}").problems())
        .extracting(Problem::message)
        .containsExactly("the file has no key services");
  }

  @Test
  void tenThousandEntriesAreReadAndMissedInLittleTime() {
    String document =
        "services:\n"
            + IntStream.range(0, 10_000)
                .mapToObj(i -> "- name: service-" + i + "\n  current-version: 1." + i + "\n")
                .collect(Collectors.joining());

    List<Reading> readings =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> {
              Inventory inventory = InventoryReader.read(SourceText.of("f", document));
              return IntStream.range(0, 12_000)
                  .mapToObj(i -> inventory.versionOf("service-" + i))
                  .toList();
            });

    assertThat(readings.subList(0, 10_000))
        .allSatisfy(reading -> assertThat(reading.version()).isPresent());
    assertThat(readings.get(9_999).declarations().get(0).location())
        .isEqualTo(new SourceSpan("f", 20_001, 20, 20_001, 26));
    assertThat(readings.subList(10_000, 12_000))
        .allSatisfy(reading -> assertThat(reading.problems().get(0).help()).startsWith("if "));
  }

  private static Reading versionOf(String service, String text) {
    return InventoryReader.read(SourceText.of("f", text)).versionOf(service);
  }
}
