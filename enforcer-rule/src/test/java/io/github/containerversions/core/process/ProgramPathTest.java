package io.github.containerversions.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramPathTest {
  @ParameterizedTest
  @CsvSource({
    "/a:/b, /a:/b",
    ":/a, /a",
    "/a:, /a",
    "/a::/b, /a:/b",
    ".:/a, /a",
    "./bin:/a, /a",
    "../bin:/a, /a",
    ".bin:bin:/a:node_modules/.bin, /a",
    "~/bin:/a, /a",
    "' /a:/b', /b",
  })
  void onlyAbsoluteEntriesCount(String path, String trusted) {
    Map<String, String> environment = Map.of("PATH", path, "HOME", "x");

    assertThat(ProgramPath.trusted(environment))
        .containsExactlyInAnyOrderEntriesOf(Map.of("PATH", trusted, "HOME", "x"));
    assertThat(ProgramPath.candidates("tool", environment))
        .allMatch(Path::isAbsolute)
        .hasSize(trusted.split(":").length);
  }

  @ParameterizedTest
  @CsvSource({"''", ":", ".", "bin:.."})
  void aPathOfWhichNothingIsLeftIsNoPath(String path) {
    assertThat(ProgramPath.trusted(Map.of("PATH", path))).isEmpty();
    assertThat(ProgramPath.candidates("tool", Map.of("PATH", path))).isEmpty();
    assertThat(ProgramPath.candidates("tool", Map.of())).isEmpty();
  }
}
