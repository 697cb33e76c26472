package io.github.containerversions.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Passes on whole lines as long as there is room, and says at the end how many there were more. */
final class LimitedLines implements Appendable {
  private static final String NOTE = "\n... %s left out here; all findings are in the log\n";

  /** What the note needs in bytes, whatever the number. */
  private static final int NOTE_ROOM = NOTE.length() + 20;

  private final Appendable out;
  private final StringBuilder line = new StringBuilder();
  private long room;
  private int left;

  /**
   * Lines on their way.
   *
   * @param room the most bytes of UTF-8 that are passed on, the note included
   */
  LimitedLines(Appendable out, long room) {
    this.out = out;
    this.room = room - NOTE_ROOM;
  }

  @Override
  public Appendable append(CharSequence text) throws IOException {
    return append(text, 0, text.length());
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) throws IOException {
    for (int at = start; at < end; at++) {
      append(text.charAt(at));
    }
    return this;
  }

  @Override
  public Appendable append(char c) throws IOException {
    line.append(c);
    if (c == '\n') {
      pass();
    }
    return this;
  }

  private void pass() throws IOException {
    int size = line.toString().getBytes(StandardCharsets.UTF_8).length;
    if (left == 0 && size <= room) {
      out.append(line);
      room -= size;
    } else {
      left++;
    }
    line.setLength(0);
  }

  /** To be called after the last line, which has ended: says what is left out, if there is room. */
  void end() throws IOException {
    if (left > 0 && room >= 0) {
      out.append(NOTE.formatted(left == 1 ? "1 line is" : left + " lines are"));
    }
  }
}
