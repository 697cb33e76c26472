package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.pushes.secrets.ProvisioningReader;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.WorkflowReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a step hands to the steps after it (GitHub Docs, "Workflow commands": the files of {@code
 * GITHUB_ENV} and {@code GITHUB_OUTPUT}, and the older {@code set-output}), and what a later login
 * or function means.
 */
class LaterStepsTest {

  private static CheckedWorkflow after(String script, String image) {
    return CheckedWorkflow.steps(
        "- uses: docker/login-action@v3\n  with: {registry: h.io, password: '${{ secrets.K }}'}\n"
            + "- id: s\n  run: |\n"
            + script.indent(4)
            + "- run: docker push "
            + image
            + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          echo R=h.io >> $GITHUB_ENV                             ~ login
          echo R=ghcr.io >> $GITHUB_ENV                          ~ none
          echo R=ghcr.io >> "$GITHUB_ENV"                        ~ none
          echo R=ghcr.io >> ${{ github.env }}                    ~ none
          echo R=ghcr.io >> $FORGEJO_ENV                         ~ none
          echo R=ghcr.io | tee -a $GITHUB_ENV                    ~ none
          echo -n R=ghcr.io >> $GITHUB_ENV                       ~ none
          printf 'R=%s\\n' ghcr.io >> $GITHUB_ENV                ~ none
          printf 'R=%s' h.io >> $GITHUB_ENV                      ~ login
          printf '%s=%s\\n' R h.io >> $GITHUB_ENV                ~ unknown
          { echo A=b; echo R=ghcr.io; } >> $GITHUB_ENV           ~ none
          { echo A=b; echo R=h.io; } >> $GITHUB_ENV              ~ login
          ./make-env >> $GITHUB_ENV                              ~ unknown
          ./make-env | tee -a $GITHUB_ENV                        ~ unknown
          cat some.env >> $GITHUB_ENV                            ~ unknown
          """)
  void aVariableIsWrittenToTheFile(String script, String access) {
    after(script, "$R/a:1").assertOnlyPush(access);
  }

  /** What is written and not understood may be any variable. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          echo A=b >> $GITHUB_ENV                    ~ none
          echo -n A=b >> $GITHUB_ENV                 ~ none
          printf 'A=%s\\n' b >> $GITHUB_ENV          ~ none
          printf 'A=b' >> $GITHUB_ENV                ~ none
          echo A=b | tee -a $GITHUB_ENV              ~ none
          { echo A=b; echo C=d; } >> $GITHUB_ENV     ~ none
          echo word >> $GITHUB_ENV                   ~ unknown
          printf '%s=%s\\n' R h.io >> $GITHUB_ENV    ~ unknown
          printf 'R=%s-%s\\n' a b >> $GITHUB_ENV     ~ unknown
          ./make-env >> $GITHUB_ENV                  ~ unknown
          ./make-env | tee -a $GITHUB_ENV            ~ unknown
          cat some.env >> $GITHUB_ENV                ~ unknown
          """)
  void aVariableThatIsNotSeenMayHaveBeenWritten(String script, String access) {
    CheckedWorkflow.steps(
            "- run: |\n" + script.indent(4) + "- run: docker push ${R:-ghcr.io}/a:1\n")
        .assertOnlyPush(access);
  }

  /** docs/registry-push-auth.md: what may push and is not followed is counted in the last line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          f() { docker push h.io/a; f; }; f           ~ true
          f() { docker build .; f; }; f               ~ false
          f() { echo x; ./publish-image; f; }; f      ~ true
          """)
  void aFunctionThatCallsItselfCountsWhereItMayPush(String script, boolean counts) {
    RepositoryFiles files =
        MemoryFiles.of(
            Map.of(
                CheckedWorkflow.FILE,
                "on: push\njobs:\n  a:\n    steps:\n      - run: |\n" + script.indent(10)));
    List<Note> notes = new ArrayList<>();
    new PushRules(
            Set.of(),
            Set.of(),
            true,
            ProvisioningReader.read(files, "", "", List.of()),
            new Exemptions(List.of(), LocalDate.EPOCH))
        .judge(
            CheckedWorkflow.FILE,
            new WorkflowReader(files, Set.of(CheckedWorkflow.FILE)).read(CheckedWorkflow.FILE),
            notes);

    assertThat(notes)
        .filteredOn(it -> it.text().equals("this function calls itself: not followed again"))
        .singleElement()
        .matches(it -> it.mayPush() == counts);
  }

  /** What a step prints to its log is not what the next one writes. */
  @Test
  void aGroupWritesNothingOfTheStepBefore() {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - uses: docker/login-action@v3
              with: {registry: h.io, password: "${{ secrets.K }}"}
            - run: echo R=ghcr.io
            - run: "{ echo A=b; echo C=d; } >> $GITHUB_ENV"
            - run: docker push ${R:-h.io}/a:1
            """);

    checked.assertOnlyPush("login");
  }

  @ParameterizedTest
  @CsvSource({"h.io, login", "ghcr.io, none"})
  void aHereDocumentHasALineForEachVariable(String host, String access) {
    after("cat >> $GITHUB_ENV <<EOF\nA=b\nR=" + host + "\nC=d\nEOF", "$R/a:1")
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          echo r=h.io >> $GITHUB_OUTPUT               ~ login
          echo r=ghcr.io >> $GITHUB_OUTPUT            ~ none
          echo r=ghcr.io >> ${{ github.output }}      ~ none
          echo "::set-output name=r::ghcr.io"         ~ none
          echo "::set-output name=r::h.io"            ~ login
          echo "::set-output name=other::ghcr.io"     ~ unknown
          echo "::set-output name=r"                  ~ unknown
          echo r=ghcr.io                              ~ unknown
          """)
  void anOutputIsWrittenOrPrinted(String script, String access) {
    after(script, "${{ steps.s.outputs.r }}/a:1").assertOnlyPush(access);
  }

  /** The names of a step are its own: another one does not call the functions of this one. */
  @Test
  void aFunctionIsKnownInItsOwnStepOnly() {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - env: {K: "${{ secrets.K }}"}
              run: |
                begin() { docker login h.io -p $K; }
                begin
            - run: |
                begin
                docker push h.io/a:1
            """);

    checked.assertOnlyPush("login");
    CheckedWorkflow.steps(
            """
            - env: {K: "${{ secrets.K }}"}
              run: |
                begin() { docker login ghcr.io -p $K; }
                docker login h.io -p $K
                begin
                docker logout ghcr.io
            - run: |
                begin
                docker push ghcr.io/a:1
            """)
        .assertOnlyPush("none");
  }

  /** A user without a password is no login (the manual of skopeo-copy, {@code --dest-creds}). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --dest-creds ci:$K      ~ own
          --dest-creds=ci:$K      ~ own
          --dest-creds "$K"       ~ own
          --dest-creds ci         ~ none
          """)
  void credentialsAreAUserAndAPassword(String option, String access) {
    CheckedWorkflow.script("skopeo copy " + option + " dir:x docker://ghcr.io/a:1")
        .assertOnlyPush(access);
  }

  /** A call that is not followed, or a function that nothing calls, decides nothing by itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          if $C; then f() { R=h.io; }; else f() { R=i.io; }; fi; f       ~ unknown
          if $C; then f() { R=h.io; }; else f() { R=h.io; R=$R; }; fi; f ~ login
          R=h.io; f() { R=i.io; }; f() { :; }                            ~ login
          R=i.io; f() { f; }; f                                          ~ unknown
          R=i.io; f() { docker pull i.io/x; }                            ~ none
          """)
  void whatAFunctionMayDoIsLeftOpen(String script, String access) {
    CheckedWorkflow.script("docker login h.io -p $K\n" + script + "\ndocker push $R/a:1")
        .assertOnlyPush(access);
  }

  @Test
  void aFunctionThatNothingCallsLeavesLaterStepsAsTheyAre() {
    CheckedWorkflow.steps(
            """
            - run: |
                f() { docker pull h.io/x; }
            - run: docker push h.io/a:1
            """)
        .assertOnlyPush("none");
  }

  /** What cannot be read may have logged in. */
  @Test
  void aScriptThatDoesNotEndMayLogIn() {
    CheckedWorkflow.steps("- run: \"echo 'x\"\n- run: docker push h.io/a:1\n")
        .assertOnlyPush("unknown");
  }

  /** What may set a variable leaves open whether a credential has a value. */
  @ParameterizedTest
  @ValueSource(
      strings = {"uses: some/action@v1", "run: . ./not-here.sh >> $GITHUB_ENV", "run: true"})
  void aVariableThatNothingSetsIsFoundWhereNothingMaySetIt(String step) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            "- "
                + step
                + "\n- run: skopeo copy --dest-creds=ci:$TOKEN dir:x docker://h.io/a:$GITHUB_SHA\n");

