package io.github.containerversions.versions.site.python;

import java.util.List;

/** Reads assignment statements (Python reference, 7.2). */
final class Assignments {
  private static final List<String> AUGMENTED =
      List.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");

  private final Tokens tokens;
  private final ModuleNames names;
  private final Targets targets;
  private final UnknownValues values;
  private final Evaluator evaluator;

  Assignments(Tokens tokens, ModuleNames names, Targets targets) {
    this.tokens = tokens;
    this.names = names;
    this.targets = targets;
    this.values = new UnknownValues(tokens);
    this.evaluator = new Evaluator(tokens, names);
  }

  /** Takes a statement that is an assignment or an expression. */
  void statement(TextRange statement, Block where) {
    int from = statement.from();
    int to = statement.to();
    int colon = tokens.find(":", from, to);
    int equals = tokens.find("=", from, to);
    if (colon < equals) {
      annotated(new TextRange(from, colon), equals, to, where);
    } else if (tokens.juxtaposed(from, equals) < equals) {
      targets.bindAll(new TextRange(from, equals), values.malformed(from, to), where);
    } else if (equals < to) {
      chained(statement, where);
    } else {
      augmented(statement, where);
    }
  }

  private void annotated(TextRange target, int equals, int to, Block where) {
    TextRange name = tokens.withoutParentheses(target);
    if (name.size() == 1 && equals < to) {
      names.bind(where, name.from(), value(new TextRange(equals + 1, to), where));
    } else if (name.size() == 1) {
      names.annotate(where, name.from());
    } else {
      targets.bindAll(target, values.malformed(target.from(), to), where);
    }
  }

  private void chained(TextRange statement, Block where) {
    List<TextRange> pieces = tokens.split(statement, "=");
    boolean complete = !tokens.is(statement.to() - 1, "=");
    int last = pieces.size() - 1;
    int from = complete ? pieces.get(last).from() : statement.to();
    Value value = value(new TextRange(from, statement.to()), where);
    for (TextRange piece : complete ? pieces.subList(0, last) : pieces) {
      TextRange target = tokens.withoutParentheses(piece);
      boolean unpacks = complete && target.size() != 1;
      targets.bindAll(target, unpacks ? unpacked(pieces.get(last)) : value, where);
    }
  }

  private Value unpacked(TextRange expression) {
    int from = expression.from();
    int to = expression.to();
    return values.unknown("is unpacked from " + tokens.snippet(from, to), from, to);
  }

  /** The value of an expression that is assigned in a block. */
  private Value value(TextRange expression, Block where) {
    return where.isPlain() || expression.isEmpty()
        ? evaluator.evaluate(expression.from(), expression.to())
        : values.unknown(where.finding(), expression.from(), expression.to());
  }

  private void augmented(TextRange statement, Block where) {
    for (int at = statement.from(); at < statement.to(); at = tokens.next(at)) {
      if (tokens.isAny(at, AUGMENTED)) {
        Value value = values.computed(statement.from(), statement.to());
        targets.bindAll(new TextRange(statement.from(), at), value, where);
        return;
      }
    }
  }
}
