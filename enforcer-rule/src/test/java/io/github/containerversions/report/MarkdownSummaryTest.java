package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownSummaryTest {

  /** GitHub's limit for the summary of one step. */
  private static final int LIMIT = 1024 * 1024;

  @Test
  void theExampleIsWrittenAsItStandsInItsFile() throws IOException {
    assertThat(summary(VersionResults.example())).isEqualTo(Rendered.golden("example.md"));
  }

  @Test
  void aCleanRunSaysSo() {
    assertThat(summary(VersionResults.of(VersionResults.ALL, VersionResults.ok("loki"))))
        .isEqualTo(
            """
            ## Container versions agree: 1 container checked (scope: all)

            Scope: `every container is checked on request`

            | container | result |
            | --- | --- |
            | `loki` | ok |
            """);
  }

  @Test
  void aLargeRunStaysFarBelowTheLimitOfASummary() {
    String path = "d/".repeat(500);
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL,
            IntStream.range(0, 10_000)
                .mapToObj(i -> VersionResults.failed("c" + i, VersionResults.noBuildFile(path + i)))
                .toArray(ContainerResult[]::new));

    List<String> lines = summary(outcome).lines().toList();
    assertThat(summary(outcome).length()).isLessThan(LIMIT / 4);
    assertThat(lines).contains("... 9950 rows not shown: 0 ok, 9950 failed");
    assertThat(lines).last().isEqualTo("... and 9950 more");
  }

  /** docs/reports.md: at most 50 findings. */
  @ParameterizedTest(name = "of {0} findings {1} are shown")
  @CsvSource(
      delimiter = '|',
      value = {"50 | 50 | ''", "51 | 50 | ... and 1 more", "60 | 50 | ... and 10 more"})
  void fiftyFindingsAreShownAndTheOthersCounted(int findings, int shown, String rest) {
    String summary =
        summary(
            VersionResults.of(
                VersionResults.ALL,
                IntStream.range(0, findings)
                    .mapToObj(
                        i -> VersionResults.failed("c" + i, VersionResults.noBuildFile("c" + i)))
                    .toArray(ContainerResult[]::new)));

    String list = summary.substring(summary.indexOf("### Findings"));
    assertThat(list.lines()).filteredOn(it -> it.startsWith("- ")).hasSize(shown);
    // A blank line ends the list, so that the number is no part of its last item.
    assertThat(list).endsWith(rest.isEmpty() ? "`add one`\n" : "`add one`\n\n" + rest + "\n");
  }

  private static String summary(VersionResult outcome) {
    return Rendered.form(ReportForm.MARKDOWN, outcome);
  }
}
