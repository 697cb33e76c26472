package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer of BuildKit is ours too: scope, raw text, value and lines of each ARG. */
class BuildKitTableTest {
  static final List<String> TABLES = List.of("dockerfile-cases.tsv", "dockerfile-more-cases.tsv");

  static Stream<BuildKit.Case> cases() {
    return TABLES.stream().flatMap(table -> BuildKit.cases(table).stream());
  }

  /** Of what is not read, which the names of rows begin with, no value is given. */
  @Tag("row-by-row")
  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerIsBuildKits(BuildKit.Case row) {
    String answer = BuildKit.withoutErrorTexts(row.answer());
    assertThat(BuildKit.answer(row.dockerfile()))
        .isEqualTo(
            row.name().startsWith("unread_")
                ? answer.replaceFirst("(.*->).*( @\\d+-\\d+)$", "$1UNREAD$2")
                : answer);
  }

  @Test
  void theTablesAreComplete() {
    assertThat(BuildKit.cases("dockerfile-cases.tsv")).hasSize(67);
    assertThat(cases().map(BuildKit.Case::name)).doesNotHaveDuplicates();
  }
}
