package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are those of GitHub Docs, "Workflow syntax for GitHub Actions". */
class WorkflowReaderTest {
  private static final String OTHER_SHELL =
      "the script is for another shell than a POSIX one: not followed";
  private static final String ELSEWHERE =
      "the workflow that this job calls is elsewhere: not followed";

  @Test
  void jobsAndStepsAreReadInTheirOrder() {
    Workflow read =
        Texts.workflow(
                """
                on: push
                env: {A: one, B: '${{ secrets.B }}'}
                jobs:
                  build:
                    env:
                      C: two
                    steps:
                      - uses: actions/checkout@v4
                      - name: Build
                        env: {D: three}
                        run: make all
                  publish:
                    steps:
                      - run: make publish
                """)
            .read();

    assertThat(read.file()).isEqualTo(Texts.FILE);
    assertThat(read.problems()).isEmpty();
    assertThat(read.notes()).isEmpty();
    assertThat(read.callerSecrets()).isEmpty();
    assertThat(Texts.shown(read.env())).isEqualTo(Map.of("A", "one", "B", "{secrets.B}"));
    assertThat(read.jobs()).extracting(Job::id).containsExactly("build", "publish");
    assertThat(Texts.shown(read.jobs().get(0).env())).isEqualTo(Map.of("C", "two"));
    assertThat(read.jobs().get(1).env()).isEmpty();
    assertThat(read.jobs().get(0).steps())
        .extracting(Step::location)
        .containsExactly(
            new SourceSpan(Texts.FILE, 8, 15, 8, 34), new SourceSpan(Texts.FILE, 11, 14, 11, 22));
    Step.Run run = (Step.Run) read.jobs().get(0).steps().get(1);
    assertThat(Texts.shown(run.env())).isEqualTo(Map.of("D", "three"));
    assertThat(run.inputs()).isEmpty();
    assertThat(words(run)).containsExactly("make all");
    assertThat(words(read.jobs().get(1).steps().get(0))).containsExactly("make publish");
  }

