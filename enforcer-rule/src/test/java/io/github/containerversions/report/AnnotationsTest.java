package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationsTest {

  @Test
  void aFindingStandsBesideItsLineAndAWarningAlone() {
    assertThat(Annotations.render(Rendered.run(VersionResults.example())))
        .containsExactly(
            "::error file=containers/ntfy/default.nix,line=7,endLine=7,col=14,endColumn=20,"
                + "title=version-agreement::ntfy: default.nix says 2.15.0, Dockerfile and"
                + " service-versions.yaml say v2.17.0"
                + "%0Acontainers/ntfy/Dockerfile:4:29 v2.17.0"
                + "%0Aservice-versions.yaml:38:23 \"v2.17.0\""
                + "%0Ahelp: set version = \"2.17.0\" in containers/ntfy/default.nix, or move the"
                + " other two to 2.15.0",
            "::warning title=stale-configuration::<serviceNames> names quartz, which is no"
                + " container%0Ahelp: remove the entry from <serviceNames>, or correct the name");
  }

  @Test
  void whereFindingsStopNothingTheyAreWarnings() {
    RunReport error =
        Rendered.run(VersionResults.of(VersionResults.ALL, VersionResults.driftedNtfy()));
    RunReport warning =
        new RunReport(
            error.outcome(), error.rules(), error.notices(), Severity.WARNING, error.sources());

    assertThat(Annotations.render(warning))
        .singleElement()
        .asString()
        .startsWith("::warning file=containers/ntfy/default.nix,");
  }

  @Test
  void aCleanRunHasNone() {
    assertThat(
            Annotations.render(
                Rendered.run(VersionResults.of(VersionResults.ALL, VersionResults.ok("loki")))))
        .isEmpty();
  }

  @Test
  void tenAreShownAndTheOthersCounted() {
    ContainerResult[] failed =
        IntStream.range(0, 13)
            .mapToObj(i -> VersionResults.failed("c" + i, VersionResults.noBuildFile("c" + i)))
            .toArray(ContainerResult[]::new);
    VersionResult outcome =
        new VersionResult(
            VersionResults.ALL,
            Sites.ALL,
            List.of(failed),
            List.of(new Warning("stale-configuration", "a", "b")));

    List<String> lines = Annotations.render(Rendered.run(outcome));
    assertThat(lines).hasSize(11);
    assertThat(lines.subList(0, 10)).allMatch(it -> it.startsWith("::error file=containers/c"));
    assertThat(lines)
        .last()
        .isEqualTo("::notice title=container versions::and 4 more, all of them in the log");
  }

  @Test
  void oneThatIsNotShownIsCountedInTheSingular() {
    ContainerResult[] failed =
        IntStream.range(0, 11)
            .mapToObj(i -> VersionResults.failed("c" + i, VersionResults.noBuildFile("c" + i)))
            .toArray(ContainerResult[]::new);

    assertThat(Annotations.render(Rendered.run(VersionResults.of(VersionResults.ALL, failed))))
        .last()
        .isEqualTo("::notice title=container versions::and 1 more, which is in the log");
  }

  @Test
  void ofAFileAsAWholeThereIsNoLineAndOfSeveralLinesNoColumn() {
    assertThat(annotation(new Finding("r", "x", "m", "", new FileLocation("f"), List.of())))
        .isEqualTo("::error file=f,title=r::x: m");
    assertThat(
            annotation(new Finding("r", "x", "m", "", new SourceSpan("f", 2, 3, 4, 5), List.of())))
        .isEqualTo("::error file=f,line=2,endLine=4,title=r::x: m");
  }

  @ParameterizedTest(name = "GITHUB_ACTIONS={0} GITEA_ACTIONS={1} FORGEJO_ACTIONS={2}: {3}")
  @CsvSource({
    "true,,,true",
    "true,true,,false",
    "true,true,true,false",
    "true,,true,false",
    "false,,,false",
    ",,,false"
  })
  void autoIsOnWhereTheRunnerShowsThem(
      String github, String gitea, String forgejo, boolean expected) {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("GITHUB_ACTIONS", github);
    environment.put("GITEA_ACTIONS", gitea);
    environment.put("FORGEJO_ACTIONS", forgejo);
    environment.values().removeIf(java.util.Objects::isNull);

    assertThat(AnnotationMode.AUTO.shownIn(environment)).isEqualTo(expected);
    assertThat(AnnotationMode.ON.shownIn(environment)).isTrue();
    assertThat(AnnotationMode.OFF.shownIn(environment)).isFalse();
  }

  private static String annotation(Finding finding) {
    return Annotations.render(
            Rendered.run(
                VersionResults.of(VersionResults.ALL, VersionResults.failed("x", finding))))
        .get(0);
  }
}
