package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the words of a script mean where a push or a login depends on it (POSIX, Shell Command
 * Language; the manual of bash for arrays and {@code local}). Each script runs after a login to
 * {@code h.io}, and nothing else is logged in to.
 */
class ShellMeaningTest {
  private static final String LOGIN = "docker login h.io -p $K\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          V=h.io; for i in 1 2; do docker push $V/a:1; V=ghcr.io; done               ~ unknown
          V=ghcr.io; for i in 1 2; do docker push $V/a:1; V=h.io; done               ~ unknown
          V=h.io; for i in 1 2; do docker push $V/a:1; V=$(x); done                  ~ unknown
          V=h.io; for i in 1 2; do docker push $V/a:1; V=h.io; done                  ~ login
          for i in 1 2; do V=h.io; docker push $V/a:1; V=ghcr.io; done               ~ login
          """)
  void aRoundOfALoopBeginsWithWhatTheOneBeforeSet(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          set -- h.io; docker push $1/a:1                                    ~ login
          set -- ghcr.io; docker push $1/a:1                                 ~ none
          set -- 1 2 3 4 5 6 7 8 h.io; docker push $9/a:1                    ~ login
          set -- 1 2 3 4 5 6 7 8 9 h.io; docker push ${10}/a:1               ~ login
          set -- 1 2 3 4 5 6 7 8 9 ghcr.io; docker push ${10}/a:1            ~ none
          set -- h.io; shift; set -- ghcr.io; docker push $1/a:1             ~ none
          set -- x h.io; shift 1; docker push $1/a:1                         ~ login
          set -- x h.io; shift $N; docker push $1/a:1                        ~ unknown
          docker push $0/a:1                                                 ~ unknown
          set -- h.io/a:1; I="$*"; docker push $I                            ~ login
          set -- ghcr.io/a:1; I="$*"; docker push $I                         ~ none
          set -- x h.io/a:1; I="${@:2}"; docker push $I                      ~ login
          set -- x ghcr.io/a:1; I="${@:2}"; docker push $I                   ~ none
          set -- h.io/a:1 ghcr.io/b:1; for i in "$@"; do docker push "$i"; done      ~ none
          set -- h.io/a:1 h.io/b:1; for i in "$@"; do docker push "$i"; done         ~ login
          set -- h.io/a:1 h.io/b:1; for i; do docker push "$i"; done                 ~ login
          set -- h.io/a:1 ghcr.io/b:1; for i; do docker push "$i"; done              ~ none
          set -- x h.io/a:1 ghcr.io/b:1; for i in ${*:2}; do docker push "$i"; done  ~ none
          for i; do docker push "$i"; done                                           ~ unknown
          """)
  void theWordsOfAScriptAreNumbered(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A=(x h.io); docker push ${A[1]}/a:1                                ~ login
          A=(x ghcr.io); docker push ${A[1]}/a:1                             ~ none
          A=(x); A=(ghcr.io); docker push ${A[0]}/a:1                        ~ none
          A=(x); A+=(ghcr.io); docker push ${A[1]}/a:1                       ~ none
          A=(-t h.io/a:1); if $C; then A=(-t ghcr.io/a:1); fi; docker build "${A[@]}" --push . ~ unknown
          A=(-t h.io/a:1); docker build "${A[*]}" --push .                   ~ login
          for i in h.io/a "${LIST[@]}"; do docker push "$i"; done            ~ unknown
          for i in ghcr.io/a "${LIST[@]}"; do docker push "$i"; done         ~ none
          A=(h.io/a h.io/b); for i in "${A[@]}"; do docker push "$i"; done   ~ login
          A=(h.io/a ghcr.io/b); for i in "${A[@]}"; do docker push "$i"; done ~ none
          p() { local A; A=(-t ghcr.io/a:1); }; A=(-t h.io/a:1); p; docker build "${A[@]}" --push . ~ login
          p() { A=(-t ghcr.io/a:1); }; A=(-t h.io/a:1); p; docker build "${A[@]}" --push . ~ none
          p() { local A; docker push ${A[0]}/a:1; }; A=(ghcr.io); p          ~ unknown
          p() { local A; A=(x); $C && A+=(y); }; A=(-t ghcr.io/a:1); p; docker build "${A[@]}" --push . ~ none
          """)
  void theElementsOfAnArrayAreNumberedFromNought(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  /** A program may or may not get what is exported in some cases only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          V=i.io; $C && export V                             ~ unknown
          V=i.io; if $C; then declare -x V; fi               ~ unknown
          export V=i.io; if $C; then export -n V; fi         ~ unknown
          export V=i.io; if $C; then declare +x V; fi        ~ unknown
          $C && set -a; V=i.io                               ~ unknown
          set -a; $C && set +a; V=i.io                       ~ unknown
          V=i.io; export $NAMES                              ~ unknown
          export V=i.io; export -n $NAMES                    ~ unknown
          V=i.io; export -- "$NAME"                          ~ unknown
          export V=i.io; if $C; then :; fi                   ~ none
          $C && set -a; export V=i.io                        ~ none
          """)
  void whatIsExportedInSomeCasesMayBeMissing(String script, String access) {
    CheckedWorkflow.script(
            LOGIN + script + "; ./x.sh", "x.sh", "#!/bin/bash\ndocker push ${V:-h.io}/a:1\n")
        .assertOnlyPush(access);
  }

  /** What a function, or a file that is read, has set where it returns counts as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          V=i.io; f() { $C && return; V=h.io; }                               ~ unknown
          V=h.io; f() { $C && return; V=i.io; }                               ~ unknown
          V=j.io; f() { if $C; then V=h.io; return; fi; V=i.io; }             ~ unknown
          V=j.io; f() { if $C; then V=i.io; return; fi; V=h.io; }             ~ unknown
          V=i.io; f() { if $C; then V=h.io; return; fi; }                     ~ unknown
          V=h.io; f() { V=i.io; if $C; then return; fi; V=h.io; }             ~ unknown
          V=j.io; f() { for i in 1 2; do V=h.io; $C && return; V=i.io; done; } ~ unknown
          V=h.io; f() { $C && return; $D && return; V=i.io; }                 ~ unknown
          V=j.io; f() { g; V=h.io; }; g() { V=i.io; return; V=h.io; }         ~ login
          V=j.io; f() { g; V=i.io; }; g() { $C && return; V=h.io; }           ~ none
          V=i.io; f() { ($C && return; V=h.io); }                             ~ none
          V=i.io; f() { $C && exit; V=h.io; }                                 ~ login
          V=i.io; f() { if $C; then V=h.io; exit; fi; }                       ~ none
          """)
  void aFunctionMayEndBeforeItsLastCommand(String script, String access) {
    CheckedWorkflow.script(LOGIN + script + "; f; docker push $V/a:1").assertOnlyPush(access);
  }

  /** A loop may be left, or begun again, with what is set there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          for i in 1; do if $C; then V=i.io; break; fi; V=h.io; done             ~ unknown
          for i in 1; do if $C; then V=h.io; break; fi; V=i.io; done             ~ unknown
          for i in 1; do V=h.io; if $C; then continue; fi; V=i.io; done          ~ unknown
          for i in 1; do V=h.io; $C && $D && break; V=i.io; done                 ~ unknown
          f() { for i in 1; do V=h.io; $C && break; V=i.io; done; }; f           ~ unknown
          f() { V=h.io; $C && break; }; for i in 1; do f; V=i.io; done; V=i.io   ~ none
          for i in 1; do (V=h.io; $C && break); V=i.io; done                     ~ none
          for i in 1; do :; $C && break; done; V=i.io                            ~ none
          """)
  void aLoopMayEndBeforeItsLastCommand(String script, String access) {
    CheckedWorkflow.script(LOGIN + "V=i.io; " + script + "; docker push $V/a:1")
        .assertOnlyPush(access);
  }

  /** What a command sets that is not followed is not known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          R=h.io; printf -v R %s i.io; docker push $R/a:1              ~ unknown
          R=h.io; getopts r: R; docker push $R/a:1                     ~ unknown
          R=h.io; select R in h.io i.io; do docker push $R/a:1; done   ~ unknown
          R=h.io; printf %s R; docker push $R/a:1                      ~ login
          A=(i.io); read -r A <<< h.io; docker push ${A[0]}/a:1        ~ unknown
          export $(cat .env); docker push ${R:-ghcr.io}/a:1            ~ unknown
          export "$LINE"; docker push ${R:-ghcr.io}/a:1                ~ unknown
          export LINE; docker push ${R:-ghcr.io}/a:1                   ~ none
          set -- ghcr.io; shift x; docker push $1/a:1                  ~ unknown
          set -- h.io i.io; while $C; do docker push $1/a:1; shift; done ~ unknown
          """)
  void whatACommandMaySetIsNotKnown(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  /** A value that is empty in some cases, or in all of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          R=; $C && R=; docker push ${R}ghcr.io/a:1            ~ none
          R=; $C && R=i.io/; docker push ${R}ghcr.io/a:1       ~ none
          R=i.io/; $C && R=; docker push ${R}h.io/a:1          ~ unknown
          R=; $C && R=i.io/; docker push ${R}h.io/a:1          ~ unknown
          R=h.io/; $C && R=; docker push ${R}h.io/a:1          ~ login
          """)
  void aValueMayBeEmpty(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  /** An array that is one of two has the elements of either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A=(-t i.io/a:1); if $C; then A=(-t h.io/a:1); fi                    ~ unknown
          A=(-t i.io/a:1); if $C; then A=(); fi                               ~ unknown
          A=(-t i.io/a:1); if $C; then unset A; fi                            ~ unknown
          if $C; then A=(-t i.io/a:1); else A=(-t h.io/b:1); fi               ~ unknown
          A=(-t h.io/b:1); if $C; then A+=(-t h.io/c:1); else A+=(-t i.io/c:1); fi ~ unknown
          A=(-t h.io/b:1); if $C; then A+=(-t i.io/c:1); else A+=(-t h.io/c:1); fi ~ unknown
          A=(-t h.io/b:1); if $C; then A=(-t h.io/c:1); fi                    ~ login
          if $C; then A=(-t i.io/a:1); else A=(-t i.io/a:1); fi               ~ none
          A=(-t i.io/a:1); if $C; then B=(x); fi                              ~ none
          """)
  void anArrayOfSomeCasesHasTheElementsOfAll(String script, String access) {
    CheckedWorkflow.script(LOGIN + script + "; docker build --push \"${A[@]}\" -t h.io/a:1 .")
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A=(h.io); if $C; then A=(h.io i.io); fi; for a in "${A[@]}"; do docker push $a/a:1; done ~ unknown
          A=(x h.io); if $C; then A=(x i.io); fi; p() { docker push $2/a:1; }; p "${A[@]}" ~ unknown
          A=(h.io x); if $C; then A=(h.io y); fi; p() { docker push $1/a:1; }; p "${A[@]}" ~ login
          A=(i.io x); if $C; then A=(i.io y); fi; docker push ${A[0]}/a:1     ~ none
          A=(x h.io); if $C; then A=(x i.io); fi; docker push ${A[1]}/a:1     ~ unknown
          A=(i.io h.io); if $C; then A=(h.io); fi; docker push ${A[0]}/a:1    ~ unknown
          p() { q "$@"; }; q() { docker push $2/a:1; }; p "${X[@]}" h.io i.io ~ unknown
          p() { q "${@:2}"; }; q() { docker push $1/a:1; }; p x i.io "${X[@]}" ~ none
          p() { q "${@:2}"; }; q() { docker push $2/a:1; }; p x h.io "${X[@]}" i.io ~ unknown
          A=(h.io); A[0]=i.io; docker push ${A[0]}/a:1                        ~ unknown
          A=(h.io); A[$N]=i.io; docker push ${A[0]}/a:1                       ~ unknown
          A=(i.io); A=h.io; docker push ${A[0]}/a:1                           ~ unknown
          A=(i.io h.io); unset A[0]; for a in "${A[@]}"; do docker push $a/a:1; done ~ unknown
          A=(docker); if $C; then A=(podman); fi; "${A[@]}" push i.io/a:1     ~ unknown
          if $C; then A=(docker build); else A=(docker buildx build); fi; "${A[@]}" --push -t i.io/a . ~ unknown
          A=(docker); if $C; then A+=(--debug); fi; "${A[@]}" push i.io/a:1   ~ none
          """)
  void anElementThatIsNotSureIsNotKnown(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  /** In quotes a value is one word, and without them it is split. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          O=--push; docker build $O -t ghcr.io/a:1 .              ~ docker build ghcr.io/a:1 none
          O="--push"; docker build "$O" -t ghcr.io/a:1 .          ~ docker build ghcr.io/a:1 none
          O="--push -t"; docker build $O ghcr.io/a:1 .            ~ docker build ghcr.io/a:1 none
          O="--push -t ghcr.io/a:1"; docker build $O .            ~ docker build ghcr.io/a:1 none
          R=ghcr.io; docker push $R/a:1                           ~ docker push ghcr.io/a:1 none
          P="push ghcr.io/a:1"; docker $P                         ~ docker push ghcr.io/a:1 none
          D=--debug; docker $D push ghcr.io/a:1                   ~ docker push ghcr.io/a:1 none
          T=-t; docker build $T ghcr.io/a:1 --push .              ~ docker build ghcr.io/a:1 none
          T=--tag=ghcr.io/a:1; docker build $T --push .           ~ docker build ghcr.io/a:1 none
          """)
  void aValueWithoutQuotesIsSplit(String script, String push) {
    assertThat(CheckedWorkflow.script(LOGIN + script).pushes()).containsExactly(push);
  }

  /** What a step sets is gone with its shell (GitHub Docs, "Workflow syntax", {@code run}). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          R=ghcr.io       ~ docker push $R/a:1                  ~ false
          A=(ghcr.io)     ~ docker push ${A[0]}/a:1             ~ false
          set -- ghcr.io  ~ docker push $1/a:1                  ~ false
          echo R=ghcr.io  ~ docker push $R/a:1                  ~ false
          echo R=ghcr.io >> $GITHUB_ENV ~ docker push $R/a:1    ~ true
          export $LINE    ~ docker push ${R:-ghcr.io}/a:1       ~ true
          """)
  void aStepDoesNotSeeTheVariablesOfTheOneBefore(String first, String second, boolean seen) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps("- run: " + first + "\n- run: " + second + "\n");

    assertThat(checked.result().pushes().get(0).images().contains("ghcr.io/a:1")).isEqualTo(seen);
  }

  /** A shell of its own keeps what it sets to itself; what is read into the same shell does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          R=h.io; . ./x.sh; docker push $R/a:1               ~ R=ghcr.io                 ~ none
          R=h.io; ./x.sh; docker push $R/a:1                 ~ R=ghcr.io                 ~ login
          R=h.io; bash ./x.sh; docker push $R/a:1            ~ R=ghcr.io                 ~ login
          set -- h.io; . ./x.sh                              ~ docker push $1/a:1        ~ login
          set -- ghcr.io; . ./x.sh                           ~ docker push $1/a:1        ~ none
          set -- ghcr.io; . ./x.sh h.io                      ~ docker push $1/a:1        ~ login
          set -- h.io; . ./x.sh ghcr.io; docker push $1/a:1  ~ :                         ~ login
          set -- h.io; bash ./x.sh ghcr.io; docker push $1/a:1 ~ :                       ~ login
          """)
  void aScriptIsRunInItsOwnShellOrIsReadIntoThisOne(String script, String file, String access) {
    CheckedWorkflow.script(LOGIN + script, "x.sh", file).assertOnlyPush(access);
  }

  /** A variable that may have many values is known as far as they have the same registry. */
  @ParameterizedTest
  @CsvSource({
    "h.io, h.io, 30, 30, login",
    "h.io, ghcr.io, 29, 30, unknown",
    "h.io, ghcr.io, 15, 30, unknown",
    "ghcr.io, h.io, 15, 30, unknown",
    "h.io, ghcr.io, 15, 16, unknown",
    "ghcr.io, h.io, 15, 16, unknown",
    "ghcr.io, ghcr.io, 30, 30, none"
  })
  void ofManyValuesTheRegistryIsKnownIfItIsTheSame(
      String first, String other, int from, int to, String access) {
    StringBuilder script = new StringBuilder("I=" + first + "/x:1\n");
    for (int i = 0; i < 30; i++) {
      String host = i < from || i >= to ? first : other;
      script.append("if test $C = ").append(i).append("; then I=").append(host);
      script.append("/x").append(i).append(":1; fi\n");
    }
    script.append("docker push $I\n");

    assertThat(CheckedWorkflow.script(LOGIN + script).result().pushes())
        .singleElement()
        .matches(it -> it.access().equals(access));
  }

  /** A function that is called somewhere pushes there, once, and not where it stands. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "q() { docker push ghcr.io/a:1; }; p() { q; }; p",
        "p() { q; }; q() { docker push ghcr.io/a:1; }; p",
        "q() { docker push ghcr.io/a:1; }; A=(q); \"${A[@]}\"",
        "q() { docker push ghcr.io/a:1; }; eval q",
        "q() { docker push ghcr.io/a:1; }; x=$(q)",
        "q() { docker push ghcr.io/a:1; }; (q)"
      })
  void aFunctionPushesWhereItIsCalled(String script) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush("none");
  }

  /** What a function does before the login is done without it, wherever it stands. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "q() { docker push h.io/a:1; }; p() { q; }; docker login h.io -p $K; p",
        "q() { docker push h.io/a:1; }; A=(q); docker login h.io -p $K; \"${A[@]}\"",
        "q() { docker push h.io/a:1; }; docker login h.io -p $K; eval q",
        "q() { docker push h.io/a:1; }; docker login h.io -p $K; eval 'q x'",
      })
  void aFunctionHasTheLoginsOfItsCall(String script) {
    CheckedWorkflow.script(script).assertOnlyPush("login");
  }

  /** {@code printf} and options of {@code echo} make of their words what is not followed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          echo ghcr.io/a:1 | while read -r t; do docker push "$t"; done            ~ none
          printf '%s\\n' ghcr.io/a:1 | while read -r t; do docker push "$t"; done  ~ unknown
          echo -n ghcr.io/a:1 | while read -r t; do docker push "$t"; done         ~ unknown
          cat list | while read -r t; do docker push "$t"; done                    ~ unknown
          read -r t x <<< "ghcr.io/a:1 y"; docker push "$t"                        ~ unknown
          mapfile -t t <<< "ghcr.io/a:1"; docker push "$t"                         ~ unknown
          """)
  void whatReadTakesIsKnownWhereItsLinesAre(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  /** What is written in some cases only is one of both. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo R=h.io >> $GITHUB_ENV\n    if $C; then echo R=i.io >> $GITHUB_ENV; fi",
        "echo R=i.io >> $GITHUB_ENV\n    $C && echo R=h.io >> $GITHUB_ENV",
      })
  void aVariableForLaterStepsMayBeOneOfTwo(String script) {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            "- run: |\n    "
                + script
                + "\n- env: {K: '${{ secrets.K }}'}\n  run: |\n    docker login h.io -p $K\n"
                + "    docker push $R/a:1\n");

    checked.assertOnlyPush("unknown");
  }

  @Test
  void anOutputMayBeOneOfTwo() {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - id: x
              run: |
                echo r=h.io >> $GITHUB_OUTPUT
                if $C; then echo r=i.io >> $GITHUB_OUTPUT; fi
            - env: {K: '${{ secrets.K }}'}
              run: |
                docker login h.io -p $K
                docker push ${{ steps.x.outputs.r }}/a:1
            """);

    checked.assertOnlyPush("unknown");
  }
}
