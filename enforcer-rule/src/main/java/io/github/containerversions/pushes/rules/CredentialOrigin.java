package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a credential comes from. */
sealed interface CredentialOrigin {

  /** How a shell writes a variable; as text it is one that was not replaced. */
  Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?");

  Location location();

  /** It is text in the workflow. The text itself is not kept. */
  record Literal(Location location) implements CredentialOrigin {}

  /** It is the name of a variable that nothing replaces, as in single quotes. */
  record Unreplaced(String variable, Location location) implements CredentialOrigin {}

  /** It is a secret of the forge; the name is in capitals. */
  record Secret(String name, Location location) implements CredentialOrigin {}

  /** The runner makes it. */
  record BuiltIn(Location location) implements CredentialOrigin {}

  /** A variable that nothing sets. */
  record Unset(String variable, Location location) implements CredentialOrigin {}

  /** A secret that the caller of the workflow does not pass; the location is that of the call. */
  record NotPassed(String secret, Location location) implements CredentialOrigin {}

  /** It is set from an expression that names no secret. */
  record Other(String expression, Location location) implements CredentialOrigin {}

  /** It comes of something that cannot be known before it runs. */
  record Unknown(String what, Location location) implements CredentialOrigin {}

  /** Where the parts of a resolved credential come from. */
  static List<CredentialOrigin> of(List<LocatedPiece> parts) {
    List<CredentialOrigin> origins = new ArrayList<>();
    for (LocatedPiece part : parts) {
      if (part.piece() instanceof Piece.Variable variable) {
        origins.add(variable(variable, part));
      } else if (part.piece() instanceof Piece.Expression expression) {
        String variable = Expressions.member(expression.body(), "env");
        if (!part.doubt().isEmpty() && Expressions.secrets(expression.body()).isEmpty()) {
          origins.add(new Unknown(part.doubt(), part.location()));
        } else if (!variable.isEmpty()) {
          origins.add(new Unset(variable, part.location()));
        } else {
          expression(expression.body(), part.location(), origins);
        }
      } else if (part.piece() instanceof Piece.OneOf one
          && !one.every()
          && one.source().startsWith("$")
          && one.source().indexOf(' ') > 0) {
        // Which value a script gives to its variable decides what is behind it.
        origins.add(new Unknown(part.shown(), part.location()));
      } else if (part.piece() instanceof Piece.OneOf one) {
        one.values().forEach(it -> origins.addAll(of(LocatedPiece.of(it))));
      } else if (part.piece() instanceof Piece.NotPassed it) {
        origins.add(
            Expressions.isBuiltIn(it.secret())
                ? new BuiltIn(part.location())
                : !part.doubt().isEmpty()
                    ? new Unknown(part.doubt(), part.location())
                    : new NotPassed(it.secret(), part.location()));
      } else if (part.piece() instanceof Piece.Computed) {
        origins.add(new Unknown("what a command prints", part.location()));
      }
    }
    if (origins.isEmpty() && !parts.isEmpty()) {
      Matcher variable = VARIABLE.matcher(LocatedPiece.written(parts));
      Location place = parts.get(0).location();
      origins.add(
          variable.matches() ? new Unreplaced(variable.group(1), place) : new Literal(place));
    }
    return origins;
  }

  private static CredentialOrigin variable(Piece.Variable variable, LocatedPiece part) {
    if (!part.doubt().isEmpty()) {
      return new Unknown(part.doubt(), part.location());
    }
    boolean named =
        variable.name().chars().allMatch(it -> it == '_' || Character.isLetterOrDigit(it));
    boolean special = variable.name().isEmpty() || Character.isDigit(variable.name().charAt(0));
    return named && !special
        ? new Unset(variable.name(), part.location())
        : new Unknown("$" + variable.name(), part.location());
  }

  private static void expression(String body, Location place, List<CredentialOrigin> origins) {
    List<String> secrets = Expressions.secrets(body);
    for (String secret : secrets) {
      origins.add(Expressions.isBuiltIn(secret) ? new BuiltIn(place) : new Secret(secret, place));
    }
    if (Expressions.isLiteral(body)) {
      origins.add(new Literal(place));
    } else if (Expressions.isRunnerToken(body)) {
      origins.add(new BuiltIn(place));
    } else if (secrets.isEmpty()) {
      String shown = "${{ " + Expressions.shown(body) + " }}";
      origins.add(Expressions.isOpen(body) ? new Unknown(shown, place) : new Other(shown, place));
    }
  }
}
