package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void foldersAreMadeAndNothingButTheReportIsLeft() throws IOException {
    Path report = folder.resolve("target/container-versions/report.json");
    ReportFile.write(report, out -> out.append("first\n"));
    ReportFile.write(report, out -> out.append("second, \uD83D\uDC33\n"));

    assertThat(report).hasContent("second, \uD83D\uDC33\n");
    try (Stream<Path> left = Files.list(report.getParent())) {
      assertThat(left).containsExactly(report);
    }
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("report.json/in-the-way"));

    assertThatThrownBy(() -> ReportFile.write(taken.getParent(), out -> out.append("text")))
        .isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(taken.getParent());
    }
  }

  /** A job's summary is a file that the CI system has made; anything else is refused unopened. */
  @Test
  void aSummaryThatIsNoFileIsRefused() throws IOException, InterruptedException {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> ReportFile.append(folder, out -> out.append("text\n")))
        .hasMessage("Is a directory");
    assertThatThrownBy(() -> ReportFile.append(fifo, out -> out.append("text\n")))
        .hasMessage("not a regular file");
  }

  @Test
  void aSummaryIsMadeAndThenAppendedTo() throws IOException {
    Path summary = folder.resolve("summary.md");
    ReportFile.append(summary, out -> out.append("first\n"));
    ReportFile.append(summary, out -> out.append("second\n"));

    assertThat(summary).hasContent("first\nsecond\n");
  }

  @Test
  void whatAKilledRunLeftIsRemovedAfterAnHourAndAYoungerOneIsNot() throws IOException {
    Path old = Files.writeString(folder.resolve("report.json.1.part"), "half");
    Path young = Files.writeString(folder.resolve("report.json.2.part"), "half");
    Path other = Files.writeString(folder.resolve("other.part"), "half");
    FileTime then = FileTime.from(Instant.now().minusSeconds(4_000));
    Files.setLastModifiedTime(old, then);
    Files.setLastModifiedTime(other, then);

    ReportFile.write(folder.resolve("report.json"), out -> out.append("text"));

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }
}
