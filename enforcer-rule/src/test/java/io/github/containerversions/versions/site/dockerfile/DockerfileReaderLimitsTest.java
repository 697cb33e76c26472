package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.versions.model.Reading;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs made to hurt: each takes a moment, where quadratic time would be a minute; none throws.
 */
class DockerfileReaderLimitsTest {

  static Stream<Arguments> hostile() {
    int size = 1 << 18;
    return Stream.of(
        arguments("continued without end", "RUN " + filled("<<A \\\n", size)),
        arguments("names continued without end", "ARG " + filled("V=1 \\\n", size)),
        arguments("heredocs side by side", filled("RUN <<A <<A\nA\nA\n", size)),
        arguments("nested in an ARG", "ARG V=" + filled("${A:-\\\n", size)),
        arguments("nested in a RUN", "RUN <<E " + filled("${A:-\\\n", size)),
        arguments("nested 20000 deep", "ARG V=" + "${A-".repeat(16_000) + "1"),
        arguments("one line", "ARG V=" + filled("1", size)),
        arguments("open quotes", filled("ARG V='\n", size)),
        arguments("growing", "ARG V=11\n" + filled("ARG V=$V$V\n", size)),
        arguments(
            "patterns",
            "ARG A="
                + "a".repeat(500)
                + "\nARG P="
                + "a".repeat(60)
                + "b\n"
                + filled("ARG V=${A/$P/}\n", size / 4)),
        arguments("stages on stages", "FROM a AS b\n" + filled("FROM b AS b\nENV V=1\n", size)),
        arguments("variables on stages", variables(size / 2) + filled("FROM b\n", size / 2)),
        arguments(
            "triggers",
            "FROM a AS b\n" + filled("ONBUILD ENV V=1\n", size / 2) + filled("FROM b\n", size / 2)),
        arguments("conflicts", filled("ARG V=1\nARG V=2\n", size)));
  }

  private static String variables(int size) {
    StringBuilder out = new StringBuilder("FROM a AS b\n");
    while (out.length() < size) {
      out.append("ENV A").append(out.length()).append("=1\n");
    }
    return out.toString();
  }

  private static String filled(String part, int size) {
    return part.repeat(size / part.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void aHostileFileTakesAMoment(String name, String dockerfile) {
    Reading reading =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> DockerfileReaderTest.readV(dockerfile));

    assertThat(reading.version().isPresent()).isEqualTo(reading.problems().isEmpty());
  }
}
