package io.github.containerversions.source.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.model.SourceSpan;
import io.github.containerversions.model.workflow.Command;
import io.github.containerversions.model.workflow.Piece;
import io.github.containerversions.model.workflow.Script;
import io.github.containerversions.model.workflow.Word;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations are those of the POSIX standard, Shell Command Language, and of dash and bash. */
class ShellReaderTest {

  static Stream<Arguments> scripts() {
    return Stream.of(
        arguments("words", "a b  c", List.of("a|b|c")),
        arguments(
            "several commands on a line", "a; b && c || d & e", List.of("a", "b", "c", "d", "e")),
        arguments("a continuation", "a \\\n  b", List.of("a|b")),
        arguments("a continuation within a word", "a\\\nb", List.of("ab")),
        arguments("a comment", "a # b; c\nd", List.of("a", "d")),
        arguments("a hash within a word", "a#b", List.of("a#b")),
        arguments("single quotes", "a 'b $c \"d'", List.of("a|b $c \"d")),
        arguments("double quotes", "a \"b 'c' \\\" \\x\"", List.of("a|b 'c' \" \\x")),
        arguments("an empty word", "a '' \"\"", List.of("a||")),
        arguments("an escaped space", "a\\ b c", List.of("a b|c")),
        arguments("variables", "a $b ${c} \"x$d-${e:-f}\"", List.of("a|<b>|<c>|x<d>-<e>")),
        arguments("special parameters", "a $1 $@ $?", List.of("a|<1>|<@>|<?>")),
        arguments("a lone dollar", "a $ b$", List.of("a|$|b$")),
        arguments("an array", "a \"${b[@]}\"", List.of("a|<b[@]>")),
        arguments("an expression", "a --b=${{ c.d }}-e", List.of("a|--b={c.d}-e")),
        arguments(
            "an expression with spaces and quotes",
            "a ${{ b['c'] || 'd e' }} f",
            List.of("a|{b['c'] || 'd e'}|f")),
        arguments("an expression in single quotes", "a '${{ b }}'", List.of("a|{b}")),
        arguments("a pipe", "a | b", List.of("a", "b<-a")),
        arguments("a pipe over a line's end", "a |\n b", List.of("a", "b<-a")),
        arguments("a condition", "if a; then b; else c; fi", List.of("a", "b", "c", "fi")),
        arguments("a loop", "while a; do b; done", List.of("a", "b", "done")),
        arguments(
            "a case",
            "case $a in b*) c ;; *) d ;; esac\ne",
            List.of("case|<a>|in|b*", "c", "*", "d", "esac", "e")),
        arguments(
            "a case within a substitution",
            "x $(case a in b) c;; esac) d",
            List.of("case|a|in|b", "c", "esac", "x|()|d")),
        arguments("a subshell", "(a; b) && { c; }", List.of("a", "b", "c", "}")),
        arguments("a substitution", "a $(b c) d", List.of("b|c", "a|()|d")),
        arguments(
            "a substitution in quotes", "a \"x $(b \"c d\") y\"", List.of("b|c d", "a|x () y")),
        arguments("backquotes", "a `b c` d", List.of("b|c", "a|()|d")),
        arguments("arithmetic", "a $((1 << 2)) b", List.of("a|()|b")),
        arguments("redirections", "a >b 2>&1 <c d &>e", List.of("a|d")),
        arguments("a here-string", "a <<<\"b c\" d", List.of("a|d<<b c")),
        arguments("a here-document", "a <<EOF b\nc $d\ne\nEOF\nf", List.of("a|b<<c <d>\ne\n", "f")),
        arguments("a here-document as it is", "a <<'EOF'\n$b\nEOF\nc", List.of("a<<$b\n", "c")),
        arguments("a here-document without tabs", "a <<-E\n\tb\n\tE\nc", List.of("a<<\tb\n", "c")),
        arguments("assignments before a command", "A=b C=\"d e\" f", List.of("[A=b][C=d e]f")),
        arguments("exports", "export A=b", List.of("[A=b]export")),
        arguments("a process substitution", "a <(b c)", List.of("b|c", "a|()")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void aScriptIsSplit(String situation, String script, List<String> commands) {
    Script read = read(script);

    assertThat(read.commands().stream().map(ShellReaderTest::shown))
        .containsExactlyElementsOf(commands);
    assertThat(read.complete()).isTrue();
  }

  static Stream<String> unended() {
    return Stream.of("a 'b", "a \"b", "a $(b", "a ${b", "a `b", "a <<EOF\nb", "a $((b");
  }

  @ParameterizedTest
  @MethodSource("unended")
  void whatDoesNotEndIsSaid(String script) {
    assertThat(read(script).complete()).isFalse();
  }

  @Property(tries = 500)
  void aWordStandsWhereItSays(@ForAll("scriptText") String script) {
    for (Command command : read(script).commands()) {
      for (Word word : command.words()) {
        for (Piece piece : word.pieces()) {
          String there = script.substring(piece.start(), piece.end());
          if (piece instanceof Piece.Text text) {
            assertThat(there).isIn(text.text(), "\\" + text.text());
          } else if (piece instanceof Piece.Variable variable) {
            assertThat(there).startsWith("$").contains(variable.name());
          } else if (piece instanceof Piece.Expression expression) {
            assertThat(there).startsWith("${{").endsWith("}}").contains(expression.body());
          }
        }
      }
    }
  }

  @Provide
  Arbitrary<String> scriptText() {
    return Arbitraries.of(
            "a",
            "b c",
            " ",
            "\n",
            "'",
            "\"",
            "\\",
            "$",
            "{",
            "}",
            "(",
            ")",
            "`",
            "<<E",
            "E",
            "|",
            "&",
            ";",
            ">",
            "#",
            "=",
            "${{ x }}",
            "${",
            "$(",
            "case ",
            " in ",
            "esac",
            "é",
            "\uD83D\uDE00")
        .list()
        .ofMaxSize(40)
        .map(it -> String.join("", it));
  }

  @Property(tries = 200)
  void anyTextIsRead(@ForAll String script) {
    assertThatCode(() -> read(script)).doesNotThrowAnyException();
  }

  @Test
  void hostileScriptsTakeLinearTime() {
    for (String part :
        List.of(
            "$(", "`", "\"$(", "${a:-", "${{ ", "<<E ", "`#`", "a | ", "((", "'", "$((", "\\\n")) {
      String script = part.repeat(200_000);
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(script), part);
    }
  }

  private static Script read(String script) {
    return ShellReader.read(script, (start, end) -> new SourceSpan("f", 1, start + 1, 1, end + 1));
  }

  private static String shown(Command command) {
    return command.assignments().stream()
            .map(it -> "[" + it.name() + "=" + shown(it.value()) + "]")
            .collect(Collectors.joining())
        + command.words().stream().map(ShellReaderTest::shown).collect(Collectors.joining("|"))
        + command.input().stream().map(it -> "<<" + shown(it)).collect(Collectors.joining())
        + command.feeder().stream().map(it -> "<-" + shown(it)).collect(Collectors.joining());
  }

  private static String shown(Word word) {
    StringBuilder shown = new StringBuilder();
    for (Piece piece : word.pieces()) {
      if (piece instanceof Piece.Text text) {
        shown.append(text.text());
      } else if (piece instanceof Piece.Variable variable) {
        shown.append('<').append(variable.name()).append('>');
      } else if (piece instanceof Piece.Expression expression) {
        shown.append('{').append(expression.body()).append('}');
      } else {
        shown.append("()");
      }
    }
    return shown.toString();
  }
}
