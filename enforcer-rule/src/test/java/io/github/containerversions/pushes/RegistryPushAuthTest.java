package io.github.containerversions.pushes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.ProcessorTime;
import io.github.containerversions.Property;
import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.report.Annotations;
import io.github.containerversions.report.FailureText;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.RunText;
import io.github.containerversions.report.Severity;
import io.github.containerversions.report.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on small repositories; what is found wrong is shown by the pages of messages. */
class RegistryPushAuthTest {
  private static final String WORKFLOW = ".github/workflows/build.yml";
  private static final String LOGIN =
      "- uses: docker/login-action@v3\n  with: {registry: ghcr.io, username: ci, password: '${{ secrets.K }}'}\n";

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skopeo copy --dest-creds=\"ci:$K\" oci:x docker://h.example/a:1",
        "skopeo --debug copy --dest-creds ci:${K} oci:x docker://h.example/a:1",
        "nix run nixpkgs#skopeo -- copy --dest-creds ci:$K oci:x docker://h.example/a:1",
        "dagger call publish --registry-password=env:K",
        "dagger call build --src . publish --registry-password env://K",
        "docker login h.example -u ci -p $K && docker push h.example/a:1",
        "echo \"$K\" | docker login h.example -u ci --password-stdin\ndocker push h.example/a:1",
        "docker login h.example -u ci --password-stdin <<<\"$K\"\ndocker image push h.example/a:1",
        "skopeo login -u ci -p \"$K\" h.example\nskopeo copy oci:x docker://h.example/a:1",
        "crane auth login h.example -u ci -p $K\ncrane push x.tar h.example/a:1",
        "oras login h.example -u ci -p $K\noras push h.example/a:1 x.txt",
        "podman push --creds=ci:$K a h.example/a:1",
        "buildah login -u ci -p $K h.example; buildah push a docker://h.example/a:1",
        "PASSWORD=$K\nskopeo copy --dest-creds=ci:$PASSWORD oci:x docker://h.example/a:1",
        "docker login -u ci -p $K\ndocker push team/a:1",
      })
  void aPushWithASecretPasses(String script) throws Exception {
    PushResult outcome = run(workflow(run(script, "K: ${{ secrets.K }}")));

    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.pushes()).isEqualTo(1);
    assertThat(outcome.workflows().get(0).pushes().get(0).secrets()).containsExactly("K");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skopeo copy docker://h.example/a:1 oci:x",
        "docker build -t h.example/a:1 .",
        "docker buildx build -t h.example/a:1 --load .",
        "echo docker push h.example/a:1",
        "cat <<EOF\ndocker push h.example/a:1\nEOF",
        "# docker push h.example/a:1",
        "podman push a docker-archive:x.tar",
        "dagger call build --src=.",
        "git push",
      })
  void whatIsNoPushIsLeftAlone(String script) throws Exception {
    PushResult outcome = run(workflow(run(script, "")));

    assertThat(outcome.pushes()).isZero();
    assertThat(outcome.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "eval \"$PUSH\"~what eval runs is not followed",
        "./push.sh~the script ./push.sh is not followed",
        "bash -c \"$PUSH\"~what bash -c runs is not followed",
        "podman push --authfile x h.example/a:1~depends on the file given with --authfile",
        "skopeo copy \"${args[@]}\" oci:x docker://h.example/a:1~depends on the arguments in $args[@]",
      })
  void whatCannotBeFollowedIsSaidAndIsNoFinding(String script, String note) throws Exception {
    PushResult outcome = run(workflow(run(script, "")));

    assertThat(outcome.findings()).isEmpty();
    assertThat(RunText.looked(outcome)).anyMatch(it -> it.contains(note));
  }

  @Test
  void aLoginCountsForActionsAndScriptsOfItsJob() throws Exception {
    PushResult outcome =
        run(
            workflow(
                LOGIN
                    + "- uses: docker/build-push-action@v6\n"
                    + "  with: {push: \"${{ github.ref == 'x' }}\", tags: ghcr.io/a/b:1}\n"
                    + run("docker push ghcr.io/a/c:${{ matrix.tag }}", "")));

    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.pushes()).isEqualTo(2);
  }

  @Test
  void aCompositeActionOfTheRepositoryIsFollowed() throws Exception {
    write(
        ".github/actions/push/action.yml",
        """
        inputs:
          key:
            required: true
        runs:
          using: composite
          steps:
            - shell: bash
              run: skopeo copy --dest-creds=ci:${{ inputs.key }} oci:x docker://h.example/a
        """);

    PushResult outcome =
        run(workflow("- uses: ./.github/actions/push\n  with: {key: 'correct-horse'}\n"));

    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("credential-literal");
    assertThat(outcome.findings().get(0).location().file()).isEqualTo(WORKFLOW);
  }

  @Test
  void aReusableWorkflowElsewhereIsSaid() throws Exception {
    PushResult outcome = run("jobs:\n  a:\n    uses: o/r/.github/workflows/x.yml@v1\n");

    assertThat(outcome.findings()).isEmpty();
    assertThat(RunText.looked(outcome)).anyMatch(it -> it.startsWith(WORKFLOW + ":3:11 "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker push h.example/a:1      ~ 1
          docker push i.example/a:1      ~ 0
          docker push $NOT_SET/a:1       ~ 0
          ./deploy.sh                    ~ 0
          """)
  void aRegistryThatNothingPushesToIsStale(String script, int warnings) throws Exception {
    write(WORKFLOW, workflow(run(script, "")));

    PushResult outcome = check(Set.of("i.example"));

    assertThat(outcome.warnings())
        .hasSize(warnings)
        .allMatch(
            it ->
                it.message()
                    .equals(
                        "<registries> names i.example, which is no registry that a workflow pushes"
                            + " to"));
  }

  @Test
  void aSecretOfAnotherRepositoryHasALine() throws Exception {
    write(
        WORKFLOW,
        workflow(
            run("docker login h.example -p $K; docker push h.example/a", "K: ${{ secrets.K }}")));
    write(
        "secrets.yml",
        """
        - {repo: one, secrets: [{name: K}]}
        - {repo: two, secrets: [{name: OTHER}]}
        """);

    PushResult any = new RegistryPushAuth(secrets("")).run();
    PushResult one = new RegistryPushAuth(secrets("one")).run();
    PushResult two = new RegistryPushAuth(secrets("two")).run();

    assertThat(any.findings()).isEmpty();
    assertThat(any.notes())
        .extracting(Note::text)
        .containsExactly(
            "the secret K is listed for one and not for every repository here: secretsRepository"
                + " says which is this one");
    assertThat(one.findings()).isEmpty();
    assertThat(one.notes()).isEmpty();
    assertThat(two.findings())
        .extracting(Finding::message)
        .containsExactly("the secret K is not among those that secrets.yml lists for two");
  }

  private PushSettings secrets(String repository) {
    return new PushSettings(
        root,
        List.of(),
        Set.of(),
        Set.of(),
        "secrets.yml",
        repository,
        List.of(),
        false,
        List.of(),
        LocalDate.EPOCH);
  }

  @Test
  void otherRegistriesAreLeftAlone() throws Exception {
    write(WORKFLOW, workflow(run("docker push ghcr.io/a/b:1\ndocker push h.example/a:1", "")));

    assertThat(check(Set.of("h.example")).findings()).hasSize(1);
    assertThat(check(Set.of("quay.io")).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run: |\n    docker push h.example/a:1\n",
        "run: |2-\n    docker push h.example/a:1\n",
        "run: >-\n    docker\n    push\n    h.example/a:1\n",
        "run: >+\n\n\n    docker push h.example/a:1\n\n\n",
        "run: docker push h.example/a:1\n",
        "run: 'echo \'\'x\'\'; docker push h.example/a:1'\n",
        "run: \"docker push h.example/a:1\"\n",
      })
  void aFindingPointsAtTheWordInTheFile(String run) throws Exception {
    String workflow = workflow("- " + run.replace("\\'", "'"));
    PushResult outcome = run(workflow);

    SourceSpan at = (SourceSpan) outcome.findings().get(0).location();
    String line = workflow.split("\n", -1)[at.line() - 1];
    assertThat(line.substring(at.column() - 1, at.endColumn() - 1)).isEqualTo("docker");
  }

  @Test
  void withoutWorkflowsNothingCanBeChecked() {
    assertThatThrownBy(() -> check(Set.of()))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageContaining("<workflowDirectories>");
  }

  @Test
  void aLiteralCredentialIsShownNowhere() {
    Property.holds(
        30,
        random -> {
          String x = random.textOf("abcXYZ", 3, 30);
          String secret = "Zq" + x + "7";
          Path folder = Files.createTempDirectory("literal");
          Path file = folder.resolve(WORKFLOW);
          Files.createDirectories(file.getParent());
          Files.writeString(
              file,
              workflow(
                  run("skopeo copy --dest-creds=ci:" + secret + " oci:x docker://h.example/a:1", "")
                      + run("dagger call publish --registry-password=" + secret, "")
                      + run("dagger call publish --registry-password=env:K", "K: " + secret)
                      + run(
                          "echo '"
                              + secret
                              + "' | docker login h.example --password-stdin\ndocker push h.example/a",
                          "")
                      + run(
                          "skopeo copy --dest-creds='ci:${{ secrets.A || '"
                              + secret
                              + "' }}' oci:x docker://h.example/a:1",
                          "")));
          PushResult outcome = new RegistryPushAuth(settings(folder, Set.of())).run();

          assertThat(outcome.findings())
              .hasSize(5)
              .allMatch(it -> it.rule().equals("credential-literal"));
          assertThat(everything(outcome))
              .contains("***")
              .doesNotContain(secret)
              .doesNotContain(x.length() + " char");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker push u:hunter2@r.example.org/a:1",
        "docker push u:hunt/hunter2@r.example.org/a:1",
        "docker push u:hunter2@r.example.org/a:1@sha256:00",
        "skopeo copy dir:x docker://u:hunter2@r.example.org/a:1",
        "TO=u:hunter2@r.example.org\ndocker push $TO/a:$TAG",
        "docker push https://u:hunter2@r.example.org/a:1",
        "docker login -u u -p $K https://u:hunter2@q.example.org\ndocker push r.example.org/a",
        "dagger call publish --address=u:hunter2@r.example.org/a:1",
        "helm push x.tgz oci://u:hunter2@r.example.org/charts",
        "https://u:hunter2@r.example.org/push.sh",
        "bash https://u:hunter2@r.example.org/push.sh",
        "make push IMAGE=u:hunter2@r.example.org/a",
      })
  void aCredentialInANameIsShownNowhere(String script) throws Exception {
    String action = "- uses: https://u:hunter2@git.example.org/x/push-login-image@v1\n";
    String image = "- uses: docker://u:hunter2@git.example.org/push/login-image:1\n";

    PushResult outcome = run(workflow(action + image + run(script, "")));

    assertThat(everything(outcome)).doesNotContain("hunter2");
  }

  @Test
  void variablesThatReferToEachOtherEndInTime() throws Exception {
    StringBuilder env = new StringBuilder("env:\n");
    for (int level = 0; level < 40; level++) {
      env.append("  A" + level + ": \"" + ("${{ env.A" + (level + 1) + " }}").repeat(16) + "\"\n");
    }
    env.append("  A40: ''\n  B: ${{ env.C }}\n  C: ${{ env.B }}\n");
    String steps = run("docker push $A0/a:1\ndocker push $B/a:1\n", "").repeat(20);
    write(WORKFLOW, env + workflow(steps));

    PushResult outcome = ProcessorTime.within(Duration.ofSeconds(5), () -> check(Set.of()));

    assertThat(outcome.pushes()).isEqualTo(40);
  }

  private static String everything(PushResult outcome) throws IOException {
    RunReport report =
        new RunReport(
            outcome,
            RegistryPushAuth.rules(),
            RegistryPushAuth.notices(),
            Severity.ERROR,
            Unread.SOURCES);
    StringBuilder all = new StringBuilder(FailureText.render(outcome));
    RunText.looked(outcome).forEach(all::append);
    Annotations.render(report).forEach(all::append);
    for (ReportForm form : ReportForm.values()) {
      form.write(report, all);
    }
    return all.toString();
  }

  private PushResult run(String workflow) throws Exception {
    write(WORKFLOW, workflow);
    return check(Set.of());
  }

  private PushResult check(Set<String> registries) throws CannotCheckException {
    return new RegistryPushAuth(settings(root, registries)).run();
  }

  private static PushSettings settings(Path root, Set<String> registries) {
    return new PushSettings(
        root,
        List.of(),
        registries,
        Set.of(),
        "",
        "",
        List.of(),
        false,
        List.of(),
        LocalDate.EPOCH);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String workflow(String steps) {
    return "on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6);
  }

  private static String run(String script, String env) {
    return "- run: |\n" + script.indent(4) + (env.isEmpty() ? "" : "  env:\n    " + env + "\n");
  }
}
