package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration is read as git reads it; git itself is the judge. */
class ConfigTextTest {

  @TempDir Path folder;

  /** What git lists of a file: each variable with its value; empty where it gives up. */
  private List<String> listed(String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("config"), text);
    Process git =
        TestRepository.at(folder)
            .start(Map.of(), "config", "--file", file.toString(), "--no-includes", "-z", "--list");
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> variables = new ArrayList<>();
    if (git.waitFor() == 0) {
      for (String record : output.split("\0", -1)) {
        // A variable without a value has no line break after its name.
        variables.add(record.indexOf('\n') < 0 ? record + "\n" : record);
      }
      variables.remove(variables.size() - 1); // what stands after the last NUL
    }
    return variables;
  }

  private static List<String> read(String text) {
    return ConfigText.variables(text).stream()
        .map(
            it -> (it.section().isEmpty() ? "" : it.section() + ".") + it.key() + "\n" + it.value())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[filter \"x\"]\n\tclean = cat\n",
        "[filter \"X y\"]\nclean=cat",
        "[FILTER \"X\"]\nClean=Cat",
        "[filter.X]\nclean = cat\n",
        "[filter.a.B]\nclean = cat\n",
        "[filter.a \"B\"]\nclean = cat\n",
        "[filter\t \"x\"] clean = cat\n",
        "[filter \"a\\\"b\\\\c\\d\"]\nclean = cat\n",
        "[filter \"a]b\"]\nclean = cat\n",
        "[filter \"\"]\nclean = cat\n",
        "[filter \"x\"]\n  clean\n  process=\n",
        "# [filter \"a\"]\n; [filter \"b\"]\n[filter \"c\"]\nclean = cat # comment\n",
        "[include]\npath = a#b\n",
        "[include]\npath = a;b\n",
        "[include]\npath = \"a #b\"\n",
        "[include]\npath = \" a \"b \"c\" \n",
        "[include]\npath =  a b  # c\n",
        "[include]\npath = a\\\n  b\n",
        "[include]\npath = \\\nb\n",
        "[include]\npath = a\\tb\\nc\\bd\\\\e\\\"f\n",
        "[include]\npath = \"\"\n",
        "[include]path=a\n[includeIf \"gitdir:/X/\"]path=b\n",
        "[include]\r\npath = a\r\n[filter \"x\"]\r\nclean = cat\r\n",
        "[a]\r\rb = c\r",
        "\uFEFF[include]\npath = a\n",
        "[a-1]\nb-2 = c\n",
        "[azAZ.09]\naz-09 = 1\nAZ-90 = 2\nz = 3\nA9 = 4\nZ0 = 5\n",
        "[a]\n\n\n  b = c\n\n",
        "[a]\nb = c\n[a]\nb = d\n",
        "[filter \"ä\u2028ö\"]\nclean = \u0085é\u2029\n",
        "[a]\nb = c"
      })
  void whatGitListsIsRead(String text) throws IOException, InterruptedException {
    assertThat(listed(text)).isNotEmpty();
    assertThat(read(text)).isEqualTo(listed(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]\nb = c\n[a\nd = e\n",
        "[a]\nb = c\n[a \"x\" ]\nd = e\n",
        "[a]\nb = c\n[a x]\nd = e\n",
        "[a]\nb = c\n[a \"x\nd = e\n",
        "[a]\nb = c\n[a \"x\\\n\"]\nd = e\n",
        "[a]\nb = c\n[a_b]\nd = e\n",
        "[a]\nb = c\n[a \n",
        "[a]\nb = c\nd e\n",
        "[a]\nb = c\n1 = e\n",
        "[a]\nb = c\nd = \"e\n",
        "[a]\nb = c\nd = \\x\n",
        "[a]\nb = c\n]\nd = e\n",
      })
  void whereGitGivesUpNothingMoreIsRead(String text) throws IOException, InterruptedException {
    assertThat(listed(text)).isEmpty();
    assertThat(read(text)).containsExactly("a.b\nc");
  }

  @Test
  void anEmptyTextHasNoVariables() {
    assertThat(read("")).isEmpty();
    assertThat(read("[a]\n# b = c")).isEmpty();
  }

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "[a]",
          "[Filter \"x\"]",
          "[a.b",
          "\"",
          "\\",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "=",
          "#",
          ";",
          "key",
          "K-1",
          ".",
          "é",
          "\uFEFF",
          "_",
          "path = ",
          "\\t",
          "x");

  /** Every variable that git lists is found; git and the reader give up at the same texts. */
  @Test
  void aRandomTextIsReadAsGitReadsIt() {
    Property.holds(
        40,
        random -> {
          String text = random.pieces(12, PIECES);
          List<String> listed = listed(text);
          if (!listed.isEmpty()) {
            assertThat(read(text)).as(text).isEqualTo(listed);
          }
        });
  }

  @Test
  void aNameOfAMillionCharactersIsReadInOneGo() {
    String name = "\\\"".repeat(250_000);

    assertThat(ConfigText.variables("[filter \"" + name + "\"]\nclean = " + "a ".repeat(250_000)))
        .singleElement()
        .matches(it -> it.section().length() == "filter.".length() + 250_000)
        .matches(it -> it.value().length() == 499_999);
  }
}
