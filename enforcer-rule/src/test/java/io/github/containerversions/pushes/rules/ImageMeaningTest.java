package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which registry and which tag the name of an image has (the reference of Docker, "docker image
 * tag"; the grammar of distribution/reference), and what is known of both where it is chosen.
 */
class ImageMeaningTest {
  private static final String LOGIN = "docker login h.io -p $K\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker push h.io/a                      ~ login
          docker push h.io/a/b/c:1                ~ login
          docker push H.IO/a                      ~ login
          docker push h.io:5000/a                 ~ none
          docker push h.io.x/a                    ~ none
          docker push x/h.io/a                    ~ none
          docker push a                           ~ none
          docker push a:1                         ~ none
          docker push a/b:1                       ~ none
          docker push ${{ github.repository }}:1  ~ none
          docker push ${{ github.actor }}/a:1     ~ none
          docker push ${{ vars.R }}/a:1           ~ unknown
          docker push '{{.Registry}}/a:1'         ~ unknown
          """)
  void theHostIsTheFirstPartWithADotOrAPort(String script, String access) {
    CheckedWorkflow.script(LOGIN + script).assertOnlyPush(access);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a/b:1", "docker.io/a/b", "index.docker.io/a", "${{ github.repository }}:1"})
  void withoutAHostItIsDockerHub(String image) {
    CheckedWorkflow.script("docker login -u me -p $K\ndocker push " + image)
        .assertOnlyPush("login");
  }

  @Test
  void aLoginAndAPushMayNameTheSameVariable() {
    String login = "docker login ${{ vars.R }} -p $K\n";

    CheckedWorkflow.script(login + "docker push ${{ vars.R }}/a:1").assertOnlyPush("login");
    CheckedWorkflow.script(login + "docker push ${{ vars.S }}/a:1").assertOnlyPush("unknown");
    CheckedWorkflow.script(login + "docker push ghcr.io/a:1").assertOnlyPush("unknown");
  }

  /** A name without its first part is refused before any push. */
  @ParameterizedTest
  @CsvSource({"h.io, login", "ghcr.io, none"})
  void aNameThatMayBeEmptyIsPushedWhereItIsNot(String host, String access) {
    CheckedWorkflow.script(LOGIN + "if $C; then I=" + host + "/a; else I=; fi\ndocker push $I:1")
        .assertOnlyPush(access);
  }

  /** Twelve tags and two names are too many to tell apart, and their registries are not. */
  @ParameterizedTest
  @CsvSource({"h.io, h.io, login", "h.io, ghcr.io, unknown", "i.io, ghcr.io, none"})
  void ofVeryManyNamesTheRegistriesAreKnown(String one, String other, String access) {
    CheckedWorkflow.script(
            LOGIN
                + "if $C; then R="
                + one
                + "/x; else R="
                + other
                + "/y; fi\nfor t in 1 2 3 4 5 6 7 8 9 10 11 12; do docker push $R/a:$t; done")
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource({"r1.io, unknown", "r.io, none"})
  void ofVeryManyNamesTheRegistryMayBeginWithText(String login, String access) {
    CheckedWorkflow.script(
            "docker login "
                + login
                + " -p $K\nif $C; then R=1; else R=2; fi\n"
                + "for t in 1 2 3 4 5 6 7 8 9 10 11 12; do docker push r$R.io/a:$t; done")
        .assertOnlyPush(access);
  }

  /** A push to several registries needs a login to each; those without one are named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          -t h.io/a -t h.io/b       ~ login   ~ ''
          -t h.io/a -t ghcr.io/b    ~ none    ~ ghcr.io
          -t ghcr.io/b -t h.io/a    ~ none    ~ ghcr.io
          -t ghcr.io/b -t $R/a      ~ none    ~ ghcr.io
          -t $R/a -t ghcr.io/b      ~ none    ~ ghcr.io
          -t ghcr.io/b -t i.io/b    ~ none    ~ ghcr.io, i.io
          -t $R/a -t h.io/a         ~ unknown ~ ''
          """)
  void aPushToSeveralRegistriesNeedsALoginToEach(String tags, String access, String without) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(LOGIN + "docker buildx build --push " + tags + " .");

    checked.assertOnlyPush(access);
    if (!without.isEmpty()) {
      assertThat(checked.messages()).contains("docker buildx build pushes to " + without + " with");
    }
  }

  @Test
  void theRegistriesThatAScriptChoosesAmongAreNamed() {
    CheckedWorkflow checked =
        CheckedWorkflow.script("R=h.io; $C && R=i.io; docker push $R/a:$GITHUB_SHA");

    assertThat(checked.messages()).contains("docker push pushes to h.io or i.io with");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker push h.io/a:latest@sha256:0                                         ~ false ~ false
          docker push h.io:5000/a@sha256:0                                           ~ false ~ false
          docker push h.io/a:v1-$GITHUB_RUN_ID                                       ~ false ~ false
          docker push h.io:5000/a                                                    ~ true  ~ false
          T=$GITHUB_SHA; if $C; then T=$GITHUB_RUN_ID; fi; docker push h.io/a:$T     ~ false ~ false
          T=$GITHUB_SHA; if $C; then T=$(cat VERSION); fi; docker push h.io/a:$T     ~ false ~ true
          docker push h.io/a:$(git rev-parse HEAD)                                   ~ false ~ false
          docker push h.io/a:$(cat VERSION)                                          ~ false ~ true
          I=h.io/a; docker push $I                                                   ~ true  ~ false
          docker push h.io/a-$GITHUB_SHA:latest                                      ~ false ~ false
          docker push h.io/$GITHUB_RUN_ID/a                                          ~ false ~ false
          docker push h.io/commit/sha:1                                              ~ true  ~ false
          crane tag h.io/a:$GITHUB_SHA latest                                        ~ true  ~ false
          KO_DOCKER_REPO=h.io/a ko build .                                           ~ true  ~ false
          KO_DOCKER_REPO=h.io/a ko build -t $GITHUB_SHA .                            ~ false ~ false
          KO_DOCKER_REPO=h.io/a ko build --tags $GITHUB_SHA,latest .                 ~ true  ~ false
          timoni mod push ./m oci://h.io/a -v 1.0.0+$GITHUB_SHA                      ~ false ~ false
          timoni artifact push oci://h.io/a -f . -t latest                           ~ true  ~ false
          flux tag artifact oci://h.io/a:1 --tag $GITHUB_SHA                         ~ false ~ false
          flux tag artifact oci://h.io/a:$GITHUB_SHA --tag latest                    ~ true  ~ false
          docker push --all-tags h.io/a                                              ~ false ~ true
          crane copy -a x.io/a h.io/a                                                ~ false ~ true
          oras push -a k=v h.io/a:1 x.txt                                            ~ true  ~ false
          cosign sign --yes h.io/a:1                                                 ~ false ~ false
          oras attach --artifact-type x h.io/a:1 x.txt                               ~ false ~ false
          docker push h.io/a$(./suffix)                                              ~ false ~ true
          """)
  void aTagRepeatsOrIsOfOneCommitOrIsNotKnown(String script, boolean repeats, boolean unknown) {
    CheckedWorkflow checked = CheckedWorkflow.script("docker login h.io -p $K\n" + script);

    assertThat(checked.rules().contains("tag-mutable")).isEqualTo(repeats);
    assertThat(checked.notes().stream().anyMatch(it -> it.endsWith(" repeats is not known")))
        .isEqualTo(unknown);
  }
}
