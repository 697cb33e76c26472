package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands and actions push; expectations are those of the tools' manuals. */
class PushRecognitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          skopeo copy oci:x docker://h.io/a:1                ~ skopeo copy h.io/a:1 none
          skopeo copy -a oci:x docker://h.io/a:1 --new x     ~ skopeo copy h.io/a:1 none
          skopeo sync --src dir --dest docker images h.io/b  ~ skopeo sync  none
          skopeo sync -s docker -d docker x.io/a h.io        ~ skopeo sync  none
          docker push h.io/a:1                               ~ docker push h.io/a:1 none
          docker push -a h.io/a                              ~ docker push h.io/a none
          docker --context x image push h.io/a:1             ~ docker image push h.io/a:1 none
          docker manifest push --purge h.io/a:1              ~ docker manifest push h.io/a:1 none
          docker buildx build --push -t h.io/a:1 -t b/c:2 .  ~ docker buildx build h.io/a:1,b/c:2 none
          docker build -o type=registry -t h.io/a:1 .        ~ docker build h.io/a:1 none
          docker buildx bake --push                          ~ docker buildx bake  none
          docker buildx bake --set *.output=type=registry    ~ docker buildx bake  none
          docker buildx imagetools create -t h.io/a:1 h.io/b ~ docker buildx imagetools create h.io/a:1 none
          docker compose push                                ~ docker compose push  none
          docker compose -f x.yml build --push web           ~ docker compose build  none
          docker-compose push web                            ~ docker-compose push  none
          nerdctl push h.io/a:1                              ~ nerdctl push h.io/a:1 none
          podman push h.io/a:1                               ~ podman push h.io/a:1 none
          podman push a docker://h.io/a:1                    ~ podman push h.io/a:1 none
          podman manifest push --all list h.io/a:1           ~ podman manifest push h.io/a:1 none
          buildah push a h.io/a:1                            ~ buildah push h.io/a:1 none
          buildah commit c docker://h.io/a:1                 ~ buildah commit h.io/a:1 none
          crane push x.tar h.io/a:1                          ~ crane push h.io/a:1 none
          crane append -b b -f x.tar -t h.io/a:1             ~ crane append h.io/a:1 none
          crane mutate h.io/a:1 -e K=v -t h.io/a:2           ~ crane mutate h.io/a:2 none
          crane mutate h.io/a:1 --label k=v                  ~ crane mutate h.io/a:1 none
          gcrane cp x.io/a:1 h.io/a:1                        ~ gcrane cp h.io/a:1 none
          crane tag h.io/a:1 latest                          ~ crane tag h.io/a:1 none
          oras push -a k=v h.io/a:1 x.txt                    ~ oras push h.io/a:1 none
          oras cp x.io/a:1 h.io/a:1                          ~ oras cp h.io/a:1 none
          oras attach --artifact-type x h.io/a:1 x.txt       ~ oras attach h.io/a:1 none
          regctl -v info image copy x.io/a:1 h.io/a:1        ~ regctl image copy h.io/a:1 none
          helm push x-1.tgz oci://h.io/charts                ~ helm push  none
          sudo -E /usr/bin/docker push h.io/a:1              ~ docker push h.io/a:1 none
          sudo -u ci docker push h.io/a:1                    ~ docker push h.io/a:1 none
          xargs -I {} docker push h.io/a:1                   ~ docker push h.io/a:1 none
          nix run nixpkgs#skopeo copy oci:x docker://h.io/a:1    ~ skopeo copy h.io/a:1 none
          nix run nixpkgs#skopeo -- copy oci:x docker://h.io/a:1 ~ skopeo copy h.io/a:1 none
          dagger call publish                                ~ dagger call publish  none
          """)
  void aPushIsRecognisedAndHasNoCredentials(String script, String push) {
    CheckedWorkflow judged = CheckedWorkflow.script(script);

    assertThat(judged.pushes()).containsExactly(push);
    assertThat(judged.rules()).contains("push-unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skopeo copy docker://h.io/a:1 oci:x",
        "skopeo copy docker://h.io/a:1 dir:docker",
        "skopeo sync --src docker --dest dir h.io/a x",
        "skopeo inspect docker://h.io/a:1",
        "docker cp h.io/a:1 x",
        "docker buildx build --push=false -t h.io/a:1 .",
        "docker buildx build --push=0 -t h.io/a:1 .",
        "docker buildx build --push=F -t h.io/a:1 .",
        "docker buildx build --push --call=check -t h.io/a:1 .",
        "docker buildx build --push --check -t h.io/a:1 .",
        "docker buildx build --push --help",
        "docker buildx bake --push --print",
        "docker buildx bake --push --list=targets",
        "KO_DOCKER_REPO=kind.local ko build ./cmd/x",
        "KO_DOCKER_REPO=ko.local/x ko build ./cmd/x",
        "KO_DOCKER_REPO=h.io/a ko build --local ./cmd/x",
        "KO_DOCKER_REPO=h.io/a ko build -L ./cmd/x",
        "P=false; docker buildx build --push=$P -t h.io/a:1 .",
        "P=false; KO_DOCKER_REPO=h.io/a ko build --push=${P} .",
        "docker buildx build -o type=docker -t h.io/a:1 .",
        "docker buildx imagetools create --dry-run -t h.io/a:1 h.io/b",
        "docker compose build",
        "docker compose --dry-run push",
        "docker run --rm x push h.io/a:1",
        "docker pull h.io/a:1",
        "podman push a dir:x",
        "podman push dir:x",
        "timoni mod push ./m ./other",
        "docker buildx imagetools create h.io/b",
        "eval",
        "buildah commit c h.io/a:1",
        "crane append -b b -f x.tar -t h.io/a:1 -o x",
        "crane mutate h.io/a:1 -o x.tar",
        "crane pull h.io/a:1 x.tar",
        "oras push --oci-layout x:1 y",
        "oras cp --to-oci-layout h.io/a:1 x:1",
        "regctl image copy h.io/a:1 ocidir://x",
        "helm push x-1.tgz ./charts",
        "git push docker push",
        "dagger call build --publish=false",
      })
  void whatPushesToNoRegistryIsLeftAlone(String script) {
    CheckedWorkflow judged = CheckedWorkflow.script(script);

    assertThat(judged.pushes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker -c prod push h.io/a:1                        ~ docker push h.io/a:1
          docker --unknown x push h.io/a:1                    ~ docker push h.io/a:1
          podman --connection x push h.io/a:1                 ~ podman push h.io/a:1
          nerdctl -n k8s.io push h.io/a:1                     ~ nerdctl push h.io/a:1
          docker compose --ansi never push                    ~ docker compose push
          docker compose -p proj push                         ~ docker compose push
          docker manifest push -p h.io/a:1                    ~ docker manifest push h.io/a:1
          $(nix-build -A x)/bin/skopeo copy a docker://h.io/a ~ skopeo copy h.io/a
          cat list | xargs docker push                        ~ docker push
          docker buildx build --output type=image,name=h.io/a,push=true . ~ docker buildx build h.io/a
          docker buildx build -o type=registry,name=h.io/$N,oci=true . ~ docker buildx build h.io/$N
          docker buildx build -o 'type=registry,"name=h.io/a,h.io/b"' . ~ docker buildx build h.io/a,h.io/b
          docker buildx build -o 'type=registry,"name=h.io/a",oci=true' . ~ docker buildx build h.io/a
          flux push artifact oci://h.io/a:1 --path=x          ~ flux push artifact h.io/a:1
          manifest-tool push from-args --target h.io/a:1      ~ manifest-tool push from-args h.io/a:1
          KO_DOCKER_REPO=h.io/a ko build ./cmd/x              ~ ko build h.io/a
          pack build h.io/a:1 --publish                       ~ pack build h.io/a:1
          executor --destination h.io/a:1 --context .         ~ executor h.io/a:1
          cosign sign --yes h.io/a@sha256:00                  ~ cosign sign h.io/a@sha256:00
          sudo bash -c 'docker push h.io/a:1'                 ~ docker push h.io/a:1
          nix --extra-experimental-features 'a b' run nixpkgs#skopeo -- copy a docker://h.io/a ~ skopeo copy h.io/a
          nix-shell -p skopeo --run 'skopeo copy a docker://h.io/a' ~ skopeo copy h.io/a
          flux tag artifact oci://h.io/a:1 --tag latest       ~ flux tag artifact h.io/a:1
          timoni mod push ./m oci://h.io/a -v 1.0.0           ~ timoni mod push h.io/a
          timoni mod push ./m oci://h.io/a --source oci://x   ~ timoni mod push h.io/a
          timoni mod push ./m oci://h.io/a --source https://x ~ timoni mod push h.io/a
          timoni mod push ./m $ADDRESS                        ~ timoni mod push $ADDRESS
          A=(docker push h.io/a:1); eval "${A[@]}"            ~ docker push h.io/a:1
          wash push h.io/a:1 x.wasm                           ~ wash push h.io/a:1
          cosign attest --predicate x h.io/a:1                ~ cosign attest h.io/a:1
          cosign attach sbom --sbom x h.io/a:1                ~ cosign attach sbom h.io/a:1
          ko build --push=$PUSH ./cmd/x                       ~ ko build
          KO_DOCKER_REPO=ko.locally.io ko build ./cmd/x       ~ ko build ko.locally.io
          docker push -q -- h.io/a:1                          ~ docker push h.io/a:1 none
          skopeo copy dir:x docker://h.io/a:1 --dest-creds    ~ skopeo copy h.io/a:1 none
          docker buildx imagetools create --dry-run=false -t h.io/a h.io/b ~ docker buildx imagetools create h.io/a
          docker buildx build --push=1 -t h.io/a .            ~ docker buildx build h.io/a
          docker buildx build --push --call build -t h.io/a . ~ docker buildx build h.io/a
          docker buildx build --push --call=$CALL -t h.io/a . ~ docker buildx build h.io/a
          docker buildx bake --push --print=false             ~ docker buildx bake
          A='--no-cache --push'; docker build $A -t h.io/a:1 . ~ docker build h.io/a:1
          docker buildx build --cache-to type=registry,ref=h.io/c -t h.io/a:1 . ~ docker buildx build h.io/a:1
          docker buildx build -t h.io/a:1 -o type=image,push=${{ inputs.push }} . ~ docker buildx build h.io/a:1
          docker buildx imagetools create $(printf -- '-t %s ' $TAGS) h.io/a ~ docker buildx imagetools create
          docker buildx build -o type=image,push=true,name=h.io/a@b . ~ docker buildx build ***@b
          """)
  void aPushIsSeenWhereverItsProgramHasIt(String script, String push) {
    CheckedWorkflow judged = CheckedWorkflow.script(script);

    assertThat(judged.pushes()).singleElement().matches(it -> it.startsWith(push), push);
    assertThat(judged.rules()).doesNotContain("credential-literal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker push ttl.sh/a:1h",
        "docker push localhost:5000/a",
        "docker push localhost/a",
        "podman push a 127.0.0.1:5000/a",
        "crane push x.tar [::1]:5000/a",
        "docker push 127.0.0.2:5000/a",
        "docker push registry.localhost:5000/a",
      })
  void aRegistryThatAsksForNothingNeedsNoLogin(String script) {
    assertThat(CheckedWorkflow.script(script).rules()).doesNotContain("push-unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "make push-image",
        "just publish",
        "npm run docker:push",
        "go run ./cmd/release",
        "./mvnw jib:build",
        "./gradlew jib",
        "nix run .#push",
        "goreleaser release",
        "earthly --push +all",
        "make IMAGE=h.io/a all",
      })
  void whatMayPushIsSaidInOneLine(String script) {
    CheckedWorkflow judged = CheckedWorkflow.script(script);

    assertThat(judged.notes()).singleElement().asString().contains("may push");
    assertThat(judged.rules()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "make test",
        "npm run lint",
        "./mvnw verify",
        "go run ./cmd/gen",
        "just",
        "earthly --PUSH +all"
      })
  void whatDoesNotSoundLikeAPushIsNoNoise(String script) {
    assertThat(CheckedWorkflow.script(script).notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ echo P=$K; } >> \"$GITHUB_ENV\"",
        "echo P=$K | tee -a $GITHUB_ENV",
        "cat >> $GITHUB_ENV <<EOF\nA=b\nP=$K\nEOF",
        "printf 'P=%s\\n' \"$K\" >> $GITHUB_ENV",
      })
  void aVariableIsSetForLaterSteps(String script) {
    CheckedWorkflow judged =
        CheckedWorkflow.steps(
            "- env: {K: '${{ secrets.K }}'}\n  run: |\n"
                + script.indent(4)
                + "- run: skopeo copy --dest-creds=ci:$P dir:x docker://h.io/a:$GITHUB_SHA\n");

    assertThat(judged.rules()).isEmpty();
    assertThat(judged.result().pushes().get(0).secrets()).containsExactly("K");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          some/action@v1                    ~ unknown
          hashicorp/vault-action@v3         ~ unknown
          actions/checkout@v4               ~ none
          docker/setup-buildx-action@v3     ~ none
          aws-actions/amazon-ecr-login@v2   ~ none
          """)
  void anActionThatIsNotKnownMayHaveLoggedIn(String action, String access) {
    CheckedWorkflow judged =
        CheckedWorkflow.steps("- uses: " + action + "\n- run: docker push h.io/a:$GITHUB_SHA\n");

    assertThat(judged.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA " + access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          github.ref == 'x'      ~ github.ref == 'x'                 ~ login
          github.ref == 'x'      ~ github.ref == 'x' && inputs.push  ~ login
          ${{ github.ref == 'x' }} ~ github.ref=='x'                 ~ login
          always()               ~ github.ref == 'x'                 ~ login
          github.ref == 'x'      ~ github.ref == 'y'                 ~ unknown
          false                  ~ github.ref == 'y'                 ~ none
          """)
  void aLoginCountsUnderTheSameCondition(String login, String push, String access) {
    CheckedWorkflow judged =
        CheckedWorkflow.steps(
            "- if: \""
                + login
                + "\"\n  run: docker login h.io -u ci -p ${{ secrets.K }}\n"
                + "- if: \""
                + push
                + "\"\n  run: docker push h.io/a:$GITHUB_SHA\n");

    assertThat(judged.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA " + access);
  }

  @Test
  void theImagesOfMetadataAreThoseOfThePush() {
    CheckedWorkflow judged =
        CheckedWorkflow.steps(
            """
            - id: meta
              uses: docker/metadata-action@v5
              with: {images: "ghcr.io/a/b"}
            - uses: docker/build-push-action@v6
              with: {push: true, tags: "${{ steps.meta.outputs.tags }}"}
            """);

    assertThat(judged.messages()).contains("pushes to ghcr.io");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ghcr.io/a/b               ~ ghcr.io/a/b:${{ steps.meta.outputs.version }} none
          name=ghcr.io/a/b          ~ ghcr.io/a/b:${{ steps.meta.outputs.version }} none
          name=ghcr.io/a/b,enable=true ~ ghcr.io/a/b:${{ steps.meta.outputs.version }} none
          name=ghcr.io/a/b,enable=${{ github.ref == 'x' }} ~ ghcr.io/a/b:${{ steps.meta.outputs.version }} unknown
          """)
  void theTagsOfMetadataAreGivenToImagetools(String images, String push) {
    CheckedWorkflow judged =
        CheckedWorkflow.steps(
            """
            - uses: docker/login-action@v3
              with: {registry: i.io, password: "${{ secrets.K }}"}
            - id: meta
              uses: docker/metadata-action@v5
              with: {images: "IMAGES"}
            - run: |
                docker buildx imagetools create $(jq -cr '.tags | map("-t " + .) | join(" ")' \\
                  <<< "$DOCKER_METADATA_OUTPUT_JSON") h.io/x@sha256:0
            """
                .replace("IMAGES", images));

    assertThat(judged.pushes()).containsExactly("docker buildx imagetools create " + push);
  }

  /** A name may hold a user and a password before the host (RFC 3986, 3.2.1). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ci:hunter2@h.io/a:1              ~ ***@h.io/a:1
          ci:hun@ter2@h.io/a:1             ~ ***@h.io/a:1
          https://ci:hunter2@h.io/a:1      ~ https://***@h.io/a:1
          ci:hunter2@h.io/a@sha256:00      ~ ***@h.io/a@sha256:00
          ci:hunter2@h.io/a@$DIGEST        ~ ***@h.io/a@$DIGEST
          h.io/a@sha256:00                 ~ h.io/a@sha256:00
          h.io/a@$DIGEST                   ~ h.io/a@$DIGEST
          """)
  void theNameOfAnImageIsShownWithoutCredentials(String image, String shown) {
    assertThat(CheckedWorkflow.script("docker push " + image).pushes())
        .containsExactly("docker push " + shown + " none");
  }

  /** What a command prints may be made of other tags than those of docker/metadata-action. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker buildx build --push -t ${{ steps.m.outputs.tags }} . ~ login
          docker buildx imagetools create $(./tags) h.io/x            ~ unknown
          """)
  void theTagsOfMetadataAreThoseOfABuildThatNamesThem(String script, String access) {
    CheckedWorkflow.steps(
            """
            - uses: docker/login-action@v3
              with: {registry: h.io, password: "${{ secrets.K }}"}
            - id: m
              uses: docker/metadata-action@v5
              with: {images: h.io/a}
            - run: SCRIPT
            """
                .replace("SCRIPT", script))
        .assertOnlyPush(access);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          skopeo copy --dest-username ci --dest-password $K oci:x docker://h.io/a:$GITHUB_SHA
          skopeo sync --dest-creds ci:$K --src dir --dest docker images h.io
          oras push --password-stdin h.io/a:$GITHUB_SHA x.txt <<<"$K"
          echo "$K" | oras push -u ci --password-stdin h.io/a:$GITHUB_SHA x.txt
          oras cp --from-password x --to-password $K x.io/a:1 h.io/a:$GITHUB_SHA
          helm push x-1.tgz oci://h.io/charts --username ci --password $K
          IMGPKG_REGISTRY_PASSWORD="$K" imgpkg push -b h.io/a:$GITHUB_SHA -f .
          export DOCKER_AUTH_CONFIG="$K"; docker push h.io/a:$GITHUB_SHA
          dagger call publish --registry-password=env:K
          dagger call publish --registry-password=K
          dagger call publish --creds env://K
          """)
  void aPushBringsItsOwnCredentials(String script) {
    CheckedWorkflow judged = CheckedWorkflow.script(script);

    assertThat(judged.rules()).isEmpty();
    assertThat(judged.result().pushes()).singleElement().matches(it -> it.access().equals("own"));
    assertThat(judged.result().pushes().get(0).secrets()).containsExactly("K");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker login h.io -u ci -p $K         ~ docker push h.io/a:1           ~ login
          docker login h.io -u ci -p $K         ~ skopeo copy dir:x docker://h.io/a:1 ~ login
          docker login h.io -u ci -p $K         ~ helm push x.tgz oci://h.io/c   ~ login
          docker login h.io -u ci -p $K         ~ crane push x.tar h.io/a:1      ~ login
          podman login h.io -u ci -p $K         ~ buildah push a h.io/a:1        ~ login
          podman login h.io -u ci -p $K         ~ crane push x.tar h.io/a:1      ~ login
          podman login h.io -u ci -p $K         ~ docker push h.io/a:1           ~ none
          skopeo login h.io -u ci -p $K         ~ oras push h.io/a:1 x           ~ none
          helm registry login h.io -u ci -p $K  ~ helm push x.tgz oci://h.io/c   ~ login
          helm registry login h.io -u ci -p $K  ~ docker push h.io/a:1           ~ none
          regctl registry login h.io -u ci --pass $K ~ regctl image copy a h.io/a:1 ~ login
          crane auth login h.io -u ci -p $K     ~ docker push h.io/a:1           ~ login
          skopeo login h.io -u ci -p $K --authfile f ~ docker push h.io/a:1      ~ login
          skopeo login h.io -u ci -p $K         ~ skopeo copy --dest-no-creds dir:x docker://h.io/a:1 ~ none
          docker login h.io -u ci -p $K         ~ docker compose push            ~ unknown
          podman login h.io -u ci -p $K         ~ docker compose push            ~ none
          cp secret.json $HOME/.docker/config.json  ~ docker push h.io/a:1           ~ unknown
          echo "$K" > "$HOME/.docker/config.json" ~ crane push x h.io/a:1        ~ unknown
          cat $HOME/.docker/config.json          ~ docker push h.io/a:1           ~ none
          aws ecr get-login-password            ~ docker push h.io/a:1           ~ none
          gcloud auth configure-docker          ~ docker push h.io/a:1           ~ none
          gcloud auth configure-docker          ~ docker push eu.gcr.io/a/b:1    ~ login
          gcloud auth configure-docker h.io -q  ~ docker push h.io/a:1           ~ login
          az acr login --name x                 ~ docker push x.azurecr.io/a:1   ~ login
          az acr login --name x                 ~ docker push h.io/a:1           ~ none
          docker login h.io -u ci -p $K; docker logout h.io ~ docker push h.io/a:1 ~ none
          docker login h.io -u ci -p $K; docker logout i.io ~ docker push h.io/a:1 ~ login
          podman login h.io -u ci -p $K; podman logout --all ~ podman push h.io/a:1 ~ none
          . ./not-there.sh                      ~ docker push h.io/a:1           ~ unknown
          :                                     ~ skopeo copy oci:x "$TO"        ~ unknown
          for it in a b; do                     ~ docker push $it; done          ~ none
          for it in $(./list); do                     ~ docker push $it; done          ~ unknown
          eval "$X"                             ~ docker push $IMG               ~ unknown
          export REGISTRY_AUTH_FILE=x           ~ podman push h.io/a:1           ~ unknown
          export DOCKER_AUTH_CONFIG=$K          ~ skopeo copy dir:x docker://h.io/a:1 ~ none
          """)
  void aLoginCountsForProgramsThatLookAtIt(String login, String push, String access) {
    CheckedWorkflow judged = CheckedWorkflow.script(login + "\n" + push);

    judged.assertOnlyPush(access);
  }

  @Test
  void aLoginThatTheProgramDoesNotLookAtIsTold() {
    CheckedWorkflow judged =
        CheckedWorkflow.script("podman login h.io -u ci -p $K\ndocker push h.io/a:$GITHUB_SHA");

    assertThat(judged.result().findings().get(0).related())
        .singleElement()
        .matches(it -> it.text().equals("a login that docker push does not look at"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker/build-push-action@v6 ~ push: true, tags: 'h.io/a:1' ~ docker/build-push-action h.io/a:1 none
          depot/build-push-action@v1  ~ push: true, tags: 'h.io/a:1' ~ depot/build-push-action h.io/a:1 none
          docker/bake-action@v6       ~ push: true                   ~ docker/bake-action  none
          docker/build-push-action@v6 ~ outputs: 'type=image,push=true', tags: 'h.io/a:1' ~ docker/build-push-action h.io/a:1 none
          docker/build-push-action@v6 ~ outputs: 'type=image,push=true,annotation.by=x@example.org', tags: 'h.io/a:1' ~ docker/build-push-action h.io/a:1 none
          https://data.forgejo.org/docker/build-push-action@v6 ~ push: true, tags: 'h.io/a:1' ~ docker/build-push-action h.io/a:1 none
          redhat-actions/push-to-registry@v2 ~ image: a, tags: v1, registry: h.io ~ redhat-actions/push-to-registry v1 none
          redhat-actions/push-to-registry@v2 ~ tags: 'h.io/a:1 h.io/a:2' ~ redhat-actions/push-to-registry h.io/a:1,h.io/a:2 none
          redhat-actions/push-to-registry@v2 ~ image: a, registry: h.io, password: '${{ secrets.K }}' ~ redhat-actions/push-to-registry a own
          """)
  void anActionPushes(String action, String with, String push) {
    CheckedWorkflow judged =
        CheckedWorkflow.steps("- uses: " + action + "\n  with: {" + with + "}\n");

    assertThat(judged.pushes()).containsExactly(push);
  }

  @Test
  void anActionWithoutPushBuildsOnly() {
    assertThat(
            CheckedWorkflow.steps(
                    "- uses: docker/build-push-action@v6\n  with: {push: false, tags: h.io/a:1}\n")
                .pushes())
        .isEmpty();
  }

  @Test
  void whatTheActionOfDaggerCallsIsSaidNotToBeFollowed() {
    assertThat(CheckedWorkflow.steps("- uses: dagger/dagger-for-github@v8\n").notes())
        .containsExactly("what this action calls is not followed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --registry-password=correct-horse              ~ credential-literal
          --token=$NOT_SET                               ~ secret-unbound
          --token=env:NOT_SET                            ~ secret-unbound
          --token=NOT_SET                                ~ secret-unbound
          --token=file:x                                 ~
          --password-file=./x                            ~
          --secret-name=registry                         ~ push-unauthenticated
          --registry-username=ci                         ~ push-unauthenticated
          --tokens-per-second=5                          ~ push-unauthenticated
          """)
  void anArgumentOfDaggerIsACredentialByItsLastWord(String argument, @Nullable String rule) {
    CheckedWorkflow judged = CheckedWorkflow.script("dagger call publish --src=. " + argument);

    assertThat(judged.rules()).isEqualTo(rule == null ? List.of() : List.of(rule));
    assertThat(judged.messages()).doesNotContain("correct-horse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          h.io/a:latest                         ~ true
          h.io/a                                ~ true
          h.io/a:v1.2.3                         ~ true
          h.io/a:$SHARED                        ~ true
          h.io/a:${{ vars.SHARED_TAG }}         ~ true
          h.io/a:${{ github.ref_name }}         ~ true
          h.io/a:v1-$GITHUB_SHA                 ~ false
          h.io/a:v1-${GITHUB_SHA::7}            ~ false
          h.io/a:${{ github.sha }}              ~ false
          h.io/a:${{ github.run_number }}       ~ false
          h.io/a:$(git rev-parse --short HEAD)  ~ false
          h.io/a@sha256:0000                    ~ false
          """)
  void aTagThatMayRepeatIsFound(String image, boolean found) {
    String tags = "SHARED=stable\ndocker login h.io -p $K\ndocker push \"" + image + "\"";

    assertThat(CheckedWorkflow.script(tags).rules().contains("tag-mutable")).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${{ steps.meta.outputs.version }}", "$TAG", "$(cat VERSION)"})
  void aTagThatCannotBeKnownIsSaidAndIsNoFinding(String tag) {
    CheckedWorkflow judged =
        CheckedWorkflow.script("docker login h.io -p $K\ndocker push h.io/a:" + tag);

    assertThat(judged.rules()).isEmpty();
    assertThat(judged.notes())
        .anyMatch(it -> it.startsWith("whether the tag ") && it.endsWith(" repeats is not known"));
  }
}
