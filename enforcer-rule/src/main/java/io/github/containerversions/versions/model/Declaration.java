package io.github.containerversions.versions.model;

import io.github.containerversions.core.text.Location;

/**
 * A version that is stated somewhere.
 *
 * @param version the value, after quotes, escapes and variables are resolved as the tool that owns
 *     the format does
 * @param written the text of the literal or expression as it stands in the file, quotes included;
 *     for a command, the line that it printed
 * @param location the span of the literal, quotes not included; for an expression of several pieces
 *     the whole expression; for a command the file that it was asked about
 * @param fromCommand whether a command answered in place of the file
 */
public record Declaration(String version, String written, Location location, boolean fromCommand) {

  /** A declaration in a file. */
  public Declaration(String version, String written, Location location) {
    this(version, written, location, false);
  }
}
