package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.ProcessorTime;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.shell.ShellWord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are those of GitHub Docs, "Metadata syntax for GitHub Actions". */
class CompositeActionTest {
  private static final String NOT_FOLLOWED = "this action of the repository is not followed";

  private static final String PUSH =
      """
      inputs:
        key: {required: true}
        tag: {default: latest}
        host: {default: '${{ github.server }}'}
      runs:
        using: composite
        steps:
          - shell: bash
            env: {OWN: inner, BOTH: inner}
            run: push it
          - uses: docker/login-action@v3
            with: {password: x}
      """;

  @Test
  void itsStepsStandInThePlaceOfTheStepThatUsesIt() {
    Workflow read =
        Texts.steps(
                """
                - run: before
                - uses: ./actions/push
                  env: {OUTER: outer, BOTH: outer}
                  with: {tag: v1, key: k, more: m}
                - run: after
                """)
            .with("actions/push/action.yml", PUSH)
            .read();
    List<Step> steps = read.jobs().get(0).steps();

    assertThat(read.notes()).isEmpty();
    assertThat(steps).hasSize(4);
    assertThat(WorkflowReaderTest.words(steps.get(0))).containsExactly("before");
    assertThat(WorkflowReaderTest.words(steps.get(1))).containsExactly("push it");
    assertThat(WorkflowReaderTest.words(steps.get(3))).containsExactly("after");
    assertThat(steps.get(1).location())
        .isEqualTo(new SourceSpan("actions/push/action.yml", 10, 12, 10, 19));
    assertThat(Texts.shown(steps.get(1).env()))
        .isEqualTo(Map.of("OUTER", "outer", "OWN", "inner", "BOTH", "inner"));
    assertThat(Texts.shown(steps.get(1).inputs()))
        .isEqualTo(Map.of("tag", "v1", "host", "{github.server}", "key", "k", "more", "m"));
    Step.Use login = (Step.Use) steps.get(2);
    assertThat(login.action()).isEqualTo("docker/login-action");
    assertThat(login.inputs()).isEqualTo(steps.get(1).inputs());
    assertThat(Texts.shown(login.env())).isEqualTo(Map.of("OUTER", "outer", "BOTH", "outer"));
    assertThat(steps.get(0).inputs()).isEmpty();
    assertThat(steps.get(3).env()).isEmpty();
  }

  /** Where the value of an input stands decides where a finding points. */
  @Test
  void anInputStandsWhereItIsGiven() {
    Step step =
        Texts.steps("- uses: ./actions/push\n  with: {tag: v1}")
            .with("actions/push/action.yml", PUSH)
            .readSteps()
            .get(0);

    assertThat(step.inputs().get("tag").location())
        .isEqualTo(new SourceSpan(Texts.FILE, 6, 21, 6, 23));
    assertThat(step.inputs().get("host").location())
        .isEqualTo(new SourceSpan("actions/push/action.yml", 4, 20, 4, 40));
  }

