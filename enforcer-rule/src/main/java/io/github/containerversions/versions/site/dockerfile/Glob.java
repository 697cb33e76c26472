package io.github.containerversions.versions.site.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of <code>${name#pattern}</code> and its like: {@code ?} is any character, {@code *} any
 * text, a backslash takes {@code *}, {@code ?} and itself literally (Dockerfile reference,
 * "Environment replacement"). There are no brackets.
 *
 * <p>A pattern is cut at its stars into segments, each of which is looked for in turn: a match
 * never goes back on an earlier one.
 */
final class Glob {
  private static final int LONGEST = 64;
  private static final int ANY = -1;

  private final List<int[]> segments;

  private Glob(List<int[]> segments) {
    this.segments = segments;
  }

  /** Where a match stands in a value. */
  private record Match(int start, int end) {}

  /** A value without the shortest or longest part at its start that matches a pattern. */
  static String trimStart(String pattern, String value, boolean longest) throws ShellWordException {
    int[] points = points(value);
    return text(withoutStart(of(pattern, points(pattern)), points, longest));
  }

  /** A value without the shortest or longest part at its end that matches a pattern. */
  static String trimEnd(String pattern, String value, boolean longest) throws ShellWordException {
    int[] backwards = reversed(points(value));
    Glob glob = of(pattern, reversedPattern(points(pattern)));
    return text(reversed(withoutStart(glob, backwards, longest)));
  }

  /** A value whose first and longest match of a pattern is replaced. */
  static String replaceFirst(String pattern, String value, String replacement)
      throws ShellWordException {
    int[] points = points(value);
    Match match = of(pattern, points(pattern)).find(points, 0);
    return match == null
        ? value
        : text(points, 0, match.start()) + replacement + text(points, match.end(), points.length);
  }

  /** A value whose matches of a pattern are all replaced. */
  static String replaceAll(String pattern, String value, String replacement)
      throws ShellWordException {
    int[] points = points(value);
    Glob glob = of(pattern, points(pattern));
    StringBuilder out = new StringBuilder();
    int done = 0;
    int from = 0;
    Match match = glob.find(points, from);
    while (match != null && out.length() <= ShellWord.LONGEST) {
      out.append(text(points, done, match.start()));
      // An empty match just behind another is none.
      if (match.end() > done || match.start() == 0) {
        out.append(filledIn(replacement, text(points, match.start(), match.end())));
      }
      done = match.end();
      from = Math.max(from + 1, done);
      match = from <= points.length ? glob.find(points, from) : null;
    }
    return out.append(text(points, done, points.length)).toString();
  }

  private static Glob of(String pattern, int[] points) throws ShellWordException {
    if (points.length > LONGEST) {
      throw ShellWordException.limit("a pattern is longer than " + LONGEST + " characters");
    }
    List<int[]> segments = new ArrayList<>();
    int[] segment = new int[points.length];
    int length = 0;
    for (int i = 0; i < points.length; i++) {
      switch (points[i]) {
        case '*' -> {
          segments.add(Arrays.copyOf(segment, length));
          length = 0;
        }
        case '?' -> segment[length++] = ANY;
        case '\\' -> {
          if (++i == points.length || "*?\\}/".indexOf(points[i]) < 0) {
            throw ShellWordException.broken(
                "the pattern " + Messages.quoted(pattern) + " escapes what needs no escape");
          }
          segment[length++] = points[i];
        }
        default -> segment[length++] = points[i];
      }
    }
    segments.add(Arrays.copyOf(segment, length));
    return new Glob(segments);
  }

  private static int[] withoutStart(Glob glob, int[] value, boolean longest) {
    Match match = isAt(glob.segments.get(0), value, 0) ? glob.from(0, value, longest) : null;
    return match == null ? value : Arrays.copyOfRange(value, match.end(), value.length);
  }

  /** The first match, the longest one there; none further on fits where that one does not. */
  private @Nullable Match find(int[] value, int from) {
    int start = indexOf(segments.get(0), value, from);
    return start < 0 ? null : from(start, value, true);
  }

  /** The match that starts at a place where the first segment stands. */
  private @Nullable Match from(int start, int[] value, boolean longest) {
    int end = start + segments.get(0).length;
    for (int i = 1; i < segments.size(); i++) {
      int[] segment = segments.get(i);
      boolean last = longest && i == segments.size() - 1;
      int found = last ? lastIndexOf(segment, value, end) : indexOf(segment, value, end);
      if (found < 0) {
        return null;
      }
      end = found + segment.length;
    }
    return new Match(start, end);
  }

  private static int indexOf(int[] segment, int[] value, int from) {
    for (int at = from; at + segment.length <= value.length; at++) {
      if (isAt(segment, value, at)) {
        return at;
      }
    }
    return -1;
  }

  private static int lastIndexOf(int[] segment, int[] value, int from) {
    for (int at = value.length - segment.length; at >= from; at--) {
      if (isAt(segment, value, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isAt(int[] segment, int[] value, int at) {
    if (at + segment.length > value.length) {
      return false;
    }
    for (int i = 0; i < segment.length; i++) {
      if (segment[i] != ANY && segment[i] != value[at + i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A replacement with the match in place of {@code $0}. BuildKit hands it to Go's regular
   * expressions, for which {@code $} and a name is a group, and any other group is empty.
   */
  private static String filledIn(String replacement, String match) {
    int dollar = replacement.indexOf('$');
    if (dollar < 0) {
      return replacement;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (dollar >= 0) {
      out.append(replacement, at, dollar);
      at = dollar + 1;
      boolean braced = replacement.startsWith("{", at);
      int name = braced ? at + 1 : at;
      int end = nameEnd(replacement, name);
      if (replacement.startsWith("$", at)) {
        out.append('$');
        at++;
      } else if (end == name || (braced && !replacement.startsWith("}", end))) {
        out.append('$');
      } else {
        out.append(end - name == 1 && replacement.charAt(name) == '0' ? match : "");
        at = braced ? end + 1 : end;
      }
      dollar = replacement.indexOf('$', at);
    }
    return out.append(replacement, at, replacement.length()).toString();
  }

  private static int nameEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static int[] points(String text) {
    return text.codePoints().toArray();
  }

  private static String text(int[] points) {
    return text(points, 0, points.length);
  }

  private static String text(int[] points, int from, int to) {
    return new String(points, from, to - from);
  }

  private static int[] reversed(int[] points) {
    int[] reversed = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      reversed[points.length - 1 - i] = points[i];
    }
    return reversed;
  }

  /** A pattern read backwards, but for each escape, which stays before what it escapes. */
  private static int[] reversedPattern(int[] points) {
    int[] reversed = reversed(points);
    for (int i = 0; i + 1 < points.length; i++) {
      if (points[i] == '\\') {
        int escape = points.length - 2 - i;
        reversed[escape] = '\\';
        reversed[escape + 1] = points[i + 1];
        i++;
      }
    }
    return reversed;
  }
}
