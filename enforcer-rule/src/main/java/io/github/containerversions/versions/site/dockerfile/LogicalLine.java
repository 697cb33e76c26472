package io.github.containerversions.versions.site.dockerfile;

import java.util.Arrays;

/**
 * The text of one instruction, with its continuation lines joined, and the way from there back to
 * the file.
 *
 * <p>An instruction on one line is a range of the file's own text; only a continued one is copied.
 */
final class LogicalLine {
  private static final int[] WHOLE_FILE = {0};

  private final String text;
  private final int from;
  private final int to;
  private final int[] pieces;
  private final int[] origins;
  private final int start;
  private final int end;

  private LogicalLine(
      String text, int from, int to, int[] pieces, int[] origins, int start, int end) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.pieces = pieces;
    this.origins = origins;
    this.start = start;
    this.end = end;
  }

  /** An instruction that stands on one line of the file. */
  static LogicalLine of(String content, int from, int to) {
    return new LogicalLine(content, from, to, WHOLE_FILE, WHOLE_FILE, from, to);
  }

  String text() {
    return text;
  }

  /** Whether the text is a copy, not the file's own. */
  boolean isJoined() {
    return pieces != WHOLE_FILE;
  }

  /** Where the instruction starts in {@link #text()}. */
  int from() {
    return from;
  }

  /** Where the instruction ends in {@link #text()}. */
  int to() {
    return to;
  }

  /** Where in the file the first of its lines starts, white space left out. */
  int start() {
    return start;
  }

  /** Where in the file the last of its lines ends, comments that it runs over included. */
  int end() {
    return end;
  }

  /** Where in the file the character stands that is at an offset of {@link #text()}. */
  int inFile(int offset) {
    int found = Arrays.binarySearch(pieces, offset);
    int piece = found >= 0 ? found : -found - 2;
    return origins[piece] + offset - pieces[piece];
  }

  /** Where in the file a stretch ends that ends before an offset: on the line of its last part. */
  int endInFile(int offset) {
    return offset == 0 ? inFile(0) : inFile(offset - 1) + 1;
  }

  /** Joins the lines of a continued instruction. */
  static final class Builder {
    private final String content;
    private final StringBuilder text = new StringBuilder();
    private int[] pieces = new int[8];
    private int[] origins = new int[8];
    private int count;

    Builder(String content) {
      this.content = content;
    }

    /** Appends a stretch of the file. An empty one says no more than where the next would be. */
    Builder append(int from, int to) {
      boolean nothingYet = count > 0 && pieces[count - 1] == text.length();
      if (!nothingYet && ++count > pieces.length) {
        pieces = Arrays.copyOf(pieces, count * 2);
        origins = Arrays.copyOf(origins, count * 2);
      }
      pieces[count - 1] = text.length();
      origins[count - 1] = from;
      text.append(content, from, to);
      return this;
    }

    /** The whole, which stands between two places of the file. */
    LogicalLine build(int start, int end) {
      return new LogicalLine(
          text.toString(),
          0,
          text.length(),
          Arrays.copyOf(pieces, count),
          Arrays.copyOf(origins, count),
          start,
          end);
    }
  }
}
