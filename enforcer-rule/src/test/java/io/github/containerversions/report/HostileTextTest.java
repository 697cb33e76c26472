package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every sink is fed everything that could do harm in one of them, in every place it shows. */
class HostileTextTest {
  static final List<String> TEXTS =
      List.of(
          "\u001B[2J\u001B]0;title\u0007",
          "\u0000\b\u007F\u0085\u009B31m",
          "\u202Egnp.exe\u2066\u200B\uFEFF",
          "a\nb\rc\u2028d\u2029e",
          "\n::error file=x::forged\n",
          "  ::error::forged",
          "::error::forged",
          "##[error]forged",
          "###[set-env name=PATH]x",
          "##vso[task.setvariable variable=PATH]x",
          "a|b||c\\|d",
          "`x` ``y`` ```",
          "<script>alert(1)</script><!--",
          "![x](http://x/y.png) [a]: b",
          "%0A::error::forged, a: b",
          "\"}],\"x\":[{\"",
          "{0} ${X}",
          "\uD800 half",
          "\u00A0::add-mask::1.json",
          "\u2007::stop-commands::x",
          "\u202F\u3000::error::forged",
          "\u3164\u2800\uFE0F\u034F\u115F\u1160\uFFA0\u00AD\u200C\u200D\u2060",
          "\u061C\u17B4\u180B\u180E\u2065\uFFF0\uFFF9\uE000\uFFFF",
          "1.0\uDB40\uDC41\uDB40\uDD00\uD834\uDD73\uD834\uDD59\uD82F\uDCA0",
          "--- a group",
          "+++ a group",
          "~~~ a group",
          "travis_fold:start:forged",
          "section_start:1:forged\r\u001B[0K",
          "\u001B[8mha:AAAA\u001B[0m",
          "[ERROR] forged",
          "##teamcity[buildStop]");

  /** What must not be seen as it is, written down apart from the table of the code. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{C}\\p{Z}\\x{AD}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2065}"
              + "\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFFB}\\x{1D159}"
              + "\\x{E0000}-\\x{E0FFF}&&[^ ]]");

  @ParameterizedTest(name = "on the console: {0}")
  @FieldSource("TEXTS")
  void nothingHappensOnAConsole(String text) {
    VersionResult outcome = everywhere(text);
    List<String> lines = new ArrayList<>(FailureText.render(outcome).lines().toList());
    assertThat(lines).as("a headline, a finding, its place, its help").hasSize(4);
    lines.addAll(RunText.looked(outcome));
    lines.addAll(RunText.warnings(outcome));

    assertThat(lines).hasSize(4 + (1 + 3 + 1) + 1).allSatisfy(HostileTextTest::isHarmless);
  }

  @ParameterizedTest(name = "in an annotation: {0}")
  @FieldSource("TEXTS")
  void anAnnotationIsOneCommandWithItsOwnProperties(String text) {
    List<String> commands = Annotations.render(Rendered.run(everywhere(text)));

    assertThat(commands).hasSize(2);
    for (String command : commands) {
      // As the runner takes it apart: name and properties up to the second "::".
      String properties = command.substring(2, command.indexOf("::", 2));
      assertThat(properties.split(",", -1))
          .allMatch(
              it -> it.matches("(error file|warning title|line|endLine|col|endColumn|title)=.*"));
      assertThat(command).doesNotContainPattern(UNSEEN).doesNotContain("##");
      String message = command.substring(command.indexOf("::", 2) + 2);
      for (String line : message.split("%0A", -1)) {
        isHarmless(line.replace("%25", "%"));
      }
    }
  }

  @ParameterizedTest(name = "in JSON: {0}")
  @FieldSource("TEXTS")
  void jsonStaysJsonAndKeepsTheText(String text) throws JsonParserException {
    for (ReportForm form : List.of(ReportForm.JSON, ReportForm.SARIF)) {
      String report = Rendered.form(form, everywhere(text));
      assertThat(report).doesNotContain("\u001B", "\u0000", "\u009B", "\u2028", "\u202E");
      assertThat(JsonParser.object().from(report)).isNotEmpty();
    }
    String name =
        JsonParser.object()
            .from(Rendered.json(everywhere(text)))
            .getArray("containers")
            .getObject(0)
            .getString("name");
    assertThat(name).isEqualTo(text);
  }

  @ParameterizedTest(name = "in Markdown: {0}")
  @FieldSource("TEXTS")
  void markdownKeepsItsShape(String text) {
    String summary = Rendered.form(ReportForm.MARKDOWN, everywhere(text));
    String plain = Rendered.form(ReportForm.MARKDOWN, everywhere("plain"));

    assertThat(summary.replace("\n", "")).doesNotContainPattern(UNSEEN);
    assertThat(CommonMark.shape(summary)).isEqualTo(CommonMark.shape(plain));
  }

  /** Nothing unseen, no command of a CI runner, and no line of somebody else. */
  private static void isHarmless(String line) {
    assertThat(line).doesNotContainPattern(UNSEEN);
    assertThat(line.strip())
        .doesNotStartWith("::")
        .doesNotStartWith("[ERROR]")
        .doesNotStartWith("travis_")
        .doesNotStartWith("section_")
        .doesNotMatch("(---|\\+\\+\\+|~~~).*");
    assertThat(line).doesNotContain("##");
  }

  /** An outcome that shows one text wherever a text from outside can stand. */
  private static VersionResult everywhere(String text) {
    Location location = VersionResults.span(text, 3, 5, 9);
    Container container = new Container(text, "containers/" + text, text, List.of());
    Finding finding =
        new Finding(
            "build-file", text, text, text, location, List.of(new RelatedLocation(location, text)));
    Reading reading = Reading.declared(List.of(new Declaration(text, text, location)));
    Exemption exemption = new Exemption(text, text, Exemption.EVERY_RULE, LocalDate.MAX);
    return new VersionResult(
        new Scope(
            Scope.Mode.ALL,
            Scope.Reason.GIT_FAILED,
            VersionResults.ALL.base(),
            text,
            new Scope.Changes.Everything()),
        Sites.ALL,
        List.of(
            new ContainerResult(
                container,
                ContainerResult.Status.FAILED,
                List.of(new SiteReading(Sites.DOCKERFILE, reading)),
                List.of(finding),
                List.of()),
            VersionResults.ok(text.toUpperCase(Locale.ROOT)),
            new ContainerResult(
                container,
                ContainerResult.Status.EXEMPT,
                List.of(),
                List.of(),
                List.of(exemption))),
        List.of(new Warning("stale-configuration", text, text)));
  }
}
