package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the forms show of places (docs/places.md, "Being behind"; docs/reports.md). */
class PlaceReportsTest {
  private static final String NOT_HERE = "its commit 1a2b3c4 is not in this repository";

  private static final String PENDING =
      "Pending: web: deployment says 2.16.0, declared until b460333 (2026-03-04, 44 commits ago)";

  private static ContainerResult with(String version, Lag lag) {
    Declaration deployed = PlaceResults.deployed(version, 1);
    return PlaceResults.container("web", Map.of(deployed, lag), deployed);
  }

  /** The lines of the log without the line about the scope and the table. */
  private static List<String> told(ContainerResult... containers) {
    VersionResult run = PlaceResults.run(containers);
    return RunText.looked(run).stream().skip(1L + Table.render(run).size()).toList();
  }

  @Test
  void aVersionThatIsBehindIsTold() {
    assertThat(told(with("2.16.0", PlaceResults.BEHIND))).containsExactly(PENDING);
    assertThat(told(with("2.16.0", new Lag.Behind("b460333a", "2026-03-04", 1, 0))))
        .containsExactly(
            "Pending: web: deployment says 2.16.0, declared until b460333 (2026-03-04, 1 commit"
                + " ago)");
    assertThat(told(with("2.16.0", new Lag.Behind("", "", 0, 0))))
        .containsExactly(
            "Pending: web: deployment says 2.16.0, declared until a change that is not committed"
                + " yet");
  }

  @Test
  void whyTheHistoryHasNoAnswerIsTold() {
    assertThat(told(with("2.16.0", new Lag.Unknown(NOT_HERE))))
        .containsExactly(
            "Cannot tell whether it was built: web: deployment says 2.16.0; " + NOT_HERE);
  }

  @Test
  void ofAVersionThatIsUpToDateNothingIsTold() {
    assertThat(told(with("2.17.0", new Lag.UpToDate()))).isEmpty();
    assertThat(told(PlaceResults.container("web", Map.of(), PlaceResults.deployed("2.17.0", 1))))
        .isEmpty();
  }

  @Test
  void aVersionThatStandsInSeveralLinesIsToldOnce() {
    Declaration first = PlaceResults.deployed("2.16.0", 1);
    Declaration again = PlaceResults.deployed("2.16.0", 9);
    Declaration older = PlaceResults.deployed("2.15.0", 5);
    ContainerResult behind =
        PlaceResults.container(
            "web",
            Map.of(
                first, PlaceResults.BEHIND,
                again, PlaceResults.BEHIND,
                older, PlaceResults.BEHIND),
            first,
            again,
            older);
    ContainerResult unknown =
        PlaceResults.container(
            "web",
            Map.of(
                first, new Lag.Unknown(NOT_HERE),
                again, new Lag.Unknown(NOT_HERE),
                older, new Lag.Unknown("the clone is shallow")),
            first,
            again,
            older);

    assertThat(told(behind)).hasSize(2).allMatch(it -> it.startsWith("Pending: web: "));
    assertThat(told(unknown)).hasSize(2).allMatch(it -> it.startsWith("Cannot tell "));
  }

  @Test
  void pendingVersionsStandBeforeThoseThatNothingIsKnownOf() {
    Declaration unknown = PlaceResults.deployed("2.14.0", 1);

    assertThat(
            told(
                PlaceResults.container("api", Map.of(unknown, new Lag.Unknown(NOT_HERE)), unknown),
                with("2.16.0", PlaceResults.BEHIND),
                PlaceResults.withoutVersion("db", 1)))
        .extracting(it -> it.substring(0, 7))
        .containsExactly("Pending", "Cannot ", "Not com");
  }

