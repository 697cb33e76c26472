package io.github.containerversions.versions.site.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a command prints does not fill the memory; other tests beside it would be measured too. */
@Isolated
class VersionCommandsMemoryTest extends CommandsOnDisk {
  @Test
  void aFloodOnBothStreamsNeitherHangsNorFillsTheMemory() throws IOException {
    script(
        "tell",
        "head -c 104857600 /dev/zero >&2 & head -c 104857600 /dev/zero; wait; echo; echo 1.2.3");
    long before = usedMemory();

    assertThat(version(ask("tell"))).isEqualTo("1.2.3");
    assertThat(usedMemory() - before).isLessThan(20 << 20);
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
