package io.github.containerversions.pushes.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.core.text.SourceSpan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
            List.of("case|<a>|in|b*", "c", "d", "esac", "e")),
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
        arguments(
            "special parameters in braces",
            "${@} ${#} ${!} ${1} ${@:2}",
            List.of("<@>|<#>|<!>|<1>|<@:2>")),
        arguments("backquotes in quotes", "a \"x `b` y\"", List.of("b", "a|x () y")),
        arguments("any digits before a redirection", "a 09>b c", List.of("a|c")),
        arguments("braces before an expression", "a }}${{ b }}", List.of("a|}}{b}")),
        arguments("a process substitution", "a <(b c)", List.of("b|c", "a|()")),
        arguments("a process that is written to", "a >(b c)", List.of("b|c", "a|()")),
        arguments("what a value is added to", "A+=b", List.of("[A=<A>b]")),
        arguments("every sort of character in a name", "azAZ_09=b", List.of("[azAZ_09=b]")),
        arguments("a name cannot begin with a digit", "1=b", List.of("1=b")),
        arguments("a name holds no signs", "a-b=c a.b=c", List.of("a-b=c|a.b=c")),
        arguments("an assignment after the name of a command", "a B=c", List.of("a|B=c")),
        arguments("an assignment after a variable", "$a B=c", List.of("<a>|B=c")),
        arguments("both outputs through a pipe", "a |& b", List.of("a", "b<-a")),
        arguments("an or is no pipe", "a || b", List.of("a", "b")),
        arguments("an and is no pipe", "a && b", List.of("a", "b")),
        arguments("a command in the background", "a&b", List.of("a", "b")),
        arguments("a number that is an argument", "a 1 >b", List.of("a|1")),
        arguments("a number in quotes is an argument", "a \"1\">b", List.of("a|1")),
        arguments("a word before a redirection", "a x1>b", List.of("a|x1")),
        arguments("an empty word before a redirection", "a ''>b c", List.of("a||c")),
        arguments("the number of what is read", "a 3<b c", List.of("a|c")),
        arguments("spaces before what is redirected", "a > b 2> c <  d e", List.of("a|e")),
        arguments("spaces before a here-string", "a <<<  b c", List.of("a|c<<b")),
        arguments("spaces before a delimiter", "a << E b\nc\nE\nd", List.of("a|b<<c\n", "d")),
        arguments(
            "two here-documents on a line",
            "a <<A; b <<B\n1\nA\n2\nB\nc",
            List.of("a<<1\n", "b<<2\n", "c")),
        arguments(
            "lines that only look like the end",
            "a <<E\nEE\n E\nE \nE\nb",
            List.of("a<<EE\n E\nE \n", "b")),
        arguments("the end on the last line", "a <<E\nb\nE", List.of("a<<b\n")),
        arguments("a delimiter with a space", "a <<'E F'\n$b\nE F\nc", List.of("a<<$b\n", "c")),
        arguments("an escaped delimiter", "a <<\\E\n$b\nE\nc", List.of("a<<$b\n", "c")),
        arguments(
            "escapes of a here-document",
            "a <<E\n\\$b \\x \\\nc \"d\"\nE",
            List.of("a<<$b \\x c \"d\"\n")),
        arguments(
            "a substitution in a here-document", "a <<E\n$(b c)\nE", List.of("a<<()\n", "b|c")),
        arguments("an empty here-document", "a <<E\nE\nb", List.of("a<<", "b")),
        arguments("quotes with escapes", "a $'b\\'c' d", List.of("a|b'c|d")),
        arguments("quotes for translation", "a $\"b c\" d", List.of("a|b c|d")),
        arguments("single quotes keep a backslash", "a 'b\\' c", List.of("a|b\\|c")),
        arguments("a line's end is escaped in double quotes", "a \"b\\\nc\"", List.of("a|bc")),
        arguments("escapes in double quotes", "a \"\\$b \\`c \\\\\"", List.of("a|$b `c \\")),
        arguments("a backslash at the end", "a \\", List.of("a|\\")),
        arguments("a brace in the quotes of a parameter", "a ${b:-\"}\"} c", List.of("a|<b>|c")),
        arguments("a brace in its single quotes", "a ${b:-'}'} c", List.of("a|<b>|c")),
        arguments(
            "an apostrophe of a parameter in quotes",
            "a \"${b:-it's}\" c 'd'",
            List.of("a|<b>|c|d")),
        arguments("a length, a reference", "a ${#b} ${!c}", List.of("a|()|()")),
        arguments(
            "a command in the value of a parameter", "a ${b:-$(c d)} e", List.of("c|d", "a|<b>|e")),
        arguments(
            "every special parameter",
            "$* $# $$ $! $- $0 $9",
            List.of("<*>|<#>|<$>|<!>|<->|<0>|<9>")),
        arguments(
            "a variable ends where its name does", "$a9_Z.b $ab-c", List.of("<a9_Z>.b|<ab>-c")),
        arguments("a digit is a whole name", "$12", List.of("<1>2")),
        arguments("an arithmetic command", "((a = 1 + (2))); b", List.of("b")),
        arguments("arithmetic with parentheses", "a $((1+(2*3)))x b", List.of("a|()x|b")),
        arguments(
            "a continuation at the end of backquotes", "a `b \\\n` c", List.of("b", "a|()|c")),
        arguments("reserved words as arguments", "a if then time !", List.of("a|if|then|time|!")),
        arguments("reserved words before a command", "! time a", List.of("a")),
        arguments("a function by a word", "function a { b; }", List.of("a{b;}}")),
        arguments("a function within one", "a() { b() { c; }; d; }", List.of("a{b{c;}};d;}}")),
        arguments("a group in a function", "a() { { b; }; c; }", List.of("a{b;};c;}}")),
        arguments("a function in a subshell", "a() ( b )", List.of("a", "b")),
        arguments("a function", "a() { b; }\na c", List.of("a{b;}}", "a|c")),
        arguments(
            "patterns in parentheses within a substitution",
            "x $(case a in (b) c;; esac) d",
            List.of("case|a|in", "c", "esac", "x|()|d")),
        arguments("a carriage return", "a b\r\nc", List.of("a|b\r", "c")),
        arguments("a tab", "a\tb", List.of("a|b")),
        arguments("a comment at the end", "a #b", List.of("a")),
        arguments("braces within words", "a}b {c", List.of("a}b|{c")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void aScriptIsSplit(String situation, String script, List<String> commands) {
    Script read = read(script);

    assertThat(
            read.commands().stream()
                .filter(it -> it.mark() == Mark.NONE)
                .map(ShellReaderTest::shown))
        .containsExactlyElementsOf(commands);
    assertThat(read.complete()).isTrue();
  }

  /** Subshells are in parentheses, branches in braces, with what parts them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          if a; then b; fi                     ~ a{b}fi
          if a; then b; else c; fi             ~ a{b/c}fi
          if a; then b; elif c; then d; fi     ~ a{b|cd}fi
          if a; then b; elif c; then d; else e; fi ~ a{b|cd/e}fi
          if a; then if b; then c; fi; fi      ~ a{b{c}fi}fi
          if a && b; then c; fi                ~ a{b}{c}fi
          for i in x; do a; done               ~ for{a}done
          while a; do b; done                  ~ a{b}done
          case x in a) b;; c) d;; esac         ~ case{b|d}esac
          case x in a) b;; *) d;; esac         ~ case{b/d}esac
          case x in (a) b;; (*) d; esac        ~ case{b/d}esac
          case x in a) (b);; c) d;; esac       ~ case{(b)|d}esac
          a && b                               ~ a{b}
          a || b                               ~ a{b}
          a && b || c; d                       ~ a{b}{c}d
          a && b | c; d                        ~ a{b(c)}d
          a | b | c; d                         ~ a(b(c))d
          a | while b; do c; done; d           ~ a(b{c}done)d
          a | if b | c; then d; fi             ~ a(b(c){d}fi)
          case x in a|b) c;; esac; d           ~ case{c}esacd
          a && { b; c; }; d                    ~ a{bc}}d
          a && (b; c); d                       ~ a{(bc)}d
          a && if b; then c; fi; d             ~ a{b{c}fi}d
          a &&^ b^c                             ~ a{b}c
          a && ((1)); b                        ~ a{}b
          (a; b); c                            ~ (ab)c
          ( (a) ); b                           ~ ((a))b
          a $(b); c                            ~ (b)ac
          a `b`; c                             ~ (b)ac
          a <(b); c                            ~ (b)ac
          f() { if a; then b; fi; }; c         ~ f[a{b}fi}]c
          while a; do b $V; V=c; done          ~ a{{}b}done
          while a; do b $V; W=c; done          ~ a{b}done
          while a; do V=c; b $V; done          ~ a{b}done
          while a; do b; V=c; V=$V,d; done     ~ a{b}done
          while a; do b $V; (V=c); done        ~ a{b()}done
          while a; do b <<< $V; V=c; done      ~ a{{}b}done
          while a; do W=$V; V=c; done          ~ a{{}}done
          while a; do b ${W:-$V}; V=c; done    ~ a{{}b}done
          while a; do b $V; V=$V,d; done       ~ a{b}done
          while a; do while b; do c $V; done; V=d; done ~ a{{}b{c}done}done
          fi; done; esac; a                    ~ fidoneesaca
          if a; then (b; fi; c                 ~ a{(b)}fic
          if a; then b                         ~ a{b}
          """)
  void whatRunsInSomeCasesIsMarked(String script, String marked) {
    assertThat(marked(read(script.replace("^", "\n")))).isEqualTo(marked);
  }

  private static String marked(Script script) {
    StringBuilder shown = new StringBuilder();
    Deque<Mark> open = new ArrayDeque<>();
    for (Command command : script.commands()) {
      switch (command.mark()) {
        case NONE -> {
          command.defines().forEach(it -> shown.append(it.name() + "[" + marked(it.body()) + "]"));
          command.words().stream().limit(1).forEach(it -> shown.append(it.lead()));
        }
        case SUBSHELL, BRANCH, LOOP -> {
          open.push(command.mark());
          shown.append(command.mark() == Mark.SUBSHELL ? "(" : "{");
        }
        case NEXT_BRANCH -> shown.append('|');
        case LAST_BRANCH -> shown.append('/');
        case END -> shown.append(open.pop() == Mark.SUBSHELL ? ")" : "}");
      }
    }
    assertThat(open).isEmpty();
    return shown.toString();
  }

  static Stream<String> unended() {
    return Stream.of(
        "a 'b", "a \"b", "a $'b", "a $(b", "a <(b", "a ${b", "a `b", "a <<E\nb", "a <<E", "a $((b");
  }

  static Stream<Arguments> outputs() {
    return Stream.of(
        arguments("a >b c", List.of("b")),
        arguments("a >  b", List.of("b")),
        arguments("a >>b 2>|c", List.of("b", "c")),
        arguments("a &>b", List.of("b")),
        arguments("a &>>$b", List.of("<b>")),
        arguments("a <b", List.of()),
        arguments(">b", List.of("b")));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void theFilesThatACommandWritesAreKnown(String script, List<String> files) {
    List<Command> commands = read(script).commands();

    assertThat(commands).hasSize(1);
    assertThat(commands.get(0).outputs()).map(ShellReaderTest::shown).isEqualTo(files);
  }

  @ParameterizedTest
  @MethodSource("unended")
  void whatDoesNotEndIsSaid(String script) {
    assertThat(read(script).complete()).isFalse();
  }

  /** Quotes and escapes part the text, so that each part stands in the script as it is. */
  @Test
  void thePartsOfAWordStandWhereTheySay() {
    ShellWord word = read("a bc'd e'\\ f$g\\\nh").commands().get(0).words().get(1);

    assertThat(word.pieces())
        .containsExactly(
            new Piece.Text("bc", 2, 4),
            new Piece.Text("d e", 5, 8),
            new Piece.Text(" ", 9, 11),
            new Piece.Text("f", 11, 12),
            new Piece.Variable("g", 12, 14),
            new Piece.Text("h", 16, 17));
    assertThat(word.location()).isEqualTo(new SourceSpan("f", 1, 3, 1, 18));
  }

  @Test
  void whatIsComputedIsShownAsItStands() {
    ShellWord word = last("a $(b \"c)\") `d` $((1 + 2))").words().get(1);

    assertThat(word.pieces()).containsExactly(new Piece.Computed("$(b \"c)\")", 2, 11));
  }

  @Test
  void manySubstitutionsSideBySideAreNotDeep() {
    assertThat(read("a " + "$(b) `c` ${d:-e} ".repeat(100)).complete()).isTrue();
  }

  @Test
  void whatIsNestedDeeperThanAnyScriptIsGivenUp() {
    assertThat(read("a " + "$(b ".repeat(60) + ")".repeat(60)).complete()).isTrue();
    assertThat(read("a " + "$(b ".repeat(61) + ")".repeat(61)).complete()).isFalse();
    assertThat(read("a ".repeat(3) + "$(b ".repeat(61) + ")".repeat(61)).commands())
        .filteredOn(it -> it.mark() == Mark.NONE)
        .hasSizeLessThan(62);
  }

  /** Nothing but expressions is replaced in a value of YAML (GitHub Docs, "Expressions"). */
  @Test
  void aValueThatNoShellSeesHasNothingButExpressions() {
    ShellWord value = value("x ${{ a.b }}$c 'd' $(e)${{f}}\"");

    assertThat(shown(value)).isEqualTo("x {a.b}$c 'd' $(e){f}\"");
    assertThat(value.start()).isZero();
    assertThat(value.end()).isEqualTo(30);
    assertThat(shown(value("${{ a } ${{"))).isEqualTo("${{ a } ${{");
    assertThat(shown(value("{{ a }}"))).isEqualTo("{{ a }}");
  }

  private static ShellWord value(String text) {
    return ShellReader.value(text, (start, end) -> new SourceSpan("f", 1, start + 1, 1, end + 1));
  }

  private static Command last(String script) {
    List<Command> commands = read(script).commands();
    return commands.get(commands.size() - 1);
  }

  static Script read(String script) {
    return ShellReader.read(script, (start, end) -> new SourceSpan("f", 1, start + 1, 1, end + 1));
  }

  private static String shown(Command command) {
    return command.defines().stream()
            .map(
                it ->
                    it.body().commands().stream()
                        .filter(inside -> inside.mark() == Mark.NONE)
                        .map(ShellReaderTest::shown)
                        .collect(Collectors.joining(";", it.name() + "{", "}")))
            .collect(Collectors.joining())
        + command.assignments().stream()
            .map(it -> "[" + it.name() + "=" + shown(it.value()) + "]")
            .collect(Collectors.joining())
        + command.words().stream().map(ShellReaderTest::shown).collect(Collectors.joining("|"))
        + command.input().stream().map(it -> "<<" + shown(it)).collect(Collectors.joining())
        + command.feeder().stream().map(it -> "<-" + shown(it)).collect(Collectors.joining());
  }

  private static String shown(ShellWord word) {
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
