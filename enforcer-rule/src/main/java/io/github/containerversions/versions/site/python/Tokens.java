package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.text.Excerpt;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of one text, by index, without its comments; the last one is {@link TokenKind#END}.
 *
 * <p>Kept in arrays: a text of a mebibyte can have as many tokens.
 */
final class Tokens {
  private final String text;
  private TokenKind[] kinds = new TokenKind[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] partners = new int[64];
  private int size;

  Tokens(String text) {
    this.text = text;
  }

  /** Appends a token and returns its index. */
  int add(TokenKind kind, int start, int end) {
    if (size == starts.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      partners = Arrays.copyOf(partners, size * 2);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    partners[size] = size;
    return size++;
  }

  /** Notes that the bracket or f-string opened by one token is closed by another. */
  void pair(int opening, int closing) {
    partners[opening] = closing;
  }

  TokenKind kind(int at) {
    return kinds[at];
  }

  /** Offset of a token's first character. */
  int start(int at) {
    return starts[at];
  }

  /** Offset just after a token's last character. */
  int end(int at) {
    return ends[at];
  }

  /** The token that closes what this one opens; itself where it opens nothing. */
  int partner(int at) {
    return partners[at];
  }

  /** The token after this one and, where it opens a bracket or an f-string, after all of that. */
  int next(int at) {
    return partners[at] + 1;
  }

  boolean isName(int at) {
    return kinds[at] == TokenKind.NAME;
  }

  /** Whether a token is this keyword, name or operator. */
  boolean is(int at, String word) {
    return (kinds[at] == TokenKind.NAME || kinds[at] == TokenKind.OPERATOR)
        && ends[at] - starts[at] == word.length()
        && text.startsWith(word, starts[at]);
  }

  boolean isAny(int at, Iterable<String> words) {
    for (String word : words) {
      if (is(at, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token starts a string of any sort. */
  boolean isString(int at) {
    return kinds[at] == TokenKind.STRING || kinds[at] == TokenKind.FSTRING_START;
  }

  /** Whether an operand may end with a token, so that a bracket after it belongs to it. */
  boolean endsOperand(int at) {
    return switch (kinds[at]) {
      case NAME -> !Names.isKeyword(name(at));
      case STRING, NUMBER, FSTRING_END -> true;
      default -> is(at, ")") || is(at, "]") || is(at, "}");
    };
  }

  /**
   * The first token outside brackets that stands beside an operand and begins another, as in {@code
   * 1.2.3}.
   *
   * @return its index, or {@code to} where there is none
   */
  int juxtaposed(int from, int to) {
    for (int at = next(from); at < to; at = next(at)) {
      boolean operand =
          kinds[at] == TokenKind.NUMBER
              || (isName(at) && !Names.isKeyword(name(at)))
              || (isString(at) && !isStringEnd(at - 1));
      if (operand && endsOperand(at - 1)) {
        return at;
      }
    }
    return to;
  }

  private boolean isStringEnd(int at) {
    return kinds[at] == TokenKind.STRING || kinds[at] == TokenKind.FSTRING_END;
  }

  /** A name as Python compares it: identifiers are converted to NFKC (reference, 2.3). */
  String name(int at) {
    String written = text.substring(starts[at], ends[at]);
    return Normalizer.isNormalized(written, Normalizer.Form.NFKC)
        ? written
        : Normalizer.normalize(written, Normalizer.Form.NFKC);
  }

  /**
   * The first token of this text outside brackets, strings and the parameters of a lambda.
   *
   * @return its index, or {@code to} where there is none
   */
  int find(String word, int from, int to) {
    int lambdas = 0;
    for (int at = from; at < to; at = next(at)) {
      if (lambdas == 0 && is(at, word)) {
        return at;
      } else if (is(at, "lambda")) {
        lambdas++;
      } else if (lambdas > 0 && is(at, ":")) {
        lambdas--;
      }
    }
    return to;
  }

  /** Whether tokens are one pair of this bracket and what it holds. */
  boolean isGroup(TextRange range, String opening) {
    return !range.isEmpty() && is(range.from(), opening) && next(range.from()) == range.to();
  }

  /** What is left of tokens when the parentheses around all of them are taken away. */
  TextRange withoutParentheses(TextRange range) {
    TextRange inner = range;
    while (isGroup(inner, "(")) {
      inner = new TextRange(inner.from() + 1, inner.to() - 1);
    }
    return inner;
  }

  /** The pieces between separators outside brackets, without an empty one at the end. */
  List<TextRange> split(TextRange range, String separator) {
    List<TextRange> pieces = new ArrayList<>();
    int from = range.from();
    while (from < range.to()) {
      int end = find(separator, from, range.to());
      pieces.add(new TextRange(from, end));
      from = end + 1;
    }
    return pieces;
  }

  /** The text that tokens cover, cut for a message. */
  String snippet(int from, int to) {
    int end =
        Math.min(
            ends[Math.max(from, to - 1)], starts[from] + 2 * Excerpt.MAX_QUOTED_CHARACTERS + 2);
    return Excerpt.of(text.substring(starts[from], end));
  }

  String text() {
    return text;
  }
}
