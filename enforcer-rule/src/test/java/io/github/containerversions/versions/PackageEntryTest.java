package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageEntryTest {
  @ParameterizedTest
  @CsvSource({
    "ntfy, <ntfy>x</ntfy>",
    "_a.b-c, <_a.b-c>x</_a.b-c>",
    "1password, <property><name>1password</name><value>x</value></property>",
    "property, <property><name>property</name><value>x</value></property>",
    "a b, <property><name>a b</name><value>x</value></property>",
    "a<b&c, <property><name>a&lt;b&amp;c</name><value>x</value></property>",
  })
  void itCanBeCopiedIntoAPom(String container, String entry) {
    assertThat(CommandFallback.packageEntry(container, "x"))
        .isEqualTo("<nixPackages>" + entry + "</nixPackages>");
  }
}
