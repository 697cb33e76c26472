package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Expr.AttrName;
import io.github.containerversions.versions.site.nix.Expr.AttrSet;
import io.github.containerversions.versions.site.nix.Expr.ComputedName;
import io.github.containerversions.versions.site.nix.Expr.Formal;
import io.github.containerversions.versions.site.nix.Expr.Formals;
import io.github.containerversions.versions.site.nix.Expr.Interpolation;
import io.github.containerversions.versions.site.nix.Expr.KnownName;
import io.github.containerversions.versions.site.nix.Expr.Lambda;
import io.github.containerversions.versions.site.nix.Expr.Piece;
import io.github.containerversions.versions.site.nix.Expr.Str;
import io.github.containerversions.versions.site.nix.Expr.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Nix expression by its grammar (Nix reference manual, "Language").
 *
 * <p>What nests is read by recursion down to a fixed depth; what merely goes on to the right
 * ({@code a: b: …}, {@code let … in let … in}, {@code else if}, operators, arguments) is read in
 * loops, at any length.
 */
final class NixParser {
  /**
   * How deep brackets, strings and operands may nest. The deepest of 4 000 public files nests 20
   * levels; 128 need less than 512 KiB of stack, however the virtual machine compiles this.
   */
  static final int MAX_DEPTH = 128;

  private final String text;
  private final Tokens tokens;
  private int at;
  private int depth;

  /** What stands before the bodies that are being read: function heads, {@code let … in}, … */
  private final List<Head> heads = new ArrayList<>();

  /** Operands whose operators wait for what follows. */
  private final List<Operand> operands = new ArrayList<>();

  private final List<Pending> pending = new ArrayList<>();

  /** What makes a whole of a body that ends at an offset. */
  @FunctionalInterface
  private interface Head {
    Expr around(Expr body, int end);
  }

  /** An operand and where it starts, parentheses included. */
  private record Operand(Expr expr, int start) {}

  /** An operator that waits for its right operand. */
  private record Pending(Operator operator, int start) {}

  private NixParser(String text) {
    this.text = text;
    this.tokens = NixLexer.scan(text);
  }

  /** Parses a whole file. */
  static Expr parse(String text) throws SyntaxException {
    NixParser parser = new NixParser(text);
    Expr expr = parser.expression();
    parser.expect(Token.END);
    return expr;
  }

  // Expressions that reach as far to the right as they can.

  private Expr expression() throws SyntaxException {
    descend();
    int base = heads.size();
    while (head()) {
      // Each head is on the list now.
    }
    Expr expr = operators();
    int end = tokens.end(at - 1);
    while (heads.size() > base) {
      expr = heads.remove(heads.size() - 1).around(expr, end);
    }
    depth--;
    return expr;
  }

