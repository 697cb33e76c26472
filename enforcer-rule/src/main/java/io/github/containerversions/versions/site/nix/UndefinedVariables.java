package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Expr.AttrName;
import io.github.containerversions.versions.site.nix.Expr.AttrSet;
import io.github.containerversions.versions.site.nix.Expr.Attribute;
import io.github.containerversions.versions.site.nix.Expr.Bound;
import io.github.containerversions.versions.site.nix.Expr.ComputedName;
import io.github.containerversions.versions.site.nix.Expr.DynamicAttribute;
import io.github.containerversions.versions.site.nix.Expr.Formal;
import io.github.containerversions.versions.site.nix.Expr.Inherited;
import io.github.containerversions.versions.site.nix.Expr.InheritedFrom;
import io.github.containerversions.versions.site.nix.Expr.Interpolation;
import io.github.containerversions.versions.site.nix.Expr.Piece;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds a name that nothing binds, which Nix refuses before it evaluates anything. Within a {@code
 * with}, any name may be bound. Walks with a stack of its own: chains of operators make trees that
 * are deeper than they look.
 */
final class UndefinedVariables {
  /**
   * The names that Nix binds everywhere (Nix reference manual, "Built-ins"). Its other built-ins it
   * binds by their names with two underscores before them; since each version of Nix adds some, all
   * such names count as bound.
   */
  private static final Set<String> GLOBAL =
      Set.of(
          "abort",
          "baseNameOf",
          "break",
          "builtins",
          "derivation",
          "derivationStrict",
          "dirOf",
          "false",
          "fetchGit",
          "fetchMercurial",
          "fetchTarball",
          "fetchTree",
          "fromTOML",
          "import",
          "isNull",
          "map",
          "null",
          "placeholder",
          "removeAttrs",
          "scopedImport",
          "throw",
          "toString",
          "true");

  private static final String HIDDEN = "__";

  /**
   * What remains to be done. One method for each kind: a walk that asks each node for its kind is
   * compiled as a whole, which takes longer than the walk.
   */
  interface Step {
    void take(UndefinedVariables scopes) throws SyntaxException;
  }

  private record Look(String name, int start, int end) implements Step {
    @Override
    public void take(UndefinedVariables scopes) throws SyntaxException {
      scopes.use(name, start, end);
    }
  }

  private record Enter(Collection<String> names) implements Step {
    @Override
    public void take(UndefinedVariables scopes) {
      for (String name : names) {
        scopes.bound.put(name, scopes.bound.getOrDefault(name, 0) + 1);
      }
    }
  }

  private record Leave(Collection<String> names) implements Step {
    @Override
    public void take(UndefinedVariables scopes) {
      for (String name : names) {
        scopes.unbind(name);
      }
    }
  }

  /** One more {@code with} around what comes next, or one less. */
  private record Withs(int more) implements Step {
    @Override
    public void take(UndefinedVariables scopes) {
      scopes.withs += more;
    }
  }

  private final Deque<Step> steps = new ArrayDeque<>();
  private final Map<String, Integer> bound = new HashMap<>();
  private int withs;

  private UndefinedVariables() {}

  /** Whether Nix itself binds a name. */
  static boolean isGlobal(String name) {
    return GLOBAL.contains(name)
        || (name.startsWith(HIDDEN) && !GLOBAL.contains(name.substring(HIDDEN.length())));
  }

  /** Refuses an expression that uses a name which is bound nowhere. */
  static void check(Expr expr) throws SyntaxException {
    UndefinedVariables scopes = new UndefinedVariables();
    scopes.steps.push(expr);
    while (!scopes.steps.isEmpty()) {
      scopes.steps.pop().take(scopes);
    }
  }

  /** Refuses a name that is bound neither here nor everywhere. */
  void use(String name, int start, int end) throws SyntaxException {
    if (withs == 0 && !bound.containsKey(name) && !isGlobal(name)) {
      throw new SyntaxException("undefined variable '" + Quote.of(name) + "'", start, end, false);
    }
  }

  private void unbind(String name) {
    int times = bound.getOrDefault(name, 0);
    if (times > 1) {
      bound.put(name, times - 1);
    } else {
      bound.remove(name);
    }
  }

  void pushLet(Expr.Let let) {
    Set<String> names = let.bindings().attributes().keySet();
    steps.push(new Leave(names));
    push(let.body());
    bindings(let.bindings(), names);
  }

  void pushWith(Expr.With with) {
    steps.push(new Withs(-1));
    push(with.body());
    steps.push(new Withs(1));
    push(with.scope());
  }

  void pushFunction(Expr.Lambda lambda) {
    if (lambda.name() != null) {
      Set<String> name = Set.of(lambda.name());
      steps.push(new Leave(name));
      formalsAndBody(lambda);
      steps.push(new Enter(name));
    } else {
      formalsAndBody(lambda);
    }
  }

  private void formalsAndBody(Expr.Lambda lambda) {
    if (lambda.formals() == null) {
      push(lambda.body());
      return;
    }
    Map<String, Formal> formals = lambda.formals().byName();
    steps.push(new Leave(formals.keySet()));
    push(lambda.body());
    for (Formal formal : formals.values()) {
      if (formal.fallback() != null) {
        push(formal.fallback());
      }
    }
    steps.push(new Enter(formals.keySet()));
  }

  void pushSet(AttrSet set) {
    if (set.recursive()) {
      Set<String> names = set.attributes().keySet();
      steps.push(new Leave(names));
      bindings(set, names);
    } else {
      bindings(set, Set.of());
    }
  }

  /** The parts of a set; {@code names} are those that its own values see. */
  private void bindings(AttrSet set, Set<String> names) {
    for (DynamicAttribute attribute : set.dynamic()) {
      push(attribute.value());
      push(attribute.name());
    }
    for (Attribute attribute : set.attributes().values()) {
      if (attribute instanceof Bound bound) {
        push(bound.value());
      } else if (attribute instanceof InheritedFrom inherited) {
        push(inherited.from());
      }
    }
    steps.push(new Enter(names));
    for (Map.Entry<String, Attribute> attribute : set.attributes().entrySet()) {
      if (attribute.getValue() instanceof Inherited plain) {
        steps.push(new Look(attribute.getKey(), plain.nameStart(), plain.nameEnd()));
      }
    }
  }

  void pushPieces(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece instanceof Interpolation interpolation) {
        push(interpolation.value());
      }
    }
  }

  void pushNames(List<AttrName> names) {
    for (AttrName name : names) {
      if (name instanceof ComputedName unknown) {
        push(unknown.name());
      }
    }
  }

  void pushAll(List<Expr> exprs) {
    for (Expr expr : exprs) {
      push(expr);
    }
  }

  void push(Expr expr) {
    steps.push(expr);
  }
}
