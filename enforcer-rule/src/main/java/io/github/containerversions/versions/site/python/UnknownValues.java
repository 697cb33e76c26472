package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Excerpt;

/** The values that are no known string, in words. */
final class UnknownValues {
  /** Stands in a help for the name that declares the version. */
  static final String VARIABLE = "{variable}";

  static final String HELP_DECLARE =
      "write {variable} = \"" + Problem.VERSION + "\" at module level";
  private static final String HELP_UNKNOWN =
      "write the version out, {variable} = \""
          + Problem.VERSION
          + "\", or set containerPyVersionCommand";
  private static final String HELP_SHAPE =
      "write the version as a string: {variable} = \"" + Problem.VERSION + "\"";

  private final Tokens tokens;

  UnknownValues(Tokens tokens) {
    this.tokens = tokens;
  }

  /** An expression whose value only running the file can tell. */
  Value.Other computed(int from, int to) {
    return unknown("needs evaluation: " + tokens.snippet(from, to), from, to);
  }

  /** A value that is unknown for a reason other than its expression. */
  Value.Other unknown(String finding, int from, int to) {
    return new Value.Other(
        Problem.Kind.UNKNOWN, finding, HELP_UNKNOWN, tokens.start(from), tokens.end(to - 1));
  }

  /** An expression whose value is certainly no string. */
  Value.Other shape(String noun, int from, int to) {
    String what = noun.isEmpty() ? "" : "the " + noun + " ";
    return noString("is " + what + tokens.snippet(from, to) + ", not a string", from, to);
  }

  /** A value that is no string for a reason other than its expression. */
  Value.Other noString(String finding, int from, int to) {
    return new Value.Other(
        Problem.Kind.SHAPE, finding, HELP_SHAPE, tokens.start(from), tokens.end(to - 1));
  }

  /** An expression whose tokens make none. */
  Value.Other malformed(int from, int to) {
    return new Value.Other(
        Problem.Kind.SYNTAX,
        "is not valid Python: " + tokens.snippet(from, to),
        HELP_SHAPE,
        tokens.start(from),
        tokens.end(to - 1));
  }

  /** No expression at all after an operator. */
  Value.Other missing(int operator) {
    return new Value.Other(
        Problem.Kind.SYNTAX,
        "lacks a value after " + tokens.snippet(operator, operator + 1),
        HELP_SHAPE,
        tokens.start(operator),
        tokens.end(operator));
  }

  /** A number; an f-string shows a decimal integer as it is written. */
  Value.Other number(int at) {
    String written = tokens.text().substring(tokens.start(at), tokens.end(at));
    String digits = written.replace("_", "");
    boolean plain =
        digits.length() <= 100
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.equals("0") || digits.charAt(0) != '0');
    return new Value.Other(
        Problem.Kind.SHAPE,
        "is the number " + tokens.snippet(at, at + 1) + ", not a string",
        "put quotes around it: {variable} = \"" + Excerpt.of(written) + "\"",
        tokens.start(at),
        tokens.end(at),
        "",
        plain ? digits : "");
  }
}