  /** Reads one construct that has an expression as its last part, up to that part. */
  private boolean head() throws SyntaxException {
    int start = tokens.start(at);
    switch (tokens.kind(at)) {
      case ASSERT -> {
        at++;
        Expr condition = expression();
        expect(Token.SEMICOLON);
        heads.add((body, last) -> new Expr.Assert(start, last, condition, body));
      }
      case WITH -> {
        at++;
        Expr scope = expression();
        expect(Token.SEMICOLON);
        heads.add((body, last) -> new Expr.With(start, last, scope, body));
      }
      case IF -> {
        at++;
        Expr condition = expression();
        expect(Token.THEN);
        Expr then = expression();
        expect(Token.ELSE);
        heads.add((other, last) -> new Expr.If(start, last, condition, then, other));
      }
      case LET -> {
        return letHead(start);
      }
      case IDENTIFIER -> {
        return nameHead(start);
      }
      case LEFT_BRACE -> {
        return formalsHead(start);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean letHead(int start) throws SyntaxException {
    if (tokens.kind(at + 1) == Token.LEFT_BRACE) {
      return false;
    }
    at++;
    AttrSetBuilder bindings = bindings();
    int end = tokens.start(at);
    expect(Token.IN);
    if (bindings.hasDynamicNames()) {
      throw error("names in a let must not be computed", start, start + "let".length());
    }
    AttrSet set = bindings.toSet(start, end, true);
    heads.add((body, last) -> new Expr.Let(start, last, set, body));
    return true;
  }

  private boolean nameHead(int start) throws SyntaxException {
    Token next = tokens.kind(at + 1);
    if (next == Token.COLON) {
      String name = word();
      at++;
      heads.add((body, last) -> new Lambda(start, last, name, null, body));
      return true;
    }
    if (next == Token.AT) {
      String name = word();
      at++;
      Formals formals = formals();
      if (formals.byName().containsKey(name)) {
        throw duplicateFormal(name, start, start + name.length());
      }
      expect(Token.COLON);
      heads.add((body, last) -> new Lambda(start, last, name, formals, body));
      return true;
    }
    return false;
  }

  private boolean formalsHead(int start) throws SyntaxException {
    Token first = tokens.kind(at + 1);
    Token second = tokens.kind(at + 2);
    boolean isHead =
        switch (first) {
          case ELLIPSIS -> true;
          case RIGHT_BRACE -> second == Token.COLON || second == Token.AT;
          case IDENTIFIER ->
              second == Token.COMMA || second == Token.QUESTION || second == Token.RIGHT_BRACE;
          default -> false;
        };
    if (!isHead) {
      return false;
    }
    Formals formals = formals();
    if (tokens.kind(at) != Token.AT) {
      expect(Token.COLON);
      heads.add((body, last) -> new Lambda(start, last, null, formals, body));
      return true;
    }
    at++;
    int nameStart = tokens.start(at);
    need(Token.IDENTIFIER);
    String name = word();
    if (formals.byName().containsKey(name)) {
      throw duplicateFormal(name, nameStart, nameStart + name.length());
    }
    expect(Token.COLON);
    heads.add((body, last) -> new Lambda(start, last, name, formals, body));
    return true;
  }

  private Formals formals() throws SyntaxException {
    expect(Token.LEFT_BRACE);
    Map<String, Formal> byName = new LinkedHashMap<>();
    boolean open = false;
    while (!open && tokens.kind(at) != Token.RIGHT_BRACE) {
      if (tokens.kind(at) == Token.ELLIPSIS) {
        at++;
        open = true;
      } else {
        formal(byName);
        if (tokens.kind(at) != Token.COMMA) {
          break;
        }
        at++;
      }
    }
    expect(Token.RIGHT_BRACE);
    return new Formals(Collections.unmodifiableMap(byName), open);
  }

  private void formal(Map<String, Formal> byName) throws SyntaxException {
    int start = tokens.start(at);
    int end = tokens.end(at);
    need(Token.IDENTIFIER);
    String name = word();
    Expr fallback = null;
    if (tokens.kind(at) == Token.QUESTION) {
      at++;
      fallback = expression();
    }
    if (byName.putIfAbsent(name, new Formal(start, end, fallback)) != null) {
      throw duplicateFormal(name, start, end);
    }
  }

  // Operators, by a stack of operands and one of operators that wait.

  private Expr operators() throws SyntaxException {
    int base = pending.size();
    while (true) {
      for (Operator sign = prefix(); sign != null; sign = prefix()) {
        pending.add(new Pending(sign, tokens.start(at)));
        at++;
      }
      int start = tokens.start(at);
      push(application(), start);
      while (tokens.kind(at) == Token.QUESTION) {
        reduceBefore(Operator.HAS_ATTRIBUTE, base);
        at++;
        Operand operand = pop();
        List<AttrName> path = attributePath();
        int end = tokens.end(at - 1);
        push(new Expr.HasAttribute(operand.start(), end, operand.expr(), path), operand.start());
      }
      Operator infix = Operator.infix(tokens.kind(at));
      if (infix == null) {
        break;
      }
      reduceBefore(infix, base);
      if (pending.size() > base && last().operator().clashesWith(infix)) {
        throw unexpected("parentheses: " + tokens.kind(at).title() + " cannot be chained");
      }
      pending.add(new Pending(infix, tokens.start(at)));
      at++;
    }
    while (pending.size() > base) {
      reduce();
    }
    return pop().expr();
  }

  private @Nullable Operator prefix() {
    return Operator.prefix(tokens.kind(at));
  }

  private void reduceBefore(Operator next, int base) {
    while (pending.size() > base && last().operator().bindsBefore(next)) {
      reduce();
    }
  }

  /** Joins the last operator with its operands; the right one ends just before this token. */
  private void reduce() {
    Operator operator = last().operator();
    int start = pending.remove(pending.size() - 1).start();
    int end = tokens.end(at - 1);
    Expr right = pop().expr();
    switch (operator) {
      case NOT, NEGATE -> push(new Expr.Unary(start, end, operator, right), start);
      default -> {
        Operand left = pop();
        push(new Expr.Binary(left.start(), end, operator, left.expr(), right), left.start());
      }
    }
  }

  private Pending last() {
    return pending.get(pending.size() - 1);
  }

  private void push(Expr expr, int start) {
    operands.add(new Operand(expr, start));
  }

  private Operand pop() {
    return operands.remove(operands.size() - 1);
  }

  // Application and selection.

  private Expr application() throws SyntaxException {
    int start = tokens.start(at);
    Expr function = selection();
    if (!startsOperand()) {
      return function;
    }
    List<Expr> arguments = new ArrayList<>(2);
    while (startsOperand()) {
      arguments.add(selection());
    }
    int end = tokens.end(at - 1);
    return new Expr.Call(start, end, function, Collections.unmodifiableList(arguments));
  }

  private boolean startsOperand() {
    return switch (tokens.kind(at)) {
      case IDENTIFIER,
          INTEGER,
          FLOAT,
          QUOTE,
          INDENTED_OPEN,
          PATH,
          HOME_PATH,
          SEARCH_PATH,
          URI,
          LEFT_PAREN,
          LEFT_BRACE,
          LEFT_BRACKET,
          REC,
          LET ->
          true;
      default -> false;
    };
  }

  private Expr selection() throws SyntaxException {
    int start = tokens.start(at);
    Expr base = operand();
    if (tokens.kind(at) == Token.OR) {
      // Nixpkgs once had a function of that name: "f or" applies f to the variable "or".
      Expr or = new Expr.Var(tokens.start(at), tokens.end(at), word());
      return new Expr.Call(start, or.end(), base, List.of(or));
    }
    if (tokens.kind(at) != Token.DOT) {
      return base;
    }
    at++;
    List<AttrName> path = attributePath();
    Expr fallback = null;
    if (tokens.kind(at) == Token.OR) {
      at++;
      descend();
      fallback = selection();
      depth--;
    }
    return new Expr.Select(start, tokens.end(at - 1), base, path, fallback);
  }

  private List<AttrName> attributePath() throws SyntaxException {
    AttrName first = key();
    if (tokens.kind(at) != Token.DOT) {
      return List.of(first);
    }
    List<AttrName> path = new ArrayList<>();
    path.add(first);
    while (tokens.kind(at) == Token.DOT) {
      at++;
      path.add(key());
    }
    return Collections.unmodifiableList(path);
  }

  private AttrName key() throws SyntaxException {
    int start = tokens.start(at);
    switch (tokens.kind(at)) {
      case IDENTIFIER, OR -> {
        int end = tokens.end(at);
        return new KnownName(start, end, word());
      }
      case QUOTE -> {
        Str name = string();
        return name.isPlain()
            ? new KnownName(start, name.end(), StringText.plain(text, name))
            : new ComputedName(start, name.end(), name);
      }
      case INTERPOLATION -> {
        Interpolation name = interpolation();
        if (name.value() instanceof Str known && known.isPlain()) {
          return new KnownName(start, name.end(), StringText.plain(text, known));
        }
        if (name.value() instanceof Expr.Uri uri) {
          return new KnownName(start, name.end(), text.substring(uri.start(), uri.end()));
        }
        return new ComputedName(start, name.end(), name.value());
      }
      default -> throw unexpected("an attribute name");
    }
  }

  // What stands for itself or between brackets.

  private Expr operand() throws SyntaxException {
    int start = tokens.start(at);
    int end = tokens.end(at);
    switch (tokens.kind(at)) {
      case IDENTIFIER -> {
        String name = word();
        return name.equals("__curPos")
            ? new Expr.CurrentPosition(start, end)
            : new Expr.Var(start, end, name);
      }
      case INTEGER -> {
        at++;
        return new Expr.IntNumber(start, end, Long.parseLong(text, start, end, 10));
      }
      case FLOAT -> {
        at++;
        return new Expr.FloatNumber(start, end);
      }
      case URI -> {
        at++;
        return new Expr.Uri(start, end);
      }
      case SEARCH_PATH -> {
        at++;
        return new Expr.SearchPath(start, end, text.substring(start + 1, end - 1));
      }
      case QUOTE, INDENTED_OPEN -> {
        return string();
      }
      case PATH, HOME_PATH -> {
        return path();
      }
      case LEFT_PAREN -> {
        at++;
        Expr inner = expression();
        expect(Token.RIGHT_PAREN);
        return inner;
      }
      case LEFT_BRACKET -> {
        return list();
      }
      case LEFT_BRACE -> {
        return attributeSet(start, false);
      }
      case REC -> {
        at++;
        return attributeSet(start, true);
      }
      case LET -> {
        at++;
        AttrSet set = attributeSet(start, true);
        AttrName body = new KnownName(start, end, "body");
        return new Expr.Select(start, set.end(), set, List.of(body), null);
      }
      default -> throw unexpected("an expression");
    }
  }

  private Expr list() throws SyntaxException {
    descend();
    int start = tokens.start(at);
    at++;
    List<Expr> items = new ArrayList<>();
    while (startsOperand()) {
      items.add(selection());
    }
    int end = tokens.end(at);
    expect(Token.RIGHT_BRACKET);
    depth--;
    return new Expr.ListOf(start, end, Collections.unmodifiableList(items));
  }

  private AttrSet attributeSet(int start, boolean recursive) throws SyntaxException {
    expect(Token.LEFT_BRACE);
    AttrSetBuilder bindings = bindings();
    int end = tokens.end(at);
    expect(Token.RIGHT_BRACE);
    return bindings.toSet(start, end, recursive);
  }

  private AttrSetBuilder bindings() throws SyntaxException {
    AttrSetBuilder bindings = new AttrSetBuilder();
    while (true) {
      switch (tokens.kind(at)) {
        case INHERIT -> inherit(bindings);
        case IDENTIFIER, OR, QUOTE, INTERPOLATION -> binding(bindings);
        default -> {
          return bindings;
        }
      }
    }
  }

  private void binding(AttrSetBuilder bindings) throws SyntaxException {
    List<AttrName> path = attributePath();
    expect(Token.ASSIGN);
    // A path of many names makes as many sets, one in the other.
    depth += path.size() - 1;
    Expr value = expression();
    depth -= path.size() - 1;
    expect(Token.SEMICOLON);
    bindings.add(path, value);
  }

  private void inherit(AttrSetBuilder bindings) throws SyntaxException {
    at++;
    Expr from = null;
    if (tokens.kind(at) == Token.LEFT_PAREN) {
      at++;
      from = expression();
      expect(Token.RIGHT_PAREN);
    }
    while (tokens.kind(at) != Token.SEMICOLON) {
      switch (tokens.kind(at)) {
        case IDENTIFIER, OR, QUOTE, INTERPOLATION -> bindings.inherit(key(), from);
        default -> throw unexpected("';'");
      }
    }
    at++;
  }

  private Str string() throws SyntaxException {
    int start = tokens.start(at);
    boolean indented = tokens.kind(at) == Token.INDENTED_OPEN;
    // A line feed right after the quotes is part of the opening token, yet within the quotes.
    int textStart = start + (indented ? 2 : 1);
    at++;
    List<Piece> pieces = pieces();
    int textEnd = tokens.start(at);
    int end = tokens.end(at);
    if (tokens.kind(at) == Token.END) {
      throw error("the string that starts here is not closed", start, textStart);
    }
    expect(indented ? Token.INDENTED_CLOSE : Token.QUOTE);
    return new Str(start, end, indented, textStart, textEnd, pieces);
  }

  private Expr path() throws SyntaxException {
    int start = tokens.start(at);
    boolean goesOn = tokens.kind(at + 1) == Token.TEXT;
    if (goesOn && tokens.kind(at + 2) != Token.INTERPOLATION) {
      // As Nix has it: "a//b" is no path, "a//b${c}" is one.
      at += 2;
      throw unexpected("'${'");
    }
    List<Piece> rest = new ArrayList<>();
    rest.add(new Text(start, tokens.end(at), false));
    at++;
    rest.addAll(pieces());
    int end = tokens.end(at);
    expect(Token.PATH_END);
    return new Expr.Path(start, end, Collections.unmodifiableList(rest));
  }

  private List<Piece> pieces() throws SyntaxException {
    List<Piece> pieces = new ArrayList<>(1);
    while (true) {
      switch (tokens.kind(at)) {
        case TEXT, ESCAPE -> {
          boolean escape = tokens.kind(at) == Token.ESCAPE;
          pieces.add(new Text(tokens.start(at), tokens.end(at), escape));
          at++;
        }
        case INTERPOLATION -> pieces.add(interpolation());
        default -> {
          return Collections.unmodifiableList(pieces);
        }
      }
    }
  }

  private Interpolation interpolation() throws SyntaxException {
    int start = tokens.start(at);
    at++;
    Expr value = expression();
    int end = tokens.end(at);
    expect(Token.RIGHT_BRACE);
    return new Interpolation(start, end, value);
  }

  // The small steps.

  /** Takes a token that is a word. */
  private String word() {
    String word = text.substring(tokens.start(at), tokens.end(at));
    at++;
    return word;
  }

  private void descend() throws SyntaxException {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxException(
          "nested deeper than " + MAX_DEPTH + " levels", tokens.start(at), tokens.end(at), true);
    }
  }

  private void expect(Token kind) throws SyntaxException {
    need(kind);
    at++;
  }

  private void need(Token kind) throws SyntaxException {
    if (tokens.kind(at) != kind) {
      throw unexpected(kind.title());
    }
  }

  private SyntaxException unexpected(String expected) {
    Token found = tokens.kind(at);
    String message =
        found == Token.BAD
            ? tokens.fault()
            : "unexpected " + found.title() + ", expected " + expected;
    return error(message, tokens.start(at), tokens.end(at));
  }

  private static SyntaxException duplicateFormal(String name, int start, int end) {
    return error("the function takes '" + Quote.of(name) + "' twice", start, end);
  }

  private static SyntaxException error(String message, int start, int end) {
    return new SyntaxException(message, start, end, false);
  }
}
