package io.github.containerversions.versions.model;

import io.github.containerversions.core.text.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version that is stated somewhere.
 *
 * @param version the value, after quotes, escapes and variables are resolved as the tool that owns
 *     the format does
 * @param written the text of the literal or expression as it stands in the file, quotes included;
 *     for a command, the line that it printed; empty where it must not be shown
 * @param location the span of the literal, quotes not included; for an expression of several pieces
 *     the whole expression; for a command the file that it was asked about
 * @param fromCommand whether a command answered in place of the file
 * @param tag the text that it is a part of; null where it stands for itself
 * @param lead what stands before the value, for advice that writes both; empty where a site
 *     declares in one way only
 */
public record Declaration(
    String version,
    String written,
    Location location,
    boolean fromCommand,
    @Nullable TagText tag,
    String lead) {

  /** A part of a tag. */
  public Declaration(
      String version, String written, Location location, boolean fromCommand, TagText tag) {
    this(version, written, location, fromCommand, tag, "");
  }

  /** A declaration of a site that declares in several ways. */
  public Declaration(
      String version, String written, Location location, boolean fromCommand, String lead) {
    this(version, written, location, fromCommand, null, lead);
  }

  /** A declaration of a site that declares in one way only. */
  public Declaration(String version, String written, Location location, boolean fromCommand) {
    this(version, written, location, fromCommand, null, "");
  }

  /** A declaration in a file. */
  public Declaration(String version, String written, Location location) {
    this(version, written, location, false);
  }

  /** Written out: those of a record are made by method handles when a build first needs them. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Declaration that
            && fromCommand == that.fromCommand
            && version.equals(that.version)
            && written.equals(that.written)
            && lead.equals(that.lead)
            && location.equals(that.location)
            && Objects.equals(tag, that.tag));
  }

  @Override
  public int hashCode() {
    // With the place: a hostile file states the same version a hundred thousand times.
    return (version.hashCode() * 31 + written.hashCode()) * 31 + location.hashCode();
  }

  /** Whether the value stands in the file as it is, apart from quotes. */
  public boolean isPlain() {
    int start = 0;
    int end = written.length();
    while (start < end && isQuote(written.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(written.charAt(end - 1))) {
      end--;
    }
    return written.substring(start, end).equals(version);
  }

  /** The same without the text of an expression; a plain literal says no more than the version. */
  Declaration withoutExpression() {
    return isPlain() ? this : new Declaration(version, "", location, fromCommand, tag, lead);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
