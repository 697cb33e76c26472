package io.github.containerversions.versions.model;

/**
 * How far a place may be behind what the build files declare.
 *
 * @param kind the kind of limit
 * @param most the number of commits or days that are still allowed; 0 where the kind has none
 */
public record LagLimit(Kind kind, int most) {

  /** The kinds of limits. */
  public enum Kind {
    /** It must agree, like every other site. */
    NO_LAG,
    /** It may be behind; how far is reported. */
    REPORTED,
    /** So many commits. */
    COMMITS,
    /** So many days. */
    DAYS
  }

  public static final LagLimit NO_LAG = new LagLimit(Kind.NO_LAG, 0);
  public static final LagLimit REPORTED = new LagLimit(Kind.REPORTED, 0);

  /** Whether a place may be behind at all. */
  public boolean allowsLag() {
    return kind != Kind.NO_LAG;
  }

  /** Whether a place that is so far behind is within the limit. */
  public boolean allows(Lag.Behind behind) {
    return switch (kind) {
      case NO_LAG -> false;
      case REPORTED -> true;
      case COMMITS -> behind.commits() <= most;
      case DAYS -> behind.days() <= most;
    };
  }

  /** As a sentence names it. */
  @Override
  public String toString() {
    return switch (kind) {
      case NO_LAG -> "no";
      case REPORTED -> "told";
      case COMMITS -> most + (most == 1 ? " commit" : " commits");
      case DAYS -> most + (most == 1 ? " day" : " days");
    };
  }
}
