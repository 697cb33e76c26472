package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What functions of a script push, with the words that they are given. */
class ShellFunctionsTest {

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments("a word", "p() { docker push \"$1\"; }\np h.io/a", "h.io/a"),
        arguments("the word function", "function p { docker push $1; }\np h.io/a", "h.io/a"),
        arguments("both", "function p() { docker push $1; }\np h.io/a", "h.io/a"),
        arguments("a brace on the next line", "p()\n{\n docker push $1\n}\np h.io/a", "h.io/a"),
        arguments(
            "a call of a later one", "q() { p h.io/a; }\np() { docker push $1; }\nq", "h.io/a"),
        arguments("all words", "p() { docker \"$@\"; }\np push h.io/a", "h.io/a"),
        arguments("all words without quotes", "p() { docker $*; }\np push h.io/a", "h.io/a"),
        arguments(
            "words from the second on", "p() { docker \"${@:2}\"; }\np x push h.io/a", "h.io/a"),
        arguments(
            "words in an array", "p() { docker push $2; }\na=(x h.io/a)\np \"${a[@]}\"", "h.io/a"),
        arguments("words of a variable", "p() { docker push $2; }\na='x h.io/a'\np $a", "h.io/a"),
        arguments(
            "one word in quotes", "p() { docker push \"$1\"; }\na=h.io/a\np \"$a\"", "h.io/a"),
        arguments("shift", "p() { h=$1; shift; docker push $h/$1; }\np h.io a", "h.io/a"),
        arguments("shift by two", "p() { shift 2; docker push $1; }\np x y h.io/a", "h.io/a"),
        arguments("set", "set -- h.io/a\ndocker push $1", "h.io/a"),
        arguments("a default", "p() { docker push h.io/${1:-a}; }\np", "h.io/a"),
        arguments("a default that is not used", "p() { docker push ${1:-b}; }\np h.io/a", "h.io/a"),
        arguments("a local variable", "p() { local i=h.io/$1; docker push $i; }\np a", "h.io/a"),
        arguments(
            "a local variable is the caller's again",
            "p() { local i=x; }\ni=h.io/a\np\ndocker push $i",
            "h.io/a"),
        arguments(
            "a local variable that is set later",
            "p() { local i; i=x; }\ni=h.io/a\np\ndocker push $i",
            "h.io/a"),
        arguments("a variable of all", "p() { i=h.io/$1; }\np a\ndocker push $i", "h.io/a"),
        arguments(
            "the words of the caller",
            "q() { docker push $1; }\np() { q h.io/$2; docker push h.io/$1; }\np a b",
            "h.io/b,h.io/a"),
        arguments("two calls", "p() { docker push $1; }\np h.io/a\np h.io/b", "h.io/a,h.io/b"),
        arguments("a loop", "p() { docker push h.io/$1; }\nfor i in a b; do p $i; done", "h.io/$i"),
        arguments(
            "a loop over the words",
            "p() { for i; do :; done; docker push h.io/$1; }\np a",
            "h.io/a"),
        arguments("an assignment before it", "p() { docker push $I; }\nI=h.io/a p", "h.io/a"),
        arguments(
            "a substitution keeps what it sets",
            "p() { i=x; }\ni=h.io/a\nx=$(p)\ndocker push $i",
            "h.io/a"),
        arguments(
            "a function that runs its words", "r() { \"$@\"; }\nr docker push h.io/a", "h.io/a"),
        arguments(
            "a function that runs a function",
            "r() { \"$@\"; }\np() { docker push $1; }\nr p h.io/a",
            "h.io/a"),
        arguments(
            "a program of that name",
            "docker() { command docker push h.io/a; }\ndocker x",
            "h.io/a"),
        arguments("the words of a script", "bash -c 'docker push $1' x h.io/a", "h.io/a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void aFunctionPushesWhatItIsGiven(String situation, String script, String images) {
    CheckedWorkflow checked = CheckedWorkflow.script(script);

    assertThat(checked.result().pushes().stream().flatMap(it -> it.images().stream()))
        .containsExactly(images.split(",", -1));
    assertThat(checked.rules()).contains("push-unauthenticated");
  }

