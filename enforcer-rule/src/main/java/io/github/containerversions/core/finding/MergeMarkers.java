package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises what git leaves in a file whose merge is not finished (git-merge, "How conflicts are
 * presented"): lines that begin with seven of {@code <}, {@code |}, {@code =} or {@code >}.
 *
 * <p>Such lines can be text as well, in a heredoc or in a string of several lines. So a reader asks
 * only where its own format refuses the file, and nothing is refused that its tool takes.
 */
public final class MergeMarkers {
  private static final int LENGTH = 7;

  private MergeMarkers() {}

  /**
   * The unfinished merge that keeps a text from being read, where that is the reason: a whole
   * conflict begins at or before the place of the refusal, or a single marker stands on its line.
   *
   * @param refused where the format refuses the text
   */
  public static Optional<Problem> explaining(SourceText text, Location refused) {
    int line = refused instanceof SourceSpan span ? span.line() : Integer.MAX_VALUE;
    List<SourceSpan> markers = markers(text);
    for (int at = 0; at < markers.size() && markers.get(at).line() <= line; at++) {
      List<SourceSpan> conflict = conflict(text, markers, at);
      if (!conflict.isEmpty()) {
        return Optional.of(problem(conflict));
      }
    }
    return markers.stream()
        .filter(it -> it.line() == line)
        .findFirst()
        .map(it -> problem(List.of(it)));
  }

  private static List<SourceSpan> markers(SourceText text) {
    String content = text.content();
    List<SourceSpan> markers = new ArrayList<>();
    int start = 0;
    while (start < content.length()) {
      if (isMarker(content, start)) {
        markers.add(text.span(start, start + LENGTH));
      }
      int lineFeed = content.indexOf('\n', start);
      start = lineFeed < 0 ? content.length() : lineFeed + 1;
    }
    return markers;
  }

  /** Seven of a kind, and after them the end of the line or a blank and a label. */
  private static boolean isMarker(String content, int start) {
    int end = start + LENGTH;
    if (end > content.length() || "<|=>".indexOf(content.charAt(start)) < 0) {
      return false;
    }
    for (int at = start + 1; at < end; at++) {
      if (content.charAt(at) != content.charAt(start)) {
        return false;
      }
    }
    return end == content.length() || " \t\r\n".indexOf(content.charAt(end)) >= 0;
  }

  /** The markers of the conflict that begins with one of them; none where it is not whole. */
  private static List<SourceSpan> conflict(SourceText text, List<SourceSpan> markers, int first) {
    StringBuilder kinds = new StringBuilder();
    int end = first;
    while (end < markers.size() && end - first < "<|=>".length()) {
      char kind = kind(text, markers.get(end++));
      kinds.append(kind);
      if (kind == '>') {
        break;
      }
    }
    String found = kinds.toString();
    return found.equals("<=>") || found.equals("<|=>") ? markers.subList(first, end) : List.of();
  }

  private static char kind(SourceText text, SourceSpan marker) {
    return text.content().charAt(text.lineStart(marker.line()));
  }

  private static Problem problem(List<SourceSpan> markers) {
    return new Problem(
        Problem.Kind.SYNTAX,
        "the file holds an unresolved merge conflict",
        "resolve it and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>",
        markers.get(0),
        List.copyOf(markers.subList(1, markers.size())));
  }
}