    checked.assertOnlyPush("own");
    assertThat(checked.rules())
        .isEqualTo(step.equals("run: true") ? List.of("secret-unbound") : List.of());
  }

  private static CheckedWorkflow jobs(String jobs) {
    return CheckedWorkflow.of(Map.of(CheckedWorkflow.FILE, "on: push\njobs:\n" + jobs.indent(2)));
  }

  /** Of the runs of a matrix, the last one sets an output; where all set the same, it is known. */
  @ParameterizedTest
  @CsvSource({"h.io, login", "${{ matrix.r }}, unknown"})
  void anOutputOfAMatrixIsKnownWhereAllRunsSetTheSame(String value, String access) {
    jobs("""
            push:
              needs: names
              steps:
                - run: docker login h.io -p ${{ secrets.K }}
                - run: docker push ${{ needs.names.outputs.r }}/a:1
            names:
              strategy: {matrix: {r: [h.io, i.io]}}
              outputs: {r: "${{ steps.s.outputs.r }}"}
              steps:
                - id: s
                  run: echo r=VALUE >> $GITHUB_OUTPUT
            """
            .replace("VALUE", value))
        .assertOnlyPush(access);
  }

  @Test
  void pushesStandInTheOrderOfTheirJobs() {
    CheckedWorkflow checked =
        jobs(
            """
            b:
              needs: a
              steps: [run: "docker push h.io/b:$GITHUB_SHA"]
            a:
              steps: [run: "docker push h.io/a:$GITHUB_SHA"]
            """);

    assertThat(checked.pushes())
        .containsExactly(
            "docker push h.io/b:$GITHUB_SHA none", "docker push h.io/a:$GITHUB_SHA none");
  }

  @Test
  void ofTheLoginsOfOtherJobsThoseToTheRegistryAreNamed() {
    CheckedWorkflow checked =
        jobs(
            """
            a:
              steps:
                - run: docker login h.io -p ${{ secrets.K }}
                - run: docker login i.io -p ${{ secrets.K }}
            b:
              steps: [run: "docker push h.io/a:$GITHUB_SHA"]
            """);

    assertThat(checked.result().findings().get(0).related())
        .singleElement()
        .matches(it -> it.text().equals("a login in job a, which other jobs do not see"));
  }

  /** A login that somebody may have meant to count is named, with why it does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          "docker login i.io -p $K; docker push h.io/a"       ~ a login to i.io
          "docker push h.io/a; docker login h.io -p $K"       ~ a login after the push
          "podman login h.io -p $K; docker push h.io/a"       ~ a login that docker push does not look at
          "podman login h.io/x -p $K; podman push h.io/a"     ~ a login to h.io/x alone
          "docker login h.io -p $K; docker logout h.io; docker push h.io/a" ~ "a login that has ended, or that is not kept where the push looks"
          """)
  void aLoginThatDoesNotCountIsNamed(String script, String why) {
    assertThat(CheckedWorkflow.script(script).result().findings())
        .filteredOn(it -> it.rule().equals("push-unauthenticated"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.related())
                    .singleElement()
                    .matches(place -> place.text().equals(why), why));
  }
}
