package io.github.containerversions.versions.site.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command printed last, where it is not simply a line with a version. */
class CommandOutputTest extends CommandsOnDisk {
  private static final String NOT_KEPT =
      "nixVersionCommand printed no whole line in its last 64 KiB that holds more than white space,"
          + " so its version cannot be told";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf 'error: '; head -c 70000 /dev/zero | tr '\\0' '\\t'; printf '1.0\\n'",
        "printf 'error: '; head -c 200000 /dev/zero | tr '\\0' '\\t'; printf '1.0\\n'",
        "head -c 300000 /dev/zero | tr '\\0' 7",
        "for i in $(seq 9000); do printf '%s%%\\r' 1234567; done; echo 1.0",
        "echo 1.0; head -c 300000 /dev/zero | tr '\\0' '\\n'",
        "echo 1.0; head -c 300000 /dev/zero | tr '\\0' ' '; echo",
      })
  void theRestOfALineThatWasCutIsNoLine(String body) throws IOException {
    script("tell", body);

    assertThat(message(ask("tell"))).isEqualTo(NOT_KEPT);
  }

  @Test
  void aWholeLineAfterOneThatWasCutIsTheVersion() throws IOException {
    script("tell", "head -c 300000 /dev/zero | tr '\\0' x; echo; echo 1.0");

    assertThat(version(ask("tell"))).isEqualTo("1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo '\"1.2.3\"' | 7",
        "echo \"'1.2.3'\" | 7",
        "echo '{\"version\":\"1.2.3\"}' | 19",
        "echo '`1.2.3' | 6",
      })
  void aLineWithQuotesIsNoVersionAndIsNotShown(String body, int length) throws IOException {
    script("tell", body);

    assertThat(ask("tell"))
        .isEqualTo(
            new CommandAnswer.Failure(
                "nixVersionCommand printed a last line of "
                    + length
                    + " characters with quotes in it, which no version has",
                "let it print the version without quotes (nix eval --raw, jq -r): tell"));
  }

  /** Held against the whole text, which is split without any limit. */
  @Test
  void noLineIsEverMadeOfARest() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(12); line >= 0; line--) {
        text.append("x".repeat(random.nextInt(40))).append(random.nextBoolean() ? "\n" : " ");
      }
      OutputTail tail =
          new OutputTail(
              new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), 16);
      while (tail.take() > 0) {
        // Until all is taken.
      }
      List<String> all =
          Arrays.stream(text.toString().split("\n")).filter(it -> !it.isBlank()).toList();
      List<String> kept = tail.wholeLines();
      assertThat(all.subList(all.size() - kept.size(), all.size()))
          .as("seed " + seed)
          .isEqualTo(kept);
      assertThat(kept.isEmpty() && !all.isEmpty())
          .as("seed " + seed)
          .isEqualTo(tail.isCut() && !all.isEmpty());
    }
  }
}
