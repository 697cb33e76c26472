package io.github.containerversions.versions.site.dockerfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.containerversions.core.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** What BuildKit says of Dockerfiles, as recorded, and our own words for the same. */
final class BuildKit {
  private BuildKit() {}

  /**
   * A recorded answer.
   *
   * @param name the situation
   * @param answer each {@code ARG}'s scope, raw text, value and lines; or the parser's error
   * @param dockerfile the input
   */
  record Case(String name, String answer, String dockerfile) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The rows of a table in the test resources: name, answer, and the input with escapes. */
  static List<Case> cases(String resource) {
    try (InputStream table = BuildKit.class.getResourceAsStream("/" + resource)) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(row -> row.split("\t", -1))
          .map(cells -> new Case(cells[0], cells[1], unescaped(cells[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Our own answer, in the form of the table; errors are told by their start alone. */
  static String answer(String dockerfile) {
    SourceText source = SourceText.of("Dockerfile", dockerfile);
    DockerfileLines.Result lines = DockerfileLines.of(source);
    if (lines.problem().isPresent()) {
      return "PARSE-ERR";
    }
    List<Argument> arguments = ArgEvaluator.arguments(lines);
    return arguments.isEmpty()
        ? "(no ARG)"
        : escaped(
            arguments.stream().map(a -> answer(a, source)).collect(Collectors.joining(" | ")));
  }

  private static String answer(Argument argument, SourceText source) {
    LogicalLine line = argument.instruction().line();
    String value =
        argument.failure() != null
            ? argument.failure().isLimit() ? "UNREAD" : "ERR"
            : argument.value() == null ? "" : argument.value().text();
    return "%s[%s]->%s @%d-%d"
        .formatted(
            argument.inStage() ? "stage" : "global",
            argument.instruction().text().substring(argument.from(), argument.to()),
            value,
            source.span(line.start(), line.start()).line(),
            source.span(line.end(), line.end()).line());
  }

  /** BuildKit's answer without the texts of its errors, which are ours to word. */
  static String withoutErrorTexts(String answer) {
    return answer.startsWith("PARSE-ERR")
        ? "PARSE-ERR"
        : answer.replaceAll("->ERR .*?( @\\d+-\\d+)(?= \\||$)", "->ERR$1");
  }

  /** Text as the tables show it in answers: a backslash stands for itself there. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' || c > '~' ? "\\u%04X".formatted((int) c) : c);
      }
    }
    return out.toString();
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        out.append(text.charAt(i));
        continue;
      }
      switch (text.charAt(++i)) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case '\\' -> out.append('\\');
        case 'u' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> throw new IllegalArgumentException(text);
      }
    }
    return out.toString();
  }
}
