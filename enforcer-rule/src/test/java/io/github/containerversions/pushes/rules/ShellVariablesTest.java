package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What scripts and Makefiles push, by the tables that bash and make have answered. */
class ShellVariablesTest {

  static List<String[]> variables() throws IOException {
    return rows("/shell-variables.tsv");
  }

  static List<String[]> scripts() throws IOException {
    return rows("/shell-pushes.tsv");
  }

  static List<String[]> makefiles() throws IOException {
    return rows("/make-pushes.tsv");
  }

  private static List<String[]> rows(String table) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ShellVariablesTest.class.getResourceAsStream(table)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(it -> !it.startsWith("#"))
          .map(it -> it.split("\t", -1))
          .toList();
    }
  }

  /** What is one thing in some cases and another in others is one of both. */
  @ParameterizedTest
  @MethodSource("variables")
  void aVariableIsWhatBashSays(String script, String yes, String no) {
    CheckedWorkflow checked = CheckedWorkflow.script(script + "\ndocker push \"$R/a:1\"");

    assertThat(checked.pushes())
        .containsExactly("docker push " + (yes.equals(no) ? yes : "$R") + "/a:1 none");
    assertThat(checked.messages())
        .containsAnyOf(
            "pushes to " + yes + " ", "pushes to " + yes + " or " + no, no + " or " + yes);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptPushesWhatBashPushes(String script, String child, String images) {
    CheckedWorkflow checked =
        CheckedWorkflow.script(unescaped(script), "child.sh", "#!/bin/bash\n" + child + "\n");

    assertThat(checked.result().pushes().stream().flatMap(it -> it.images().stream()))
        .containsExactlyElementsOf(Stream.of(images.split(",", -1)).toList());
  }

  /** The environment of the job has X=h.io; what bash pushes then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ./child.sh                              ~ h.io/a
          export -n X; ./child.sh                 ~ i.io/a
          unset X; ./child.sh                     ~ i.io/a
          unset X; X=j.io; ./child.sh             ~ i.io/a
          unset X; export X=j.io; ./child.sh      ~ j.io/a
          export -n X; X=j.io ./child.sh          ~ j.io/a
          export -n X; docker push $X/b; ./child.sh ~ h.io/b,i.io/a
          export -n X; bash -c ./child.sh         ~ i.io/a
          export -n X; bash -c 'X=j.io; ./child.sh' ~ i.io/a
          export -n X; export X; ./child.sh       ~ h.io/a
          (export -n X; unset X); ./child.sh      ~ h.io/a
          """)
  void aProgramGetsOfTheEnvironmentWhatTheScriptHandsOn(String script, String images) {
    CheckedWorkflow checked =
        CheckedWorkflow.of(
            Map.of(
                CheckedWorkflow.FILE,
                """
                on: push
                jobs:
                  a:
                    env: {X: h.io}
                    steps:
                      - run: |
                          %s
                """
                    .formatted(script),
                "child.sh",
                "#!/bin/bash\ndocker push ${X:-i.io}/a\n"));

    assertThat(checked.result().pushes().stream().flatMap(it -> it.images().stream()))
        .containsExactlyElementsOf(Stream.of(images.split(",", -1)).toList());
  }

  @ParameterizedTest
  @MethodSource("makefiles")
  void aMakefilePushesWhatMakeSays(String makefile, String arguments, String images) {
    CheckedWorkflow checked =
        CheckedWorkflow.script("make " + arguments, "Makefile", unescaped(makefile));

    assertThat(checked.result().pushes().stream().flatMap(it -> it.images().stream()))
        .containsExactlyElementsOf(Stream.of(images.split(",", -1)).toList());
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
  }
}
