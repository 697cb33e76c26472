package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

  private static String summary(VersionResult outcome) {
    return Rendered.form(ReportForm.MARKDOWN, outcome);
  }
}
