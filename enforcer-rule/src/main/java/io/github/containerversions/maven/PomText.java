package io.github.containerversions.maven;

import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The text of an element of a POM. */
final class PomText {

  private PomText() {}

  /** Without the white space around it; empty where there is no text. */
  static String of(PlexusConfiguration element) {
    return of(element.getValue(null));
  }

  static String of(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
