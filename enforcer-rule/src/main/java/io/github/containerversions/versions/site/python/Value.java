package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.Problem;

/** What is known of the value that a name is bound to, and where the text says so. */
sealed interface Value {

  /** Offset of the text that the value comes from. */
  int start();

  /** Offset just after it. */
  int end();

  /**
   * A string that is known exactly.
   *
   * @param text the string
   * @param start offset of the literal's content, or of the expression where there are several
   *     pieces
   * @param writtenStart offset of the literal with its prefix and quotes, or of the expression
   */
  record Text(String text, int start, int end, int writtenStart, int writtenEnd) implements Value {}

  /**
   * Anything else.
   *
   * @param kind the sort of problem that it is for a version
   * @param finding what it is, as a predicate: "is the number 1.2, not a string"
   * @param help what to write instead
   * @param via the name that it was taken from; empty where it stands there itself
   * @param formatted what an f-string makes of it; empty where that is not known
   */
  record Other(
      Problem.Kind kind,
      String finding,
      String help,
      int start,
      int end,
      String via,
      String formatted)
      implements Value {

    Other(Problem.Kind kind, String finding, String help, int start, int end) {
      this(kind, finding, help, start, end, "", "");
    }

    /** The same, where a name that stands for it was found. */
    Other through(String name, int nameStart, int nameEnd) {
      return new Other(kind, finding, help, nameStart, nameEnd, name, formatted);
    }

    /** The same as the first operand of more: what an f-string makes of the whole is not known. */
    Other asOperand() {
      return new Other(kind, finding, help, start, end, via, "");
    }

    /** What is to be said of the name that has this value. */
    String predicate() {
      return via.isEmpty() ? finding : "is taken from " + via + ", which " + finding;
    }
  }
}
