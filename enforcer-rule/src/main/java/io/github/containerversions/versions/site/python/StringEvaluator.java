package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.Problem;
import java.util.Locale;
import java.util.Optional;

/** Evaluates adjacent string literals and f-strings (Python reference, 2.4.2 and 2.4.3). */
final class StringEvaluator {
  private final Tokens tokens;
  private final String text;
  private final Evaluator evaluator;
  private final UnknownValues values;

  StringEvaluator(Tokens tokens, Evaluator evaluator) {
    this.tokens = tokens;
    this.text = tokens.text();
    this.evaluator = evaluator;
    this.values = new UnknownValues(tokens);
  }

  /** The value of literals that follow each other without an operator. */
  Value evaluate(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int at = from; at < to; at = tokens.next(at)) {
      String prefix = prefix(at);
      if (prefix.contains("b") || prefix.contains("t")) {
        return values.shape(prefix.contains("b") ? "bytes" : "template", from, to);
      }
      Optional<Value> obstacle = append(at, prefix.contains("r"), joined);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    // One literal, of an f-string no more than one text.
    boolean single = tokens.next(from) == to && tokens.partner(from) - from <= 2;
    Value.Text whole = evaluator.composed(joined.toString(), from, to);
    return single
        ? new Value.Text(
            whole.text(), contentStart(from), contentEnd(from), whole.start(), whole.end())
        : whole;
  }

  /** The letters before the quotes, in lower case. */
  private String prefix(int at) {
    int end = tokens.start(at);
    while (text.charAt(end) != '"' && text.charAt(end) != '\'') {
      end++;
    }
    return text.substring(tokens.start(at), end).toLowerCase(Locale.ROOT);
  }

  private int quoteLength(int at) {
    int quote = tokens.start(at) + prefix(at).length();
    int length = tokens.end(at) - quote;
    String three = text.substring(quote, quote + 1).repeat(3);
    boolean tripled =
        tokens.kind(at) == TokenKind.STRING
            ? length >= 6 && text.startsWith(three, quote)
            : length == 3;
    return tripled ? 3 : 1;
  }

  private int contentStart(int at) {
    return tokens.start(at) + prefix(at).length() + quoteLength(at);
  }

  private int contentEnd(int at) {
    return tokens.end(tokens.partner(at)) - quoteLength(at);
  }

  /** Appends a literal's text; returns what stands in the way, if anything does. */
  private Optional<Value> append(int at, boolean raw, StringBuilder joined) {
    if (tokens.kind(at) == TokenKind.STRING) {
      return appendText(at, contentStart(at), contentEnd(at), raw, false, joined);
    }
    for (int inner = at + 1; inner < tokens.partner(at); inner = tokens.next(inner)) {
      Optional<Value> obstacle =
          tokens.kind(inner) == TokenKind.FSTRING_TEXT
              ? appendText(inner, tokens.start(inner), tokens.end(inner), raw, true, joined)
              : appendField(inner, joined);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  private Optional<Value> appendText(
      int at, int start, int end, boolean raw, boolean formatted, StringBuilder joined) {
    Optional<String> decoded = StringDecoder.decode(text, start, end, raw, formatted);
    decoded.ifPresent(joined::append);
    return decoded.isPresent()
        ? Optional.empty()
        : Optional.of(values.unknown("has an escape that is not read", at, at + 1));
  }

  /**
   * Appends what a replacement field yields: the value itself, unless a conversion or a format asks
   * for more ({@code !s} and an empty format do not).
   */
  private Optional<Value> appendField(int open, StringBuilder joined) {
    int close = tokens.partner(open);
    int stop = open + 1;
    while (stop < close && !tokens.is(stop, "!") && !tokens.is(stop, ":")) {
      stop = tokens.next(stop);
    }
    int after = tokens.is(stop, "!") && tokens.is(stop + 1, "s") ? stop + 2 : stop;
    after = tokens.is(after, ":") ? after + 1 : after;
    boolean echoed = tokens.is(stop - 1, "=");
    Value.Other field = values.computed(open, close + 1);
    if (after != close || echoed) {
      return Optional.of(field);
    }
    Value value = evaluator.evaluate(open + 1, stop);
    if (value instanceof Value.Text known) {
      // Looked at before anything is copied: a long text may be named in every line of a file.
      if (joined.length() + known.text().length() > Evaluator.MAX_COMPOSED_LENGTH) {
        return Optional.of(field);
      }
      joined.append(known.text());
    } else if (value instanceof Value.Other other) {
      if (other.formatted().isEmpty()) {
        boolean unknown = other.kind() == Problem.Kind.UNKNOWN;
        return Optional.of(unknown ? other : field);
      }
      joined.append(other.formatted());
    }
    return joined.length() > Evaluator.MAX_COMPOSED_LENGTH ? Optional.of(field) : Optional.empty();
  }
}
