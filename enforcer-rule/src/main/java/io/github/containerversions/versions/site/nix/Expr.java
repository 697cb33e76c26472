package io.github.containerversions.versions.site.nix;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Nix expression with its place: offsets into the text of its file, the end exclusive. The kinds
 * are those of the Nix reference manual, "Language". Parentheses leave no node of their own.
 */
sealed interface Expr {

  int start();

  int end();

  /** A name. */
  record Var(int start, int end, String name) implements Expr {}

  /** {@code __curPos}, the place where it stands. */
  record CurrentPosition(int start, int end) implements Expr {}

  /** A whole number. */
  record IntNumber(int start, int end, long value) implements Expr {}

  /** A floating-point number. */
  record FloatNumber(int start, int end) implements Expr {}

  /** A URI without quotes: a string. */
  record Uri(int start, int end) implements Expr {}

  /**
   * A string; {@code start} and {@code end} include its quotes.
   *
   * @param indented whether it stands between two single quotes
   * @param textStart where its content starts
   * @param textEnd where its content ends
   */
  record Str(int start, int end, boolean indented, int textStart, int textEnd, List<Piece> pieces)
      implements Expr {

    boolean isPlain() {
      for (Piece piece : pieces) {
        if (piece instanceof Interpolation) {
          return false;
        }
      }
      return true;
    }
  }

  /** A path, absolute, from the home folder ({@code ~/x}) or from the folder of its file. */
  record Path(int start, int end, List<Piece> pieces) implements Expr {}

  /** {@code <nixpkgs/x>}: looked up in the search path. */
  record SearchPath(int start, int end, String path) implements Expr {}

  /** A piece of a string or of a path. */
  sealed interface Piece {}

  /**
   * Text as written, from one offset to another.
   *
   * @param escape whether it is an escape of an indented string
   */
  record Text(int start, int end, boolean escape) implements Piece {}

  /** What stands between <code>${</code> and its brace. */
  record Interpolation(int start, int end, Expr value) implements Piece {}

  /** {@code [ a b ]}. */
  record ListOf(int start, int end, List<Expr> items) implements Expr {}

  /**
   * A set of attributes, where {@code a.b = 1; a.c = 2;} is one attribute {@code a} already.
   *
   * @param attributes those with a name known from the text, in its order
   * @param dynamic those whose name must be computed
   */
  record AttrSet(
      int start,
      int end,
      boolean recursive,
      Map<String, Attribute> attributes,
      List<DynamicAttribute> dynamic)
      implements Expr {}

  /** What a name of a set or of a {@code let} is bound to; the offsets are those of its name. */
  sealed interface Attribute {
    int nameStart();

    int nameEnd();
  }

  /** {@code name = value;}. */
  record Bound(int nameStart, int nameEnd, Expr value) implements Attribute {}

  /** {@code inherit name;}. */
  record Inherited(int nameStart, int nameEnd) implements Attribute {}

  /** {@code inherit (from) name;}. */
  record InheritedFrom(int nameStart, int nameEnd, Expr from) implements Attribute {}

  /** <code>${name} = value;</code>. */
  record DynamicAttribute(Expr name, Expr value) {}

  /** One step of an attribute path. */
  sealed interface AttrName {
    int start();

    int end();
  }

  record KnownName(int start, int end, String name) implements AttrName {}

  record ComputedName(int start, int end, Expr name) implements AttrName {}

  /** {@code base.path or fallback}. */
  record Select(int start, int end, Expr base, List<AttrName> path, @Nullable Expr fallback)
      implements Expr {}

  /** {@code base ? path}. */
  record HasAttribute(int start, int end, Expr base, List<AttrName> path) implements Expr {}

  /** A function and the arguments that follow it, at least one. */
  record Call(int start, int end, Expr function, List<Expr> arguments) implements Expr {}

  /** {@code !x} or {@code -x}. */
  record Unary(int start, int end, Operator operator, Expr operand) implements Expr {}

  record Binary(int start, int end, Operator operator, Expr left, Expr right) implements Expr {}

  /**
   * A function.
   *
   * @param name what the whole argument is bound to; null for a bare {@code { … }:}
   * @param formals the attributes it expects; null for {@code name:}
   */
  record Lambda(int start, int end, @Nullable String name, @Nullable Formals formals, Expr body)
      implements Expr {}

  /**
   * The attributes that a function expects, by name, in the order of the text.
   *
   * @param open whether it accepts others, by {@code ...}
   */
  record Formals(Map<String, Formal> byName, boolean open) {}

  record Formal(int start, int end, @Nullable Expr fallback) {}

  /** {@code let … in body}; its bindings see one another. */
  record Let(int start, int end, AttrSet bindings, Expr body) implements Expr {}

  record With(int start, int end, Expr scope, Expr body) implements Expr {}

  record Assert(int start, int end, Expr condition, Expr body) implements Expr {}

  record If(int start, int end, Expr condition, Expr then, Expr otherwise) implements Expr {}
}
