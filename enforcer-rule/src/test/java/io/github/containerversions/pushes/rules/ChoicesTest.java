package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is known of a registry that an expression or a parameter chooses (GitHub Docs, "Evaluate
 * expressions in workflows and actions"; POSIX, "Parameter Expansion").
 */
class ChoicesTest {
  private static final String LOGIN =
      """
      - uses: docker/login-action@v3
        with: {registry: %s, password: '${{ secrets.K }}'}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          ${{ 'ghcr.io' }}/a/b:1                                              ~ none
          ${{ github.ref == 'x' && 'ghcr.io/a:1' || 'ghcr.io/b:1' }}          ~ none
          ${{ github.ref == 'x' && 'ghcr.io' || 'h.io' }}/a/b:1               ~ unknown
          ${{ github.ref == 'x' && 'ghcr.io' || 'i.io' }}/a/b:1               ~ none
          ${{ github.ref == 'x' && 'h.io/a' || 'h.io/b' }}:1                  ~ login
          ${{ vars.REGISTRY || 'h.io' }}/a/b:1                                ~ unknown
          ${{ vars.REGISTRY || 'ghcr.io' }}/a/b:1                             ~ unknown
          ${{ 'ghcr.io' || 'h.io' }}/a/b:1                                    ~ none
          ${{ '' || 'ghcr.io' }}/a/b:1                                        ~ none
          ${{ 'x' == 'y' && 'h.io' || 'ghcr.io' }}/a/b:1                      ~ none
          ${{ 'x' != 'y' && 'h.io' || 'ghcr.io' }}/a/b:1                      ~ login
          ${{ format('{0}/{1}:1', 'ghcr.io', github.repository) }}            ~ none
          ${{ format('{0}/{1}:1', 'h.io', github.repository) }}               ~ login
          ${{ env.HERE || 'ghcr.io' }}/a:1                                    ~ login
          ${{ env.NOWHERE || 'ghcr.io' }}/a:1                                 ~ unknown
          ${{ github.ref == 'x' && 'ghcr.io/a:1' || '' }}                     ~ unknown
          ${{ secrets.REGISTRY || 'ghcr.io' }}/a:1                            ~ unknown
          """)
  void anExpressionThatChooses(String tag, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            LOGIN.formatted("h.io")
                + "- uses: docker/build-push-action@v6\n"
                + "  env: {HERE: h.io}\n"
                + "  with:\n    push: true\n    tags: |\n      "
                + tag
                + "\n");

    checked.assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker push ${R:-ghcr.io}/a:1                ~ none
          docker push ${R:-h.io}/a:1                   ~ login
          R=h.io; docker push ${R:-ghcr.io}/a:1        ~ login
          R=; docker push ${R:-ghcr.io}/a:1            ~ none
          R=$(./where); docker push ${R:-ghcr.io}/a:1  ~ unknown
          docker push ${GITHUB_THING:-ghcr.io}/a:1     ~ unknown
          docker push ${1:-ghcr.io}/a:1                ~ none
          set -- h.io; docker push ${1:-ghcr.io}/a:1   ~ login
          . ./env.sh; docker push ${R:-ghcr.io}/a:1    ~ unknown
          if $C; then R=ghcr.io; fi; docker push ${R:-h.io}/a:1             ~ unknown
          if $C; then R=h.io; fi; docker push ${R:-ghcr.io}/a:1             ~ unknown
          if $C; then R=ghcr.io; fi; R=ghcr.io; docker push ${R:-h.io}/a:1  ~ none
          R=ghcr.io; $C && unset R; docker push ${R:-h.io}/a:1              ~ unknown
          if $C; then unset R; else R=ghcr.io; fi; docker push ${R:-h.io}/a:1 ~ unknown
          if $C; then R=ghcr.io; else R=ghcr.io; fi; docker push ${R:-h.io}/a:1 ~ none
          """)
  void aParameterWithAnotherValueForWhereItHasNone(String script, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(LOGIN.formatted("h.io") + "- run: " + script + "\n");

    assertThat(checked.result().pushes()).singleElement().matches(it -> it.access().equals(access));
  }

  /** An image that is there under a condition has a login that is made under the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          github.ref == 'x'              ~ enable=${{ github.ref == 'x' }}     ~ login
          github.ref == 'y'              ~ enable=${{ github.ref == 'x' }}     ~ unknown
          steps.a.outputs.b == 'true'    ~ enable=${{ steps.a.outputs.b }}     ~ login
          steps.a.outputs.b              ~ enable=true                         ~ unknown
          steps.a.outputs.b              ~ enable=false                        ~ login
          """)
  void anImageOfMetadataUnderACondition(String login, String enable, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            LOGIN.formatted("h.io")
                + LOGIN.formatted("ghcr.io")
                + "  if: "
                + login
                + "\n- id: meta\n  uses: docker/metadata-action@v5\n  with:\n    images: |\n"
                + "      h.io/a\n      name=ghcr.io/a,"
                + enable
                + "\n- uses: docker/build-push-action@v6\n"
                + "  with: {push: true, tags: '${{ steps.meta.outputs.tags }}'}\n");

    assertThat(checked.result().pushes()).singleElement().matches(it -> it.access().equals(access));
  }
}
