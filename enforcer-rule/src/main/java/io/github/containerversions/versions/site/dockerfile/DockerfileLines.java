package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a Dockerfile into instructions: directives, comments, continuation lines and heredocs
 * (Dockerfile reference, "Format", "Parser directives", "Here-Documents").
 *
 * <p>Only what keeps BuildKit from telling where an instruction starts or ends is a problem here.
 * An unknown or malformed instruction counts for nothing: it declares no variable.
 */
final class DockerfileLines {
  /** The longest line that BuildKit reads, in bytes, the line feed not counted. */
  private static final int MAX_LINE_BYTES = 65_535;

  private final SourceText source;
  private final String content;
  private final ParserDirectives directives;
  private final List<Instruction> instructions = new ArrayList<>();
  private boolean builds;
  private @Nullable Problem problem;
  private boolean anyInstruction;

  /** The current line: from {@code start} to before its line ending, and where the next starts. */
  private int start;

  private int end;
  private int next;

  /** Where the next {@code <<} stands at or after the last place that was asked about. */
  private int nextHeredoc;

  private DockerfileLines(SourceText source) {
    this.source = source;
    this.content = source.content();
    this.directives = new ParserDirectives(source);
    this.nextHeredoc = content.indexOf("<<");
  }

  /**
   * What the lines of a file say.
   *
   * @param instructions the instructions that declare, set or scope variables, in order
   * @param builds whether it runs or copies anything
   * @param escape the file's escape character
   * @param problem why the file cannot be cut into instructions
   */
  record Result(
      List<Instruction> instructions, boolean builds, char escape, Optional<Problem> problem) {}

  static Result of(SourceText source) {
    return new DockerfileLines(source).read();
  }

  private Result read() {
    while (nextLine()) {
      int from = WordCursor.skipSpace(content, start, end);
      if (directives.open()) {
        Optional<Problem> wrong = directives.read(from, end);
        if (wrong.isPresent()) {
          stop(wrong.get());
        }
      }
      if (from < end && content.charAt(from) != '#') {
        anyInstruction = true;
        read(logicalLine(from));
      }
    }
    if (problem == null && !anyInstruction) {
      problem =
          Problem.of(
              Problem.Kind.SYNTAX,
              "the file holds no instruction",
              "write the Dockerfile, or remove it",
              source.span(0, 0));
    }
    return new Result(
        List.copyOf(instructions), builds, directives.escape(), Optional.ofNullable(problem));
  }

  /** Goes to the next line; false at the end, and after a problem. */
  private boolean nextLine() {
    if (next >= content.length() || problem != null) {
      return false;
    }
    start = next;
    int lineFeed = content.indexOf('\n', start);
    end = lineFeed < 0 ? content.length() : lineFeed;
    next = end + 1;
    if (isTooLong()) {
      stop(
          Problem.of(
              Problem.Kind.SYNTAX,
              "the line is longer than " + MAX_LINE_BYTES + " bytes, the most that BuildKit reads",
              "break the line",
              source.span(start, start)));
      return false;
    }
    while (end > start && content.charAt(end - 1) == '\r') {
      end--;
    }
    return true;
  }

  private boolean isTooLong() {
    int units = end - start;
    if (units * 3 + 3 <= MAX_LINE_BYTES) {
      return false;
    }
    int bytes = units + (start == 0 && source.hasByteOrderMark() ? 3 : 0);
    for (int at = start; at < end; at++) {
      char c = content.charAt(at);
      // A surrogate is one half of four bytes.
      bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return bytes > MAX_LINE_BYTES;
  }

  private void stop(Problem why) {
    problem = why;
  }

  /** The instruction that starts at {@code from}, read on over the lines that continue it. */
  private LogicalLine logicalLine(int from) {
    int cut = continuation(from);
    if (cut < 0) {
      return LogicalLine.of(content, from, end);
    }
    LogicalLine.Builder joined = new LogicalLine.Builder(content).append(from, cut);
    while (cut >= 0 && nextLine()) {
      int first = WordCursor.skipSpace(content, start, end);
      if (first < end && content.charAt(first) != '#') {
        cut = continuation(start);
        joined.append(start, cut < 0 ? end : cut);
      }
    }
    return joined.build(from, end);
  }

  /**
   * Where the escape character stands that continues the current line, or -1. One that follows
   * another, escaped or not, continues nothing.
   */
  private int continuation(int from) {
    int last = end - 1;
    while (last >= from && (content.charAt(last) == ' ' || content.charAt(last) == '\t')) {
      last--;
    }
    char escape = directives.escape();
    boolean continued =
        last >= from
            && content.charAt(last) == escape
            && (last == from || content.charAt(last - 1) != escape);
    return continued ? last : -1;
  }

  private void read(LogicalLine line) {
    Instruction instruction = Instruction.of(line, directives.escape());
    switch (instruction.keyword()) {
      case ARG, ENV, FROM -> instructions.add(instruction);
      case ONBUILD -> {
        Instruction trigger = instruction.trigger(directives.escape());
        switch (trigger.keyword()) {
          case ARG, ENV -> instructions.add(instruction);
          case ADD, COPY, RUN -> skipHeredocs(trigger);
          case FROM, ONBUILD, OTHER -> {}
        }
      }
      case ADD, COPY, RUN -> {
        builds = true;
        skipHeredocs(instruction);
      }
      case OTHER -> stopAtMergeMarker(line);
    }
  }

  /** BuildKit knows no such instruction, and the lines around it are those of two files. */
  private void stopAtMergeMarker(LogicalLine line) {
    if (line.start() < line.end() && "<|=>".indexOf(content.charAt(line.start())) >= 0) {
      MergeMarkers.explaining(source, source.span(line.start(), line.start()))
          .ifPresent(this::stop);
    }
  }

  private void skipHeredocs(Instruction instruction) {
    if (!mayHoldHeredoc(instruction.line())) {
      return;
    }
    try {
      for (Heredoc heredoc : Heredoc.in(instruction)) {
        skipBody(heredoc, instruction.line());
      }
    } catch (ShellWordException e) {
      stop(
          problemAt(
              instruction.line(),
              "the names of the heredocs cannot be resolved: " + e.text(),
              "give each heredoc a plain name, as in <<EOF"));
    }
  }

  private boolean mayHoldHeredoc(LogicalLine line) {
    if (line.isJoined()) {
      return line.text().contains("<<");
    }
    if (nextHeredoc >= 0 && nextHeredoc < line.from()) {
      nextHeredoc = content.indexOf("<<", line.from());
    }
    return nextHeredoc >= 0 && nextHeredoc < line.to();
  }

  private void skipBody(Heredoc heredoc, LogicalLine line) {
    String name = heredoc.name();
    while (nextLine()) {
      int from = start;
      while (heredoc.chomp() && from < end && content.charAt(from) == '\t') {
        from++;
      }
      if (end - from == name.length() && content.startsWith(name, from)) {
        return;
      }
    }
    if (problem == null) {
      stop(
          problemAt(
              line,
              "the heredoc '" + Excerpt.of(name) + "' is never closed",
              "close it by a line that holds " + Excerpt.of(name) + " and nothing else"));
    }
  }

  private Problem problemAt(LogicalLine line, String message, String help) {
    return Problem.of(Problem.Kind.SYNTAX, message, help, source.span(line.start(), line.end()));
  }
}