  static Stream<Arguments> open() {
    return Stream.of(
        arguments("a word that is not known", "p() { docker push $1; }\np $(x)"),
        arguments("a word after those", "p() { docker push $2; }\np $(x) i.io/a"),
        arguments("a word after an unknown list", "p() { docker push $1; }\np \"${a[@]}\" i.io/a"),
        arguments(
            "options in a loop",
            "p() { while [ $# -gt 0 ]; do case $1 in -t) t=$2; shift;; -i) i=$2; shift;; esac; shift;"
                + " done; docker push $i; }\np -t i.io/a -i h.io/a"),
        arguments("a shift in some cases", "p() { $x && shift; docker push $1; }\np i.io/x h.io/a"),
        arguments(
            "words that a loop shifts",
            "p() { while $x; do docker push $1; shift; done; }\np h.io/a i.io/a"),
        arguments("a set in some cases", "p() { $x && set -- h.io/a; docker push $1; }\np i.io/a"),
        arguments("words from xargs", "p() { :; }\necho i.io/a | xargs sh -c 'docker push $0'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("open")
  void whatIsGivenInSomeCasesIsNotKnown(String situation, String script) {
    CheckedWorkflow checked = CheckedWorkflow.script("docker login h.io -p $K\n" + script);

    checked.assertOnlyPush("unknown");
  }

  static Stream<Arguments> logins() {
    return Stream.of(
        arguments("before it", "l() { docker login h.io -p $K; }\nl\ndocker push h.io/a", "login"),
        arguments("after it", "l() { docker login h.io -p $K; }\ndocker push h.io/a\nl", "none"),
        arguments(
            "elsewhere", "l() { docker login $1 -p $K; }\nl i.io\ndocker push h.io/a", "none"),
        arguments("there", "l() { docker login $1 -p $K; }\nl h.io\ndocker push h.io/a", "login"),
        arguments(
            "by the name in a variable",
            "l() { docker login h.io -p $K; }\nfor f in x l; do $f; done\ndocker push h.io/a",
            "login"),
        arguments(
            "by a name that is not known",
            "l() { docker login h.io -p $K; }\n$x\ndocker push h.io/a\nl",
            "unknown"),
        arguments(
            "in one that is called in a way that is not seen",
            "l() { docker login h.io -p $K; }\ntrap l EXIT\ndocker push h.io/a",
            "none"),
        arguments(
            "in one whose name no word is",
            "log_in() { docker login h.io -p $K; }\ntrap log_$x EXIT\ndocker push h.io/a",
            "login"),
        arguments("of a push that nothing calls", "p() { docker push h.io/a; }", "unknown"),
        arguments(
            "of a push whose name is only a word of another command",
            "p() { docker push h.io/a; }\ntrap p EXIT",
            "unknown"),
        arguments(
            "of one of two that have a name",
            "if test $x; then p() { docker push h.io/a; }; else p() { :; }; fi\np",
            "none"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logins")
  void aLoginCountsFromWhereItIsMade(String situation, String script, String access) {
    CheckedWorkflow.script(script).assertOnlyPush(access);
  }

  @Test
  void aFunctionThatCallsItselfIsToldOnce() {
    CheckedWorkflow checked =
        CheckedWorkflow.script("push() { docker push h.io/$1; push $1x; }\npush a");

    assertThat(checked.notes())
        .filteredOn(it -> it.contains("function"))
        .containsExactly("this function calls itself: not followed again");
    assertThat(checked.result().pushes().stream().flatMap(it -> it.images().stream()))
        .isEqualTo(List.of("h.io/a"));
  }

  @Test
  void aFunctionOfAFileThatIsReadIntoTheScriptIsKnown() {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            ". ./lib.sh\npush h.io/a", "lib.sh", "push() {\n  docker push \"$1\"\n}\n");

    assertThat(checked.pushes()).containsExactly("docker push h.io/a none");
  }

  @Test
  void aFunctionOfAnotherShellIsGoneWithIt() {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "p() { docker push h.io/a; }\n./other.sh\np",
            "other.sh",
            "p() { docker push i.io/a; }\np\n");

    assertThat(checked.pushes())
        .containsExactly("docker push i.io/a none", "docker push h.io/a none");
  }

  @Test
  void aFunctionThatOnlyAnotherShellHasIsNotCalled() {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "./other.sh\ndocker login i.io -p $K\np",
            "other.sh",
            "p() { docker push i.io/a; }\np\n");

    assertThat(checked.pushes()).containsExactly("docker push i.io/a none");
  }

  /** It is read where the script calls it, after another shell has ended. */
  @Test
  void aFunctionIsCalledAfterAnotherShell() {
    CheckedWorkflow checked =
        CheckedWorkflow.script(
            "p() { docker push h.io/a; }\n./other.sh\ndocker login h.io -p $K\np",
            "other.sh",
            "true\n");

    checked.assertOnlyPush("login");
  }

  /** Words of the step before do not call it, so that it is read where it stands. */
  @Test
  void aStepDoesNotSeeTheCallsOfTheOneBefore() {
    CheckedWorkflow checked =
        CheckedWorkflow.steps(
            """
            - run: echo log_in
            - env: {K: '${{ secrets.K }}'}
              run: |
                log_in() { docker login h.io -p $K; }
                trap log_$x EXIT
                docker push h.io/a
            """);

    checked.assertOnlyPush("login");
  }

  /** Bash refuses it; what stands after it is looked at all the same. */
  @Test
  void aFunctionThatEndsABranchAroundItHidesNoPush() {
    CheckedWorkflow checked =
        CheckedWorkflow.script("if a; then f() { fi; }; (b; f\nfi )\ndocker push h.io/a");

    assertThat(checked.pushes()).containsExactly("docker push h.io/a none");
  }
}
