package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The rule against a real registry and a real tool: what it lets pass is pushed, and what it finds
 * fault with is refused. Each script is the same text in the workflow and in the shell, but for the
 * host: an address of the machine itself is one that needs no login to the rule.
 */
@Tag("registry")
class LoopbackRegistryIT {
  private static final List<String> PROGRAMS = List.of(LoopbackRegistry.PROGRAM, "skopeo");

  /**
   * A script and what the rule has to say of it; {@code HOST}, {@code PORT} and {@code TAG} stand
   * for those of the run.
   *
   * @param name the name of its workflow, and the tag that it pushes
   * @param variable the variable that the workflow sets from the secret
   * @param rule the id of the finding; empty where there is none
   * @param script the text of the {@code run} block
   */
  private record Situation(String name, String variable, String rule, String script) {

    String script(String host, String port) {
      return script.replace("HOST", host).replace("PORT", port).replace("TAG", name);
    }

    String workflow() {
      return """
          on: push
          jobs:
            publish:
              runs-on: ubuntu-latest
              steps:
                - name: Push the image
                  env:
                    %s: ${{ secrets.REGISTRY_KEY }}
                  run: |
          """
              .formatted(variable)
          + script("registry.example.org", "5000").indent(10);
    }
  }

  private static final List<Situation> WIRED =
      List.of(
          new Situation(
              "credentials-of-its-own",
              "REGISTRY_KEY",
              "",
              """
              skopeo copy --dest-tls-verify=false \\
                --dest-creds="ci:$REGISTRY_KEY" \\
                oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "password-in-an-option",
              "REGISTRY_KEY",
              "",
              """
              skopeo copy --dest-tls-verify=false --dest-username ci \\
                --dest-password "$REGISTRY_KEY" oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "login-before",
              "REGISTRY_KEY",
              "",
              """
              echo "$REGISTRY_KEY" | skopeo login --tls-verify=false -u ci --password-stdin HOST
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "login-to-the-namespace",
              "REGISTRY_KEY",
              "",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST/loki
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "logout-of-another-namespace",
              "REGISTRY_KEY",
              "",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST/team
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST
              skopeo logout HOST/team
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """));

  private static final List<Situation> BROKEN =
      List.of(
          new Situation(
              "no-credentials",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "credentials-of-the-source",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo copy --dest-tls-verify=false --src-creds="ci:$REGISTRY_KEY" \\
                oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "login-elsewhere",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" localhost:PORT
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "login-after",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST
              """),
          new Situation(
              "login-to-another-namespace",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST/team
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "logout-before",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST
              skopeo logout HOST
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "user-without-password",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST
              skopeo copy --dest-tls-verify=false --dest-creds=ci oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "variable-in-single-quotes",
              "REGISTRY_KEY",
              "secret-unbound",
              """
              skopeo copy --dest-tls-verify=false --dest-creds='ci:$REGISTRY_KEY' \\
                oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "login-set-aside",
              "REGISTRY_KEY",
              "push-unauthenticated",
              """
              skopeo login --tls-verify=false -u ci -p "$REGISTRY_KEY" HOST
              skopeo copy --dest-tls-verify=false --dest-no-creds oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "another-variable",
              "REGISTRY_PASSWORD",
              "secret-unbound",
              """
              skopeo copy --dest-tls-verify=false --dest-creds="ci:$REGISTRY_KEY" \\
                oci:image docker://HOST/loki:TAG
              """),
          new Situation(
              "variable-for-another-tool",
              "DOCKER_AUTH_CONFIG",
              "push-unauthenticated",
              """
              skopeo copy --dest-tls-verify=false oci:image docker://HOST/loki:TAG
              """));

  @Test
  void whatPassesIsPushedAndWhatIsFoundIsRefused() throws Exception {
    List<String> missing = PROGRAMS.stream().filter(it -> !isOnPath(it)).toList();
    if (!missing.isEmpty()) {
      String reason = "not on the PATH: " + String.join(", ", missing);
      System.out.println("LoopbackRegistryIT is skipped, " + reason);
      Assumptions.abort(reason);
    }
    Repository repository =
        Repository.copyOf("minimal")
            .replace("pom.xml", "<containerVersionSync/>", "<registryPushAuth/>")
            .inGit();
    EmptyImage.writeTo(repository.path("image"));
    try (LoopbackRegistry registry =
        LoopbackRegistry.startIn(Files.createDirectory(repository.path("registry")))) {
      assertThat(registry.status("/v2/", "")).isEqualTo(401);
      theRulePasses(repository);
      theRuleFinds(repository);
      for (Situation situation : WIRED) {
        assertThat(run(situation, repository, registry)).as(situation.name()).contains("exit 0");
        assertThat(registry.has("loki", situation.name())).as(situation.name()).isTrue();
      }
      for (Situation situation : BROKEN) {
        assertThat(run(situation, repository, registry))
            .as(situation.name())
            .contains("exit 1")
            .contains("unauthorized: authentication required");
        assertThat(registry.has("loki", situation.name())).as(situation.name()).isFalse();
      }
    }
  }

  private static void theRulePasses(Repository repository) {
    WIRED.forEach(it -> repository.write("wired/" + it.name() + ".yml", it.workflow()));

    Build build = repository.validate("-DregistryPushAuth.workflowDirectories=wired");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text()).contains("Registry pushes are authenticated: 5 pushes in 5 workflows");
  }

  private static void theRuleFinds(Repository repository) {
    BROKEN.forEach(it -> repository.write("broken/" + it.name() + ".yml", it.workflow()));

    Build build = repository.validate("-DregistryPushAuth.workflowDirectories=broken");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.failure().lines().filter(it -> it.contains("[")))
        .as(build.text())
        .hasSameSizeAs(BROKEN)
        .allMatch(
            line ->
                BROKEN.stream()
                    .anyMatch(
                        it ->
                            line.startsWith("broken/" + it.name() + ".yml:")
                                && line.contains("[" + it.rule() + "]")));
  }

  /** Runs the script as a runner does, as a user who never logged in before. */
  private static String run(Situation situation, Repository repository, LoopbackRegistry registry)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(repository.path("homes/" + situation.name()));
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-e", "-c", situation.script(registry.host(), registry.port()))
            .directory(repository.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("output").toFile());
    shell.environment().clear();
    shell
        .environment()
        .putAll(
            Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                home.toString(),
                "XDG_RUNTIME_DIR",
                home.toString(),
                situation.variable(),
                situation.variable().equals("DOCKER_AUTH_CONFIG")
                    ? registry.dockerConfiguration()
                    : LoopbackRegistry.PASSWORD));
    Process process = shell.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(home.resolve("output")) + "\nexit " + process.waitFor();
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> new File(folder, program).canExecute());
  }
}
