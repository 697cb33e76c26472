package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What make does is in a table that it answered; this is about its file, and about just. */
class RecipesTest {

  private static List<ShellWord> words(String call) {
    return ShellReader.read(call, (start, end) -> new SourceSpan("x", 1, 1, 1, 1))
        .commands()
        .get(0)
        .words();
  }

  private static Optional<Script> made(String call, String text, Map<String, String> others) {
    boolean just = call.startsWith("just");
    Recipes recipes =
        RecipeReader.read(
            SourceText.of(just ? "justfile" : "Makefile", text),
            just,
            it -> Optional.ofNullable(others.get(it)).map(other -> SourceText.of(it, other)));
    return recipes.script(just ? MakeCall.just(words(call)) : MakeCall.of(words(call)));
  }

  /** The commands with their words, and before them the variables that have a value. */
  private static String shown(Optional<Script> script) {
    StringBuilder shown = new StringBuilder();
    for (Command command : script.orElseThrow().commands()) {
      if (command.mark() != Mark.NONE) {
        shown.append(command.mark() == Mark.END ? ")" : "(");
        continue;
      }
      for (Command.Assignment it : command.assignments()) {
        shown
            .append(it.name())
            .append(it.weak() ? "?=" : "=")
            .append(shown(it.value()))
            .append(' ');
      }
      shown.append(String.join(" ", command.words().stream().map(RecipesTest::shown).toList()));
      shown.append(";");
    }
    return shown.toString();
  }

  private static String shown(ShellWord word) {
    StringBuilder shown = new StringBuilder();
    for (Piece piece : word.pieces()) {
      shown.append(
          piece instanceof Piece.Text text
              ? text.text()
              : piece instanceof Piece.Variable it ? "<" + it.name() + ">" : "()");
    }
    return shown.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          just push        ~ push:|  docker push a                          ~ ;docker push a;
          just             ~ a:|  x|b:|  y                                  ~ ;x;
          just push 1 2    ~ push tag host='h':|  docker push {{host}}:{{tag}} ~ ;tag=1 host=2 ;docker push <host>:<tag>;
          just push 1      ~ push tag host='h':|  docker push {{host}}:{{tag}} ~ ;tag=1 host=h ;docker push <host>:<tag>;
          just push        ~ push t=(a + b):|  p {{t}}                      ~ ;t=() ;p <t>;
          just push 1 2    ~ push +t:|  p {{t}}                             ~ ;t=() ;p <t>;
          just push        ~ push *t='x':|  p {{t}}                         ~ ;t=() ;p <t>;
          just R=i push    ~ R := 'h'|push:|  p {{R}}                       ~ R=i ;p <R>;
          just push        ~ R := 'h'|push: (build R)|  p|build r:|  b      ~ R=h ;r=() ;b;p;
          just push        ~ R := env('X')|push:|  p {{R}}                  ~ R=() ;p <R>;
          just -q push     ~ @push:|  @p                                    ~ ;p;
          """)
  void aRecipeOfJustIsItsCommands(String call, String text, String commands) {
    assertThat(shown(made(call, text.replace('|', '\n'), Map.of()))).isEqualTo(commands);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          make      ~ R = a|R = b|x:;p $(R)           ~ R=a R=b ;p <R>;
          make      ~ ifdef C|R = a|endif|x:;p $(R)   ~ R?=() ;(R=a ;)p <R>;
          make      ~ R ?= a|x:;p $(R)                ~ R?=a ;p <R>;
          make R=b  ~ R ?= a|x:;p $(R)                ~ R=b ;p <R>;
          make      ~ R = a # why|x:;p                ~ R=a ;p;
          make      ~ R = a|R += b|x:;p $(R)          ~ R=a R=<R> b ;p <R>;
          make R=c  ~ R = a|R += b|x:;p $(R)          ~ R=c ;p <R>;
          make a-b  ~ a-%:;p $*                       ~ ;MAKE_TARGET=a-b MAKE_STEM=b ;p <MAKE_STEM>;
          make ab   ~ a%: c%;p $@|cb:;q               ~ ;MAKE_TARGET=cb MAKE_STEM= ;q;MAKE_TARGET=ab MAKE_STEM=b ;p <MAKE_TARGET>;
          make ab   ~ %:;p|a%:;q                      ~ ;q;
          make ab   ~ ab: a%: c%;p|cb:;q              ~ ;q;p;
          make b    ~ T = a b|$(T):;p                 ~ T=a b ;p;
          make b    ~ T := $(shell x)|$(T):;p         ~ T=() ;p;
          make      ~ x:;p $<                         ~ ;(:;)p ();
          make      ~ x:;$(call f,a)|define f|docker push $(1)|endef ~ ;(: push;)();
          """)
  void aVariableHasTheValuesThatItIsSetTo(String call, String text, String commands) {
    assertThat(shown(made(call, text.replace('|', '\n'), Map.of()))).isEqualTo(commands);
  }

  @ParameterizedTest
  @CsvSource({"make other", "make a other", "make $X", "just other"})
  void aTargetThatIsNotThereIsNotMade(String call) {
    assertThat(made(call, "a:\n\tp\n", Map.of())).isEmpty();
  }

  @Test
  void aFileWithoutRulesMakesNothing() {
    assertThat(made("make", "R = a\n", Map.of())).isEmpty();
  }

  @Test
  void whatIsIncludedIsPartOfIt() {
    assertThat(shown(made("make x", "include a.mk\n-include b.mk\n", Map.of("a.mk", "x:;p\n"))))
        .isEqualTo(";p;");
  }

  @Test
  void filesThatIncludeEachOtherEnd() {
    Map<String, String> others = Map.of("a.mk", "include a.mk\nx:;p\n");

    assertThat(made("make x", "include a.mk\n", others)).isPresent();
  }

  @Test
  void aCommandStandsWhereItIsWritten() {
    Script script = made("make", "R = h\nx:\n\t@p $(R)\n", Map.of()).orElseThrow();
    @Nullable Command last = script.commands().get(script.commands().size() - 1);

    assertThat(last.words().get(0).location()).isEqualTo(new SourceSpan("Makefile", 3, 3, 3, 4));
    assertThat(last.words().get(1).location()).isEqualTo(new SourceSpan("Makefile", 3, 5, 3, 9));
  }
}
