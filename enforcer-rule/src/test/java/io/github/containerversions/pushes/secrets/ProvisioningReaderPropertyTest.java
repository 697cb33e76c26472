package io.github.containerversions.pushes.secrets;

import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any text. */
class ProvisioningReaderPropertyTest {

  @Property(tries = 200)
  void anyTextIsRead(@ForAll String text) {
    assertThatCode(() -> ProvisioningReaderTest.list(text)).doesNotThrowAnyException();
    assertThatCode(() -> ProvisioningReaderTest.playbook(text)).doesNotThrowAnyException();
  }
}
