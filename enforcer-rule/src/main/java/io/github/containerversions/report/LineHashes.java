package io.github.containerversions.report;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fingerprints by which GitHub's code scanning recognises a result: a hash of the line it
 * begins on and what follows, as <a
 * href="https://github.com/github/codeql-action/blob/main/src/fingerprints.ts">the action that
 * uploads</a> computes it. The action keeps a fingerprint that it finds and warns where its own is
 * another, so this must give the same.
 *
 * <p>Hashed are the 100 characters from the start of a line, spaces and tabs left out and every
 * line ending as one line feed; after the text come U+FFFF and zeros. The hash is a polynomial of
 * the UTF-16 units at 37, modulo 2<sup>64</sup>. A number counts the lines with the same hash.
 */
final class LineHashes {

  /** What the fingerprint is called. */
  static final String KEY = "primaryLocationLineHash";

  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final char END = '\uFFFF';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Findings come by subject, so that few files are asked about by turns. */
  private static final int MAX_FILES = 3;

  private final ReportSources sources;

  /** The file asked about last is the last. */
  private final Map<String, long[]> byFile = new LinkedHashMap<>(16, 0.75f, true);

  LineHashes(ReportSources sources) {
    this.sources = sources;
  }

  /** The hash of the line that a place begins on; empty where its file cannot be read. */
  Optional<String> of(SourceSpan place) {
    long[] hashes = byFile.get(place.file());
    if (hashes == null) {
      hashes = sources.text(place.file()).map(LineHashes::of).orElse(new long[0]);
      byFile.put(place.file(), hashes);
      if (byFile.size() > MAX_FILES) {
        byFile.remove(byFile.keySet().iterator().next());
      }
    }
    return place.line() <= hashes.length
        ? Optional.of(numbered(hashes, place.line() - 1))
        : Optional.empty();
  }

  /** The hash of a line, and how many lines up to it have the same. */
  static String numbered(long[] hashes, int line) {
    long hash = hashes[line];
    long same = Arrays.stream(hashes, 0, line + 1).filter(it -> it == hash).count();
    return Long.toHexString(hash) + ":" + same;
  }

  /** The hashes of all lines of a text, in their order. */
  static long[] of(SourceText text) {
    String content = text.content();
    char[] units = new char[content.length() + 2];
    int length = 0;
    if (text.hasByteOrderMark()) {
      units[length++] = BYTE_ORDER_MARK;
    }
    for (int at = 0; at < content.length(); at++) {
      char unit = content.charAt(at);
      boolean ended = unit == '\n' && at > 0 && content.charAt(at - 1) == '\r';
      if (unit != ' ' && unit != '\t' && !ended) {
        units[length++] = unit == '\r' ? '\n' : unit;
      }
    }
    units[length++] = END;
    return hashes(units, length);
  }

  private static long[] hashes(char[] units, int length) {
    long[] hashes = new long[16];
    int lines = 0;
    for (int at = 0; at < length; at++) {
      if (at == 0 || units[at - 1] == '\n') {
        if (lines == hashes.length) {
          hashes = Arrays.copyOf(hashes, lines * 2);
        }
        hashes[lines++] = hash(units, at, length);
      }
    }
    return Arrays.copyOf(hashes, lines);
  }

  private static long hash(char[] units, int start, int length) {
    long hash = 0;
    for (int at = start; at < start + WINDOW; at++) {
      hash = hash * BASE + (at < length ? units[at] : 0);
    }
    return hash;
  }
}
