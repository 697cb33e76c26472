package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.ProcessorTime;
import io.github.containerversions.core.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows that others call; expectations are those of GitHub Docs, "Reuse workflows". */
class CalledWorkflowTest {
  private static final String CALLED =
      """
      on:
        workflow_call:
          inputs:
            image: {type: string, default: h.io/default}
            push: {type: boolean}
          secrets:
            KEY: {required: true}
      env: {IMAGE: "${{ inputs.image }}"}
      jobs:
        publish:
          steps:
            - env: {K: "${{ secrets.KEY }}"}
              run: |
                skopeo copy --dest-creds "ci:$K" dir:x "docker://$IMAGE:$GITHUB_SHA"
      """;

  private static CheckedWorkflow called(String call, String workflow) {
    return CheckedWorkflow.of(
        Map.of(
            CheckedWorkflow.FILE,
            workflow,
            "ci.yml",
            "on: push\njobs:\n  release:\n    uses: ./build.yml\n" + call.indent(4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          secrets: {KEY: "${{ secrets.REGISTRY }}"}                      ~ h.io/default ~ REGISTRY ~ ''
          secrets: {key: "${{ secrets.REGISTRY }}"}                      ~ h.io/default ~ REGISTRY ~ ''
          secrets: inherit                                               ~ h.io/default ~ KEY      ~ ''
          secrets: {KEY: "${{ secrets.A }}"}|with: {image: h.io/b}       ~ h.io/b       ~ A        ~ ''
          secrets: {OTHER: "${{ secrets.A }}"}                           ~ h.io/default ~ ''       ~ secret-unbound
          with: {image: h.io/b}                                          ~ h.io/b       ~ ''       ~ secret-unbound
          secrets: {KEY: correct-horse}                                  ~ h.io/default ~ ''       ~ credential-literal
          secrets: {KEY: "${{ vars.KEY }}"}                              ~ h.io/default ~ ''       ~ secret-unbound
          """)
  void aPushHasWhatTheCallerPasses(String call, String image, String secret, String rule) {
    CheckedWorkflow checked = called(call.replace('|', '\n'), CALLED);

    assertThat(checked.pushes()).containsExactly("skopeo copy " + image + ":$GITHUB_SHA own");
    assertThat(checked.result().pushes().get(0).secrets())
        .isEqualTo(secret.isEmpty() ? List.of() : List.of(secret));
    assertThat(checked.rules()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    assertThat(checked.messages()).doesNotContain("correct-horse");
  }

  @Test
  void aSecretThatIsNotPassedIsFoundAtTheCall() {
    Finding finding = called("with: {push: true}", CALLED).result().findings().get(0);

    assertThat(finding.location().file()).isEqualTo("ci.yml");
    assertThat(finding.message())
        .isEqualTo(
            "job publish: the credential of skopeo copy is the secret KEY, which this call does not"
                + " pass");
    assertThat(finding.related())
        .singleElement()
        .matches(it -> it.location().file().equals(CheckedWorkflow.FILE));
  }

  /** GitHub Docs: the secret of an environment is used, and not the one that is passed. */
  @Test
  void anEnvironmentHasSecretsOfItsOwn() {
    String called = CALLED.replace("  publish:\n", "  publish:\n    environment: production\n");

    assertThat(called("with: {push: true}", called).rules()).isEmpty();
  }

  @Test
  void theTokenOfTheRunnerNeedsNotBePassed() {
    String called = CALLED.replace("secrets.KEY", "secrets.GITHUB_TOKEN");

    assertThat(called("with: {push: true}", called).rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          with: {push: true}  ~ 1
          with: {push: false} ~ 0
          """)
  void anInputDecidesWhetherItPushes(String call, int pushes) {
    String called =
        """
        on: workflow_call
        jobs:
          a:
            steps:
              - uses: docker/build-push-action@v6
                with: {push: "${{ inputs.push }}", tags: h.io/a}
        """;

    assertThat(called(call, called).pushes()).hasSize(pushes);
  }

  @Test
  void whatIsRequiredAndNotPassedHasALine() {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                "called.yml",
                CALLED,
                CheckedWorkflow.FILE,
                "on: push\njobs:\n  a:\n    uses: ./called.yml\n"));

    assertThat(checked.notes())
        .containsExactly(
            "the workflow that this job calls requires the secret KEY, which is not passed");
  }

  @Test
  void secretsGoThroughSeveralCalls() {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                CheckedWorkflow.FILE,
                CALLED,
                "middle.yml",
                """
                on: {workflow_call: {inputs: {host: {type: string}}, secrets: {K2: {}}}}
                jobs:
                  m:
                    uses: ./build.yml
                    with: {image: "${{ inputs.host }}/x"}
                    secrets: {KEY: "${{ secrets.K2 }}"}
                """,
                "ci.yml",
                """
                on: push
                jobs:
                  c:
                    uses: ./middle.yml
                    with: {host: i.io}
                    secrets: {K2: "${{ secrets.K3 }}"}
                """));

