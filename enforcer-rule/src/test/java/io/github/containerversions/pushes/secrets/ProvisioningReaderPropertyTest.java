package io.github.containerversions.pushes.secrets;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.containerversions.Property;
import org.junit.jupiter.api.Test;

/** What holds for any text. */
class ProvisioningReaderPropertyTest {

  @Test
  void anyTextIsRead() {
    Property.holds(
        200,
        random -> {
          String text = random.text();
          assertThatCode(() -> ProvisioningReaderTest.list(text)).doesNotThrowAnyException();
          assertThatCode(() -> ProvisioningReaderTest.playbook(text)).doesNotThrowAnyException();
        });
  }
}
