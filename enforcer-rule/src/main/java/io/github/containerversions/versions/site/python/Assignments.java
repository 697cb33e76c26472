package io.github.containerversions.versions.site.python;

import java.util.ArrayList;
import java.util.List;

/** Reads assignment statements in all their forms (Python reference, 6.12 and 7.2). */
final class Assignments {
  static final List<String> AUGMENTED =
      List.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");

  private final Tokens tokens;
  private final ModuleNames constants;
  private final Targets targets;
  private final UnknownValues findings;
  private final Evaluator evaluator;

  Assignments(Tokens tokens, ModuleNames constants, Targets targets) {
    this.tokens = tokens;
    this.constants = constants;
    this.targets = targets;
    this.findings = new UnknownValues(tokens);
    this.evaluator = new Evaluator(tokens, constants);
  }

  /** Takes a statement that is an assignment or an expression. */
  void statement(TextRange statement, Block where) throws PythonSyntaxException {
    int from = statement.from();
    int to = statement.to();
    int colon = tokens.find(":", from, to);
    int equals = tokens.find("=", from, to);
    TextRange inner = tokens.withoutParentheses(statement);
    boolean bare = inner.size() < statement.size();
    if (colon < equals) {
      annotated(new TextRange(from, colon), equals, to, where);
    } else if (equals < to) {
      chained(statement, equals, where);
    } else if (bare && tokens.isName(inner.from()) && tokens.is(inner.from() + 1, ":=")) {
      Value value = value(new TextRange(inner.from() + 2, inner.to()), where);
      constants.bind(where, inner.from(), value);
    } else {
      augmented(statement, where);
    }
  }

  /**
   * The name that a whole statement in parentheses assigns, as in {@code (VERSION := "1")}.
   *
   * @return its token; the end of the statement where it is another
   */
  int assignedByExpression(TextRange statement) {
    TextRange inner = tokens.withoutParentheses(statement);
    boolean whole =
        inner.size() > 2 && inner.size() < statement.size() && tokens.is(inner.from() + 1, ":=");
    return whole ? inner.from() : statement.to();
  }

  private void annotated(TextRange target, int equals, int to, Block where)
      throws PythonSyntaxException {
    TextRange name = tokens.withoutParentheses(target);
    if (name.size() == 1 && tokens.isName(name.from())) {
      if (equals < to) {
        constants.bind(where, name.from(), value(new TextRange(equals + 1, to), where));
      } else {
        constants.annotate(where, name.from());
      }
    }
  }

  private void chained(TextRange statement, int firstEquals, Block where)
      throws PythonSyntaxException {
    List<TextRange> targetLists = new ArrayList<>();
    boolean unpacks = false;
    int from = statement.from();
    for (int equals = firstEquals; equals < statement.to(); ) {
      TextRange target = tokens.withoutParentheses(new TextRange(from, equals));
      targetLists.add(target);
      unpacks |= isList(target);
      from = equals + 1;
      equals = tokens.find("=", from, statement.to());
    }
    TextRange expression = new TextRange(from, statement.to());
    Value value = value(expression, where);
    List<Value> elements = where.isPlain() && unpacks ? elementValues(expression) : List.of();
    for (TextRange target : targetLists) {
      if (isList(target)) {
        unpack(target, elements, expression, where);
      } else {
        targets.bindAll(target, value, where);
      }
    }
  }

  /** The value of an expression that is assigned in a block. */
  private Value value(TextRange expression, Block where) throws PythonSyntaxException {
    return where.isPlain()
        ? evaluator.evaluate(expression.from(), expression.to())
        : findings.unknown(where.finding(), expression.from(), expression.to());
  }

  private boolean isList(TextRange range) {
    return tokens.isGroup(range, "[") || tokens.find(",", range.from(), range.to()) < range.to();
  }

  private List<TextRange> elements(TextRange range) {
    boolean brackets = tokens.isGroup(range, "[");
    return tokens.split(brackets ? new TextRange(range.from() + 1, range.to() - 1) : range, ",");
  }

  /** The values that an expression yields one by one; none where their number is not certain. */
  private List<Value> elementValues(TextRange expression) throws PythonSyntaxException {
    TextRange display = tokens.withoutParentheses(expression);
    List<TextRange> elements = isList(display) ? elements(display) : List.of();
    if (elements.stream().anyMatch(this::isSeveral)) {
      return List.of();
    }
    List<Value> values = new ArrayList<>();
    for (TextRange element : elements) {
      values.add(evaluator.evaluate(element.from(), element.to()));
    }
    return values;
  }

  /** Binds each name of a target list to its value, or all of them to an unknown one. */
  private void unpack(TextRange target, List<Value> values, TextRange expression, Block where) {
    List<TextRange> names = elements(target);
    if (names.size() != values.size() || names.stream().anyMatch(name -> name.size() != 1)) {
      String source = tokens.snippet(expression.from(), expression.to());
      Value unknown =
          findings.unknown("is unpacked from " + source, expression.from(), expression.to());
      targets.bindAll(target, unknown, where);
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      targets.bindAll(names.get(i), values.get(i), where);
    }
  }

  /** Whether what stands between commas yields no single value: a comprehension, {@code *x}. */
  private boolean isSeveral(TextRange value) {
    return value.isEmpty()
        || tokens.is(value.from(), "*")
        || tokens.find("for", value.from(), value.to()) < value.to();
  }

  private void augmented(TextRange statement, Block where) {
    for (int at = statement.from(); at < statement.to(); at = tokens.next(at)) {
      if (tokens.isAny(at, AUGMENTED)) {
        Value value = findings.computed("augmented assignment", statement.from(), statement.to());
        targets.bindAll(new TextRange(statement.from(), at), value, where);
        return;
      }
    }
  }
}
