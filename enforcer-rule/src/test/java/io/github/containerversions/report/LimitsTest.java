package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No form takes more than what reads it takes, and each says what it leaves out. */
class LimitsTest {
  private static final int KIBIBYTE = 1024;
  private static final int MEBIBYTE = KIBIBYTE * KIBIBYTE;

  @TempDir private Path folder;

  @ParameterizedTest(name = "a text of {0}")
  @ValueSource(
      strings = {"x", "#", "`", "%", "{", "\"", "\\", "\u0000", "\u3164", "\uDB40\uDD00", "é"})
  void oneFindingTakesAtMostFourKibibytes(String letter) throws IOException {
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL, VersionResults.failed("web", finding(letter, 100_000)));

    String failure = FailureText.render(outcome);
    assertThat(size(failure.substring(failure.indexOf('\n')))).isLessThanOrEqualTo(4 * KIBIBYTE);
    assertThat(size(Annotations.render(Rendered.run(outcome)).get(0)))
        .isLessThanOrEqualTo(4 * KIBIBYTE);
    String summary = Rendered.form(ReportForm.MARKDOWN, outcome);
    assertThat(size(summary.substring(summary.indexOf("### Findings"))))
        .isLessThanOrEqualTo(4 * KIBIBYTE);
    assertThat(failure).contains("web").contains(" characters left out)").contains("not listed: ");
  }

  @ParameterizedTest(name = "a text of {0}")
  @ValueSource(strings = {"x", "[", "&", "<", "{", "\"", "\\", "\u0000", "\uDB40\uDD00", "é"})
  void oneFindingIsBoundedInTheFormsForTools(String letter) throws JsonParserException {
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL, VersionResults.failed("web", finding(letter, 100_000)));

    assertThat(size(Rendered.form(ReportForm.JUNIT, outcome))).isLessThanOrEqualTo(8 * KIBIBYTE);
    assertThat(size(Rendered.form(ReportForm.CODE_QUALITY, outcome)))
        .isLessThanOrEqualTo(4 * KIBIBYTE);
    String message =
        JsonParser.object()
            .from(Rendered.form(ReportForm.SARIF, outcome))
            .getArray("runs")
            .getObject(0)
            .getArray("results")
            .getObject(0)
            .getObject("message")
            .getString("text");
    assertThat(size(message)).isLessThanOrEqualTo(4 * KIBIBYTE);
    assertThat(message).contains("](1)").contains(" characters left out)");
  }

  @Test
  void whatIsShortIsShownAsItIs() {
    Finding finding = finding("x", 30);

    assertThat(finding.message()).startsWith("x".repeat(30) + "; places not listed: ");
    assertThat(finding.help()).isEqualTo("x".repeat(30));
    assertThat(Excerpt.cut("1.2.3", 40)).isEqualTo("1.2.3");
  }

  @Test
  void sixtyVersionsWithoutEndLeaveRoomForTheRealFinding() throws IOException {
    VersionResult outcome =
        VersionResults.of(
            VersionResults.ALL,
            IntStream.range(0, 60)
                .mapToObj(i -> VersionResults.failed("c" + i, finding("9", 100_000)))
                .toArray(io.github.containerversions.versions.model.ContainerResult[]::new));

    for (ReportForm form : ReportForm.values()) {
      assertThat(size(Rendered.form(form, outcome))).as(form.id()).isLessThan(MEBIBYTE);
    }
    assertThat(size(FailureText.render(outcome))).isLessThan(60 * 4 * KIBIBYTE);
    assertThat(Rendered.form(ReportForm.MARKDOWN, outcome)).contains("| `c9` |");
  }

  @Test
  void aSummaryOfTheWorstStaysBelowTheLimit() {
    String worst = "\uDB40\uDD00".repeat(64);
    Finding finding = finding("\uDB40\uDD00", 5_000);
    List<Warning> warnings =
        Collections.nCopies(200, new Warning("stale-configuration", worst, worst));
    VersionResult outcome =
        new VersionResult(
            VersionResults.ALL,
            Sites.ALL,
            IntStream.range(0, 50)
                .mapToObj(i -> VersionResults.failed(worst + i, finding))
                .toList(),
            warnings);

    assertThat(size(Rendered.form(ReportForm.MARKDOWN, outcome))).isLessThan(MEBIBYTE);
  }

  @ParameterizedTest(name = "{0} bytes are there")
  @ValueSource(ints = {0, 1_020_000, 1_047_000, 1_048_576, 2_000_000})
  void whatOthersWroteIntoAJobsSummaryCounts(int there) throws IOException {
    Path summary = folder.resolve("summary");
    Files.writeString(summary, "x".repeat(there));
    List<io.github.containerversions.versions.model.ContainerResult> failed = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      failed.add(VersionResults.failed("c" + i, finding("x" + i, 100_000)));
    }
    VersionResult outcome = new VersionResult(VersionResults.ALL, Sites.ALL, failed, List.of());

    ReportFile.append(summary, out -> ReportForm.MARKDOWN.write(Rendered.run(outcome), out));

    String all = Files.readString(summary);
    assertThat(size(all)).isLessThanOrEqualTo(Math.max(MEBIBYTE, there));
    if (there == 1_020_000) {
      assertThat(all).contains("Container versions disagree").contains("| `c9` |");
      assertThat(all)
          .containsPattern(
              "\\.\\.\\. \\d+ lines are left out here; all findings are in the log\n$");
    }
    assertThat(all.length() > there).isEqualTo(there < 1_048_000);
  }

  @Test
  void oneLineThatIsLeftOutIsCountedInTheSingular() throws IOException {
    StringBuilder out = new StringBuilder();
    LimitedLines lines = new LimitedLines(out, 200);
    lines.append("short\n").append("x".repeat(300)).append('\n');
    lines.end();

    assertThat(out.toString())
        .isEqualTo("short\n\n... 1 line is left out here; all findings are in the log\n");
  }

  /** Where there is room for the lines, none is left out, and a note needs room as well. */
  @Test
  void linesAreShownUpToTheLastByteThatIsLeftForThem() throws IOException {
    String line = "x".repeat(99) + "\n";
    for (int room = 100; room < 400; room++) {
      StringBuilder out = new StringBuilder();
      LimitedLines lines = new LimitedLines(out, room);
      lines.append(line).append(line);
      lines.end();

      assertThat(size(out.toString())).as("room for %d", room).isLessThanOrEqualTo(room);
      if (room >= 300) {
        assertThat(out.toString()).isEqualTo(line + line);
      }
    }
  }

  /** A finding all of whose texts are so long, with ten such places. */
  private static Finding finding(String letter, int length) {
    String text = letter.repeat(length);
    RelatedLocation place =
        new RelatedLocation(new FileLocation("containers/web/Dockerfile"), text);
    List<RelatedLocation> places = new ArrayList<>();
    places.add(new RelatedLocation(new FileLocation("service-versions.yaml"), "1.2.3"));
    places.addAll(Collections.nCopies(100, place));
    return new Finding(
        "version-agreement",
        "web",
        text,
        text,
        new FileLocation("containers/web/default.nix"),
        places);
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
