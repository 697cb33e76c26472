package io.github.containerversions.versions.site.dockerfile;

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
    String value =
        all
            ? Glob.replaceAll(pattern.text(), variable.text(), with.text())
            : Glob.replaceFirst(pattern.text(), variable.text(), with.text());
    return new Expansion(value, variable.doubt())
        .dependingOn(pattern.doubt())
        .dependingOn(with.doubt());
  }

  static ShellWordException unsupported(String name, String operator) {
    String form = "${" + Messages.cut(name) + operator + "…}";
    return ShellWordException.broken("BuildKit has no " + form);
  }

  /** An operator that stands twice asks for the longest match. */
  private static Expansion trimmed(Variable variable, char operator, Expansion word)
      throws ShellWordException {
    boolean longest = word.text().startsWith(String.valueOf(operator));
    String pattern = longest ? word.text().substring(1) : word.text();
    String value =
        operator == '#'
            ? Glob.trimStart(pattern, variable.text(), longest)
            : Glob.trimEnd(pattern, variable.text(), longest);
    return new Expansion(value, variable.doubt()).dependingOn(word.doubt());
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
