package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The second rule of the jar, on a workflow with one push. */
class RegistryPushAuthIT {
  private static final String WIRED =
      """
      name: Publish
      on: push
      jobs:
        publish:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - name: Push the image
              env:
                REGISTRY_KEY: ${{ secrets.REGISTRY_KEY }}
              run: |
                nix build .#image
                skopeo copy --dest-creds="ci:$REGISTRY_KEY" \\
                  docker-archive:result docker://registry.home.arpa/loki:v3.6.5-${GITHUB_SHA}
      """;

  @Test
  void passesWhereThePushHasCredentialsFromASecret() {
    Build build = withWorkflow(WIRED, "<registryPushAuth/>").maven().run();

    assertThat(build.exitCode()).as(build.text()).isZero();
  }

  @Test
  void failsWhereThePushHasNone() {
    Build build =
        withWorkflow(
                WIRED.replace("--dest-creds=\"ci:$REGISTRY_KEY\"", "--quiet"),
                "<registryPushAuth/>")
            .maven()
            .run();

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.failure())
        .isEqualTo(
            """
            Registry pushes would be refused or are unsafe: 1 of 1 workflow, 1 finding
            .github/workflows/publish.yml:13:11 [push-unauthenticated] publish.yml: job publish: \
            skopeo copy pushes to registry.home.arpa with no credentials of its own and no login \
            there earlier in the job
                help: add --dest-creds="<user>:$<VARIABLE>", with the variable set in env from \
            secrets"""
                .strip());
  }

  @Test
  void bothRulesRunInOneBuildAndEachTellsItsOwn() {
    Build build =
        withWorkflow(
                WIRED.replace("secrets.REGISTRY_KEY", "vars.REGISTRY_KEY"),
                "<containerVersionSync/><registryPushAuth/>")
            .replace("containers/loki/Dockerfile", "3.6.5", "3.7.0")
            .maven()
            .run();

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.text())
        .contains("containers/loki/Dockerfile:1:27 [version-agreement] loki: ")
        .contains(".github/workflows/publish.yml:10:25 [secret-unbound] ");
  }

  @Test
  void warnsAndGoesOnWhereThatIsTheLevelAndSkipsOnRequest() {
    Repository repository =
        withWorkflow(
            WIRED.replace("--dest-creds=\"ci:$REGISTRY_KEY\"", "--quiet"),
            "<registryPushAuth><level>WARN</level></registryPushAuth>");

    Build warned = repository.maven().run();
    assertThat(warned.exitCode()).as(warned.text()).isZero();
    assertThat(warned.text()).contains("[push-unauthenticated]");

    Build skipped = repository.maven().run("-DregistryPushAuth.skip");
    assertThat(skipped.text()).doesNotContain("[push-unauthenticated]").contains("skip is set");
  }

  private static Repository withWorkflow(String workflow, String rules) {
    return Repository.copyOf("minimal")
        .replace("pom.xml", "<containerVersionSync/>", rules)
        .write(".github/workflows/publish.yml", workflow)
        .inGit();
  }
}
