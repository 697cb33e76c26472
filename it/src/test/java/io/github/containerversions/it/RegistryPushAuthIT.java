package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second rule of the jar, in real builds. */
class RegistryPushAuthIT {
  private static final String WORKFLOWS = ".forgejo/workflows/";
  private static final String REPORTS = "target/registry-push-auth/";
  private static final String SKOPEO = "--dest-creds=\"ci:$KEY\" ";

  private static final String WIRED =
      """
      on: push
      jobs:
        publish:
          runs-on: docker
          steps:
            - env:
                KEY: ${{ secrets.REGISTRY_KEY }}
              run: |
                skopeo copy --dest-creds="ci:$KEY" dir:x docker://h.example/web:v1-${GITHUB_SHA}
      """;

  private static final String WIRED_BY_DAGGER =
      WIRED
          .replace("KEY:", "ZOT_CI_API_KEY:")
          .replaceAll("skopeo .*", "dagger call publish --registry-password=env:ZOT_CI_API_KEY");

  private static final String CHAIN =
      """
      <secretsFile>ansible/defaults/main.yml</secretsFile>
      <provisioningFiles><file>ansible/site.yml</file></provisioningFiles>
      <immutableTags>true</immutableTags>
      <reports><report>json</report><report>sarif</report><report>markdown</report>
        <report>junit</report><report>codequality</report></reports>
      """;

