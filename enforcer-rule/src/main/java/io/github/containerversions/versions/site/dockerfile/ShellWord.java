package io.github.containerversions.versions.site.dockerfile;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resolves quotes, escapes and variables in a word as BuildKit's shell lexer does (Dockerfile
 * reference, "Environment replacement"), which is a shell's way but for the details.
 *
 * <p>One pass from left to right; what stands inside <code>${…}</code> is read by the same methods.
 */
final class ShellWord {
  /** Longer values are no versions; the limit keeps variables from growing line by line. */
  static final int MAX_LENGTH = 512;

  private static final int MAX_DEPTH = 50;

  /** No character: a word that ends where its text ends. */
  private static final int TO_THE_END = -1;

  private final String text;
  private final char escape;
  private final @Nullable Function<String, Variable> variables;
  private final boolean keepQuotes;
  private final WordSplitter words;
  private boolean keepEscapes;
  private int at;
  private int depth;

  private ShellWord(
      String text, char escape, @Nullable Function<String, Variable> variables, boolean asWritten) {
    this.text = text;
    this.escape = escape;
    this.variables = variables;
    this.keepQuotes = asWritten;
    this.keepEscapes = asWritten;
    this.words = new WordSplitter(variables == null);
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** The value of a word. */
  static Expansion expand(String word, char escape, Function<String, Variable> variables)
      throws ShellWordException {
    return standsForItself(word, escape)
        ? Expansion.certain(word)
        : new ShellWord(word, escape, variables, false).until(TO_THE_END);
  }

  /** Most defaults are plain words. */
  private static boolean standsForItself(String word, char escape) {
    for (int at = 0; at < word.length(); at++) {
      if (!isPlain(word.charAt(at), escape)) {
        return false;
      }
    }
    return word.length() <= MAX_LENGTH && !word.startsWith("\uFEFF");
  }

  /** The words of a line, their quotes, escapes and variables left as they are. */
  static List<String> splitAsWritten(String line) throws ShellWordException {
    return split(line, true);
  }

  /** The words of a line without quotes and escapes, variables left as they are. */
  static List<String> split(String line) throws ShellWordException {
    return split(line, false);
  }

  /** BuildKit takes the backslash here, whatever the escape directive says. */
  private static List<String> split(String line, boolean asWritten) throws ShellWordException {
    ShellWord whole = new ShellWord(line, '\\', null, asWritten);
    whole.until(TO_THE_END);
    return whole.words.words();
  }

  private Expansion until(int stop) throws ShellWordException {
    StringBuilder out = new StringBuilder();
    Uncertainty doubt = null;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == stop) {
        at++;
        return new Expansion(out.toString(), doubt);
      }
      if (c == '$') {
        Expansion value = dollar();
        doubt = Uncertainty.first(doubt, value.doubt());
        out.append(value.text());
        words.split(value.text());
      } else if (c == '\'' || c == '"') {
        Expansion quoted = c == '"' ? doubleQuoted() : Expansion.certain(singleQuoted());
        doubt = Uncertainty.first(doubt, quoted.doubt());
        out.append(quoted.text());
        words.join(quoted.text());
      } else if (c == escape) {
        escaped(out);
      } else if (text.startsWith("<<", at)) {
        String operator = heredocOperator();
        out.append(operator);
        words.join(operator);
      } else {
        String run = plainRun(stop);
        out.append(run);
        words.split(run);
      }
      checkLength(out);
    }
    if (stop != TO_THE_END) {
      throw ShellWordException.broken("'" + (char) stop + "' is missing");
    }
    return new Expansion(out.toString(), doubt);
  }

  /** The characters from here on that stand for themselves; the first of them does. */
  private String plainRun(int stop) {
    int from = at++;
    while (at < text.length() && text.charAt(at) != stop && isPlain(text.charAt(at), escape)) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isPlain(char c, char escape) {
    return c != '$' && c != '"' && c != '\'' && c != '<' && c != escape;
  }

  /** An escaped character stands for itself; an escape at the very end for nothing. */
  private void escaped(StringBuilder out) {
    int from = keepEscapes ? at : at + 1;
    at = Math.min(at + 2, text.length());
    if (from < at) {
      out.append(text, from, at);
      words.join(text.substring(from, at));
    }
  }

  private String singleQuoted() throws ShellWordException {
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      throw ShellWordException.broken("the single quote is not closed");
    }
    String quoted = keepQuotes ? text.substring(at, close + 1) : text.substring(at + 1, close);
    at = close + 1;
    return quoted;
  }

  private Expansion doubleQuoted() throws ShellWordException {
    StringBuilder out = new StringBuilder();
    Uncertainty doubt = null;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        String quoted = keepQuotes ? "\"" + out + "\"" : out.toString();
        return new Expansion(quoted, doubt);
      }
      if (c == '$') {
        Expansion value = dollar();
        doubt = Uncertainty.first(doubt, value.doubt());
        out.append(value.text());
      } else if (c == escape) {
        escapedInQuotes(out);
      } else {
        at++;
        out.append(c);
      }
      checkLength(out);
    }
    throw ShellWordException.broken("the double quote is not closed");
  }

  /** Only {@code "}, {@code $} and the escape itself can be escaped here. */
  private void escapedInQuotes(StringBuilder out) {
    at++;
    if (keepEscapes) {
      out.append(escape);
    }
    if (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '$' || c == escape) {
        at++;
        out.append(c);
      } else {
        out.append(escape);
      }
    }
  }

  /** {@code $name}, <code>${…}</code>, or a dollar sign and nothing more. */
  private Expansion dollar() throws ShellWordException {
    at++;
    if (at < text.length() && text.charAt(at) == '{') {
      at++;
      return braces();
    }
    String name = name();
    return name.isEmpty() ? Expansion.certain("$") : plain(name, "$" + name);
  }

  private Expansion plain(String name, String asWritten) {
    return variables == null ? Expansion.certain(asWritten) : variables.apply(name).plain();
  }

  private Expansion braces() throws ShellWordException {
    String name = name();
    if (at == text.length()) {
      throw ShellWordException.broken("'}' is missing");
    }
    char operator = text.charAt(at++);
    return switch (operator) {
      case '}' -> {
        if (name.isEmpty()) {
          throw ShellWordException.broken("${} names no variable");
        }
        yield plain(name, "${" + name + "}");
      }
      case '+', '-', '?', '#', '%' -> operation(name, "", operator);
      case ':' -> {
        if (name.isEmpty() || at == text.length()) {
          throw Substitution.unsupported(name, ":");
        }
        yield operation(name, ":", text.charAt(at++));
      }
      case '/' -> replacement(name);
      default -> throw Substitution.unsupported(name, String.valueOf(operator));
    };
  }

  private Expansion operation(String name, String colon, char operator) throws ShellWordException {
    boolean pattern = operator == '#' || operator == '%';
    if (pattern && !colon.isEmpty()) {
      throw Substitution.unsupported(name, colon + operator);
    }
    Expansion word = nested('}', pattern);
    if (variables == null) {
      return Expansion.certain("${" + name + colon + operator + word.text() + "}");
    }
    return Substitution.of(name, variables.apply(name), colon, operator, word);
  }

  private Expansion replacement(String name) throws ShellWordException {
    boolean all = at < text.length() && text.charAt(at) == '/';
    if (all) {
      at++;
    }
    Expansion pattern = nested('/', true);
    Expansion with = nested('}', true);
    if (variables == null) {
      return Expansion.certain("${" + name + "/" + pattern.text() + "/" + with.text() + "}");
    }
    return Substitution.replacement(variables.apply(name), pattern, with, all);
  }

  private Expansion nested(char stop, boolean keep) throws ShellWordException {
    if (++depth > MAX_DEPTH) {
      throw ShellWordException.limit("it nests more than " + MAX_DEPTH + " deep");
    }
    words.enter();
    boolean before = keepEscapes;
    keepEscapes = keep;
    Expansion word = until(stop);
    keepEscapes = before;
    words.leave();
    depth--;
    return word;
  }

  private String name() {
    int from = at;
    at = Variable.nameEnd(text, from);
    return text.substring(from, at);
  }

  /** The operator with the white space after it, which does not part it from the name. */
  private String heredocOperator() {
    int from = at;
    at += 2;
    while (at < text.length() && "\t\r ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private void checkLength(StringBuilder out) throws ShellWordException {
    if (variables != null && out.length() > MAX_LENGTH) {
      throw ShellWordException.limit("it is longer than " + MAX_LENGTH + " characters");
    }
  }
}
