package io.github.containerversions.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this rule, which the build writes beside the classes. */
final class ToolVersion {

  /** What the tool is called in reports. */
  static final String NAME = "container-versions";

  private static final String FILE = "version.txt";

  private ToolVersion() {}

  static String read() {
    try (InputStream in = ToolVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
