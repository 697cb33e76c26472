package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The files that a run leaves for other programs. */
class ReportsIT {

  @Test
  void theReportIsTheSameByteForByte() throws IOException {
    Repository repository =
        Repository.copyOf("minimal")
            .replace("containers/ntfy/default.nix", "2.17.0", "2.15.0")
            .inGit();

    String first =
        repository
            .validate("-DcontainerVersions.allFiles", "-DcontainerVersions.reports=json")
            .reportText();

    assertThat(first)
        .isEqualTo(Files.readString(Installation.samples().resolve("nix-lags-behind.report.json")));
    String second =
        repository
            .validate("-DcontainerVersions.allFiles", "-DcontainerVersions.reports=json")
            .reportText();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void everyReportThatIsAskedForIsWritten() {
    Repository repository =
        Repository.copyOf("minimal")
            .configure("<reportDirectory>target/reports</reportDirectory>")
            .inGit();

    Build build = repository.validate("-DcontainerVersions.reports=json,sarif,markdown");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(repository.path("target/reports").toFile().list())
        .containsExactlyInAnyOrder("report.json", "report.sarif", "summary.md");
    // A run without findings still says so: a file without results is refused where it is uploaded.
    assertThat(repository.read("target/reports/report.sarif").replace(" ", ""))
        .contains("\"results\":[]");
  }

  @Test
  void withoutReportsNothingIsWritten() {
    Repository repository = Repository.copyOf("minimal").inGit();

    assertThat(repository.validate().exitCode()).isZero();

    assertThat(repository.buildOutput()).isEmpty();
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }
}
