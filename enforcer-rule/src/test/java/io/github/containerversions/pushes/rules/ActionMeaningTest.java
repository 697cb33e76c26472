package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What actions do, by the table of docs/registry-push-auth.md and their own descriptions. */
class ActionMeaningTest {

  /** aws-actions/amazon-ecr-login, "Inputs": {@code registry-type} is private, or public. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          registry-type: private ~ 123.dkr.ecr.eu-west-1.amazonaws.com/a:1 ~ login
          registry-type: public  ~ 123.dkr.ecr.eu-west-1.amazonaws.com/a:1 ~ none
          registry-type: public  ~ public.ecr.aws/a/b:1                    ~ login
          registries: 123        ~ public.ecr.aws/a/b:1                    ~ none
          registries: 123        ~ 123.dkr.ecr.eu-west-1.amazonaws.com/a:1 ~ login
          registries: 123        ~ ghcr.io/a:1                             ~ none
          """)
  void theLoginOfAmazonIsToItsRegistries(String with, String image, String access) {
    CheckedWorkflow.steps(
            "- uses: aws-actions/amazon-ecr-login@v2\n  with: {"
                + with
                + "}\n- run: docker push "
                + image
                + "\n")
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          h.io/a/b    ~ login
          ghcr.io/a/b ~ none
          """)
  void theNameThatAnActionWritesInSmallLettersIsKnown(String image, String access) {
    CheckedWorkflow.steps(
            """
            - uses: docker/login-action@v3
              with: {registry: h.io, password: "${{ secrets.K }}"}
            - id: small
              uses: ASzc/change-string-case-action@v6
              with: {string: IMAGE}
            - run: docker push ${{ steps.small.outputs.lowercase }}:1
            """
                .replace("IMAGE", image))
        .assertOnlyPush(access);
  }

  /** "If its name or its inputs contain words of a push, the log has a line about it." */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          goreleaser/goreleaser-action@v6 ~ args: release               ~ 1
          some/builder@v1                 ~ script: docker push h.io/a  ~ 1
          some/builder@v1                 ~ script: docker build .      ~ 0
          some/builder@v1                 ~ push: true                  ~ 1
          some/builder@v1                 ~ push: false                 ~ 0
          some/push-image@v1              ~ x: y                        ~ 1
          actions/checkout@v4             ~ ref: main                   ~ 0
          gradle/gradle-build-action@v3   ~ arguments: docker push x    ~ 1
          gradle/gradle-build-action@v3   ~ arguments: build            ~ 0
          actions/github-script@v7        ~ script: core.info('x')      ~ 0
          """)
  void anActionThatMayPushHasALine(String action, String with, int lines) {
    assertThat(CheckedWorkflow.steps("- uses: " + action + "\n  with: {" + with + "}\n").notes())
        .filteredOn(it -> it.contains("push"))
        .hasSize(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          actions/github-script@v7 ~ script: core.info('x')            ~ none
          actions/github-script@v7 ~ script: exec.exec('x')            ~ unknown
          actions/github-script@v7 ~ script: core.exportVariable('x')  ~ unknown
          some/builder@v1          ~ x: y                              ~ unknown
          gradle/actions/setup-gradle@v4 ~ x: y                        ~ none
          """)
  void anActionThatMayRunAnythingMayLogIn(String action, String with, String access) {
    CheckedWorkflow.steps(
            "- uses: " + action + "\n  with: {" + with + "}\n- run: docker push ghcr.io/a:1\n")
        .assertOnlyPush(access);
  }

  /** docker/build-push-action, "Inputs": {@code push}, and {@code outputs} of type registry. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          push: true                              ~ 1
          push: false                             ~ 0
          push: 'false'                           ~ 0
          push: "${{ false }}"                    ~ 0
          push: "${{ github.ref == 'x' }}"        ~ 1
          load: true                              ~ 0
          outputs: type=registry                  ~ 1
          outputs: type=docker                    ~ 0
          outputs: 'type=image,push=true'         ~ 1
          outputs: 'type=image,push=false'        ~ 0
          """)
  void aBuildPushesWhereItIsAskedTo(String with, int pushes) {
    assertThat(
            CheckedWorkflow.steps(
                    "- uses: docker/build-push-action@v6\n  with:\n    tags: h.io/a:1\n    "
                        + with
                        + "\n")
                .pushes())
        .hasSize(pushes);
  }

  /** docker/metadata-action, "images input": enable=true or false. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          name=h.io/a,enable=true                    ~ ghcr.io/b ~ unknown
          name=h.io/a,enable=false                   ~ ghcr.io/b ~ login
          name=h.io/a,enable=${{ inputs.other }}     ~ ghcr.io/b ~ unknown
          name=h.io/a,enable=${{ github.ref == 'x' }} ~ ghcr.io/b ~ login
          name=h.io/a,enable=false                   ~ i.io/b    ~ none
          name=h.io/a,enable=x${{ inputs.other }}    ~ ghcr.io/b ~ unknown
          """)
  void anImageOfMetadataMayBeLeftOut(String one, String other, String access) {
    CheckedWorkflow.steps(
            """
            - uses: docker/login-action@v3
              if: github.ref == 'x'
              with: {registry: h.io, password: "${{ secrets.K }}"}
            - uses: docker/login-action@v3
              with: {registry: ghcr.io, password: "${{ secrets.K }}"}
            - id: m
              uses: docker/metadata-action@v5
              with:
                images: |
                  ONE
                  OTHER
            - uses: docker/build-push-action@v6
              with: {push: true, tags: "${{ steps.m.outputs.tags }}"}
            """
                .replace("ONE", one)
                .replace("OTHER", other))
        .assertOnlyPush(access);
  }

  /** The action reads the file that the variable names, whatever is in it. */
  @Test
  void aBuildWithAFileOfItsOwnForLoginsIsUndecided() {
    CheckedWorkflow.steps(
            """
            - uses: docker/build-push-action@v6
              env: {DOCKER_CONFIG: /t/a}
              with: {push: true, tags: "h.io/a:1"}
            """)
        .assertOnlyPush("unknown");
  }

  /** redhat-actions/push-to-registry, "Action Inputs": tags are whole names, or none is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          "image: a, tags: v1, registry: h.io"                  ~ login
          "image: a, tags: v1, registry: ghcr.io"               ~ none
          "tags: 'h.io/a:1'"                                    ~ login
          "tags: 'ghcr.io/a:1'"                                 ~ none
          "image: a, tags: '${{ vars.T }}', registry: h.io"     ~ login
          "image: a, tags: '${{ vars.T }}', registry: ghcr.io"  ~ none
          "tags: '${{ vars.T }}'"                               ~ unknown
          "image: a, registry: h.io"                            ~ login
          """)
  void aPushOfBuiltImagesNamesItsRegistryOrItsTagsDo(String with, String access) {
    CheckedWorkflow.steps(
            "- uses: redhat-actions/podman-login@v1\n"
                + "  with: {registry: h.io, password: '${{ secrets.K }}'}\n"
                + "- uses: redhat-actions/push-to-registry@v2\n  with: {"
                + with
                + "}\n")
        .assertOnlyPush(access);
  }

  /** ko-build/setup-ko: it logs in to ghcr.io, and sets KO_DOCKER_REPO, unless that is set. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A: b                       ~ ko build ./x                                    ~ login
          A: b                       ~ docker push ghcr.io/a:1                         ~ login
          KO_DOCKER_REPO: ghcr.io/a  ~ docker push ghcr.io/a:1                         ~ none
          KO_DOCKER_REPO: ghcr.io/a  ~ ko build ./x                                    ~ none
          """)
  void theSetupOfKoLogsInWhereNothingElseIsSaid(String env, String script, String access) {
    CheckedWorkflow.steps(
            "- uses: ko-build/setup-ko@v0.7\n  env: {" + env + "}\n- run: " + script + "\n")
        .assertOnlyPush(access);
  }
}
