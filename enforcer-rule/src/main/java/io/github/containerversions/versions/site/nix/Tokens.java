package io.github.containerversions.versions.site.nix;

import java.util.Arrays;

/**
 * The tokens of one text, in its order, as parallel arrays: a token is its kind and the offsets
 * where it starts and ends. The last is always {@link Token#END}.
 */
final class Tokens {
  private Token[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;
  private String fault = "";

  /**
   * @param textLength the length of the text; it decides how much room is made at first
   */
  Tokens(int textLength) {
    int room = Math.max(16, textLength / 4);
    kinds = new Token[room];
    starts = new int[room];
    ends = new int[room];
  }

  void add(Token kind, int start, int end) {
    if (count == kinds.length) {
      int room = count + count / 2;
      kinds = Arrays.copyOf(kinds, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  void addBad(String why, int start, int end) {
    fault = why;
    add(Token.BAD, start, end);
  }

  /** Why the {@link Token#BAD} token is none; empty where there is no such token. */
  String fault() {
    return fault;
  }

  /** The kind of a token; beyond the last it is {@link Token#END}. */
  Token kind(int index) {
    return kinds[Math.min(index, count - 1)];
  }

  int start(int index) {
    return starts[Math.min(index, count - 1)];
  }

  int end(int index) {
    return ends[Math.min(index, count - 1)];
  }
}
