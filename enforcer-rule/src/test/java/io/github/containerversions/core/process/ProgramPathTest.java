package io.github.containerversions.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  @Test
  void anEntryThatIsNoPathAtAllIsLeftOut() {
    assertThat(ProgramPath.trusted(Map.of("PATH", "/a\0:/b"))).containsEntry("PATH", "/b");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aVariableOfAnotherCaseIsNoPath() {
    Map<String, String> environment = Map.of("path", "bin");

    assertThat(ProgramPath.trusted(environment)).isEqualTo(environment);
    assertThat(ProgramPath.candidates("tool", Map.of("Path", "/a"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", ":", ".", "bin:.."})
  void aPathOfWhichNothingIsLeftIsNoPath(String path) {
    assertThat(ProgramPath.trusted(Map.of("PATH", path))).isEmpty();
    assertThat(ProgramPath.candidates("tool", Map.of("PATH", path))).isEmpty();
    assertThat(ProgramPath.candidates("tool", Map.of())).isEmpty();
  }
}