    assertThat(checked.pushes()).containsExactly("skopeo copy i.io/x:$GITHUB_SHA own");
    assertThat(checked.result().pushes().get(0).secrets()).containsExactly("K3");
  }

  @Test
  void severalCallersEachCount() {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                CheckedWorkflow.FILE,
                CALLED,
                "a.yml",
                "on: push\njobs: {a: {uses: ./build.yml, secrets: inherit}}",
                "b.yml",
                "on: push\njobs: {b: {uses: ./build.yml, with: {image: i.io/b}}}"));

    assertThat(checked.pushes())
        .containsExactly(
            "skopeo copy h.io/default:$GITHUB_SHA own", "skopeo copy i.io/b:$GITHUB_SHA own");
    assertThat(checked.rules()).containsExactly("secret-unbound");
  }

  @Test
  void workflowsThatCallEachOtherAreReportedAtOnce() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(CheckedWorkflow.FILE, CALLED + "  x:\n    uses: ./w0.yml\n");
    for (int at = 0; at < 20; at++) {
      StringBuilder text = new StringBuilder("on: workflow_call\njobs:\n");
      for (int to = 0; to < 20; to++) {
        text.append("  j" + to + ":\n    uses: ./w" + to + ".yml\n");
      }
      texts.put("w" + at + ".yml", text.append("  b:\n    uses: ./build.yml\n").toString());
    }

    CheckedWorkflow checked =
        ProcessorTime.within(Duration.ofSeconds(5), () -> CheckedWorkflow.of(texts));

    assertThat(checked.notes()).contains("this workflow calls itself: not followed again");
    assertThat(checked.pushes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          needs: a        ~ echo host=i.io >> $GITHUB_OUTPUT          ~ docker push i.io/x:${{ github.sha }} none
          needs: [a]      ~ echo host=i.io >> $GITHUB_OUTPUT          ~ docker push i.io/x:${{ github.sha }} none
          if: "true"      ~ echo host=i.io >> $GITHUB_OUTPUT          ~ docker push ${{ needs.a.outputs.host }}/x:${{ github.sha }} unknown
          needs: a        ~ echo host=$(./host) >> $GITHUB_OUTPUT     ~ docker push ${{ needs.a.outputs.host }}/x:${{ github.sha }} unknown
          needs: b        ~ echo host=i.io >> $GITHUB_OUTPUT          ~ docker push ${{ needs.a.outputs.host }}/x:${{ github.sha }} unknown
          """)
  void aJobSeesTheOutputsOfThoseThatItNeeds(String needs, String script, String push) {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                CheckedWorkflow.FILE,
                "on: push\njobs:\n  b:\n    "
                    + needs
                    + "\n    steps:\n"
                    + "      - run: docker push ${{ needs.a.outputs.host }}/x:${{ github.sha }}\n"
                    + "  a:\n    outputs: {host: '${{ steps.s.outputs.host }}'}\n"
                    + "    steps:\n      - {id: s, run: '"
                    + script
                    + "'}\n"));

    assertThat(checked.pushes()).containsExactly(push);
  }

  /** GitHub Docs, "Metadata syntax for GitHub Actions", "outputs for composite actions". */
  @ParameterizedTest
  @CsvSource({"h.io, login", "i.io, none"})
  void theOutputsOfACompositeActionAreThoseOfTheStepThatUsesIt(String host, String access) {
    String action =
        """
        inputs: {host: {required: true}}
        outputs:
          repository: {value: "${{ steps.choose.outputs.repository }}"}
        runs:
          using: composite
          steps:
            - id: choose
              shell: bash
              run: echo "repository=${{ inputs.host }}/a" >> "$GITHUB_OUTPUT"
        """;
    String steps =
        """
        - uses: docker/login-action@v3
          with: {registry: h.io, password: "${{ secrets.K }}"}
        - id: name
          uses: ./name
          with: {host: HOST}
        - run: docker push ${{ steps.name.outputs.repository }}:1
        """
            .replace("HOST", host);
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                CheckedWorkflow.FILE,
                "on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6),
                "name/action.yml",
                action));

    assertThat(checked.pushes()).containsExactly("docker push " + host + "/a:1 " + access);
  }
}
