package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.SourceSpan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file whose merge is not finished is told as that, with its line, whatever format it has; and
 * what looks like markers within a text is left alone. Nix 2.8, CPython 3.11 and PyYAML 6 refuse
 * the former and take the latter; BuildKit stops at an instruction that it does not know.
 */
class MergeConflictTest {
  private static final String DOCKERFILE = "containers/web/Dockerfile";
  private static final String NIX = "containers/web/default.nix";
  private static final String PYTHON = "containers/web/container.py";
  private static final String INVENTORY = "service-versions.yaml";

  @TempDir private Path root;

  static Stream<Arguments> conflicts() {
    return Stream.of(
        conflict(
            DOCKERFILE,
            "FROM alpine\n",
            "ARG CONTAINER_APP_VERSION=1.2.3\n",
            "ARG CONTAINER_APP_VERSION=1.2.4\n",
            "RUN true\n"),
        conflict(NIX, "{\n", "  version = \"1.2.3\";\n", "  version = \"1.2.4\";\n", "}\n"),
        conflict(NIX, "{ version =\n", "\"1.2.3\"\n", "\"1.2.4\"\n", "; }\n"),
        conflict(PYTHON, "import os\n", "VERSION = '1.2.3'\n", "VERSION = '1.2.4'\n", ""),
        conflict(
            PYTHON, "def f():\n    x = 1\n", "    y = 1\n", "    y = 2\n", "VERSION = '1.2.3'\n"),
        conflict(
            INVENTORY,
            "services:\n- name: web\n",
            "  current-version: 1.2.3\n",
            "  current-version: 1.2.4\n",
            "- name: other\n"),
        conflict(
            INVENTORY,
            "services:\n",
            "- name: web\n  current-version: 1.2.3\n",
            "- name: web\n  current-version: 1.2.4\n",
            ""));
  }

  private static Arguments conflict(
      String file, String before, String ours, String theirs, String after) {
    return Arguments.of(file, before, ours, theirs, after);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("conflicts")
  void anUnfinishedMergeIsToldAsThat(
      String file, String before, String ours, String theirs, String after) throws Exception {
    int line = before.split("\n", -1).length;
    for (String base : List.of("", "||||||| 4f2a000\n" + ours)) {
      for (String other : List.of(theirs, ours)) {
        String text =
            before
                + "<<<<<<< HEAD\n"
                + ours
                + base
                + "=======\n"
                + other
                + ">>>>>>> bump\n"
                + after;
        assertConflict(file, text, line);
        assertConflict(file, text.replace("\n", "\r\n"), line);
      }
    }
  }

  private void assertConflict(String file, String text, int line) throws Exception {
    assertThat(findings(Map.of(file, text)))
        .as(text)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.message()).isEqualTo("the file holds an unresolved merge conflict");
              assertThat(it.location()).isEqualTo(new SourceSpan(file, line, 1, line, 8));
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("leftovers")
  void aSingleMarkerThatWasForgottenIsToldToo(String file, String text) throws Exception {
    assertThat(findings(Map.of(file, text)))
        .extracting(Finding::message)
        .containsExactly("the file holds an unresolved merge conflict");
  }

  static Stream<Arguments> leftovers() {
    return Stream.of(
        Arguments.of(DOCKERFILE, "FROM alpine\nARG CONTAINER_APP_VERSION=1.2.3\n>>>>>>> bump\n"),
        Arguments.of(DOCKERFILE, "FROM alpine\n=======\nARG CONTAINER_APP_VERSION=1.2.3\n"),
        Arguments.of(NIX, "{ version = \"1.2.3\"; }\n>>>>>>> bump\n"),
        Arguments.of(PYTHON, "VERSION = '1.2.3'\n>>>>>>> bump\n"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("texts")
  void whatLooksLikeAConflictWithinATextIsLeftAlone(String file, String text) throws Exception {
    assertThat(findings(Map.of(file, text))).isEmpty();
  }

  static Stream<Arguments> texts() {
    String markers = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> bump\n";
    return Stream.of(
        Arguments.of(
            DOCKERFILE,
            "FROM alpine\nARG CONTAINER_APP_VERSION=1.2.3\nRUN cat <<EOF\n" + markers + "EOF\n"),
        Arguments.of(NIX, "{ version = \"1.2.3\"; x = ''\n" + markers + "''; }\n"),
        Arguments.of(PYTHON, "VERSION = '1.2.3'\nX = '''\n" + markers + "'''\n"),
        Arguments.of(
            INVENTORY,
            "services:\n- name: web\n  current-version: 1.2.3\n  notes: |\n    "
                + markers.replace("\n", "\n    ")
                + "\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("followed")
  void aFollowedFileIsNamed(String file, String expression, String text) throws Exception {
    assertThat(findings(Map.of(NIX, expression, file, text)))
        .singleElement()
        .satisfies(
            it -> assertThat(it.message()).contains(file).contains("an unresolved merge conflict"));
  }

  static Stream<Arguments> followed() {
    return Stream.of(
        Arguments.of(
            "containers/web/v.nix",
            "{ version = import ./v.nix; }",
            "<<<<<<< HEAD\n\"1.2.3\"\n=======\n\"1.2.4\"\n>>>>>>> bump\n"),
        Arguments.of(
            "containers/web/v.json",
            "{ version = (builtins.fromJSON (builtins.readFile ./v.json)).v; }",
            "{\n<<<<<<< HEAD\n\"v\": \"1.2.3\"\n=======\n\"v\": \"1.2.4\"\n>>>>>>> bump\n}\n"));
  }

  private List<Finding> findings(Map<String, String> files) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(INVENTORY, "services:\n- name: web\n  current-version: 1.2.3\n");
    if (files.containsKey(INVENTORY)) {
      all.put(DOCKERFILE, "ARG CONTAINER_APP_VERSION=1.2.3\n");
    }
    all.putAll(files);
    return new ExampleRepository(root).with(all).outcome().findings();
  }
}