  /** As many lines of one kind as a reader takes in; then their number. */
  @ParameterizedTest(name = "of {0} that are behind {1} lines are shown")
  @CsvSource({"49, 49, 0", "50, 50, 0", "51, 50, 1", "70, 50, 20"})
  void ofVeryManyThatAreBehindTheLastAreCounted(int behind, int shown, int more) {
    Declaration deployed = PlaceResults.deployed("2.16.0", 1);
    List<String> lines =
        told(
            IntStream.range(0, behind)
                .mapToObj(
                    i ->
                        PlaceResults.container(
                            "c" + i, Map.of(deployed, PlaceResults.BEHIND), deployed))
                .toArray(ContainerResult[]::new));

    assertThat(lines.subList(0, shown)).allMatch(it -> it.endsWith(", 44 commits ago)"));
    assertThat(lines.subList(shown, lines.size()))
        .isEqualTo(more == 0 ? List.of() : List.of("Pending: " + more + " more"));
  }

  @Test
  void textsWithoutAVersionAreNamedInOneLine() {
    assertThat(told(PlaceResults.withoutVersion("web", 1)))
        .containsExactly("Not compared: deployment names 1 image without a version: web");
    assertThat(told(PlaceResults.withoutVersion("web", 2), PlaceResults.withoutVersion("db", 1)))
        .containsExactly("Not compared: deployment names 3 images without a version: db, web");
  }

  @ParameterizedTest(name = "of {0} containers {1} are named")
  @CsvSource(
      delimiter = '|',
      value = {"5 | c0, c1, c2, c3, c4", "6 | c0, c1, c2, c3, c4 and 1 more"})
  void ofManyTextsWithoutAVersionFiveContainersAreNamed(int containers, String named) {
    assertThat(
            told(
                IntStream.range(0, containers)
                    .mapToObj(i -> PlaceResults.withoutVersion("c" + i, 1))
                    .toArray(ContainerResult[]::new)))
        .containsExactly(
            "Not compared: deployment names " + containers + " images without a version: " + named);
  }

  @Test
  void theTableHasAColumnForThePlace() {
    Declaration one = PlaceResults.deployed("2.16.0", 1);
    Declaration two = PlaceResults.deployed("2.15.0", 2);
    Declaration three = PlaceResults.deployed("2.14.0", 3);
    Declaration four = PlaceResults.deployed("2.13.0", 4);
    VersionResult run =
        PlaceResults.run(
            PlaceResults.container("a", Map.of(one, PlaceResults.BEHIND), one),
            PlaceResults.container("b", Map.of(one, new Lag.Unknown(NOT_HERE)), one),
            PlaceResults.container(
                "c",
                Map.of(one, new Lag.Unknown(NOT_HERE), two, PlaceResults.BEHIND),
                one,
                two,
                one),
            PlaceResults.container("d", Map.of(), one, two, three, four),
            PlaceResults.withoutVersion("e", 1),
            PlaceResults.container("f", Map.of(), Reading.problem(unreadable())),
            VersionResults.ok("g"));

    assertThat(String.join("\n", Table.render(run)))
        .isEqualTo(
            """
            container  Dockerfile  deployment                         result
            a          2.17.0      2.16.0 (behind)                    ok
            b          2.17.0      2.16.0 (cannot tell)               ok
            c          2.17.0      2.16.0, 2.15.0 (behind)            ok
            d          2.17.0      2.16.0, 2.15.0, 2.14.0 and 1 more  ok
            e          2.17.0      no version                         ok
            f          2.17.0      ?                                  ok
            g          -           -                                  ok""");
  }

  @Test
  void theSummaryOfAJobHasTheSameLines() {
    String summary =
        Rendered.form(ReportForm.MARKDOWN, PlaceResults.run(with("2.16.0", PlaceResults.BEHIND)));

    assertThat(summary)
        .contains("| `web` | `2.17.0` | `2.16.0` (behind) | ok |\n\n- `" + PENDING + "`\n");
    assertThat(Rendered.form(ReportForm.MARKDOWN, PlaceResults.run(VersionResults.ok("web"))))
        .endsWith("| `web` | ok |\n");
  }

