package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.text.Excerpt;

/**
 * What an operator of <code>${…}</code> makes of a variable (Dockerfile reference, "Environment
 * replacement").
 *
 * <p>Where the variable has no value, the operators that ask for one answer for certain: a build
 * that is passed no arguments does the same. The others hang on a value that is not known.
 */
final class Substitution {
  private Substitution() {}

  /**
   * An operator with one word.
   *
   * @param name the variable's name
   * @param colon a colon where an empty value counts as none, else empty
   * @param operator one of {@code - + ? # %}
   */
  static Expansion of(String name, Variable variable, String colon, char operator, Expansion word)
      throws ShellWordException {
    // A value in doubt may be empty or not: its doubt goes with either answer.
    boolean missing = !variable.isSet() || (!colon.isEmpty() && variable.text().isEmpty());
    Uncertainty doubt = variable.isSet() ? variable.doubt() : null;
    return switch (operator) {
      case '-' -> missing ? word.dependingOn(doubt) : variable.plain();
      case '+' -> missing ? new Expansion("", doubt) : word.dependingOn(doubt);
      case '?' -> {
        if (missing && doubt == null) {
          throw demanded(name, variable, word.text());
        }
        yield variable.plain();
      }
      case '#', '%' -> trimmed(variable, operator, word);
      default -> throw unsupported(name, colon + operator);
    };
  }

  /** <code>${name/pattern/with}</code>, or with two slashes for all matches. */
  static Expansion replacement(Variable variable, Expansion pattern, Expansion with, boolean all)
      throws ShellWordException {
    String part = literal(pattern.text());
    // BuildKit hands it to Go's regular expressions, for which $ and a name is a group.
    if (part.isEmpty() || (all && with.text().indexOf('$') >= 0)) {
      throw notRead();
    }
    String value = variable.text();
    StringBuilder out = new StringBuilder();
    int done = 0;
    int at = value.indexOf(part);
    while (at >= 0 && out.length() <= ShellWord.MAX_LENGTH) {
      out.append(value, done, at).append(with.text());
      done = at + part.length();
      at = all ? value.indexOf(part, done) : -1;
    }
    return new Expansion(out.append(value.substring(done)).toString(), variable.doubt())
        .dependingOn(pattern.doubt())
        .dependingOn(with.doubt());
  }

  static ShellWordException unsupported(String name, String operator) {
    String form = "${" + Excerpt.of(name) + operator + "…}";
    return ShellWordException.broken("BuildKit has no " + form);
  }

  /** An operator that stands twice asks for the longest match, which makes no difference here. */
  private static Expansion trimmed(Variable variable, char operator, Expansion word)
      throws ShellWordException {
    boolean longest = word.text().startsWith(String.valueOf(operator));
    String part = literal(longest ? word.text().substring(1) : word.text());
    String value = variable.text();
    if (operator == '#' && value.startsWith(part)) {
      value = value.substring(part.length());
    } else if (operator == '%' && value.endsWith(part)) {
      value = value.substring(0, value.length() - part.length());
    }
    return new Expansion(value, variable.doubt()).dependingOn(word.doubt());
  }

  /** A pattern that is plain text. Of public Dockerfiles, none computes a version by another. */
  private static String literal(String pattern) throws ShellWordException {
    if (pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('\\') >= 0) {
      throw notRead();
    }
    return pattern;
  }

  private static ShellWordException notRead() {
    return ShellWordException.limit("patterns that are more than plain text are not read");
  }

  /** A value that is asked for and not there stops the build. */
  private static ShellWordException demanded(String name, Variable variable, String word) {
    Uncertainty doubt = variable.doubt();
    boolean canBePassed = doubt != null && doubt.why() == Uncertainty.Why.NO_DEFAULT;
    return new ShellWordException(
        canBePassed
            ? ShellWordException.Reason.NEEDS_BUILD_ARGUMENT
            : ShellWordException.Reason.BROKEN,
        name + ": " + (word.isEmpty() ? "it has no value" : word));
  }
}
