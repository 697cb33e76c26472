package io.github.containerversions.core.text;

import java.util.Arrays;
import java.util.Objects;

/**
 * The text of one file and the way from an offset in it to a line and a column.
 *
 * <p>Offsets count UTF-16 units of {@link #content()}, which never starts with a byte order mark.
 * Lines end at LF or CRLF.
 */
public final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BLOCK = 128;

  private final String file;
  private final String content;
  private final boolean byteOrderMark;

  /** Most files have none; the virtual machine knows it of a Latin-1 text without a look. */
  private final boolean hasPairs;

  /** Volatile, as one text may serve several threads; found twice, it is the same. */
  private volatile int[] lineStarts = {};

  private volatile int[] pairsBeforeBlocks = {};

  private SourceText(String file, String content, boolean byteOrderMark) {
    this.file = file;
    this.content = content;
    this.byteOrderMark = byteOrderMark;
    this.hasPairs = content.codePointCount(0, content.length()) < content.length();
  }

  /**
   * A text as decoded.
   *
   * @param file path relative to the repository root, with {@code /}
   * @param decoded the decoded text; one byte order mark at its start is not part of the content
   */
  public static SourceText of(String file, String decoded) {
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
    return new SourceText(file, marked ? decoded.substring(1) : decoded, marked);
  }

  public String file() {
    return file;
  }

  public String content() {
    return content;
  }

  /** Whether a byte order mark stood before the content. */
  public boolean hasByteOrderMark() {
    return byteOrderMark;
  }

  /** The span of the text from offset {@code start} to just before {@code end}. */
  public SourceSpan span(int start, int end) {
    int firstLine = lineAt(start);
    int lastLine = lineAt(end);
    return new SourceSpan(
        file, firstLine + 1, column(firstLine, start), lastLine + 1, column(lastLine, end));
  }

  /**
   * The offset at which a line starts.
   *
   * @param line 1-based
   */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /**
   * The offset of a place, as spans count them.
   *
   * @param line 1-based
   * @param column 1-based, in code points
   */
  public int offset(int line, int column) {
    int start = lineStart(line);
    if (!hasPairs) {
      return Objects.checkIndex(start + column - 1, content.length() + 1);
    }
    int points = codePointsBefore(start) + column - 1;
    int from = 0;
    for (int to = content.length() / BLOCK; from < to; ) {
      int middle = (from + to + 1) >>> 1;
      if (codePointsBefore(blockStart(middle)) <= points) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    int block = blockStart(from);
    return content.offsetByCodePoints(block, points - codePointsBefore(block));
  }

  private int codePointsBefore(int offset) {
    return offset - pairsBefore(offset);
  }

  /** Where a block begins, or the pair that it would cut in two. */
  private int blockStart(int block) {
    int at = block * BLOCK;
    boolean cut =
        at > 0
            && at < content.length()
            && Character.isSurrogatePair(content.charAt(at - 1), content.charAt(at));
    return cut ? at - 1 : at;
  }

  private int column(int line, int offset) {
    int start = lineStarts()[line];
    return 1 + (offset - start) - (hasPairs ? pairsBefore(offset) - pairsBefore(start) : 0);
  }

  /** How many surrogate pairs stand before an offset. */
  private int pairsBefore(int offset) {
    int block = offset / BLOCK;
    return pairsBeforeBlocks()[block] + pairs(block * BLOCK, offset);
  }

  /** Counted once, so that a column costs a block and not its line: a line can be all the text. */
  private int[] pairsBeforeBlocks() {
    if (pairsBeforeBlocks.length == 0) {
      int[] before = new int[content.length() / BLOCK + 1];
      for (int block = 1; block < before.length; block++) {
        before[block] = before[block - 1] + pairs((block - 1) * BLOCK, block * BLOCK);
      }
      pairsBeforeBlocks = before;
    }
    return pairsBeforeBlocks;
  }

  /** How many surrogate pairs end between two offsets. */
  private int pairs(int from, int to) {
    int count = 0;
    for (int at = Math.max(1, from); at < to; at++) {
      if (Character.isSurrogatePair(content.charAt(at - 1), content.charAt(at))) {
        count++;
      }
    }
    return count;
  }

  /** The 0-based index of the line that holds an offset. */
  private int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Found on first use: most files need one span, and broken ones none. */
  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      int[] starts = new int[16];
      int count = 1;
      for (int at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = at + 1;
      }
      lineStarts = Arrays.copyOf(starts, count);
    }
    return lineStarts;
  }
}
