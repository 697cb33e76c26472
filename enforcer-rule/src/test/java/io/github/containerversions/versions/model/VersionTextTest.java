package io.github.containerversions.versions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTextTest {

  @ParameterizedTest(name = "{0} is compared as {1}")
  @CsvSource({
    "v2.17.0, 2.17.0",
    "V2.17.0, 2.17.0",
    "2.17.0, 2.17.0",
    "' 2.17.0\n', 2.17.0",
    "vv1, vv1",
    "v, v",
    "version-1, version-1",
    "4.0.6-r4, 4.0.6-r4",
    "2.10, 2.10",
    "'', ''"
  })
  void oneLeadingVBeforeADigitIsSetAside(String version, String compared) {
    assertThat(VersionText.normalise(version)).isEqualTo(compared);
  }

  @ParameterizedTest(name = "{1} in the style of {0} is {2}")
  @CsvSource({
    "v1.0, 2.0, v2.0",
    "V1.0, 2.0, V2.0",
    "1.0, v2.0, 2.0",
    "v1.0, v2.0, v2.0",
    "v1.0, nightly, nightly",
    "version-1, v2.0, 2.0"
  })
  void adviceKeepsTheStyleOfThePlaceItIsFor(String model, String version, String advised) {
    assertThat(VersionText.inStyleOf(model, version)).isEqualTo(advised);
  }

  @Test
  void aStyleNeverChangesWhatIsCompared() {
    Property.holds(
        random -> {
          String model = random.text();
          String version = random.text();
          String once = VersionText.normalise(version);
          String styled = VersionText.inStyleOf(model, once);
          // vv1 is compared as vv1, and must not become v1 by being put in a style.
          assertThat(styled).endsWith(once);
        });
  }
}
