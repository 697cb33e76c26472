package io.github.containerversions.pushes.shell;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Scripts made to hurt: each takes a moment, none throws. */
class ShellReaderLimitsTest {

  @Test
  void hostileScriptsTakeLinearTime() {
    for (String part :
        List.of(
            "$(", "`", "\"$(", "${a:-", "${{ ", "<<E ", "`#`", "a | ", "((", "'", "$((", "\\\n")) {
      String script = part.repeat(200_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> ShellReaderTest.read(script), part);
    }
  }
}
