package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a composite action or a called workflow is given: inputs by their names, and for a workflow
 * its secrets in capitals after {@code secrets.}; for a job also the values of its matrix, by their
 * whole names. Where not every secret is passed, {@link #SECRETS} is the place of the call.
 */
public final class Given {
  static final String SECRETS = "secrets";
  static final String MATRIX = "matrix.";

  private Given() {}

  /** The word that an expression stands for; empty where it is not given, or is something else. */
  public static Optional<ShellWord> find(Map<String, ShellWord> given, Piece piece) {
    if (given.isEmpty() || !(piece instanceof Piece.Expression expression) || expression.given()) {
      return Optional.empty();
    }
    String input = member(expression.body(), "inputs.");
    if (!input.isEmpty()) {
      return Optional.ofNullable(given.get(input));
    }
    if (expression.body().startsWith(MATRIX)) {
      return Optional.ofNullable(given.get(expression.body()));
    }
    ShellWord call = given.get(SECRETS);
    if (call == null || !expression.body().toLowerCase(Locale.ROOT).contains(SECRETS)) {
      return Optional.empty();
    }
    String secret = member(expression.body(), "secrets.").toUpperCase(Locale.ROOT);
    ShellWord passed = given.get(secretKey(secret));
    Piece missing =
        secret.isEmpty()
            ? new Piece.Computed("", call.start(), call.end())
            : new Piece.NotPassed(secret, call.start(), call.end());
    return Optional.of(
        passed != null
            ? passed
            : new ShellWord(List.of(missing), call.start(), call.end(), call.positions()));
  }

  static String secretKey(String name) {
    return SECRETS + "." + name.toUpperCase(Locale.ROOT);
  }

  /** The name in an expression that is nothing but a member of a context; else nothing. */
  static String member(String body, String context) {
    if (!body.regionMatches(true, 0, context, 0, context.length())) {
      return "";
    }
    String name = body.substring(context.length());
    boolean plain =
        name.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c));
    return plain ? name : "";
  }
}
