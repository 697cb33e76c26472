package io.github.containerversions.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The names of this tool, and its version, which the build writes beside the classes. */
public final class ToolVersion {

  /** What the tool is called in reports. */
  public static final String NAME = "container-versions";

  private static final String PLUGIN =
      "io.github.containerversions:container-versions-enforcer-rule";

  private static final String FILE = "version.txt";

  private ToolVersion() {}

  /** The command that runs a goal of this jar, whatever the POM declares. */
  public static String goal(String name) {
    return "mvn " + PLUGIN + ":" + read() + ":" + name;
  }

  /** The version. */
  public static String read() {
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