  @Test
  void theReportForProgramsHasThePlaceAndHowFarItIsBehind() throws JsonParserException {
    Declaration behind = PlaceResults.tagged("2.16.0", "b460333");
    Declaration uncommitted = PlaceResults.deployed("2.15.0", 2);
    Declaration unknown = PlaceResults.deployed("2.14.0", 3);
    JsonObject report =
        JsonParser.object()
            .from(
                Rendered.json(
                    PlaceResults.run(
                        PlaceResults.container(
                            "web",
                            Map.of(
                                behind, PlaceResults.BEHIND,
                                uncommitted, new Lag.Behind("", "", 0, 0),
                                unknown, new Lag.Unknown(NOT_HERE)),
                            behind,
                            uncommitted,
                            unknown),
                        with("2.17.0", new Lag.UpToDate()))));

    assertThat(report.getObject("summary").getInt("pending")).isEqualTo(1);
    assertThat(report.getArray("places"))
        .singleElement()
        .isEqualTo(
            JsonObject.builder()
                .value("name", "deployment")
                .value("files", 3)
                .value("statements", 5)
                .array("findings")
                .end()
                .array("exemptions")
                .end()
                .done());
    JsonArray declarations = report.getArray("containers").getObject(0).getArray("declarations");
    JsonObject first = declarations.getObject(1);
    assertThat(first.getString("source")).isEqualTo("place:deployment");
    assertThat(first.getString("commit")).isEqualTo("b460333");
    assertThat(first.getObject("behind"))
        .containsEntry("since", "b460333000000000000000000000000000000000")
        .containsEntry("date", "2026-03-04")
        .containsEntry("commits", 44)
        .containsEntry("days", 61);
    assertThat(first).doesNotContainKey("cannotTell");
    assertThat(declarations.getObject(2)).doesNotContainKey("commit");
    assertThat(declarations.getObject(2).getObject("behind"))
        .containsEntry("since", null)
        .containsEntry("date", null);
    assertThat(declarations.getObject(3))
        .containsEntry("cannotTell", NOT_HERE)
        .doesNotContainKey("behind");
  }

  @Test
  void aTagWithoutACommitNamesNone() throws JsonParserException {
    JsonObject written =
        JsonParser.object()
            .from(
                Rendered.json(
                    PlaceResults.run(
                        PlaceResults.container(
                            "web", Map.of(), PlaceResults.tagged("2.17.0", "")))))
            .getArray("containers")
            .getObject(0)
            .getArray("declarations")
            .getObject(1);

    assertThat(written).containsEntry("version", "2.17.0").doesNotContainKey("commit");
  }

  @Test
  void aRunWithoutPlacesHasNoKeysAboutThem() throws JsonParserException {
    JsonObject report = JsonParser.object().from(Rendered.json(VersionResults.example()));

    assertThat(report).doesNotContainKey("places");
    assertThat(report.getObject("summary")).doesNotContainKey("pending");
  }

  @Test
  void whatIsWrongWithAPlaceAsAWholeIsAFindingOfIt() throws JsonParserException {
    Finding finding =
        new Finding(
            "place-unreadable",
            "place deployment",
            "no file matches deploy/**",
            "correct <files> of this place",
            new FileLocation("pom.xml"),
            List.of());
    VersionResult run = PlaceResults.run(List.of(finding), VersionResults.ok("web"));

    JsonObject report = JsonParser.object().from(Rendered.json(run));
    assertThat(report.getArray("places").getObject(0).getArray("findings").getObject(0))
        .containsEntry("rule", "place-unreadable")
        .containsEntry("file", "pom.xml");
    JsonArray issues = JsonParser.array().from(Rendered.form(ReportForm.CODE_QUALITY, run));
    assertThat(issues.getObject(0).getObject("location").getString("path")).isEqualTo("pom.xml");
    assertThat(Rendered.form(ReportForm.JUNIT, run))
        .contains("<testcase name=\"deployment\"")
        .contains("failures=\"1\"");
  }

  private static Problem unreadable() {
    return Problem.of(
        Problem.Kind.SYNTAX, "no YAML", "correct it", new FileLocation("deploy/web.yaml"));
  }
}
