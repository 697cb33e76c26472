package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolVersionTest {

  @Test
  void theVersionIsThatOfThePom() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + ToolVersion.read() + "</version>");
  }
}
