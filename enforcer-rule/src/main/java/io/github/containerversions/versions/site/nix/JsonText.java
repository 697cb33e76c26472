package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.FloatNumber;
import io.github.containerversions.versions.site.nix.Value.IntNumber;
import io.github.containerversions.versions.site.nix.Value.ListOf;
import io.github.containerversions.versions.site.nix.Value.Null;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON text (RFC 8259) as Nix values, whose strings know where they stand. */
final class JsonText {
  private static final int MAX_DEPTH = 128;
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  /** A value takes the memory of so many names. */
  static final int VALUE = 2;

  /** What reading a text costs. */
  interface Work {
    /** Counts values; false once there are too many. */
    boolean spend(int values);
  }

  private final SourceText source;
  private final Work work;
  private final String text;
  private final @Nullable Origin origin;
  private int at;
  private int depth;

  /**
   * @param work counts the values, which take memory
   * @param origin where all strings come from; null where the text is a file, and each has its own
   */
  JsonText(SourceText source, @Nullable Origin origin, Work work) {
    this.work = work;
    this.source = source;
    this.text = source.content();
    this.origin = origin;
  }

  Value read() throws SyntaxException {
    Value value = value();
    blanks();
    if (at < text.length()) {
      throw unexpected("the end");
    }
    return value;
  }

  private Value value() throws SyntaxException {
    blanks();
    if (!work.spend(VALUE)) {
      throw new SyntaxException("it holds too much", at, at, true);
    }
    char c = at < text.length() ? text.charAt(at) : '\0';
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", new Bool(true));
      case 'f' -> word("false", new Bool(false));
      case 'n' -> word("null", new Null());
      default -> number();
    };
  }

  private Value object() throws SyntaxException {
    descend();
    Map<String, Thunk> members = new HashMap<>();
    at++;
    blanks();
    boolean more = !is('}');
    while (more) {
      blanks();
      if (!is('"')) {
        throw unexpected("a string");
      }
      String name = string().value();
      blanks();
      expect(':');
      members.put(name, Thunk.of(value()));
      blanks();
      more = is(',');
      if (more) {
        at++;
      }
    }
    expect('}');
    depth--;
    return new Attributes(members, null);
  }

  private Value array() throws SyntaxException {
    descend();
    List<Thunk> items = new ArrayList<>();
    at++;
    blanks();
    boolean more = !is(']');
    while (more) {
      items.add(Thunk.of(value()));
      blanks();
      more = is(',');
      if (more) {
        at++;
      }
    }
    expect(']');
    depth--;
    return new ListOf(List.copyOf(items));
  }

  private Text string() throws SyntaxException {
    int start = at;
    at++;
    StringBuilder value = new StringBuilder();
    while (!is('"')) {
      if (at >= text.length() || text.charAt(at) < ' ') {
        throw unexpected("the end of the string");
      }
      char c = text.charAt(at);
      at++;
      value.append(c == '\\' ? escape() : c);
    }
    at++;
    requirePairs(value, start);
    return new Text(value.toString(), origin != null ? origin : literal(start));
  }

  private Origin literal(int start) {
    SpineStep content = new SpineStep(source, start + 1, at - 1);
    return new Origin(content, new SpineStep(source, start, at), null);
  }

  private char escape() throws SyntaxException {
    char c = at < text.length() ? text.charAt(at) : '\0';
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> {
        at--;
        throw unexpected("an escape");
      }
    };
  }

  private char hex() throws SyntaxException {
    int start = at;
    int value = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      char c = at < text.length() ? text.charAt(at) : '\0';
      int digit = c < 128 ? Character.digit(c, HEX) : -1;
      if (digit < 0) {
        throw unexpected("four hexadecimal digits");
      }
      value = value * HEX + digit;
      at++;
    }
    if (value == 0) {
      throw new SyntaxException(StringScanner.NUL, start, at, false);
    }
    return (char) value;
  }

  private void requirePairs(StringBuilder value, int start) throws SyntaxException {
    for (int i = 0; i < value.length(); i++) {
      boolean pair = Character.isSupplementaryCodePoint(value.codePointAt(i));
      if (!pair && Character.isSurrogate(value.charAt(i))) {
        throw new SyntaxException("half a surrogate pair", start, at, false);
      }
      i += pair ? 1 : 0;
    }
  }

  private Value word(String word, Value value) throws SyntaxException {
    if (!text.startsWith(word, at)) {
      throw unexpected("a value");
    }
    at += word.length();
    return value;
  }

  private Value number() throws SyntaxException {
    int start = at;
    at += is('-') ? 1 : 0;
    if (is('0')) {
      at++;
    } else {
      digits();
    }
    int end = at;
    if (is('.')) {
      at++;
      digits();
    }
    if (is('e') || is('E')) {
      at++;
      at += is('+') || is('-') ? 1 : 0;
      digits();
    }
    int longest = 18;
    return at == end && at - start <= longest
        ? new IntNumber(Long.parseLong(text, start, at, 10))
        : new FloatNumber();
  }

  private void digits() throws SyntaxException {
    int end = CharClass.DIGIT.end(text, at);
    if (end == at) {
      throw unexpected("a value");
    }
    at = end;
  }

  private void blanks() {
    while (is(' ') || is('\n') || is('\r') || is('\t')) {
      at++;
    }
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void expect(char c) throws SyntaxException {
    if (!is(c)) {
      throw unexpected("'" + c + "'");
    }
    at++;
  }

  private void descend() throws SyntaxException {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxException("nested deeper than " + MAX_DEPTH + " levels", at, at, true);
    }
  }

  private SyntaxException unexpected(String expected) {
    int end = at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at;
    String found = end == at ? "end of file" : "'" + text.substring(at, end) + "'";
    if (is('\n') || is('\r')) {
      found = "line break";
    }
    return new SyntaxException("unexpected " + found + ", expected " + expected, at, end, false);
  }
}
