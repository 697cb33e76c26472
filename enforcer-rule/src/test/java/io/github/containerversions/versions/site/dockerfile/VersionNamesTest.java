package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several names counts, and the tag of the base image in place of an {@code ARG}. */
class VersionNamesTest {

  private static Reading read(String names, String dockerfile) {
    return new DockerfileReader(Arrays.asList(names.split(",")))
        .read(SourceText.of("Dockerfile", dockerfile.replace("\\n", "\n")));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A,B       | ARG B=2\\nARG A=1\\nFROM x                          | 1     | 1
          A,B       | FROM x\\nARG B=2\\nARG A                            | 2     | 2
          A,FROM    | FROM nginx:1.27.3\\nARG A=1                         | 1     | 1
          FROM,A    | FROM nginx:1.27.3\\nARG A=1                         | 1.27.3| 1.27.3
          FROM,A    | FROM nginx\\nARG A=1                                | 1     | 1
          FROM,A    | FROM scratch\\nARG A=1                              | 1     | 1
          2B,A      | FROM scratch\\nARG A=1                              | 1     | 1
          FROM      | FROM --platform=linux/amd64 nginx:1.27.3 AS web     | 1.27.3| 1.27.3
          FROM      | FROM r.example:5000/a/nginx:v1.2                    | v1.2  | v1.2
          FROM      | FROM nginx:1.27@sha256:0123                         | 1.27  | 1.27
          FROM      | FROM golang:1.25 AS build\\nFROM alpine:3.22        | 3.22  | 3.22
          FROM      | FROM alpine:3.22 AS base\\nFROM base                | 3.22  | 3.22
          FROM      | FROM alpine:3.22 AS Base\\nFROM x:1\\nFROM base     | 3.22  | 3.22
          FROM      | ARG V=1.2\\nFROM nginx:$V                           | 1.2   | $V
          FROM      | ARG V=1.2\\nFROM nginx:${V}-alpine                  | 1.2-alpine | ${V}-alpine
          FROM      | ARG V=1\\nARG V=2\\nARG V\\nFROM nginx:$V           | 2     | $V
          FROM      | FROM nginx:${V:-1.3}                                | 1.3   | ${V:-1.3}
          FROM      | ARG I=nginx\\nFROM ${I}:1.2                         | 1.2   | 1.2
          FROM      | ARG I\\nFROM ${I}/nginx:1.2                         | 1.2   | 1.2
          FROM      | ARG I=nginx:1.2\\nFROM ${I}                         | 1.2   | ${I}
          FROM      | FROM "nginx:1.2"                                    | 1.2   | "nginx:1.2"
          """)
  void theFirstThatTheFileDeclaresCounts(
      String names, String dockerfile, String version, String written) {
    Declaration declaration = read(names, dockerfile).version().orElseThrow();

    assertThat(declaration.version()).isEqualTo(version);
    assertThat(declaration.written()).isEqualTo(written);
    assertThat(Slices.of(dockerfile.replace("\\n", "\n"), declaration.location()))
        .isEqualTo(written);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A,B       | FROM x                    | none of ARG A, B is declared
          A,FROM    | FROM x                    | ARG A is not declared, and the base image has no tag
          A,B,FROM  | FROM x                    | none of ARG A, B is declared, and the base image has no tag
          A,B       | FROM x\\nARG B            | ARG B is declared without a default
          FROM      | FROM x                    | the base image has no tag
          FROM      | FROM scratch              | the base image has no tag
          FROM      | ARG A=1                   | the base image has no tag
          FROM      | FROM x AS a\\nFROM a      | the base image has no tag
          FROM      | FROM r.example:5000/x     | the base image has no tag
          FROM      | FROM x@sha256:0123        | the base image has no tag
          FROM      | FROM x:                   | FROM x: has an empty tag
          FROM      | FROM x:$V                 | FROM x:$V needs $V, which nothing before it declares
          FROM      | ARG V\\nFROM x:$V         | FROM x:$V needs $V, which has no default
          FROM      | FROM x:$TARGETARCH        | FROM x:$TARGETARCH needs $TARGETARCH, which only the build sets
          FROM      | FROM a:1 AS b\\nARG V=1\\nFROM x:$V | FROM x:$V needs $V, which nothing before it declares
          FROM      | ARG I\\nFROM $I           | FROM $I needs $I, which has no default
          FROM,A    | ARG A=1\\nFROM x:$V       | FROM x:$V needs $V, which nothing before it declares
          2B        | FROM x:1                  | 2B, which <versionArg> gives for this container, starts with a digit, so it is no name of an ARG
          """)
  void whatIsMissingIsNamed(String names, String dockerfile, String message) {
    Reading reading = read(names, dockerfile);

    assertThat(reading.declarations()).isEmpty();
    assertThat(reading.problems()).extracting(Problem::message).containsExactly(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ARG IMAGE_VERSION=1.2\\nFROM x     | add ARG A=<version>; line 1 declares IMAGE_VERSION; if that is the version, name it in <versionArg>
          FROM x\\nARG nginx_tag=v1          | add ARG A=<version>; line 2 declares nginx_tag; if that is the version, name it in <versionArg>
          ARG GO_VERSION\\nARG V=1\\nFROM x  | add ARG A=<version>
          ARG CONVERSION=2\\nFROM x          | add ARG A=<version>
          ARG VERSION=latest\\nFROM x        | add ARG A=<version>
          FROM x\\nARG VERSION=1\\nENV A=1   | add ARG A=<version>; line 3 sets it by ENV, which declares nothing
          """)
  void anArgumentOfAnotherNameThatLooksLikeTheVersionIsNamed(String dockerfile, String help) {
    assertThat(read("A", dockerfile).problems()).extracting(Problem::help).containsExactly(help);
  }
}
