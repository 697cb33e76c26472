package io.github.containerversions.versions.site.nix;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression that is evaluated when its value is first needed, and only once. */
final class Thunk {
  private final @Nullable Suspended suspended;
  private @Nullable Value value;
  private boolean running;

  /** An expression and the names it sees. */
  record Suspended(Expr expr, Environment environment) {
    SpineStep place() {
      return SpineStep.of(environment.text(), expr);
    }
  }

  private Thunk(@Nullable Suspended suspended, @Nullable Value value) {
    this.suspended = suspended;
    this.value = value;
  }

  static Thunk of(Expr expr, Environment environment) {
    return new Thunk(new Suspended(expr, environment), null);
  }

  static Thunk of(Value value) {
    return new Thunk(null, value);
  }

  /** The expression; null where the value never was one. */
  @Nullable Suspended suspended() {
    return suspended;
  }

  Value force(Evaluator evaluator) {
    if (value != null) {
      return value;
    }
    Suspended work = Objects.requireNonNull(suspended, "neither value nor expression");
    if (running) {
      return Evaluator.endless(work.place());
    }
    running = true;
    Value result = evaluator.evaluate(work.expr(), work.environment());
    running = false;
    value = result;
    return result;
  }
}
