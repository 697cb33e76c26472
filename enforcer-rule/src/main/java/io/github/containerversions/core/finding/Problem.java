package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Location;
import java.util.List;

/**
 * Why a source yields no version, located.
 *
 * @param kind the kind of problem
 * @param message one line, without the container's name and without a final full stop
 * @param help what to write or do, one line; empty where there is nothing to advise; {@link
 *     #VERSION} stands for the version, which the other sources may know
 * @param location the place the message is about
 * @param related other places that belong to it
 */
public record Problem(
    Kind kind, String message, String help, Location location, List<Location> related) {

  /** In a help line, stands where the version is to be written. */
  public static final String VERSION = "<version>";

  public Problem {
    related = List.copyOf(related);
  }

  public static Problem of(Kind kind, String message, String help, Location location) {
    return new Problem(kind, message, help, location, List.of());
  }

  /** The kinds of problems. A command can help only with the first two. */
  public enum Kind {
    /** The file is sound and declares no version. */
    ABSENT,
    /** A version is declared by an expression that cannot be known without running something. */
    UNKNOWN,
    /** The version is declared, but empty or null. */
    EMPTY,
    /** The version is declared several times, differently. */
    CONFLICT,
    /** The value has a type or shape that no version has. */
    SHAPE,
    /** The file is not well-formed in its own language. */
    SYNTAX,
    /** The file cannot be read: too large, not UTF-8, no regular file, no permission. */
    UNREADABLE
  }
}
