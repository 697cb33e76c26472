package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that a shell makes of loops, arrays and values without quotes, as bash does. */
class ShellWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          for r in h.io ghcr.io; do docker push $r/a:1; done                     ~ none
          for r in h.io/a h.io/b; do docker push $r:1; done                      ~ login
          for r in h.io/a $(./more); do docker push $r:1; done                   ~ unknown
          L="h.io/a h.io/b"; for r in $L; do docker push $r:1; done              ~ login
          L="h.io/a ghcr.io/b"; for r in $L; do docker push $r:1; done           ~ none
          while read -r t; do docker push "$t"; done <<< "h.io/a:1"              ~ login
          while read -r t; do docker push "$t"; done <<< "ghcr.io/a:1"           ~ none
          echo ghcr.io/a:1 | while read -r t; do docker push "$t"; done          ~ none
          while read -r t; do docker push "$t"; done < list                      ~ unknown
          echo h.io/a:1 | xargs -I {} docker push {}                             ~ login
          echo ghcr.io/a:1 | xargs -I% docker push %                             ~ none
          cat list | xargs -I {} docker push {}                                  ~ unknown
          cat list | xargs -i docker push h.io/{}                                ~ login
          cat list | xargs --replace docker push ghcr.io/{}                      ~ none
          echo h.io/a | xargs --replace=X docker push X:1                        ~ login
          echo ghcr.io/a | xargs -IX docker push X:1                             ~ none
          cat list | xargs --replace=X docker push h.io/X:1                      ~ login
          echo h.io/a | xargs -I X sh -c 'docker push X:1'                       ~ login
          echo ghcr.io/a | xargs -I % sh -c 'docker push %:1'                    ~ none
          cat list | xargs -I X sh -c 'docker push X:1'                          ~ unknown
          cat list | xargs -I X sh -c 'docker push h.io/X-X:1'                   ~ login
          A=(-t h.io/a:1 -t ghcr.io/a:1); docker build "${A[@]}" --push .        ~ none
          A=(-t h.io/a:1); docker build "${A[@]}" --push .                       ~ login
          A=(-t h.io/a:1); A+=(-t ghcr.io/a:1); docker build ${A[@]} --push .    ~ none
          A=(-t h.io/a:1); if x; then A+=(-t i.io/a:1); fi; docker build ${A[@]} --push . ~ unknown
          A=(h.io ghcr.io); docker push ${A[1]}/a:1                              ~ none
          A=(h.io ghcr.io); docker push $A/a:1                                   ~ login
          A=(h.io $(./more)); docker push ${A[1]}/a:1                            ~ unknown
          for p in "h.io a" "h.io b"; do t=($p); docker push ${t[0]}/${t[1]}:1; done ~ login
          T="-t h.io/a:1 -t ghcr.io/a:1"; docker build $T --push .               ~ none
          T="-t h.io/a:1"; docker build $T --push .                              ~ login
          B="docker build $ARGS --push"; $B -t ghcr.io/a:1 .                     ~ none
          B=(docker build); "${B[@]}" -t ghcr.io/a:1 --push .                    ~ none
          timoni artifact push oci://ghcr.io/a -f ./x -t latest                  ~ none
          f() { shift; shift; docker push $1/a:1; }; f x y ghcr.io               ~ none
          f() { shift 2; docker push $2/a:1; }; f x y z h.io                     ~ login
          f() { docker push $2/a:1; }; f $(./names) h.io                         ~ unknown
          f() { docker push $2/a:1; }; f "${L[@]}" h.io                          ~ unknown
          f() { docker push $1/a:1; }; f h.io "${L[@]}"                          ~ login
          read -r R; docker push $R/a:1                                          ~ unknown
          while read -r R; do :; done <<< "h.io"; docker push ghcr.io/a          ~ none
          """)
  void aPushByItsWords(String script, String access) {
    CheckedWorkflow checked = CheckedWorkflow.script("docker login h.io -p $K\n" + script);

    checked.assertOnlyPush(access);
  }

  @Test
  void aLoopLogsInToEachRegistry() {
    assertThat(
            CheckedWorkflow.script(
                    "for r in h.io ghcr.io; do docker login $r -p $K; done\n"
                        + "docker push h.io/a:1\ndocker push ghcr.io/a:1\ndocker push i.io/a:1")
                .pushes())
        .containsExactly(
            "docker push h.io/a:1 login",
            "docker push ghcr.io/a:1 login",
            "docker push i.io/a:1 none");
  }

  @ParameterizedTest
  @CsvSource({"SHORT_SHA, false", "SHARED, true"})
  void aVariableKeepsItsNameForTheTag(String name, boolean told) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(name + "=$(echo \"$REF\" | head -c 7)\ndocker push h.io/a:$" + name);

    assertThat(checked.notes().stream().anyMatch(it -> it.contains("repeats is not known")))
        .isEqualTo(told);
  }

  /** The elements of an array are no commands. */
  @Test
  void anArrayRunsNothing() {
    assertThat(CheckedWorkflow.script("A=(\n  docker push ghcr.io/a:1\n)\n").pushes()).isEmpty();
  }

  /** What a login in some cases only has for a password accuses nobody in the others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker login h.io -p $NO                         ~ true
          if [ "$X" = y ]; then docker login h.io -p $NO; fi ~ false
          [ -n "$X" ] && docker login h.io -p $NO          ~ false
          if [ "$X" = y ]; then :; fi; docker login h.io -p $NO ~ true
          [ -n "$X" ] && :; docker login h.io -p $NO       ~ true
          while [ -n "$X" ]; do :; done; docker login h.io -p $NO ~ true
          case "$X" in y) :;; esac; docker login h.io -p $NO ~ true
          """)
  void aLoginInSomeCases(String login, boolean accused) {
    CheckedWorkflow checked = CheckedWorkflow.script(login + "\ndocker push h.io/a:$GITHUB_SHA");

    assertThat(checked.rules().contains("secret-unbound")).isEqualTo(accused);
  }

  /** A registry is the same in small letters, which names of images must have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          docker push $(echo ghcr.io/A | tr A-Z a-z):1                       ~ none
          docker push $(echo h.io/A | tr A-Z a-z):1                          ~ login
          docker push $(echo "h.io/$A" | tr '[:upper:]' '[:lower:]'):1       ~ login
          docker push $(echo -n "ghcr.io/$A" | tr '[A-Z]' '[a-z]'):1         ~ none
          R=ghcr.io; docker push $(printf '%s' "$R/A" | tr A-Z a-z):1        ~ none
          R=ghcr.io; docker push $(tr A-Z a-z <<< "$R/A"):1                  ~ none
          R=h.io; docker push $(tr A-Z a-z <<< $R/A):1                       ~ login
          docker push `echo ghcr.io/A | tr A-Z a-z`:1                        ~ none
          docker push $(echo ghcr.io/${{ github.actor }} | tr A-Z a-z):1     ~ none
          docker push $(echo 'ghcr.io/$A' | tr A-Z a-z):1                    ~ unknown
          docker push $(echo ghcr.io/A | tr a-z A-Z):1                       ~ unknown
          docker push $(echo ghcr.io/A | sed s/A/a/):1                       ~ unknown
          docker push $(cat ghcr.io/A | tr A-Z a-z):1                        ~ unknown
          docker push $(echo ghcr.io/A h.io | tr A-Z a-z):1                  ~ unknown
          """)
  void aNameIsWrittenInSmallLetters(String script, String access) {
    CheckedWorkflow.script("docker login h.io -p $K\n" + script).assertOnlyPush(access);
  }

  /** A program has the credentials of a variable only if it gets the variable. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          DOCKER_AUTH_CONFIG=$K; docker push h.io/a:1                            ~ none
          DOCKER_AUTH_CONFIG=$K docker push h.io/a:1                             ~ own
          export DOCKER_AUTH_CONFIG=$K; docker push h.io/a:1                     ~ own
          export DOCKER_AUTH_CONFIG=$K; unset DOCKER_AUTH_CONFIG; docker push h.io/a:1 ~ none
          export DOCKER_AUTH_CONFIG=$K; export -n DOCKER_AUTH_CONFIG; docker push h.io/a:1 ~ none
          """)
  void aProgramGetsWhatIsExported(String script, String access) {
    CheckedWorkflow.script(script).assertOnlyPush(access);
  }

  /** What these programs find without a login is in their sources. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          krane push x.tar eu.gcr.io/a:1                        ~ unknown
          crane push x.tar eu.gcr.io/a:1                        ~ none
          GITHUB_TOKEN=$K krane push x.tar ghcr.io/a:1          ~ unknown
          krane push x.tar ghcr.io/a:1                          ~ none
          export GITHUB_TOKEN=$K; krane push x.tar ghcr.io/a:1  ~ unknown
          flux push artifact oci://eu.gcr.io/a:1 --provider gcp ~ unknown
          flux push artifact oci://eu.gcr.io/a:1                ~ none
          """)
  void whatAProgramFindsByItself(String script, String access) {
    assertThat(CheckedWorkflow.script(script).result().pushes())
        .singleElement()
        .matches(it -> it.access().equals(access));
  }
}
