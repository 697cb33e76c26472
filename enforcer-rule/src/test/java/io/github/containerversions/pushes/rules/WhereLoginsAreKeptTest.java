package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether a login is one for the push; expectations are those of the manuals of the programs, and
 * of what LoopbackRegistryIT shows with skopeo and a registry.
 */
class WhereLoginsAreKeptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          skopeo login h.io/team -p $K        ~ skopeo copy dir:x docker://h.io/team/a:1   ~ login
          skopeo login h.io/team/a -p $K      ~ skopeo copy dir:x docker://h.io/team/a:1   ~ login
          skopeo login h.io/team -p $K        ~ skopeo copy dir:x docker://h.io/teams/a:1  ~ none
          skopeo login h.io/team -p $K        ~ skopeo copy dir:x docker://h.io/a:1        ~ none
          skopeo login h.io/team -p $K        ~ skopeo copy dir:x docker://h.io/$T/a:1     ~ unknown
          docker login h.io/team -p $K        ~ docker push h.io/a:1                       ~ login
          skopeo login -p $K                  ~ skopeo copy dir:x docker://docker.io/b/a:1 ~ none
          podman login -p $K                  ~ podman push h.io/a:1                       ~ unknown
          skopeo login h.io/t -p $K; skopeo logout h.io/t ~ skopeo copy dir:x docker://h.io/t/a:1 ~ none
          skopeo login h.io -p $K; skopeo logout h.io/t ~ skopeo copy dir:x docker://h.io/t/a:1 ~ login
          docker login h.io -p $K             ~ sudo docker push h.io/a:1                  ~ unknown
          sudo docker login h.io -p $K        ~ docker push h.io/a:1                       ~ unknown
          sudo docker login h.io -p $K        ~ sudo docker push h.io/a:1                  ~ login
          sudo -E docker login h.io -p $K     ~ sudo -E docker push h.io/a:1               ~ login
          sudo -u ci docker login h.io -p $K  ~ sudo docker push h.io/a:1                  ~ unknown
          docker login $H -p $K               ~ docker push $H/a:1                         ~ login
          docker login $(./h) -p $K           ~ docker push $(./h)/a:1                     ~ unknown
          sudo docker login h.io -p $K        ~ sudo sh -c 'docker push h.io/a:1'          ~ login
          DOCKER_CONFIG=/t/a docker login h.io -p $K ~ docker push h.io/a:1                ~ none
          REGISTRY_AUTH_FILE=x podman login h.io -p $K ~ docker push h.io/a:1              ~ login
          podman login https://h.io/v2 -p $K  ~ podman push h.io/a:1                       ~ login
          export DOCKER_CONFIG=/t/a; podman login h.io -p $K ~ docker push h.io/a:1        ~ unknown
          """)
  void aLoginCountsWhereItIsKept(String login, String push, String access) {
    CheckedWorkflow checked = CheckedWorkflow.script(login + "\n" + push);

    checked.assertOnlyPush(access);
  }

  /** What stands between a login of docker to h.io and its push there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker logout h.io                                ~ none
          docker logout h.io || true                        ~ none
          bash -c 'docker logout h.io'                      ~ none
          f() { docker logout h.io; }; f                    ~ none
          for r in h.io i.io; do docker logout $r; done     ~ unknown
          docker logout                                     ~ login
          docker logout i.io                                ~ login
          podman logout h.io                                ~ login
          podman logout --all                               ~ login
          podman logout $R                                  ~ login
          for r in i.io j.io; do docker logout $r; done     ~ login
          if $C; then docker logout h.io; fi                ~ unknown
          test -f x && docker logout h.io                   ~ unknown
          f() { docker logout h.io; }                       ~ unknown
          sudo docker logout h.io                           ~ unknown
          DOCKER_CONFIG=/t/a docker logout h.io             ~ unknown
          docker --config /t/a logout h.io                  ~ unknown
          docker logout $R                                  ~ unknown
          """)
  void aLogoutEndsALoginWhereItIsCertain(String logout, String access) {
    CheckedWorkflow.script("docker login h.io -p $K\n" + logout + "\ndocker push h.io/a:1")
        .assertOnlyPush(access);
  }

  /** Where a script writes a file with logins, nothing tells whether the push has one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          echo "$K" > ~/.docker/config.json                  @ docker push h.io/a:1      @ unknown
          cp x/config.json $HOME/.docker/                    @ docker push h.io/a:1      @ unknown
          cp -r x $HOME/.docker                              @ docker push h.io/a:1      @ unknown
          ln -s /run/secrets/docker ~/.docker                @ docker push h.io/a:1      @ unknown
          F=$HOME/.docker/config.json; echo "$K" > $F        @ docker push h.io/a:1      @ unknown
          D=$HOME/.docker; cp config.json $D                 @ docker push h.io/a:1      @ unknown
          op read --out-file ~/.docker/config.json op://v/x  @ docker push h.io/a:1      @ unknown
          curl -o$HOME/.docker/config.json https://h.io/x    @ docker push h.io/a:1      @ unknown
          cp x.json $XDG_RUNTIME_DIR/containers/auth.json    @ podman push h.io/a:1      @ unknown
          cp x.json ~/.config/helm/registry/config.json      @ helm push x.tgz oci://h.io/c @ unknown
          cp x.json ~/.regctl/config.json                    @ regctl image copy a h.io/a:1 @ unknown
          cp x ~/.dockercfg                                  @ crane push x.tar h.io/a:1 @ unknown
          mkdir -p ~/.docker                                 @ docker push h.io/a:1      @ none
          test -f ~/.docker/config.json                      @ docker push h.io/a:1      @ none
          skopeo inspect --authfile ~/.docker/config.json x  @ docker push h.io/a:1      @ none
          cp config.json /tmp/                               @ docker push h.io/a:1      @ none
          cp x ~/.docker/config.json.bak                     @ docker push h.io/a:1      @ none
          op read --out-file x op://v/.docker                @ docker push h.io/a:1      @ none
          """)
  void aScriptMayWriteTheFileWithLogins(String script, String push, String access) {
    CheckedWorkflow.script(script + "\n" + push).assertOnlyPush(access);
  }

  /** Where the login does not run, its password is not used, and nothing is said of it. */
  @Test
  void whatThePasswordOfALoginInABranchIsSetFromIsNoFinding() {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            """
            if $C; then docker login h.io -p "$NOT_SET"; fi
            docker push h.io/a:$GITHUB_SHA
            """);

    checked.assertOnlyPush("login");
    assertThat(checked.rules()).isEmpty();
    assertThat(checked.notes())
        .containsExactly(
            "the credential comes from a login that runs in some cases only: not followed");
  }

  /** The secret that a login or a push reads from its standard input. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          echo $K | docker login h.io --password-stdin             ~ docker push h.io/a ~ login ~ K
          printf '%s' $K | docker login h.io --password-stdin      ~ docker push h.io/a ~ login ~ K
          cat <<<"$K" | docker login h.io --password-stdin         ~ docker push h.io/a ~ login ~ K
          echo | docker login h.io --password-stdin                ~ docker push h.io/a ~ login ~ ""
          cat key.txt | docker login h.io --password-stdin         ~ docker push h.io/a ~ login ~ ""
          docker login h.io -uci -p$K                              ~ docker push h.io/a ~ login ~ K
          :             ~ echo $K | oras push --password-stdin h.io/a x    ~ own     ~ K
          :             ~ cat key.txt | oras push --password-stdin h.io/a x ~ unknown ~ ""
          :             ~ oras push --password-stdin h.io/a x < key.txt    ~ unknown ~ ""
          """)
  void aPasswordMayBeReadFromTheStandardInput(
      String login, String push, String access, String secret) {
    CheckedWorkflow checked = CheckedWorkflow.script(login + "\n" + push);

    checked.assertOnlyPush(access);
    assertThat(String.join(",", checked.result().pushes().get(0).secrets())).isEqualTo(secret);
    assertThat(checked.rules()).doesNotContain("secret-unbound", "credential-literal");
    assertThat(checked.notes().contains("where this login takes its password is not followed"))
        .isEqualTo(access.equals("login") && secret.isEmpty());
  }

  /** What a credential is chosen among is judged one by one, unless a script chooses. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          P=${{ github.ref == 'x' && secrets.A || secrets.B }}   ~ A,B ~ ''
          P=${{ github.ref == 'x' && secrets.A || 'hunter2' }}   ~ A   ~ credential-literal
          for P in $K hunter2; do                                ~ K   ~ credential-literal
          if $C; then P=$K; else P=hunter2; fi                   ~ ''  ~ ''
          if $C; then P=$K; fi                                   ~ K   ~ ''
          P=$(cat key.txt)                                       ~ ''  ~ ''
          P=$NOT_SET                                             ~ ''  ~ secret-unbound
          P=${{ env.NOT_SET }}                                   ~ ''  ~ secret-unbound
          P=${{ github.token }}                                  ~ ''  ~ ''
          """)
  void aCredentialMayBeOneOfSeveral(String script, String secrets, String rule) {
    String end = script.endsWith("do") ? "\ndone" : "";
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            script + "\nskopeo copy --dest-creds=ci:$P dir:x docker://h.io/a:$GITHUB_SHA" + end);

    checked.assertOnlyPush("own");
    assertThat(String.join(",", checked.result().pushes().get(0).secrets())).isEqualTo(secrets);
    assertThat(String.join(",", checked.rules())).isEqualTo(rule);
  }

  /** Some programs find credentials by themselves, so that nothing tells that they have none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          krane push x.tar eu-docker.pkg.dev/a/b:1                             ~ unknown
          crane push x.tar eu-docker.pkg.dev/a/b:1                             ~ none
          krane push x.tar h.io/a:1                                            ~ none
          KO_DOCKER_REPO=1.dkr.ecr.eu-west-1.amazonaws.com/a ko build .        ~ unknown
          imgpkg push -i x.azurecr.io/a -f .                                   ~ unknown
          executor --destination eu.gcr.io/a/b:1                               ~ unknown
          GITHUB_TOKEN=$K krane push x.tar ghcr.io/a:1                         ~ unknown
          krane push x.tar ghcr.io/a:1                                         ~ none
          GITHUB_TOKEN=$K krane push x.tar h.io/a:1                            ~ none
          GITHUB_TOKEN=$K crane push x.tar ghcr.io/a:1                         ~ none
          flux push artifact oci://h.io/a:1 --path=x --provider=azure          ~ unknown
          flux push artifact oci://h.io/a:1 --path=x --provider=generic        ~ none
          cosign sign --k8s-keychain h.io/a:1                                  ~ unknown
          """)
  void aProgramMayFindCredentialsByItself(String script, String access) {
    CheckedWorkflow.script(script).assertOnlyPush(access);
  }

  /** Of several logins to a registry, the last one under the condition of the push counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          true              ~ true              ~ true              ~ login   ~ B
          github.ref == 'x' ~ github.ref == 'y' ~ github.ref == 'x' ~ login   ~ A
          github.ref == 'x' ~ github.ref == 'y' ~ github.ref == 'y' ~ login   ~ B
          github.ref == 'x' ~ github.ref == 'x' ~ github.ref == 'x' ~ login   ~ B
          true              ~ github.ref == 'x' ~ true              ~ login   ~ A
          github.ref == 'x' ~ github.ref == 'y' ~ true              ~ unknown ~ B
          """)
  void ofSeveralLoginsOneCounts(
      String one, String other, String push, String access, String secret) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - if: ONE
              run: docker login h.io -p ${{ secrets.A }}
            - if: OTHER
              run: docker login h.io -p ${{ secrets.B }}
            - if: PUSH
              run: docker push h.io/a:1
            """
                .replace("ONE", one)
                .replace("OTHER", other)
                .replace("PUSH", push));

    checked.assertOnlyPush(access);
    assertThat(checked.result().pushes().get(0).secrets()).containsExactly(secret);
  }

  /** The line says what the push depends on; a variable may hold a password and is not shown. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          - uses: docker://alpine              ~ a registry that an image may choose
          - uses: some/login@v1                ~ a registry that some/login may choose
          - run: docker login $R -p $K         ~ a registry that cannot be known here
          - run: cp x $HOME/.docker/config.json ~ a registry that the command does not name
          """)
  void aLoginSomewhereIsNamedInTheLine(String step, String where) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(step + "\n- run: docker push h.io/a:$GITHUB_SHA\n");

    checked.assertOnlyPush("unknown");
    assertThat(checked.notes())
        .contains("whether this push has credentials depends on a login before it, to " + where);
  }

  @ParameterizedTest
  @CsvSource({"x, login", "x.azurecr.io, login", "y, none"})
  void theLoginOfAzureIsToTheRegistryOfThatName(String name, String access) {
    CheckedWorkflow.script("az acr login -n " + name + "\ndocker push x.azurecr.io/a:1")
        .assertOnlyPush(access);
  }

  /** Without a registry, podman takes one of its configuration. */
  @ParameterizedTest
  @CsvSource({
    "podman logout, unknown",
    "podman logout h.io, none",
    "podman logout --all, none",
    "podman logout -a, none",
    "podman logout --authfile x h.io, unknown",
    "docker logout h.io, login"
  })
  void aLogoutOfPodmanIsForItsOwnFile(String logout, String access) {
    CheckedWorkflow.script("podman login h.io -p $K\n" + logout + "\npodman push h.io/a:1")
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          true                ~ false               ~ login
          true                ~ always()            ~ none
          true                ~ github.ref == 'x'   ~ unknown
          github.ref == 'x'   ~ github.ref == 'x'   ~ none
          github.ref == 'x'   ~ github.ref == 'y'   ~ unknown
          """)
  void aLogoutOfAStepEndsTheLoginsUnderItsCondition(String login, String logout, String access) {
    CheckedWorkflow.steps(
            """
            - if: LOGIN
              run: docker login h.io -p ${{ secrets.K }}
            - if: LOGOUT
              run: docker logout h.io
            - run: docker push h.io/a:1
            """
                .replace("LOGIN", login)
                .replace("LOGOUT", logout))
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          env: {DOCKER_CONFIG: /t/a} ~ env: {DOCKER_CONFIG: /t/a}  ~ login
          env: {DOCKER_CONFIG: /t/a} ~ name: push                  ~ none
          env: {DOCKER_CONFIG: /home/r/.docker} ~ name: push       ~ unknown
          name: login                ~ env: {DOCKER_CONFIG: /t/a}  ~ unknown
          env: {DOCKER_CONFIG: /t/b} ~ env: {DOCKER_CONFIG: /t/a}  ~ unknown
          """)
  void aStepMayKeepItsLoginsForItself(String login, String push, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            "- "
                + login
                + "\n  uses: docker/login-action@v3\n"
                + "  with: {registry: h.io, password: '${{ secrets.K }}'}\n- "
                + push
                + "\n  run: docker push h.io/a:$GITHUB_SHA\n");

    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA " + access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --dest-creds=ci:$K   ~ own  ~ 0
          --dest-creds=$K      ~ own  ~ 1
          --dest-creds=ci      ~ none ~ 0
          --dest-creds "$USER:$K" ~ own ~ 0
          """)
  void credentialsHaveAUserBeforeAColon(String option, String access, int notes) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "skopeo login h.io -p $K\nskopeo copy "
                + option
                + " dir:x docker://h.io/a:$GITHUB_SHA");

    assertThat(checked.pushes()).containsExactly("skopeo copy h.io/a:$GITHUB_SHA " + access);
    assertThat(checked.notes().stream().filter(it -> it.contains("--dest-creds"))).hasSize(notes);
    assertThat(checked.rules())
        .isEqualTo(access.equals("none") ? List.of("push-unauthenticated") : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          nix-shell -p skopeo --run 'docker push h.io/a:1'           ~ docker push
          nix develop -c bash -c 'docker push h.io/a:1'              ~ docker push
          nix shell nixpkgs#skopeo -c skopeo copy a docker://h.io/a  ~ skopeo copy
          timeout 5m bash -c 'docker push h.io/a:1'                  ~ docker push
          """)
  void aShellOfNixRunsIt(String script, String tool) {
    assertThat(CheckedWorkflow.script(script).result().pushes())
        .singleElement()
        .matches(it -> it.tool().equals(tool));
  }

  @ParameterizedTest
  @CsvSource({"nick-fields/retry@v3", "nick-invision/retry@v2", "Wandalen/wretry.action@v3"})
  void anActionThatRepeatsACommandRunsIt(String action) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            "- uses: " + action + "\n  with: {command: 'docker push h.io/a:$GITHUB_SHA'}\n");

    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA none");
    assertThat(checked.rules()).containsExactly("push-unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          imjasonh/setup-crane@v0.4      ~ crane push x.tar ghcr.io/a/b:1   ~ login
          imjasonh/setup-crane@v0.4      ~ crane push x.tar h.io/a:1        ~ none
          ko-build/setup-ko@v0.9         ~ ko build ./cmd/x                 ~ login
          ko-build/setup-ko@v0.9         ~ KO_DOCKER_REPO=h.io/a ko build . ~ none
          regclient/actions/regctl-login@main ~ regctl image copy a ghcr.io/a/b:1 ~ login
          regclient/actions/regctl-login@main ~ docker push ghcr.io/a/b:1   ~ none
          oras-project/setup-oras@v1     ~ oras push h.io/a:1 x             ~ none
          azure/docker-login@v2          ~ docker push a/b:1                ~ login
          azure/login@v2                 ~ docker push h.io/a:1             ~ none
          goreleaser/goreleaser-action@v6 ~ docker push h.io/a:1            ~ none
          """)
  void anActionLogsInWhereItsOwnFileSays(String action, String push, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps("- uses: " + action + "\n- run: " + push + "\n");

    assertThat(checked.result().pushes()).singleElement().matches(it -> it.access().equals(access));
  }

  /** Where a repository for images is set, it does not log in. */
  @Test
  void koIsNotLoggedInWhereTheRepositoryForImagesIsSet() {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - uses: ko-build/setup-ko@v0.9
              env: {KO_DOCKER_REPO: ghcr.io/a}
            - run: ko build ./cmd/x
            """);

    assertThat(checked.pushes()).containsExactly("ko build ghcr.io/a none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          core.setOutput('a', 1)          ~ none
          await exec.exec('docker login') ~ unknown
          core.exportVariable('A', 'b')   ~ unknown
          """)
  void aScriptOfAnActionMayLogIn(String script, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            "- uses: actions/github-script@v7\n  with:\n    script: |\n      "
                + script
                + "\n- run: docker push h.io/a:$GITHUB_SHA\n");

    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA " + access);
  }

  @ParameterizedTest
  @CsvSource({".github/workflows/b.yml, 1", ".forgejo/workflows/b.yml, 0"})
  void aCompositeActionDoesNotSeeSecrets(String file, int findings) {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            file,
            Map.of(
                file,
                "on: push\njobs:\n  a:\n    steps:\n      - uses: ./push\n",
                "push/action.yml",
                """
                runs:
                  using: composite
                  steps:
                    - shell: bash
                      env: {K: "${{ secrets.K }}"}
                      run: skopeo copy --dest-creds "ci:$K" dir:x docker://h.io/a:$GITHUB_SHA
                """));

    assertThat(checked.pushes()).containsExactly("skopeo copy h.io/a:$GITHUB_SHA own");
    assertThat(checked.result().findings()).hasSize(findings);
    if (findings > 0) {
      assertThat(checked.messages())
          .isEqualTo(
              "job a: the credential of skopeo copy is a secret that a composite action cannot"
                  + " see");
      assertThat(checked.result().findings().get(0).location().file()).isEqualTo("push/action.yml");
    }
  }
}
