package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What files of bake and Compose push, as Docker's manual describes them. */
class BakePushTest {
  private static final String HCL =
      """
      variable "R" {
        default = "a.io"
      }
      group "default" {
        targets = ["x", "y"]
      }
      target "base" {
        tags = ["b.io/base:1"]
      }
      target "x" {
        inherits = ["base"]
      }
      target "y" {
        # one, two
        tags = [
          "${R}/y:1", // three
        ]
      }
      """;

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments("all of the default group", "docker buildx bake --push", "b.io/base:1,a.io/y:1"),
        arguments("one target", "docker buildx bake --push y", "a.io/y:1"),
        arguments("without a push", "docker buildx bake", ""),
        arguments(
            "a variable of the environment", "R=c.io docker buildx bake --push y", "c.io/y:1"),
        arguments(
            "a file by its name", "docker buildx bake -f docker-bake.hcl --push y", "a.io/y:1"),
        arguments("an output", "docker buildx bake --set '*.output=type=registry' y", "a.io/y:1"),
        arguments("other tags", "docker buildx bake --push --set 'y*.tags=d.io/z' y", "d.io/z"),
        arguments(
            "tags of another target", "docker buildx bake --push --set x.tags=z y", "a.io/y:1"),
        arguments("depot", "depot bake --push y", "a.io/y:1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void theTargetsOfAFileAreBuilds(String situation, String script, String images) {
    CheckedWorkflow checked = CheckedWorkflow.script(script, "docker-bake.hcl", HCL);

    assertThat(images(checked))
        .isEqualTo(images.isEmpty() ? List.of() : List.of(images.split(",", -1)));
    assertThat(checked.rules().contains("push-unauthenticated")).isEqualTo(!images.isEmpty());
  }

  private static List<String> images(CheckedWorkflow checked) {
    return checked.result().pushes().stream().flatMap(it -> it.images().stream()).toList();
  }

  /** Where the file does not say it, the push is one to a registry that is not known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          docker buildx bake --push other
          docker buildx bake --push $TARGET
          docker buildx bake --push -f $FILE y
          docker buildx bake --push -f other.hcl y
          docker buildx bake --push -f https://h.io/x.hcl y
          docker buildx bake --push --set $SET y
          """)
  void whatTheFileDoesNotSayIsNotKnown(String call) {
    CheckedWorkflow checked =
        CheckedWorkflow.script("docker login h.io -p $K\n" + call, "docker-bake.hcl", HCL);

    checked.assertOnlyPush("unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          tags = ["${f(R)}/a"]              ~ unknown
          tags = [f("h.io")]                ~ unknown
          tags = concat(["h.io/a"], X)      ~ unknown
          tags = X ? ["h.io/a"] : []        ~ unknown
          tags = ["h.io/${f(R)}"]           ~ login
          tags = ["h.io/a:$${x}"]           ~ login
          tags = [R]                        ~ unknown
          """)
  void whatCallsAFunctionOrChoosesIsNotKnown(String tags, String access) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "docker login h.io -p $K\ndocker buildx bake --push",
            "docker-bake.hcl",
            "target \"default\" {\n  " + tags.strip() + "\n}\n");

    checked.assertOnlyPush(access);
  }

  static Stream<Arguments> files() {
    String compose = "services:\n  a:\n    build: .\n    image: ${R:-h.io}/a\n  b:\n    image: x\n";
    return Stream.of(
        arguments(
            "docker buildx bake --push",
            "docker-bake.json",
            "{\"variable\": {\"T\": {\"default\": \"1\"}},"
                + " \"target\": {\"default\": {\"tags\": [\"h.io/a:${T}\"]}}}",
            "h.io/a:1"),
        arguments("docker buildx bake --push", "compose.yaml", compose, "h.io/a"),
        arguments("docker compose push", "compose.yaml", compose, "h.io/a"),
        arguments("docker compose build --push a", "docker-compose.yml", compose, "h.io/a"),
        arguments("docker compose -f ci/c.yml push", "ci/c.yml", compose, "h.io/a"),
        arguments("R=i.io docker-compose push", "compose.yml", compose, "i.io/a"),
        arguments("docker compose build", "compose.yaml", compose, ""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("files")
  void otherFilesDescribeBuildsAsWell(String script, String file, String text, String images) {
    assertThat(images(CheckedWorkflow.script(script, file, text)))
        .isEqualTo(images.isEmpty() ? List.of() : List.of(images));
  }

  @Test
  void theActionReadsTheSameFiles() {
    CheckedWorkflow checked =
        action(
            "- uses: docker/bake-action@v6\n  env: {R: e.io}\n  with: {push: true, targets: y}\n");

    assertThat(checked.pushes()).containsExactly("docker/bake-action e.io/y:1 none");
  }

  @Test
  void aTargetMayHaveTheTagsOfDockerMetadataAction() {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                CheckedWorkflow.FILE,
                "on: push\njobs:\n  a:\n    steps:\n"
                    + """
                      - id: m
                        uses: docker/metadata-action@v5
                        with: {images: h.io/m}
                      - uses: docker/bake-action@v6
                        with:
                          files: |
                            docker-bake.hcl
                            cwd://${{ steps.m.outputs.bake-file }}
                          push: true
                      """
                        .indent(6),
                "docker-bake.hcl",
                """
                target "docker-metadata-action" {}
                target "default" {
                  inherits = ["docker-metadata-action"]
                }
                """));

    assertThat(checked.messages()).contains("docker/bake-action pushes to h.io with no");
  }

  @Test
  void anOutputInTheFileAsksForThePush() {
    String target =
        "target \"default\" {\n  tags = [\"h.io/a\"]\n  output = [\"type=registry\"]\n}\n";

    assertThat(CheckedWorkflow.script("docker buildx bake", "docker-bake.hcl", target).pushes())
        .containsExactly("docker buildx build h.io/a none");
  }

  private static CheckedWorkflow action(String steps) {
    return CheckedWorkflow.of(
        Map.of(
            CheckedWorkflow.FILE,
            "on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6),
            "docker-bake.hcl",
            HCL));
  }
}
