package io.github.containerversions.versions.site.python;

/**
 * Finds the names that simple statements and the heads of compound statements bind, and to what
 * (Python reference, 4.2.1 "Binding of names").
 */
final class StatementBinder {
  private final Tokens tokens;
  private final ModuleNames constants;
  private final Targets targets;
  private final Assignments assignments;
  private final UnknownValues findings;
  private boolean decorated;

  StatementBinder(Tokens tokens, ModuleNames constants) {
    this.tokens = tokens;
    this.constants = constants;
    this.targets = new Targets(tokens, constants);
    this.assignments = new Assignments(tokens, constants, targets);
    this.findings = new UnknownValues(tokens);
  }

  /** Takes a simple statement. */
  void statement(TextRange statement, Block where) throws PythonSyntaxException {
    int from = statement.from();
    int to = statement.to();
    insideExpressions(statement, assignments.assignedByExpression(statement), where);
    decorated = tokens.is(from, "@");
    if (tokens.is(from, "import")) {
      importModules(new TextRange(from + 1, to), where);
    } else if (tokens.is(from, "from")) {
      importNames(statement, where);
    } else if (tokens.is(from, "del")) {
      Value deleted = findings.unknown("is deleted by del", from, to);
      targets.bindAll(new TextRange(from + 1, to), deleted, where);
    } else if (tokens.is(from, "global")) {
      for (int at = from + 1; at < to; at += 2) {
        where.scope().declareGlobal(tokens.name(at));
      }
    } else if (isTypeAlias(statement)) {
      constants.bind(where, from + 1, findings.noString("is a type, not a string", from, to));
    } else {
      assignments.statement(statement, where);
    }
    outOfSight(statement, where);
  }

  /** Finds what runs another text, or hands out the module or its names to be changed. */
  private void outOfSight(TextRange statement, Block where) {
    for (int at = statement.from(); at < statement.to(); at++) {
      // sys.modules[__name__] and __main__ are the module itself, under any name afterwards.
      if (tokens.is(at, "__main__") || (tokens.is(at, "modules") && tokens.is(at + 1, "["))) {
        constants.bindOutOfSight(where, tokens.snippet(at, at + 1), at, at + 1);
      }
      if (!tokens.is(at + 1, "(") || (at > 0 && tokens.is(at - 1, "."))) {
        continue;
      }
      boolean names =
          tokens.is(at + 2, ")")
              && (tokens.is(at, "globals")
                  || (where.scope().isModule()
                      && (tokens.is(at, "locals") || tokens.is(at, "vars"))));
      if (names || tokens.is(at, "exec")) {
        constants.bindOutOfSight(where, tokens.snippet(at, at + 2) + ")", at, at + 1);
      }
    }
  }

  private void insideExpressions(TextRange range, int except, Block where) {
    Value value =
        findings.unknown("is assigned by := inside an expression", range.from(), range.to());
    targets.bindAssignmentExpressions(range, except, value, where);
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
          findings.noString("is the module " + module + ", not a string", item.from(), item.to());
      constants.bind(where, name, value);
    }
  }

  private void importNames(TextRange statement, Block where) {
    int from = statement.from();
    int to = statement.to();
    int names = tokens.find("import", from, to) + 1;
    String module = tokens.snippet(from + 1, names - 1);
    if (tokens.is(names, "*")) {
      constants.importAll(module, from, to);
      return;
    }
    Value value = findings.unknown("is imported: " + tokens.snippet(from, to), from, to);
    for (TextRange item : tokens.split(tokens.withoutParentheses(new TextRange(names, to)), ",")) {
      constants.bind(where, item.to() - 1, value);
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
    insideExpressions(head, to, where);
    TextRange rest = new TextRange(from + 1, to);
    switch (keyword) {
      case "def", "class" -> {
        String what = keyword.equals("def") ? "a function" : "a class";
        Value value =
            decorated
                ? findings.unknown("is what decorators make of " + what, from, to)
                : findings.noString("is " + what + ", not a string", from, to);
        decorated = false;
        constants.bind(where, from + 1, value);
      }
      case "for" -> {
        Value value = findings.unknown("is the variable of a for loop", from, to);
        targets.bindAll(new TextRange(from + 1, tokens.find("in", from, to)), value, where);
      }
      case "with" ->
          targets.bindAfterAs(rest, findings.unknown("is bound by with … as", from, to), where);
      case "except" ->
          targets.bindAfterAs(rest, findings.unknown("is bound by except … as", from, to), where);
      case "case" -> {
        Value value = findings.unknown("is bound by a case pattern", from, to);
        targets.bindCaptures(new TextRange(from + 1, tokens.find("if", from, to)), value, where);
      }
      default -> {}
    }
  }
}
