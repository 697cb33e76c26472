package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may push and cannot be followed has a line of its own and leads to no finding. */
class UnfollowedPushTest {

  /** A recipe without commands of its own, whose needs are computed, may need one that pushes. */
  @ParameterizedTest
  @CsvSource({"push: $(addsuffix -push;$(ALL)), 1", "push: a|a:|>echo a, 0"})
  void aTargetThatNeedsWhatIsComputed(String makefile, int lines) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "make push",
            "Makefile",
            makefile.replace('|', '\n').replace('>', '\t').replace(';', ',') + "\n");

    assertThat(checked.notes()).hasSize(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          retry_often 3 docker push h.io/a:1 ~ what retry_often runs here may push, and is not followed
          again docker buildx build --push . ~ what again runs here may push, and is not followed
          ./ci/build.sh               ~ the script ./ci/build.sh is not followed
          bash ci/build.sh            ~ the script that this runs is not followed
          . ci/env.sh                 ~ the script that this runs is not followed
          bash -c "$COMMAND"          ~ what bash -c runs is not followed
          bash -c "docker push $(x)"  ~ what bash -c runs is not followed
          bash -c "docker push ${X:-h.io/a}" ~ what bash -c runs is not followed
          sh -ec "$COMMAND"           ~ what sh -c runs is not followed
          eval "$COMMAND"             ~ what eval runs is not followed
          ./ci/publish                ~ the program ./ci/publish is not followed
          "$TOOL" push h.io/a:1       ~ what $TOOL runs here may push, and is not followed
          ${{ inputs.run }}           ~ what this expression runs is known only when it runs: not followed
          docker run --rm gcr.io/kaniko-project/executor -d h.io/a ~ what docker run runs here may push, and is not followed
          ./ci/push-${{ inputs.part }} ~ a program in ./ci/push- is not followed
          OPTION=--push make all      ~ what make runs here may push, and is not followed
          mvn install -Ppush          ~ what mvn runs here may push, and is not followed
          cargo xtask push-images ~ what cargo runs here may push, and is not followed
          ./img build --push ~ what img runs here may push, and is not followed
          make_image --push=true ~ what make_image runs here may push, and is not followed
          nix-shell ci/push.nix ~ what nix-shell runs is not followed
          docker -D $COMMAND -q h.io/a ~ what docker runs here may push, and is not followed
          docker $COMMAND h.io/a ~ what docker runs here may push, and is not followed
          docker "${ALL[@]}" ~ what docker runs here may push, and is not followed
          docker build $(options) . ~ whether docker build pushes here depends on what a command prints
          docker build "${ALL[@]}" . ~ whether docker build pushes here depends on $ALL[@]
          f() { docker build $1 "$@"; }; trap f EXIT ~ whether docker build pushes here depends on $@
          ssh host 'docker push h.io/a' ~ what ssh runs here may push, and is not followed
          """)
  void aCommandThatIsNotReadHasALine(String script, String line) {
    CheckedWorkflow checked = CheckedWorkflow.script(script);

    assertThat(checked.notes()).containsExactly(line);
    assertThat(checked.rules()).isEmpty();
  }

  /** A line for all that is not known would bury those that matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker $FILES ps",
        "docker build $DIRECTORY",
        "docker build $ARGS .",
        "A=(--pull); $x && A+=(--load); docker build \"${A[@]}\" .",
        "mike deploy --push latest",
        "./img build --no-push",
        "./img build --push=false",
        "make -n push",
        "make --dry-run push",
        "just -n push",
        "goreleaser release --snapshot",
        "f() { push $1; }; g() { f $1; }"
      })
  void whatCannotPushHasNoLine(String script) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(script, "Makefile", "push:\n\tdocker push h.io/a\n");

    assertThat(checked.notes()).isEmpty();
    assertThat(checked.pushes()).isEmpty();
  }

  /** Options in a value that is one of several make a push that is undecided. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "o=--load; $x && o=--push; docker buildx build $o -t h.io/a .",
        "o=false; $x && o=true; docker buildx build --push=$o -t h.io/a .",
        "o=type=local; $x && o=type=registry; docker build -o $o -t h.io/a .",
        "a=(--load); $x && a=(--push); docker buildx build \"${a[@]}\" -t h.io/a .",
        "a=(); $x && a+=(--push); docker buildx build \"${a[@]}\" -t h.io/a .",
        "a=(docker build --push -t h.io/a .); $x && a=(docker build -t h.io/a .); \"${a[@]}\"",
        "a=(--push); b=(build \"${a[@]}\" -t h.io/a .); $x && c=(buildx) || c=(docker buildx);"
            + " \"${c[@]}\" \"${b[@]}\""
      })
  void aBuildThatPushesInSomeCasesIsUndecided(String script) {
    CheckedWorkflow.script(script).assertOnlyPush("unknown");
  }

  /** Only the words of a program show what it does, where it is not read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          make login                                ~ unknown
          just registry_log_in                      ~ unknown
          python3 ci/login.py                       ~ unknown
          ./gradlew dockerLogin                     ~ unknown
          registry-login h.io                       ~ unknown
          $(aws ecr get-login --region eu-west-1)   ~ unknown
          parallel docker login -p $K ::: h.io i.io ~ unknown
          script -c "docker login h.io -p $K" x.log ~ unknown
          "$DOCKER_LOGIN"                           ~ unknown
          echo login                                ~ none
          az login                                  ~ none
          gh auth login                             ~ none
          docker run x login                        ~ none
          tail build.log input.txt                  ~ none
          make all                                  ~ none
          """)
  void aProgramWhoseWordsTellOfALoginMayLogIn(String script, String access) {
    CheckedWorkflow.script(script + "\ndocker push h.io/a:$GITHUB_SHA").assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          run(["docker", "login", host])   ~ unknown
          client.login(registry=host)      ~ unknown
          import logging; logging.info(1)  ~ none
          """)
  void aScriptOfAnotherLanguageMayLogInAsItsTextTells(String text, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "python3 ci/prepare.py\ndocker push h.io/a:$GITHUB_SHA", "ci/prepare.py", text);

    checked.assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0", "${{ inputs.push }}, 1"})
  void anActionThatIsToldToPushHasALine(String push, int lines) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps("- uses: some/manifest@v1\n  with: {push: \"" + push + "\"}\n");

    assertThat(checked.notes()).hasSize(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ". .venv/bin/activate",
        ". $HOME/.cargo/env",
        "curl -fsSL https://get.example.org | bash",
        "\"$TOOL\" build",
        "again docker buildx build .",
        "again docker pull h.io/a:1",
        "/opt/tools/setup.sh",
        "nix-shell -p hello",
        "grep docker push.log",
        "again skopeo login h.io",
        "docker run --rm alpine true",
      })
  void whatIsMadeOrInstalledWhileTheJobRunsHasNone(String script) {
    assertThat(CheckedWorkflow.script(script).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ./ci/build     ~ ci/build     ~ #!/usr/bin/env python3;run(["docker", "push", image]) ~ this is no shell script and may push: not followed
          python ci/b.py ~ ci/b.py      ~ run("skopeo copy a docker://" + image)                ~ this is no shell script and may push: not followed
          make all       ~ Makefile     ~ %-x:;	docker push h.io/$@                              ~ the file has no recipe by this name, or one that needs too many others, and may push: not followed
          """)
  void aFileThatIsNotReadHasALineWhereItSeemsToPush(
      String script, String file, String text, String line) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            script + "\ndocker push h.io/a:$GITHUB_SHA", file, text.replace(';', '\n'));

    assertThat(checked.notes()).contains(line);
    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA unknown");
    assertThat(checked.rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ./ci/build     ~ ci/build ~ #!/usr/bin/env python3;print(1)
          python ci/b.py ~ ci/b.py  ~ print(1)
          make all       ~ Makefile ~ %-x:;	docker build .
          """)
  void aFileThatDoesNotSeemToPushHasNone(String script, String file, String text) {
    CheckedWorkflow checked = CheckedWorkflow.script(script, file, text.replace(';', '\n'));

    assertThat(checked.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          T=docker; $T push h.io/a:1                  ~ docker push h.io/a:1 none
          T='sudo docker'; $T push h.io/a:1           ~ docker push h.io/a:1 none
          SUDO=; $SUDO docker push h.io/a:1           ~ docker push h.io/a:1 none
          bash <<'X'|docker push h.io/a:1|X           ~ docker push h.io/a:1 none
          bash -s -- x <<'X'|docker push h.io/a:1|X   ~ docker push h.io/a:1 none
          """)
  void aProgramIsNamedByAVariableOrByAHereDocument(String script, String push) {
    assertThat(CheckedWorkflow.script(script.replace('|', '\n')).pushes()).containsExactly(push);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T=echo; $T docker push h.io/a:1", "T=docker; $T pull h.io/a:1"})
  void aVariableMayNameAProgramThatPushesNothing(String script) {
    CheckedWorkflow checked = CheckedWorkflow.script(script);

    assertThat(checked.pushes()).isEmpty();
    assertThat(checked.notes()).isEmpty();
  }
}
