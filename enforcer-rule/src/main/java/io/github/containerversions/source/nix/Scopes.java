package io.github.containerversions.source.nix;

import io.github.containerversions.source.nix.Expr.AttrName;
import io.github.containerversions.source.nix.Expr.AttrSet;
import io.github.containerversions.source.nix.Expr.Attribute;
import io.github.containerversions.source.nix.Expr.Bound;
import io.github.containerversions.source.nix.Expr.ComputedName;
import io.github.containerversions.source.nix.Expr.DynamicAttribute;
import io.github.containerversions.source.nix.Expr.Formal;
import io.github.containerversions.source.nix.Expr.Inherited;
import io.github.containerversions.source.nix.Expr.InheritedFrom;
import io.github.containerversions.source.nix.Expr.Interpolation;
import io.github.containerversions.source.nix.Expr.Piece;
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
final class Scopes {
  /**
   * The names that Nix binds everywhere (Nix reference manual, "Built-ins"); all those that start
   * with two underscores count as well, since each version of Nix adds some.
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

  /** What remains to be done; the last is the next. */
  private sealed interface Step {}

  private record Visit(Expr expr) implements Step {}

  private record Look(String name, int start, int end) implements Step {}

  private record Enter(Collection<String> names) implements Step {}

  private record Leave(Collection<String> names) implements Step {}

  private record EnterWith() implements Step {}

  private record LeaveWith() implements Step {}

  private final Deque<Step> steps = new ArrayDeque<>();
  private final Map<String, Integer> bound = new HashMap<>();
  private int withs;

  private Scopes() {}

  /** Whether Nix itself binds a name. */
  static boolean isGlobal(String name) {
    return GLOBAL.contains(name) || name.startsWith("__");
  }

  /** Refuses an expression that uses a name which is bound nowhere. */
  static void check(Expr expr) throws SyntaxException {
    Scopes scopes = new Scopes();
    scopes.steps.push(new Visit(expr));
    while (!scopes.steps.isEmpty()) {
      scopes.take(scopes.steps.pop());
    }
  }

  private void take(Step step) throws SyntaxException {
    if (step instanceof Visit visit) {
      visit(visit.expr());
    } else if (step instanceof Look look) {
      if (withs == 0 && !bound.containsKey(look.name()) && !isGlobal(look.name())) {
        throw new SyntaxException(
            "undefined variable '" + Quote.of(look.name()) + "'", look.start(), look.end(), false);
      }
    } else if (step instanceof Enter enter) {
      for (String name : enter.names()) {
        bound.put(name, bound.getOrDefault(name, 0) + 1);
      }
    } else if (step instanceof Leave leave) {
      for (String name : leave.names()) {
        int times = bound.getOrDefault(name, 0);
        if (times > 1) {
          bound.put(name, times - 1);
        } else {
          bound.remove(name);
        }
      }
    } else if (step instanceof EnterWith) {
      withs++;
    } else if (step instanceof LeaveWith) {
      withs--;
    }
  }

  /** Puts the parts of an expression on the stack, the last part first. */
  private void visit(Expr expr) {
    if (expr instanceof Expr.Var name) {
      steps.push(new Look(name.name(), name.start(), name.end()));
    } else if (expr instanceof Expr.Str string) {
      pieces(string.pieces());
    } else if (expr instanceof Expr.Path path) {
      pieces(path.pieces());
    } else if (expr instanceof AttrSet set) {
      set(set);
    } else if (expr instanceof Expr.Select select) {
      if (select.fallback() != null) {
        push(select.fallback());
      }
      keys(select.path());
      push(select.base());
    } else if (expr instanceof Expr.HasAttribute has) {
      keys(has.path());
      push(has.base());
    } else if (expr instanceof Expr.Call call) {
      all(call.arguments());
      push(call.function());
    } else if (expr instanceof Expr.ListOf list) {
      all(list.items());
    } else if (expr instanceof Expr.Unary unary) {
      push(unary.operand());
    } else if (expr instanceof Expr.Binary binary) {
      push(binary.right());
      push(binary.left());
    } else {
      visitScoped(expr);
    }
  }

  private void visitScoped(Expr expr) {
    if (expr instanceof Expr.Lambda lambda) {
      lambda(lambda);
    } else if (expr instanceof Expr.Let let) {
      Set<String> names = let.bindings().attributes().keySet();
      steps.push(new Leave(names));
      push(let.body());
      bindings(let.bindings(), names);
    } else if (expr instanceof Expr.With with) {
      steps.push(new LeaveWith());
      push(with.body());
      steps.push(new EnterWith());
      push(with.scope());
    } else if (expr instanceof Expr.Assert check) {
      push(check.body());
      push(check.condition());
    } else if (expr instanceof Expr.If choice) {
      push(choice.otherwise());
      push(choice.then());
      push(choice.condition());
    }
  }

  private void lambda(Expr.Lambda lambda) {
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

  private void set(AttrSet set) {
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

  private void pieces(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece instanceof Interpolation interpolation) {
        push(interpolation.value());
      }
    }
  }

  private void keys(List<AttrName> keys) {
    for (AttrName key : keys) {
      if (key instanceof ComputedName unknown) {
        push(unknown.name());
      }
    }
  }

  private void all(List<Expr> exprs) {
    for (Expr expr : exprs) {
      push(expr);
    }
  }

  private void push(Expr expr) {
    steps.push(new Visit(expr));
  }
}
