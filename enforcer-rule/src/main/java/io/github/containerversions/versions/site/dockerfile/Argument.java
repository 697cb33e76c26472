package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A name that an {@code ARG} declares, with its default if it has one.
 *
 * @param instruction the {@code ARG} that it stands on
 * @param inStage whether that comes after a {@code FROM}
 * @param from where the name starts in the instruction's text
 * @param equalsSign where the name ends and the default starts; -1 without a default
 * @param to where the default ends, or the name
 * @param value the default as a build has it; null without one, and where it fails
 * @param failure why a build fails at the default
 */
record Argument(
    Instruction instruction,
    boolean inStage,
    int from,
    int equalsSign,
    int to,
    @Nullable Expansion value,
    @Nullable ShellWordException failure) {

  String name() {
    return instruction.text().substring(from, equalsSign < 0 ? to : equalsSign);
  }

  boolean isNamed(String name) {
    int end = equalsSign < 0 ? to : equalsSign;
    return end - from == name.length() && instruction.text().startsWith(name, from);
  }

  boolean hasDefault() {
    return equalsSign >= 0;
  }

  /** The default as it is given, quotes included and continued lines joined. */
  String raw() {
    return instruction.text().substring(equalsSign + 1, to);
  }

  /** The name with its default, if any, as it stands in the file. */
  SourceSpan span(SourceText source) {
    LogicalLine line = instruction.line();
    return source.span(line.inFile(from), line.endInFile(to));
  }

  /** The default as it stands in the file, quotes included. */
  SourceSpan rawSpan(SourceText source) {
    return source.span(rawStart(), instruction.line().endInFile(to));
  }

  /** The text of {@link #rawSpan}. */
  String written(SourceText source) {
    return source.content().substring(rawStart(), instruction.line().endInFile(to));
  }

  /**
   * What stands between the quotes of the default, where it is one quoted literal, a line's end
   * beside a quote included; else all of it.
   */
  SourceSpan literalSpan(SourceText source, char escape) {
    if (!isQuotedLiteral(escape)) {
      return rawSpan(source);
    }
    LogicalLine line = instruction.line();
    return source.span(line.inFile(equalsSign + 1) + 1, line.inFile(to - 1));
  }

  /** An empty default stands right behind its equals sign, also where a line ends there. */
  private int rawStart() {
    LogicalLine line = instruction.line();
    int start = equalsSign + 1;
    return start == to ? line.endInFile(start) : line.inFile(start);
  }

  private boolean isQuotedLiteral(char escape) {
    String text = instruction.text();
    int start = equalsSign + 1;
    if (to - start < 3) {
      return false;
    }
    char quote = text.charAt(start);
    if (quote != '"' && quote != '\'') {
      return false;
    }
    for (int at = start + 1; at < to - 1; at++) {
      char c = text.charAt(at);
      if (c == quote || (c == '$' && quote == '"')) {
        return false;
      }
      if (c == escape && quote == '"') {
        at++;
      }
    }
    return text.charAt(to - 1) == quote;
  }
}
