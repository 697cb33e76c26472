package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an expression comes to (GitHub Docs, "Evaluate expressions in workflows and actions"): an
 * empty text, {@code 0} and {@code false} count as false, and texts are compared without regard to
 * their case.
 */
class ExpressionMeaningTest {

  /** The push of an image of this registry, after a login to {@code h.io}. */
  private static CheckedWorkflow pushTo(String image) {
    return CheckedWorkflow.steps(
        """
        - uses: docker/login-action@v3
          with: {registry: h.io, password: "${{ secrets.K }}"}
        - id: meta
          uses: docker/metadata-action@v5
          with: {images: "ghcr.io/a/b"}
        - uses: docker/build-push-action@v6
          env: {EMPTY: "", HERE: h.io}
          with:
            push: true
            tags: |
              IMAGE
        """
            .replace("IMAGE", image));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          ${{ '' && 'h.io' || 'ghcr.io' }}/a:1                                  ~ none
          ${{ 'x' && 'h.io' || 'ghcr.io' }}/a:1                                 ~ login
          ${{ 'x' && 'ghcr.io' || 'h.io' }}/a:1                                 ~ none
          ${{ 'a' == 'A' && 'h.io' || 'ghcr.io' }}/a:1                          ~ login
          ${{ 'a' == 'b' && 'h.io' || 'ghcr.io' }}/a:1                          ~ none
          ${{ 'a' == 'a' && '' && 'h.io' || 'ghcr.io' }}/a:1                    ~ none
          ${{ env.EMPTY || 'ghcr.io' }}/a:1                                     ~ none
          ${{ env.HERE && 'ghcr.io' || 'h.io' }}/a:1                            ~ none
          ${{ !inputs.x && 'h.io' || 'ghcr.io' }}/a:1                           ~ unknown
          ${{ !inputs.x && 'i.io' || 'ghcr.io' }}/a:1                           ~ none
          ${{ contains(github.ref, 'x') && 'h.io/a' || 'h.io/b' }}:1            ~ login
          ${{ contains(github.ref, 'x') && 'h.io' || 'ghcr.io' }}/a:1           ~ unknown
          ${{ github.ref != 'x' && 'ghcr.io/a' || 'i.io/b' }}:1                 ~ none
          ${{ startsWith(github.ref, 'x') && github.actor && 'h.io' || 'i.io' }}/a:1 ~ unknown
          ${{ inputs.a && 'h.io' || inputs.b && 'h.io' || 'h.io' }}/a:1         ~ login
          ${{ inputs.a && 'h.io' || inputs.b && 'i.io' || 'h.io' }}/a:1         ~ unknown
          ${{ format('{0}.{1}/a:1', 'h', 'io') }}                               ~ login
          ${{ format('{0}/a:1', 'ghcr.io') }}                                   ~ none
          ${{ format('{1}/a:1', 'ghcr.io') }}                                   ~ unknown
          ${{ format('{0}/it''s:1', 'ghcr.io') }}                               ~ none
          ${{ fromJSON(steps.meta.outputs.json).tags[0] }}                      ~ none
          ${{ fromJSON(steps.nothing.outputs.json).tags[0] }}                   ~ unknown
          """)
  void anExpressionNamesARegistry(String image, String access) {
    pushTo(image).assertOnlyPush(access);
  }

  /** An input of an action is given by its caller, to whom its inputs mean something else. */
  @ParameterizedTest
  @CsvSource({
    "h.io, login",
    "ghcr.io, none",
    "${{ inputs.other }}, unknown",
    "${{ inputs.other || 'ghcr.io' }}, unknown"
  })
  void anInputIsWhatTheCallerGives(String given, String access) {
    String workflow =
        """
        on: {workflow_dispatch: {inputs: {other: {type: string}}}}
        jobs:
          a:
            steps:
              - run: docker login h.io -p ${{ secrets.K }}
              - uses: ./act
                with: {registry: "GIVEN"}
        """
            .replace("GIVEN", given);
    String action =
        """
        inputs: {registry: {required: true}, other: {default: i.io}}
        runs:
          using: composite
          steps:
            - {shell: bash, run: "docker push ${{ inputs.registry }}/a:1"}
        """;

    CheckedWorkflow.of(Map.of(CheckedWorkflow.FILE, workflow, "act/action.yml", action))
        .assertOnlyPush(access);
  }

  /** What names a commit names it in other jobs as well. */
  @ParameterizedTest
  @CsvSource({
    "${{ github.sha }}, false, false",
    "v${{ github.run_id }}, false, false",
    "${{ vars.TAG }}, true, false",
    "latest, true, false",
    "${{ steps.s.outputs.t }}, false, true"
  })
  void aTagOfAnotherJobRepeatsOrIsOfOneCommit(String tag, boolean repeats, boolean unknown) {
    String workflow =
        """
        on: push
        jobs:
          first:
            outputs: {tag: "TAG"}
            steps:
              - {id: s, run: ./make-tag >> $GITHUB_OUTPUT}
          second:
            needs: first
            steps:
              - run: docker push h.io/a:${{ needs.first.outputs.tag }}
        """
            .replace("TAG", tag);

    CheckedWorkflow checked = CheckedWorkflow.of(Map.of(CheckedWorkflow.FILE, workflow));

    assertThat(checked.rules().contains("tag-mutable")).isEqualTo(repeats);
    assertThat(checked.notes().stream().anyMatch(it -> it.endsWith(" repeats is not known")))
        .isEqualTo(unknown);
  }

  /** What one job hands to another (GitHub Docs, "Passing information between jobs"). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          h.io                              ~ echo x            ~ login
          ghcr.io                           ~ echo x            ~ none
          ${{ steps.s.outputs.r }}          ~ echo r=h.io >> $GITHUB_OUTPUT    ~ login
          ${{ steps.s.outputs.r }}          ~ echo r=ghcr.io >> $GITHUB_OUTPUT ~ none
          ${{ env.R }}                      ~ R=h.io            ~ unknown
          ${{ env.R }}                      ~ echo R=ghcr.io >> $GITHUB_ENV    ~ none
          ghcr.io/${{ github.actor }}       ~ echo x            ~ none
          ${{ vars.R }}                     ~ echo x            ~ unknown
          """)
  void aJobHandsItsOutputsOver(String output, String script, String access) {
    String workflow =
        """
        on: push
        jobs:
          first:
            outputs: {to: "OUTPUT"}
            steps:
              - id: s
                run: SCRIPT
          second:
            needs: first
            steps:
              - run: docker login h.io -p ${{ secrets.K }}
              - run: docker push ${{ needs.first.outputs.to }}/a:1
        """
            .replace("OUTPUT", output)
            .replace("SCRIPT", script);

    assertThat(CheckedWorkflow.of(Map.of(CheckedWorkflow.FILE, workflow)).result().pushes())
        .singleElement()
        .matches(it -> it.access().equals(access));
  }
}
