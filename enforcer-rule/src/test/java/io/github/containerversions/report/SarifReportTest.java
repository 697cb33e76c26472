package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.containerversions.Property;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {
  private static final String HOSTILE =
      "\u001B[31m a|b `c` {0} [x](http://y) <b> ::error:: ##[error] \n\r\u0000\u202E\uD800\\";

  /** The schema as published, taken from the jar of a library that ships it. */
  static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theExampleIsWrittenAsItStandsInItsFile() throws IOException {
    StringBuilder out = new StringBuilder();
    ReportForm.SARIF.write(
        new RunReport(
            VersionResults.example(),
            List.of(
                new RuleInfo("build-file", "There is a build file", "Why so.", "Add one."),
                new RuleInfo("version-agreement", "All agree", "Why so.", "Make them agree.")),
            List.of(new RuleInfo("stale-configuration", "All match", "Why so.", "Remove it.")),
            Severity.ERROR,
            Unread.SOURCES),
        out);

    assertThat(out.toString()).isEqualTo(Rendered.golden("example.sarif"));
  }

  @Test
  void theSchemaTellsAReportFromSomethingElse() {
    assertThat(SCHEMA.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyReportIsValid() {
    Stream.of(
            VersionResults.example(),
            VersionResults.of(VersionResults.ALL),
            VersionResults.of(VersionResults.ALL, VersionResults.untouched("cv")),
            VersionResults.of(
                VersionResults.SINCE_MAIN,
                VersionResults.failed(HOSTILE, hostile()),
                VersionResults.excused("x", hostile())),
            new VersionResult(
                VersionResults.ALL,
                Sites.ALL,
                List.of(VersionResults.exempt(HOSTILE)),
                List.of(new Warning("stale-configuration", HOSTILE, HOSTILE))))
        .forEach(
            outcome ->
                assertThat(
                        SCHEMA.validate(Rendered.form(ReportForm.SARIF, outcome), InputFormat.JSON))
                    .isEmpty());
  }

  @Test
  void everyLocationIsAFileWithAWholeRegion() throws JsonParserException {
    Finding finding =
        new Finding(
            "build-file",
            "x",
            "no build file",
            "",
            new FolderLocation("containers/x"),
            List.of(
                new RelatedLocation(new FileLocation("a"), ""),
                new RelatedLocation(new FolderLocation("b"), "there"),
                new RelatedLocation(new SourceSpan("c", 2, 3, 4, 5), "")));
    JsonObject result =
        run(VersionResults.of(VersionResults.ALL, VersionResults.failed("x", finding)))
            .getArray("results")
            .getObject(0);

    assertThat(place(result.getArray("locations").getObject(0)))
        .isEqualTo("service-versions.yaml 1:1-1:1");
    assertThat(result.getArray("relatedLocations").stream().map(it -> place((JsonObject) it)))
        .containsExactly("a 1:1-1:1", "service-versions.yaml 1:1-1:1", "c 2:3-4:5");
  }

  private static String place(JsonObject location) {
    JsonObject physical = location.getObject("physicalLocation");
    JsonObject region = physical.getObject("region");
    return "%s %d:%d-%d:%d"
        .formatted(
            physical.getObject("artifactLocation").getString("uri"),
            region.getInt("startLine"),
            region.getInt("startColumn"),
            region.getInt("endLine"),
            region.getInt("endColumn"));
  }

  @Test
  void theMessageLinksToTheRelatedLocations() throws JsonParserException {
    Finding finding =
        new Finding(
            "version-agreement",
            "x",
            "a [b](1) [c",
            "",
            VersionResults.span("f", 1, 2, 3),
            List.of(
                new RelatedLocation(VersionResults.span("d[0]\\e", 4, 5, 6), "v1"),
                new RelatedLocation(new FileLocation("g"), "")));
    JsonObject result =
        run(VersionResults.of(VersionResults.ALL, VersionResults.failed("x", finding)))
            .getArray("results")
            .getObject(0);

    assertThat(result.getObject("message").getString("text"))
        .isEqualTo("x: a \\[b\\](1) \\[c\nsee [d\\[0\\]\\\\e:4:5](1), [g](2)");
    assertThat(result.getArray("relatedLocations").getObject(1).getInt("id")).isEqualTo(2);
  }

  @Test
  void aFixIsOneChangeOfEachFile() throws IOException, JsonParserException {
    RunReport unfixed =
        Rendered.run(
            VersionResults.of(
                VersionResults.ALL, VersionResults.failed("ntfy", finding("m", 2, "f"))));
    Fix fix =
        new Fix(
            "Make all places of ntfy say 2",
            List.of(
                new Fix.Replacement(VersionResults.span("a b", 1, 5, 8), "2"),
                new Fix.Replacement(VersionResults.span("c", 3, 1, 1), "version: 2\n"),
                new Fix.Replacement(VersionResults.span("a b", 4, 2, 3), "")));
    StringBuilder out = new StringBuilder();
    ReportForm.SARIF.write(
        new RunReport(
            unfixed.outcome(),
            List.of(new RuleInfo("version-agreement", "t", "w", "f")),
            List.of(),
            Severity.ERROR,
            Unread.SOURCES,
            it -> Optional.of(fix)),
        out);

    assertThat(SCHEMA.validate(out.toString(), InputFormat.JSON)).isEmpty();
    JsonArray changes =
        JsonParser.object()
            .from(out.toString())
            .getArray("runs")
            .getObject(0)
            .getArray("results")
            .getObject(0)
            .getArray("fixes")
            .getObject(0)
            .getArray("artifactChanges");
    assertThat(
            changes.stream()
                .map(JsonObject.class::cast)
                .flatMap(
                    file ->
                        file.getArray("replacements").stream()
                            .map(JsonObject.class::cast)
                            .map(
                                it ->
                                    file.getObject("artifactLocation").getString("uri")
                                        + edit(it))))
        .containsExactly("a%20b 1:5-1:8 2", "a%20b 4:2-4:3 ", "c 3:1-3:1 version: 2\n");
  }

  private static String edit(JsonObject replacement) {
    JsonObject region = replacement.getObject("deletedRegion");
    return " %d:%d-%d:%d %s"
        .formatted(
            region.getInt("startLine"),
            region.getInt("startColumn"),
            region.getInt("endLine"),
            region.getInt("endColumn"),
            replacement.getObject("insertedContent").getString("text"));
  }

  @Test
  void aResultHasTheHashThatTheUploadComputes() throws JsonParserException, IOException {
    RunReport unread =
        Rendered.run(
            VersionResults.of(
                VersionResults.ALL, VersionResults.failed("ntfy", finding("m", 2, "f"))));
    StringBuilder out = new StringBuilder();
    ReportForm.SARIF.write(
        new RunReport(
            unread.outcome(),
            unread.rules(),
            unread.notices(),
            Severity.ERROR,
            new ReportSources(new MemoryFiles().with("f", " a\nb\n  \t\tc\n d"), "g")),
        out);

    assertThat(
            JsonParser.object()
                .from(out.toString())
                .getArray("runs")
                .getObject(0)
                .getArray("results")
                .getObject(0)
                .getObject("partialFingerprints")
                .getString("primaryLocationLineHash"))
        .isEqualTo("54703d4cd895b18:1");
  }

  @Test
  void aCleanRunHasAnEmptyListOfResults() throws JsonParserException {
    JsonObject run = run(VersionResults.of(VersionResults.ALL, VersionResults.ok("loki")));

    assertThat(run.getArray("results")).isNotNull().isEmpty();
  }

  @Test
  void aFindingKeepsItsFingerprintWhenItsLinesAndVersionsMove() throws JsonParserException {
    String before = fingerprint(finding("1.0 and 1.1", 4, "containers/ntfy/Dockerfile"));

    assertThat(fingerprint(finding("1.0 and 1.2", 17, "containers/ntfy/Dockerfile")))
        .isEqualTo(before);
    assertThat(fingerprint(finding("1.0 and 1.1", 4, "containers/ntfy/default.nix")))
        .isNotEqualTo(before);
  }

  @Test
  void twoFindingsOfOneRuleInOneFileHaveFingerprintsOfTheirOwn() throws JsonParserException {
    JsonArray results =
        run(VersionResults.of(
                VersionResults.ALL,
                VersionResults.failed("ntfy", finding("a", 1, "x"), finding("b", 2, "x")),
                VersionResults.excused("ntfy", finding("c", 3, "x"))))
            .getArray("results");

    assertThat(
            results.stream()
                .map(it -> ((JsonObject) it).getObject("partialFingerprints").toString())
                .collect(Collectors.toSet()))
        .hasSize(3);
  }

  @Test
  void aUriNamesTheFileWhateverItIsCalled() {
    Property.holds(
        random -> {
          String name = random.text();
          String file = "containers/" + wellFormed(name);
          String uri =
              run(VersionResults.of(
                      VersionResults.ALL, VersionResults.failed("x", finding("m", 1, file))))
                  .getArray("results")
                  .getObject(0)
                  .getArray("locations")
                  .getObject(0)
                  .getObject("physicalLocation")
                  .getObject("artifactLocation")
                  .getString("uri");

          URI parsed = URI.create(uri);
          assertThat(parsed.isAbsolute()).isFalse();
          assertThat(parsed.getRawQuery()).isNull();
          assertThat(parsed.getRawFragment()).isNull();
          assertThat(new String(unescaped(parsed.getRawPath()), StandardCharsets.UTF_8))
              .isEqualTo(file);
        });
  }

  @Test
  void aFileAtTheRootIsNotTakenForAScheme() {
    assertThat(URI.create(RelativeUri.of("mailto:x")).isAbsolute()).isFalse();
  }

  /** RFC 3986, 2.3: the unreserved characters stand for themselves, and every other is encoded. */
  @ParameterizedTest
  @CsvSource({
    "azAZ09-._~/, azAZ09-._~/",
    "`a{, %60a%7B",
    "@A[, %40A%5B",
    "0:, 0%3A",
    "a b%, a%20b%25",
    "ü, %C3%BC"
  })
  void aPathIsEncodedByteByByte(String path, String uri) {
    assertThat(RelativeUri.of(path)).isEqualTo(uri);
  }

  /** SARIF 2.1.0, 3.52.5: a result of a rule that the run does not describe has no index. */
  @Test
  void aResultNamesItsRuleByIndexWhereTheRunDescribesIt() throws JsonParserException {
    Finding unknown =
        new Finding("rule-of-another-version", "x", "m", "", new FileLocation("f"), List.of());
    JsonObject run =
        run(
            VersionResults.of(
                VersionResults.ALL,
                VersionResults.failed("x", unknown, VersionResults.noBuildFile("x"))));
    JsonArray rules = run.getObject("tool").getObject("driver").getArray("rules");
    JsonArray results = run.getArray("results");

    assertThat(results.getObject(0).getInt("ruleIndex")).isEqualTo(-1);
    assertThat(rules.getObject(results.getObject(1).getInt("ruleIndex")).getString("id"))
        .isEqualTo("build-file");
  }

  /** SARIF 2.1.0, 3.11.6: beside an embedded link every other bracket is escaped. */
  @Test
  void aBracketBesideALinkIsNoPartOfIt() throws JsonParserException {
    Finding alone = new Finding("r", "x", "a[0]", "b[1]", new FileLocation("f"), List.of());
    Finding linked =
        new Finding(
            "r",
            "x",
            "a[0]",
            "b[1]",
            new FileLocation("f"),
            List.of(new RelatedLocation(new FileLocation("g"), "")));

    assertThat(message(alone)).isEqualTo("x: a[0]\nhelp: b[1]");
    assertThat(message(linked)).isEqualTo("x: a\\[0\\]\nsee [g](1)\nhelp: b\\[1\\]");
  }

  private static String message(Finding finding) throws JsonParserException {
    return run(VersionResults.of(VersionResults.ALL, VersionResults.failed("x", finding)))
        .getArray("results")
        .getObject(0)
        .getObject("message")
        .getString("text");
  }

  @Test
  void textIsNeitherPlaceholderNorLink() {
    assertThat(SarifText.of("${BASE} [a](b)")).isEqualTo("${{BASE}} \\[a\\](b)");
    assertThat(SarifText.of("a[0]")).isEqualTo("a[0]");
    assertThat(SarifText.of("\u001B[2J\n")).isEqualTo("\\u001B[2J\\n");
  }

  private static Finding hostile() {
    return new Finding(
        "build-file",
        HOSTILE,
        HOSTILE,
        HOSTILE,
        new SourceSpan(HOSTILE, 1, 1, 2, 1),
        List.of(new RelatedLocation(VersionResults.span(HOSTILE, 1, 1, 1), HOSTILE)));
  }

  private static Finding finding(String message, int line, String file) {
    return new Finding(
        "version-agreement",
        "ntfy",
        message,
        "",
        VersionResults.span(file, line, 1, 2),
        List.of(new RelatedLocation(VersionResults.span("service-versions.yaml", line, 1, 2), "")));
  }

  private static String fingerprint(Finding finding) throws JsonParserException {
    return run(VersionResults.of(VersionResults.ALL, VersionResults.failed("ntfy", finding)))
        .getArray("results")
        .getObject(0)
        .getObject("partialFingerprints")
        .getString("containerVersions/v1");
  }

  private static JsonObject run(VersionResult outcome) throws JsonParserException {
    return JsonParser.object()
        .from(Rendered.form(ReportForm.SARIF, outcome))
        .getArray("runs")
        .getObject(0);
  }

  /** What is left of a text in UTF-8, which has no half of a surrogate pair. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static byte[] unescaped(String path) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    for (int at = 0; at < path.length(); at++) {
      if (path.charAt(at) == '%') {
        bytes.write(Integer.parseInt(path, at + 1, at + 3, 16));
        at += 2;
      } else {
        bytes.write(path.charAt(at));
      }
    }
    return bytes.toByteArray();
  }
}
