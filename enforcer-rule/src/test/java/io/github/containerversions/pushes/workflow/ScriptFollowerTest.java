package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.ProcessorTime;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFollowerTest {

  private static Script followed(String script, Map<String, String> files, String folder) {
    Script own = ShellReader.read(script, (start, end) -> new SourceSpan("w.yml", 1, 1, 1, 1));
    return new ScriptFollower(MemoryFiles.of(files)).follow(own, folder, "");
  }

  /** The commands in the order in which they run, those of other scripts in brackets. */
  private static String shown(Script script) {
    StringBuilder shown = new StringBuilder();
    for (Command command : script.commands()) {
      if (command.mark() != Mark.NONE) {
        continue;
      }
      shown.append(String.join(" ", command.words().stream().map(Texts::shown).toList()));
      for (Command.Followed it : command.followed()) {
        shown.append(it.problem().isEmpty() ? "[" + shown(it.script()) + "]" : "!" + it.problem());
      }
      shown.append(';');
    }
    return shown.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ./a.sh                        ~ ./a.sh[p;];
          bash a.sh                     ~ bash a.sh[p;];
          bash -eu a.sh                 ~ bash -eu a.sh[p;];
          bash -o pipefail a.sh         ~ bash -o pipefail a.sh[p;];
          sudo -E ./a.sh                ~ sudo -E ./a.sh[p;];
          timeout 5m ./a.sh             ~ timeout 5m ./a.sh[p;];
          . ./a.sh                      ~ . ./a.sh[p;];
          source a.sh                   ~ source a.sh[p;];
          cd ci; ./b                    ~ cd ci;./b[q;];
          cd ci && ../a.sh              ~ cd ci;../a.sh[p;];
          cd /tmp; ./a.sh               ~ cd /tmp;./a.sh[p;];
          "$GITHUB_WORKSPACE"/a.sh      ~ /a.sh[p;];
          ${{ github.workspace }}/ci/b  ~ {github.workspace}/ci/b[q;];
          bash -c 'x; y'                ~ bash -c x; y[x;y;];
          eval x y                      ~ eval x y[x y;];
          make -C ci                    ~ make -C ci[;m;];
          cd -P ci; ./b                 ~ cd -P ci;./b[q;];
          cd ci; cd ../x; cd -; ./b     ~ cd ci;cd ../x;cd -;./b[q;];
          pushd ci; ./b; popd; ci/b     ~ pushd ci;./b[q;];popd;ci/b[q;];
          pushd x; (popd; ci/b); ../a.sh ~ pushd x;popd;ci/b[q;];../a.sh[p;];
          cd /; ../b                    ~ cd /;../b;
          cd ci; cd; ../b               ~ cd ci;cd;../b;
          cd $GITHUB_WORKSPACE/ci; ./b  ~ cd /ci;./b[q;];
          cd ci; cd $GITHUB_WORKSPACE; ./ci/b ~ cd ci;cd ;./ci/b[q;];
          cd ci; make                   ~ cd ci;make[;m;];
          a.sh                          ~ a.sh[p;];
          b                             ~ b;
          ./none.sh                     ~ ./none.sh;
          /a.sh                         ~ /a.sh;
          ./../a.sh                     ~ ./../a.sh;
          ./ci                          ~ ./ci;
          bash -c "$X"                  ~ bash -c ;
          """)
  void whatAScriptRunsOfTheRepositoryIsRead(String script, String commands) {
    Map<String, String> files =
        Map.of("a.sh", "p\n", "ci/b", "#!/bin/sh\nq\n", "ci/Makefile", "x:;m\n");

    assertThat(shown(followed(script, files, ""))).isEqualTo(commands);
  }

  @Test
  void theFolderOfTheStepIsWhereItRuns() {
    Map<String, String> files = Map.of("a.sh", "root\n", "ci/a.sh", "ci\n");

    assertThat(shown(followed("./a.sh", files, "ci"))).isEqualTo("./a.sh[ci;];");
    assertThat(shown(followed("./a.sh", files, "./ci/"))).isEqualTo("./a.sh[ci;];");
  }

  @ParameterizedTest
  @CsvSource({
    "#!/bin/bash, true",
    "#!/usr/bin/env -S bash -e, true",
    "#!/usr/bin/env python3, false",
    "#!/usr/bin/perl, false",
  })
  void theFirstLineSaysWhetherItIsForAShell(String first, boolean read) {
    assertThat(shown(followed("./a", Map.of("a", first + "\np\n"), "")).contains("[p;]"))
        .isEqualTo(read);
  }

  @Test
  void itIsGivenItsWords() {
    Command.Followed followed =
        followed("./a.sh x y", Map.of("a.sh", "p\n"), "").commands().get(0).followed().get(0);

    assertThat(followed.arguments()).extracting(Texts::shown).containsExactly("x", "y");
    assertThat(followed.ownShell()).isTrue();
    assertThat(followed(". a.sh", Map.of("a.sh", "p\n"), "").commands().get(0).followed())
        .singleElement()
        .matches(it -> !it.ownShell());
  }

  @ParameterizedTest
  @ValueSource(strings = {"./a.sh", "bash a.sh", "make"})
  void whatRunsItselfIsNotFollowedAgain(String call) {
    Map<String, String> files = Map.of("a.sh", call + "\n", "Makefile", "x:;make\n");

    assertThat(shown(followed(call, files, ""))).contains("!this runs itself: not followed again");
  }

  @Test
  void scriptsAreFollowedThreeDeep() {
    Map<String, String> files =
        Map.of(
            "1.sh", "./2.sh\n", "2.sh", "./3.sh\n", "3.sh", "./4.sh\n", "4.sh", "docker push a\n");

    assertThat(shown(followed("./1.sh", files, "")))
        .isEqualTo("./1.sh[./2.sh[./3.sh[./4.sh!this stands 4 scripts deep: not followed;];];];");
  }

  @Test
  void aScriptThatIsTooDeepAndCannotPushHasNoLine() {
    Map<String, String> files =
        Map.of("1.sh", "./2.sh\n", "2.sh", "./3.sh\n", "3.sh", "./4.sh\n", "4.sh", "p\n");

    assertThat(shown(followed("./1.sh", files, "")))
        .isEqualTo("./1.sh[./2.sh[./3.sh[./4.sh! ;];];];");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          $(dirname "$0")/b.sh
          $(dirname $0)/../ci/b.sh
          "${0%/*}/b.sh"
          $(dirname "${BASH_SOURCE[0]}")/b.sh
          $(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/b.sh
          $(dirname "$(readlink -f "$0")")/b.sh
          D=$(cd "$(dirname "$0")" && pwd); "$D/b.sh"
          D=$(cd "$(dirname "$0")" && pwd); E=$(cd "$D/.." && pwd); "$E/ci/b.sh"
          R=$(git rev-parse --show-toplevel); $R/ci/b.sh
          cd "$(dirname "$0")"; ./b.sh
          cd $(dirname $0)/..; ci/b.sh
          $PWD/ci/b.sh
          """)
  void aScriptFindsAnotherByWhereItIsItself(String call) {
    Map<String, String> files = Map.of("ci/a.sh", call + "\n", "ci/b.sh", "p\n");

    assertThat(shown(followed("ci/a.sh", files, ""))).contains("[p;]");
  }

  @ParameterizedTest
  @CsvSource({"$(dirname $X)/b.sh", "$D/b.sh", "$(mktemp -d)/b.sh", "D=$(x); $D/b.sh"})
  void aFolderThatIsNotTheScriptsOwnIsNotGuessed(String call) {
    Map<String, String> files = Map.of("ci/a.sh", call + "\n", "ci/b.sh", "p\n", "b.sh", "p\n");

    assertThat(shown(followed("ci/a.sh", files, ""))).doesNotContain("[p;]");
  }

  @Test
  void aLargeScriptThatRunsManyTimesIsReportedAtOnce() {
    Map<String, String> files = Map.of("a.sh", "p\n".repeat(10_000));

    String shown =
        ProcessorTime.within(
            Duration.ofSeconds(5), () -> shown(followed("./a.sh\n".repeat(300), files, "")));

    assertThat(shown).contains("the scripts have more than 100000 commands in all: not followed");
  }
}