  @ParameterizedTest
  @CsvSource({
    "./push, push/action.yml",
    "./push/, push/action.yml",
    "./push, push/action.yaml",
    "./.forgejo/actions/push, .forgejo/actions/push/action.yaml",
  })
  void itsFileHasEitherName(String uses, String file) {
    Workflow read = Texts.steps("- uses: " + uses).with(file, PUSH).read();

    assertThat(read.notes()).isEmpty();
    assertThat(read.jobs().get(0).steps())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.location().file()).isEqualTo(file));
  }

  /**
   * The workflow's default shell is for its own scripts: a composite action's steps name theirs.
   */
  @Test
  void theDefaultShellOfTheWorkflowIsNotItsOwn() {
    Workflow read =
        Texts.workflow(
                "defaults: {run: {shell: pwsh}}\njobs:\n  a:\n    steps:\n      - uses: ./push\n")
            .with("push/action.yml", "runs: {using: composite, steps: [{run: a}]}")
            .read();

    assertThat(read.notes()).isEmpty();
    assertThat(WorkflowReaderTest.words(read.jobs().get(0).steps().get(0))).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs: {using: node20, main: index.js}",
        "runs: {using: docker, image: Dockerfile}",
        "runs: {steps: [{name: a}]}",
        "name: none",
        "",
      })
  void anActionThatRunsAProgramIsNotFollowed(String action) {
    Workflow read = Texts.steps("- uses: ./push").with("push/action.yml", action).read();

    assertThat(read.jobs().get(0).steps())
        .singleElement()
        .matches(it -> it instanceof Step.Use use && use.action().equals("./push"));
    assertThat(read.notes())
        .containsExactly(new Note(new SourceSpan(Texts.FILE, 5, 15, 5, 21), NOT_FOLLOWED, true));
  }

  @Test
  void anActionThatIsNotThereIsNotFollowed() {
    Workflow read = Texts.steps("- uses: ./push").read();

    assertThat(read.jobs().get(0).steps()).hasSize(1);
    assertThat(read.notes()).extracting(Note::text).containsExactly(NOT_FOLLOWED);
  }

  @Test
  void anActionThatIsNoYamlIsSaidAtItsPlace() {
    Workflow read = Texts.steps("- uses: ./push").with("push/action.yml", "runs: [").read();

    assertThat(read.notes()).hasSize(2);
    assertThat(read.notes().get(0).location().file()).isEqualTo("push/action.yml");
    assertThat(read.notes().get(0).text()).contains("not well-formed");
    assertThat(read.notes().get(1).text()).isEqualTo(NOT_FOLLOWED);
  }

  @Test
  void anActionWithinAnotherIsFollowedWithTheInputsOfBoth() {
    Workflow read =
        Texts.steps("- uses: ./outer\n  with: {name: h.io/a}\n  if: github.ref == 'x'")
            .with(
                "outer/action.yml",
                """
                inputs: {name: {}}
                runs:
                  using: composite
                  steps:
                    - uses: ./inner
                      if: ${{ always() }}
                      with: {tag: "${{ inputs.name }}:1"}
                """)
            .with(
                "inner/action.yml",
                "inputs: {tag: {}}\nruns: {using: composite, steps: [{uses: a/b@v1, with: {t:"
                    + " '${{ inputs.tag }}'}}]}")
            .read();

    assertThat(read.notes()).isEmpty();
    Step.Use use = (Step.Use) read.jobs().get(0).steps().get(0);
    assertThat(Texts.shown(use.with())).isEqualTo(Map.of("t", "h.io/a:1"));
    assertThat(use.frame().condition()).isEqualTo("github.ref=='x'");
    ShellWord tag = use.with().get("t");
    assertThat(tag.location(tag.pieces().get(0)))
        .isEqualTo(new SourceSpan(Texts.FILE, 6, 22, 6, 28));
  }

  @Test
  void actionsThatUseEachOtherAreFollowedOnce() {
    Workflow read =
        Texts.steps("- uses: ./a")
            .with("a/action.yml", "runs: {using: composite, steps: [{uses: ./b}, {run: x}]}")
            .with("b/action.yml", "runs: {using: composite, steps: [{uses: ./a}]}")
            .read();

    assertThat(read.notes())
        .extracting(Note::text)
        .containsExactly("this action of the repository uses itself: not followed again");
  }

  @Test
  void aLargeActionUsedOftenIsReadOnceAndLeftWithALine() {
    String action =
        "runs:\n  using: composite\n  steps:\n    - run: |\n"
            + "        docker push h.io/a:1\n".repeat(20_000);
    Texts texts = Texts.steps("- uses: ./big\n".repeat(300)).with("big/action.yml", action);

    Workflow read = ProcessorTime.within(Duration.ofSeconds(5), texts::read);

    assertThat(read.notes())
        .singleElement()
        .matches(it -> it.text().contains("not followed from here on"));
  }
}
