package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a Dockerfile uses the version that it declares. */
class ArgUseTest {

  private static Iterable<Warning> warnings(String dockerfile) {
    return new DockerfileReader("V").read(SourceText.of("Dockerfile", dockerfile)).warnings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARG V=1\nFROM x:$V\nRUN a",
        "FROM x\nARG V=1\nRUN a ${V#v}",
        "FROM x\nARG V=1\nRUN a \\\n  \"$V\"",
        "FROM x\nARG V=1\nENV W=$V\nCOPY a b",
        "FROM x\nARG V=1\nLABEL version=$V\nRUN a",
        "FROM x\nARG V=1\nARG U=https://x/$V\nRUN a",
        "FROM x\nARG V=1\nRUN <<E\necho $V\nE",
        "FROM x\nARG V=1\nRUN python -c 'import os; os.environ[\"V\"]'",
        "FROM x\nARG V=1\nONBUILD RUN a $V\nRUN b"
      })
  void aVersionIsUsedWhereverItIsNamed(String dockerfile) {
    assertThat(warnings(dockerfile)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM x\nARG V=1\nRUN a",
        "FROM x\nARG V=1\nCOPY a b",
        "FROM x\nARG V=1\nADD a b",
        "FROM x\nARG V=1\n# $V is used\nRUN a",
        "FROM x\nARG V=1\nFROM y\nARG V\nRUN a $VV ${V_2} AV",
        "FROM x\nARG V=1 W=2\nRUN a $W"
      })
  void oneThatOnlyDeclarationsAndCommentsNameIsNot(String dockerfile) {
    assertThat(warnings(dockerfile))
        .containsExactly(
            new Warning(
                "unused-version-arg",
                "Dockerfile:2 declares ARG V, and nothing in the file uses it",
                "use it where the version counts, unless a script that is run reads it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FROM x\nARG V=1", "FROM x\nARG V=\nRUN a", "FROM x\nARG V=1\nARG V=2\nRUN a"})
  void aFileThatBuildsNothingOrHasAProblemIsNotAccused(String dockerfile) {
    assertThat(warnings(dockerfile)).isEmpty();
  }
}