  static Stream<Arguments> variables() {
    return Stream.of(
        arguments("{A: 1, B: true}", Map.of("A", "1", "B", "true")),
        arguments("{A: , B: ~, C: null}", Map.of("A", "", "B", "", "C", "")),
        arguments("{A: '~', B: ''}", Map.of("A", "~", "B", "")),
        arguments("{A: {B: c}, D: [e], F: g}", Map.of("F", "g")),
        arguments("{[A]: b, C: d}", Map.of("C", "d")),
        arguments("{A: own, <<: *base}", Map.of("A", "own", "M", "merged")),
        arguments("{<<: *base, A: own}", Map.of("A", "own", "M", "merged")),
        arguments("none", Map.of()),
        arguments("[A, b]", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("variables")
  void theVariablesOfAStepAreItsScalars(String env, Map<String, String> variables) {
    Step step =
        Texts.workflow(
                "x: &base {A: merged, M: merged}\njobs:\n  a:\n    steps:\n      - env: "
                    + env
                    + "\n        run: a\n")
            .readSteps()
            .get(0);

    assertThat(Texts.shown(step.env())).isEqualTo(variables);
  }

  @ParameterizedTest
  @CsvSource({
    "actions/checkout@v4, actions/checkout",
    "actions/checkout, actions/checkout",
    "' actions/checkout@v4 ', actions/checkout",
    "github/codeql-action/init@v3, github/codeql-action/init",
    "docker/login-action@0123456789abcdef, docker/login-action",
    "https://code.forgejo.org/docker/login-action@v3, docker/login-action",
    "http://forge.home.arpa:3000/docker/login-action@v3, docker/login-action",
  })
  void anActionIsNamedWithoutItsVersionAndForge(String uses, String action) {
    Step.Use use =
        (Step.Use)
            Texts.steps("- uses: '" + uses + "'\n  with: {A: b}\n  env: {C: d}").readSteps().get(0);

    assertThat(use.action()).isEqualTo(action);
    assertThat(Texts.shown(use.with())).isEqualTo(Map.of("A", "b"));
    assertThat(Texts.shown(use.env())).isEqualTo(Map.of("C", "d"));
    assertThat(use.inputs()).isEmpty();
    assertThat(use.location()).isEqualTo(new SourceSpan(Texts.FILE, 5, 16, 5, 16 + uses.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- name: none", "- run: [a]", "- uses: {a: b}", "- a text", "- [run, a]"})
  void whatIsNoStepIsNone(String steps) {
    Workflow read = Texts.steps(steps).read();

    assertThat(read.jobs()).hasSize(1);
    assertThat(read.jobs().get(0).steps()).isEmpty();
    assertThat(read.notes()).isEmpty();
  }

  static Stream<Arguments> shells() {
    return Stream.of(
        arguments("", "", "", true),
        arguments("", "", "bash", true),
        arguments("", "", "sh", true),
        arguments("", "", "bash -e {0}", true),
        arguments("", "", "/usr/bin/bash", true),
        arguments("", "", "/bin/sh -eu {0}", true),
        arguments("", "", "pwsh", false),
        arguments("", "", "python", false),
        arguments("", "", "cmd", false),
        arguments("", "", "perl /x/sh", false),
        arguments("", "", "bashful", false),
        arguments("pwsh", "", "", false),
        arguments("", "pwsh", "", false),
        arguments("pwsh", "bash", "", true),
        arguments("bash", "pwsh", "", false),
        arguments("pwsh", "", "bash", true),
        arguments("bash", "bash", "python", false));
  }

  /** The nearest shell that is named counts: the step's, the job's default, the workflow's. */
  @ParameterizedTest
  @MethodSource("shells")
  void aScriptOfAnotherShellIsNotFollowed(
      String workflow, String job, String step, boolean followed) {
    Workflow read =
        Texts.workflow(
                """
                defaults: {run: {shell: '%s'}}
                jobs:
                  a:
                    defaults: {run: {shell: '%s'}}
                    steps:
                      - shell: '%s'
                        run: a b
                        env: {C: d}
                """
                    .formatted(workflow, job, step))
            .read();

    Step.Run run = (Step.Run) read.jobs().get(0).steps().get(0);
    assertThat(words(run)).isEqualTo(followed ? List.of("a b") : List.of());
    assertThat(run.script().complete()).isTrue();
    assertThat(run.env()).containsOnlyKeys("C");
    assertThat(read.notes())
        .isEqualTo(
            followed
                ? List.of()
                : List.of(new Note(new SourceSpan(Texts.FILE, 7, 14, 7, 17), OTHER_SHELL)));
  }

  @Test
  void aScriptThatDoesNotEndIsSaid() {
    Workflow read = Texts.steps("- run: echo \"a").read();

    assertThat(read.notes()).hasSize(1);
    assertThat(read.notes().get(0).location()).isEqualTo(new SourceSpan(Texts.FILE, 5, 14, 5, 21));
    assertThat(read.notes().get(0).text()).contains("does not end");
    assertThat(words(read.jobs().get(0).steps().get(0))).containsExactly("echo a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "on: push", "jobs:", "jobs: {}", "jobs: [a]", "- jobs: {a: b}"})
  void aFileWithoutJobsIsSaid(String text) {
    Workflow read = Texts.workflow(text).read();

    assertThat(read.jobs()).isEmpty();
    assertThat(read.problems()).isEmpty();
    assertThat(read.notes())
        .extracting(Note::text)
        .containsExactly("there are no jobs in this file");
    assertThat(read.notes().get(0).location().file()).isEqualTo(Texts.FILE);
  }

  @Test
  void theSecretsThatACallerHandsOverAreKnownInCapitals() {
    Workflow read =
        Texts.workflow(
                """
                on:
                  workflow_call:
                    secrets:
                      registry_key: {required: true}
                      OTHER:
                jobs: {a: {steps: []}}
                """)
            .read();

    assertThat(read.callerSecrets()).containsExactlyInAnyOrder("REGISTRY_KEY", "OTHER");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void aJobMayCallAWorkflowOfTheRepository() {
    Workflow read =
        Texts.workflow("jobs:\n  a:\n    uses: ./.github/workflows/b.yml\n")
            .with(".github/workflows/b.yml", "jobs: {}")
            .read();

    assertThat(read.notes()).isEmpty();
    assertThat(read.jobs()).extracting(Job::id).containsExactly("a");
    assertThat(read.jobs().get(0).steps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"./.github/workflows/c.yml", "owner/repo/.github/workflows/b.yml@v1"})
  void aWorkflowThatIsElsewhereIsNotFollowed(String called) {
    Workflow read =
        Texts.workflow("jobs:\n  a:\n    uses: " + called + "\n")
            .with(".github/workflows/b.yml", "jobs: {}")
            .read();

    assertThat(read.notes())
        .containsExactly(
            new Note(new SourceSpan(Texts.FILE, 3, 11, 3, 11 + called.length()), ELSEWHERE));
  }

  @Test
  void aFileThatIsNoYamlIsAProblem() {
    Workflow read = Texts.workflow("jobs: [").read();

    assertThat(read.file()).isEqualTo(Texts.FILE);
    assertThat(read.jobs()).isEmpty();
    assertThat(read.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.SYNTAX);
  }

  @Test
  void aFileThatVanishedIsAProblem() {
    Workflow read = new Texts(Map.of()).read();

    assertThat(read.file()).isEqualTo(Texts.FILE);
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().get(0).message()).contains("vanished");
    assertThat(read.problems().get(0).location()).isEqualTo(new FileLocation(Texts.FILE));
  }

  @Test
  void whatCannotBeReadIsItsProblem() {
    Problem problem =
        Problem.of(Problem.Kind.UNREADABLE, "no", "yes", new FileLocation(Texts.FILE));
    RepositoryFiles files =
        new RepositoryFiles() {
          @Override
          public FileContent read(String file, int limit) {
            return new FileContent.Unreadable(problem);
          }

          @Override
          public boolean isDirectory(String file) {
            return false;
          }
        };

    assertThat(new WorkflowReader(files, List.of()).read(Texts.FILE).problems())
        .containsExactly(problem);
  }

  static List<String> words(Step step) {
    return ((Step.Run) step)
        .script().commands().stream()
            .map(it -> String.join(" ", it.words().stream().map(Texts::shown).toList()))
            .toList();
  }
}
