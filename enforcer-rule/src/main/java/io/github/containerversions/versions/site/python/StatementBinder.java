package io.github.containerversions.versions.site.python;

import java.util.List;

/**
 * Finds the names that simple statements and the heads of compound statements bind, and to what
 * (Python reference, 4.2.1 "Binding of names").
 */
final class StatementBinder {
  private static final List<String> IMPORTS = List.of("import", "from");

  private final Tokens tokens;
  private final ModuleNames names;
  private final Targets targets;
  private final Assignments assignments;
  private final UnknownValues values;
  private boolean decorated;

  StatementBinder(Tokens tokens, ModuleNames names) {
    this.tokens = tokens;
    this.names = names;
    this.targets = new Targets(tokens, names);
    this.assignments = new Assignments(tokens, names, targets);
    this.values = new UnknownValues(tokens);
  }

  /** Takes a simple statement. */
  void statement(TextRange whole, Block where) {
    // Python 3.15 has lazy imports.
    boolean lazy = tokens.is(whole.from(), "lazy") && tokens.isAny(whole.from() + 1, IMPORTS);
    TextRange statement = lazy ? new TextRange(whole.from() + 1, whole.to()) : whole;
    int from = statement.from();
    int to = statement.to();
    insideExpressions(statement, where);
    decorated = tokens.is(from, "@");
    if (tokens.is(from, "import")) {
      importModules(new TextRange(from + 1, to), where);
    } else if (tokens.is(from, "from")) {
      importNames(statement, where);
    } else if (tokens.is(from, "del")) {
      Value deleted = values.unknown("is deleted by del", from, to);
      targets.bindAll(new TextRange(from + 1, to), deleted, where);
    } else if (tokens.is(from, "global")) {
      for (int at = from + 1; at < to; at += 2) {
        where.globals().add(tokens.name(at));
      }
    } else if (isTypeAlias(statement)) {
      names.bind(where, from + 1, values.noString("is a type, not a string", from, to));
    } else {
      assignments.statement(statement, where);
    }
    outOfSight(statement, where);
  }

  /** Finds what runs another text, or hands out the module or its names to be changed. */
  private void outOfSight(TextRange range, Block where) {
    for (int at = range.from(); at < range.to(); at++) {
      boolean attribute = at > 0 && tokens.is(at - 1, ".");
      String name = tokens.isName(at) ? tokens.name(at) : "";
      boolean hides =
          switch (name) {
            // sys.modules[__name__] and __main__ are the module itself, under any name afterwards.
            case "__main__", "__builtins__", "builtins" -> true;
            case "modules" ->
                tokens.is(at + 1, "[") || (attribute && at > 1 && tokens.is(at - 2, "sys"));
            case "exec", "eval", "globals" -> !attribute && !tokens.is(at + 1, "=");
            case "locals", "vars" -> !attribute && where.isInModule() && isCallOfNothing(at + 1);
            default -> false;
          };
      if (hides) {
        names.bindOutOfSight(where, name, at, at + 1);
      }
    }
  }

  private boolean isCallOfNothing(int at) {
    return tokens.is(at, "(") && tokens.is(at + 1, ")");
  }

  private void insideExpressions(TextRange range, Block where) {
    Value value =
        values.unknown("is assigned by := inside an expression", range.from(), range.to());
    for (int at = range.from(); at < range.to(); at++) {
      if (tokens.isName(at) && tokens.is(at + 1, ":=")) {
        names.bind(where, at, value);
      }
    }
  }

  /** Python 3.12: {@code type X = …}; elsewhere {@code type} is a name like others. */
  private boolean isTypeAlias(TextRange statement) {
    int from = statement.from();
    return statement.size() > 2
        && tokens.is(from, "type")
        && tokens.isName(from + 1)
        && !Names.isKeyword(tokens.name(from + 1))
        && (tokens.is(from + 2, "=") || tokens.is(from + 2, "["));
  }

  private void importModules(TextRange modules, Block where) {
    for (TextRange item : tokens.split(modules, ",")) {
      int as = tokens.find("as", item.from(), item.to());
      int name = as < item.to() ? as + 1 : item.from();
      String module = tokens.snippet(item.from(), as);
      Value value =
          values.noString("is the module " + module + ", not a string", item.from(), item.to());
      names.bind(where, name, value);
    }
  }

  private void importNames(TextRange statement, Block where) {
    int from = statement.from();
    int to = statement.to();
    String source = tokens.snippet(from, to);
    if (tokens.is(to - 1, "*")) {
      names.importAll(source, from, to);
      return;
    }
    Value value = values.unknown("is imported: " + source, from, to);
    TextRange list = new TextRange(tokens.find("import", from, to) + 1, to);
    for (TextRange item : tokens.split(tokens.withoutParentheses(list), ",")) {
      names.bind(where, item.to() - 1, value);
    }
  }

  /**
   * Takes the head of a compound statement.
   *
   * @param keyword the keyword it is known by
   * @param head its tokens, from that keyword up to the colon
   */
  void head(String keyword, TextRange head, Block where) {
    int from = head.from();
    int to = head.to();
    insideExpressions(head, where);
    TextRange rest = new TextRange(from + 1, to);
    switch (keyword) {
      case "def", "class" -> {
        String what = keyword.equals("def") ? "a function" : "a class";
        Value value =
            decorated
                ? values.unknown("is what decorators make of " + what, from, to)
                : values.noString("is " + what + ", not a string", from, to);
        decorated = false;
        names.bind(where, from + 1, value);
        rest = new TextRange(from + 2, to);
      }
      case "for" -> {
        Value value = values.unknown("is the variable of a for loop", from, to);
        targets.bindAll(new TextRange(from + 1, tokens.find("in", from, to)), value, where);
      }
      case "with", "except" -> {
        Value value = values.unknown("is bound by " + keyword + " … as", from, to);
        targets.bindAfterAs(rest, value, where);
      }
      case "case" -> {
        Value value = values.unknown("is bound by a case pattern", from, to);
        targets.bindCaptures(new TextRange(from + 1, tokens.find("if", from, to)), value, where);
      }
      default -> {}
    }
    outOfSight(rest, where);
  }
}
