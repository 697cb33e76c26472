package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are those of docker/login-action, "registry-auth". */
class RegistryAuthTest {

  private static CheckedWorkflow pushed(String entries, String image) {
    return CheckedWorkflow.steps(
        "- uses: docker/login-action@v4\n  with:\n    registry-auth: |\n"
            + entries.indent(6)
            + "- run: docker push "
            + image
            + ":$GITHUB_SHA\n");
  }

  private static final String TWO =
      """
      - username: ci
        password: ${{ secrets.HUB }}
      - registry: "ghcr.io"
        username: ${{ github.actor }}
        password: '${{ secrets.FORGE }}'
      """;

  @ParameterizedTest
  @CsvSource({"team/a, login, HUB", "ghcr.io/a/b, login, FORGE", "h.io/a, none, ''"})
  void eachEntryIsALogin(String image, String access, String secret) {
    CheckedWorkflow checked = pushed(TWO, image);

    assertThat(checked.pushes()).containsExactly("docker push " + image + ":$GITHUB_SHA " + access);
    assertThat(String.join(",", checked.result().pushes().get(0).secrets())).isEqualTo(secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          hunter2                  ~ credential-literal
          ${{ vars.PASSWORD }}     ~ secret-unbound
          ${{ env.NOT_SET }}       ~ secret-unbound
          ${{ secrets.K }}         ~ ''
          """)
  void thePasswordOfAnEntryIsJudged(String password, String rule) {
    CheckedWorkflow checked =
        pushed("- registry: h.io\n  username: ci\n  password: " + password + "\n", "h.io/a");

    assertThat(String.join(",", checked.rules())).isEqualTo(rule);
    assertThat(checked.messages()).doesNotContain("hunter2");
  }

  @Test
  void aBlankLineIsNoEntry() {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - uses: docker/login-action@v4
              with:
                registry-auth: " \\n- registry: h.io\\n  password: ${{ secrets.K }}\\n \\n"
            - run: |
                docker push h.io/a:$GITHUB_SHA
                docker push team/a:$GITHUB_SHA
            """);

    assertThat(checked.pushes())
        .containsExactly(
            "docker push h.io/a:$GITHUB_SHA login", "docker push team/a:$GITHUB_SHA none");
  }

  @Test
  void entriesThatAreAnExpressionMayBeOfAnyRegistry() {
    assertThat(pushed("${{ vars.LOGINS }}", "h.io/a").pushes())
        .containsExactly("docker push h.io/a:$GITHUB_SHA unknown");
  }
}
