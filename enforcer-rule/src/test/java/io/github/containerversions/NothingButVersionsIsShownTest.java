package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.report.Annotations;
import io.github.containerversions.report.FailureText;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.RunText;
import io.github.containerversions.report.Severity;
import io.github.containerversions.report.Unread;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a place of a version holds that can be none is shown in no form, by no source, only how
 * long it is and where: it may be a file full of secrets.
 */
class NothingButVersionsIsShownTest {
  private static final String SECRET = "hunter2";
  private static final String NIX = "containers/web/default.nix";
  private static final String PYTHON = "containers/web/container.py";
  private static final String DOCKERFILE = "containers/web/Dockerfile";

  @TempDir private Path root;

  static Stream<Arguments> sources() {
    return Stream.of(
        Arguments.of(
            "a file of keys", NIX, "{ version = builtins.readFile ../../env; }", "line breaks"),
        Arguments.of(
            "the same, re-spelt",
            NIX,
            "{ version = builtins.replaceStrings [ \"h\" ] [ \"h-\" ] (builtins.readFile ../../env); }",
            "line breaks"),
        Arguments.of("a string", NIX, "{ version = \"key hunter2\"; }", "white space"),
        Arguments.of("a text", PYTHON, "VERSION = '''a\nhunter2'''\n", "line breaks"),
        Arguments.of("an escape", PYTHON, "VERSION = 'a\\x1bhunter2'\n", "control characters"),
        Arguments.of(
            "a default", DOCKERFILE, "ARG CONTAINER_APP_VERSION=\"key hunter2\"\n", "white space"),
        Arguments.of(
            "a long default",
            DOCKERFILE,
            "ARG CONTAINER_APP_VERSION=" + SECRET.repeat(20) + "\n",
            "at most 128"),
        Arguments.of(
            "two defaults",
            DOCKERFILE,
            "ARG CONTAINER_APP_VERSION=\"key hunter2\"\nARG CONTAINER_APP_VERSION=\"hunter2 key\"\n",
            "white"));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("sources")
  void whatIsNoVersionIsAProblemOfItsSource(String what, String file, String text, String flaw)
      throws Exception {
    VersionResult outcome = run(Map.of(file, text), "1.2.3");

    assertThat(outcome.findings()).singleElement().satisfies(it -> says(it, flaw));
    assertShowsNo(SECRET, outcome);
    assertShowsNo("h-unter2", outcome);
  }

  private static void says(Finding finding, String flaw) {
    assertThat(finding.message())
        .startsWith("the value has ")
        .contains(" characters")
        .contains(flaw);
    assertThat(finding.rule()).doesNotStartWith("version-agreement");
  }

  @Test
  void aValueOfTheInventoryIsHeldToTheSame() throws Exception {
    VersionResult outcome =
        run(Map.of(DOCKERFILE, "ARG CONTAINER_APP_VERSION=1.2.3\n"), "\"1.2.3\\nhunter2\"");

    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("inventory-version");
    assertThat(outcome.findings().get(0).message())
        .isEqualTo("the value has 13 characters with line breaks, which no version has");
    assertShowsNo(SECRET, outcome);
  }

  @Test
  void whatACommandPrintsIsHeldToTheSame() throws Exception {
    VersionResult outcome =
        run(
            Map.of(
                NIX,
                "{ pkgs }: { version = pkgs.web.version; }",
                "dagger",
                "#!/bin/sh\necho the key is hunter2\n"),
            "1.2.3");

    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("nix-version");
    assertThat(outcome.findings().get(0).message()).contains("18 characters with white space");
    assertShowsNo(SECRET, outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not Nix       | { version = (import ../../env).version; }",
        "not JSON      | { version = (builtins.fromJSON (builtins.readFile ../../env)).version; }",
        "thrown        | { version = throw (builtins.readFile ../../env); }",
        "a list        | { version = (import ../../list.nix).version; }",
        "an expression | { version = (import ../../call.nix).version; }",
        "a path        | { version = import (builtins.readFile ../../env); }",
      })
  void aFollowedFileThatIsUnfitShowsNothingOfItself(String what, String nix) throws Exception {
    VersionResult outcome = run(Map.of(NIX, nix), "1.2.3");

    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("nix-version");
    assertShowsNo(SECRET, outcome);
  }

  /** The version of a file that was followed is shown; what else is in the file is not. */
  @Test
  void aPieceOfAFollowedFileIsShownWithoutTheRest() throws Exception {
    VersionResult outcome =
        run(Map.of(NIX, "{ version = (import ../../sum.nix).version; }"), "1.2.3");

    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("version-agreement");
    assertThat(outcome.findings().get(0).message()).startsWith("default.nix says 9.0,");
    assertThat(outcome.findings().get(0).help())
        .startsWith("make the version in sum.nix give 1.2.3");
    assertShowsNo(SECRET, outcome);
  }

  @Test
  void whiteSpaceAroundAVersionIsNoFault() throws Exception {
    assertThat(run(Map.of(PYTHON, "VERSION = ' 1.2.3\\n'\n"), "\" 1.2.3 \"").findings()).isEmpty();
  }

  private VersionResult run(Map<String, String> files, String inventory) throws Exception {
    Map<String, String> all = new LinkedHashMap<>(files);
    all.put("env", "PATH=/bin\nTOKEN=hunter2\n");
    all.put("list.nix", "{ version = [ \"hunter2\" ]; }");
    all.put("call.nix", "{ lib, ... }: { }.version or (lib.f \"hunter2\")");
    all.put("sum.nix", "{ version = \"9\" + (if \"hunter2\" == \"\" then \"\" else \".0\"); }");
    all.put(
        "service-versions.yaml", "services:\n- name: web\n  current-version: " + inventory + "\n");
    all.put(
        "pom.xml",
        "<containerVersionSync><nixPackages><web>web</web></nixPackages></containerVersionSync>");
    return new ExampleRepository(root).with(all).outcome();
  }

  /** All that a run says, in every form. */
  private static void assertShowsNo(String text, VersionResult outcome) throws IOException {
    StringBuilder told = new StringBuilder(FailureText.render(outcome));
    RunText.looked(outcome).forEach(told::append);
    for (Severity severity : Severity.values()) {
      RunReport report =
          new RunReport(
              outcome,
              ContainerVersionSync.rules(),
              ContainerVersionSync.notices(),
              severity,
              Unread.SOURCES);
      Annotations.render(report).forEach(told::append);
      for (ReportForm form : ReportForm.values()) {
        form.write(report, told);
      }
    }
    assertThat(told.toString()).doesNotContain(text);
    assertThat(outcome.containers())
        .flatExtracting(ContainerResult::declarations)
        .allMatch(it -> !it.version().contains(text) && !it.declaration().written().contains(text));
  }
}
