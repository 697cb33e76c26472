package io.github.containerversions.versions.site.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Takes whatever a process prints and keeps the end of it. */
final class OutputTail {
  /** What is taken at a time, in bytes; bounded, so that a flood cannot hide the time limit. */
  private static final int GULP = 1 << 20;

  private final InputStream in;
  private final int kept;
  private final byte[] buffer;
  private int length;

  /** Whether anything was dropped, and whether what is left starts with a line. */
  private boolean dropped;

  private boolean startsLine = true;

  /**
   * The end of what a stream yields.
   *
   * @param kept how much of the end is kept, in bytes
   */
  OutputTail(InputStream in, int kept) {
    this.in = in;
    this.kept = kept;
    this.buffer = new byte[2 * kept];
  }

  /**
   * Takes what is there, without waiting for more: a process that was left behind may hold the
   * stream open for ever.
   *
   * @return how many bytes there were
   */
  int take() throws IOException {
    int taken = 0;
    for (int ready = in.available(); ready > 0 && taken < GULP; ready = in.available()) {
      if (length == buffer.length) {
        startsLine = buffer[length - kept - 1] == '\n';
        dropped = true;
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
        length = kept;
      }
      int read = in.read(buffer, length, Math.min(ready, buffer.length - length));
      if (read < 0) {
        break;
      }
      length += read;
      taken += read;
    }
    return taken;
  }

  /**
   * The lines at the end that hold more than white space; a line ends at LF, or CR and LF. The
   * first may be the end of a longer one.
   */
  List<String> lines() {
    return lines(Math.max(0, length - kept));
  }

  /** The same, without the rest of a line whose beginning was dropped. */
  List<String> wholeLines() {
    int from = Math.max(0, length - kept);
    if (from == 0 ? !startsLine : buffer[from - 1] != '\n') {
      while (from < length && buffer[from] != '\n') {
        from++;
      }
    }
    return lines(from);
  }

  /** Whether the last line that holds something is not among the whole lines. */
  boolean isCut() {
    return (dropped || length > kept) && wholeLines().isEmpty();
  }

  private List<String> lines(int from) {
    String text = new String(buffer, from, length - from, StandardCharsets.UTF_8);
    return Stream.of(text.split("\r?\n")).filter(line -> !line.isBlank()).toList();
  }
}