  @Test
  void eachBrokenLinkIsToldWithItsPlaceInOneRunAndInEveryReport() throws JsonParserException {
    Repository repository =
        withChain(
                """
                <exemptions>
                  <exemption>
                    <workflow>7-until.yaml</workflow>
                    <reason>waits for its key</reason>
                    <rule>push-unauthenticated</rule>
                    <until>2024-02-29</until>
                  </exemption>
                </exemptions>
                """)
            .write(WORKFLOWS + "1-none.yaml", WIRED.replace(SKOPEO, ""))
            .write(WORKFLOWS + "2-literal.yaml", WIRED.replace("$KEY", "correct-horse"))
            .write(WORKFLOWS + "3-unset.yaml", WIRED.replace("$KEY", "$KEYS"))
            .write(WORKFLOWS + "4-unlisted.yaml", WIRED.replace("REGISTRY_KEY", "OTHER_KEY"))
            .write(WORKFLOWS + "5-unfilled.yaml", WIRED.replace("REGISTRY_KEY", "PAGES_KEY"))
            .write(WORKFLOWS + "6-latest.yaml", WIRED.replace("v1-${GITHUB_SHA}", "latest"))
            .write(WORKFLOWS + "7-until.yaml", WIRED.replace(SKOPEO, ""))
            .write(WORKFLOWS + "8-wired.yaml", WIRED);

    Build build = repository.validate();

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.failure())
        .isEqualTo(
            """
            Registry pushes would be refused or are unsafe: 7 of 8 workflows, 8 findings
            .forgejo/workflows/1-none.yaml:9:11 [push-unauthenticated] 1-none.yaml: job publish: \
            skopeo copy pushes to h.example with no credentials of its own and no login there \
            earlier in the job
                help: add --dest-creds="<user>:$<VARIABLE>", with the variable set in env from \
            secrets
            .forgejo/workflows/2-literal.yaml:9:40 [credential-literal] 2-literal.yaml: job \
            publish: the credential of skopeo copy is text in the workflow: ***
                help: revoke it, store a new one as a secret and write ${{ secrets.<NAME> }} in \
            its place
            .forgejo/workflows/3-unset.yaml:9:40 [secret-unbound] 3-unset.yaml: job publish: the \
            credential of skopeo copy is $KEYS, which no env of step, job or workflow sets
                help: add KEYS: ${{ secrets.KEYS }} to the env of the step
            .forgejo/workflows/4-unlisted.yaml:7:16 [secret-not-provisioned] 4-unlisted.yaml: the \
            secret OTHER_KEY is not among those that ansible/defaults/main.yml lists
                ansible/defaults/main.yml
                help: add an entry with name: OTHER_KEY to a list secrets in \
            ansible/defaults/main.yml
            ansible/defaults/main.yml:5:16 [secret-without-source] 5-unfilled.yaml: the secret \
            PAGES_KEY takes its value from pages_key, which is set nowhere in ansible/site.yml
                ansible/site.yml
                help: set pages_key there, from the store that holds the value
            .forgejo/workflows/6-latest.yaml:9:75 [tag-mutable] 6-latest.yaml: job publish: \
            skopeo copy pushes the tag latest, which tells neither the commit nor the run
                help: put the commit into the tag, such as -${GITHUB_SHA::7} or -${{ github.sha }}
            .forgejo/workflows/7-until.yaml [expired-exemption] 7-until.yaml: the exemption from \
            push-unauthenticated ended on 2024-02-29; its reason was: waits for its key
                help: remove it from <exemptions> and correct the workflow, or move its <until>
            .forgejo/workflows/7-until.yaml:9:11 [push-unauthenticated] 7-until.yaml: job publish: \
            skopeo copy pushes to h.example with no credentials of its own and no login there \
            earlier in the job
                help: add --dest-creds="<user>:$<VARIABLE>", with the variable set in env from \
            secrets
            """
                .strip());
    ReportSchema.assertKept(repository.read(REPORTS + "report.json"));
    JsonObject report = JsonParser.object().from(repository.read(REPORTS + "report.json"));
    assertThat(report.getObject("summary"))
        .containsEntry("workflows", 8)
        .containsEntry("pushes", 8)
        .containsEntry("failed", 7)
        .containsEntry("findings", 8);
    assertThat(rulesOf(repository.read(REPORTS + "report.sarif")))
        .containsExactlyInAnyOrder(
            "push-unauthenticated",
            "credential-literal",
            "secret-unbound",
            "secret-not-provisioned",
            "secret-without-source",
            "tag-mutable",
            "expired-exemption",
            "push-unauthenticated");
    assertThat(repository.read(REPORTS + "summary.md"))
        .startsWith("## Registry pushes would be refused or are unsafe: 7 of 8 workflows");
    for (String file :
        List.of("report.json", "report.sarif", "summary.md", "junit.xml", "codequality.json")) {
      assertThat(repository.read(REPORTS + file)).doesNotContain("correct-horse");
    }
    assertThat(build.text()).doesNotContain("correct-horse");
  }

  @Test
  void aWholeChainPassesAndTheExemptionsAndParametersOfAPomCount() throws JsonParserException {
    Repository repository =
        withChain(
                """
                <registries><registry>h.example</registry></registries>
                <reportDirectory>target/pushes</reportDirectory>
                <exemptions>
                  <exemption>
                    <workflow>pages.yaml</workflow><reason>thrown away each night</reason>
                  </exemption>
                  <exemption>
                    <workflow>.forgejo/workflows/latest.yaml</workflow>
                    <reason>people follow it</reason>
                    <rule>tag-mutable</rule>
                    <until>9999-12-31</until>
                  </exemption>
                  <exemption><workflow>gone.yaml</workflow><reason>forgotten</reason></exemption>
                </exemptions>
                """)
            .write(WORKFLOWS + "dagger.yaml", WIRED_BY_DAGGER)
            .write(WORKFLOWS + "elsewhere.yaml", WIRED.replace(SKOPEO, "").replace("h.ex", "x.ex"))
            .write(WORKFLOWS + "latest.yaml", WIRED.replace("v1-${GITHUB_SHA}", "latest"))
            .write(WORKFLOWS + "pages.yaml", WIRED.replace(SKOPEO, ""))
            .write(WORKFLOWS + "skopeo.yaml", WIRED + "          ./publish.sh\n");

    Build build = repository.validate();

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text())
        .contains(
            "Registry pushes authenticated: 3 pushes in 5 workflows; 1 could not be judged, 1 exempt")
        .contains(
            "[INFO] .forgejo/workflows/skopeo.yaml:10:11 the script ./publish.sh is not followed")
        .contains("[stale-configuration]")
        .contains("gone.yaml");
    ReportSchema.assertKept(repository.read("target/pushes/report.json"));
    JsonObject report = JsonParser.object().from(repository.read("target/pushes/report.json"));
    assertThat(report.getArray("workflows").stream().map(it -> ((JsonObject) it).get("status")))
        .containsExactly("ok", "ok", "ok", "exempt", "ok");
    assertThat(rulesOf(repository.read("target/pushes/report.sarif")))
        .containsExactly("tag-mutable");
  }

  @Test
  void bothRulesRunInOneBuildAndEachTellsItsOwn() {
    Build build =
        Repository.copyOf("minimal")
            .replace(
                "pom.xml",
                "<containerVersionSync/>",
                "<containerVersionSync/><registryPushAuth><message>Ask in #registry.</message>"
                    + "</registryPushAuth>")
            .replace("containers/loki/Dockerfile", "3.6.5", "3.7.0")
            .write(WORKFLOWS + "web.yml", WIRED.replace("secrets.REGISTRY_KEY", "vars.KEY"))
            .inGit()
            .validate();

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.text())
        .contains("containers/loki/Dockerfile:1:27 [version-agreement] loki: ")
        .contains("[ERROR] Ask in #registry.")
        .contains(".forgejo/workflows/web.yml:7:16 [secret-unbound] ");
  }

  @Test
  void warnsAndGoesOnWhereThatIsTheLevelAndSkipsOnRequest() {
    Repository repository =
        withRule("<level>WARN</level>").write("ci/web.yml", WIRED.replace(SKOPEO, "")).inGit();

    Build warned =
        repository.validate(
            "-DregistryPushAuth.workflowDirectories=ci", "-DregistryPushAuth.annotations=on");
    assertThat(warned.exitCode()).as(warned.text()).isZero();
    assertThat(warned.text())
        .contains("[push-unauthenticated]")
        .contains("::warning file=ci/web.yml,line=9,");

    Build skipped = repository.validate("-DregistryPushAuth.skip");
    assertThat(skipped.text()).doesNotContain("[push-unauthenticated]").contains("skip is set");
  }

  @Test
  void aConfigurationThatCannotBeMeantStopsTheBuildWhateverItsLevel() {
    Repository repository =
        withRule("<level>WARN</level><provisioningFiles><file>a.yml</file></provisioningFiles>")
            .inGit();

    assertThat(repository.validate().failure())
        .isEqualTo(
            "Registry pushes cannot be checked: <provisioningFiles> needs <secretsFile>: without"
                + " it, which variable holds a secret's value is not known");
    assertThat(repository.validate("-DregistryPushAuth.registry=h.example").failure())
        .contains("registryPushAuth.registry");
  }

  private static List<String> rulesOf(String sarif) throws JsonParserException {
    return JsonParser.object()
        .from(sarif)
        .getArray("runs")
        .getObject(0)
        .getArray("results")
        .stream()
        .map(it -> ((JsonObject) it).getString("ruleId"))
        .toList();
  }

  private static Repository withRule(String configuration) {
    return Repository.copyOf("minimal")
        .replace(
            "pom.xml",
            "<containerVersionSync/>",
            "<registryPushAuth>" + configuration + "</registryPushAuth>");
  }

  /** A repository whose key comes all the way from the store. */
  private static Repository withChain(String configuration) {
    return withRule(CHAIN + configuration)
        .write(
            "ansible/defaults/main.yml",
            """
            secrets:
              - name: REGISTRY_KEY
                value_var: registry_key
              - name: PAGES_KEY
                value_var: pages_key
            """)
        .write(
            "ansible/site.yml",
            """
            - hosts: forge
              pre_tasks:
                - ansible.builtin.set_fact:
                    registry_key: "{{ stored.stdout }}"
            """)
        .inGit();
  }
}
