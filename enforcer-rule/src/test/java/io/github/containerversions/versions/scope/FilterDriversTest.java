package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.git.GitFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which filters are overruled: all that the configuration of a repository can lead git to. */
class FilterDriversTest {
  private static final String FILTER = "[filter \"found\"]\nclean = cat\n";

  @TempDir Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** The names that are overruled for the repository in {@code git}. */
  private List<String> names() throws GitFailure {
    List<String> words =
        FilterDrivers.overruled(Set.of(folder.resolve("git")), folder.resolve("home"));
    List<String> names = new ArrayList<>();
    for (String word : words) {
      if (word.endsWith(".clean=")) {
        names.add(word.substring("filter.".length(), word.length() - ".clean=".length()));
      }
    }
    return names;
  }

  @Test
  void aFilterHasNeitherProgramNorProcessAndIsNotRequired() throws Exception {
    write("git/config", "[core]\nbare = false\n" + FILTER + "[filter \"b\"]\nprocess = x\n");

    assertThat(FilterDrivers.overruled(Set.of(folder.resolve("git")), folder))
        .containsExactly(
            "-c",
            "filter.found.clean=",
            "-c",
            "filter.found.process=",
            "-c",
            "filter.found.required=false",
            "-c",
            "filter.b.clean=",
            "-c",
            "filter.b.process=",
            "-c",
            "filter.b.required=false");
  }

  @Test
  void aRepositoryWithoutFiltersNeedsNothing() throws Exception {
    assertThat(names()).isEmpty();

    write("git/config", "[core]\nbare = false\n[filters \"x\"]\nclean = cat\n");
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is read: {1}")
  @CsvSource({
    "git/config, true",
    "git/config.worktree, true",
    "git/modules/a/config, true",
    "git/modules/a/b/modules/c/config, true",
    "git/modules/a/config.worktree, true",
    "git/modules/a/config.bak, false",
    "git/other/config, false",
    "config, false"
  })
  void configurationIsWhereGitKeepsIt(String file, boolean read) throws Exception {
    write(file, FILTER);

    assertThat(names()).isEqualTo(read ? List.of("found") : List.of());
  }

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[include] path = more              | git/more",
        "[include]path=sub/more             | git/sub/more",
        "[include] path = ../more           | more",
        "[include] path = ~/more            | home/more",
        "[include] path = more#x            | git/more",
        "[include] path = more ; x          | git/more",
        "[include] path = \"a #b\"          | git/a #b",
        "[include] path = a b               | git/a b",
        "[INCLUDE] PATH = More              | git/More",
        "[includeIf \"gitdir:x\"] path = more | git/more",
        "[includeIf.x] path = more          | git/more"
      })
  void anIncludeIsFollowed(String include, String file) throws Exception {
    write("git/config", include);
    write(file, FILTER);

    assertThat(names()).containsExactly("found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[include \"x\"] path = more",
        "[includes] path = more",
        "[other] path = more",
        "[include] paths = more",
        "# [include] path = more"
      })
  void whatIsNoIncludeIsNotFollowed(String text) throws Exception {
    write("git/config", text);
    write("git/more", FILTER);

    assertThat(names()).isEmpty();
  }

  @Test
  void anIncludeOfAnAbsolutePathIsFollowed() throws Exception {
    write("git/config", "[include]\npath = \"" + folder.resolve("elsewhere/x") + "\"\n");
    write("elsewhere/x", "[include]\npath = y\n");
    write("elsewhere/y", FILTER);

    assertThat(names()).containsExactly("found");
  }

  @Test
  void filesThatIncludeEachOtherComeToAnEnd() throws Exception {
    write("git/config", "[include]\npath = more\n");
    write("git/more", FILTER + "[include]\npath = config\n[include]\npath = ./../git/more\n");

    assertThat(names()).containsExactly("found");
  }

  /** Through a link, two dots lead to another file than the same words without the link. */
  @Test
  void aPathThroughALinkIsTheFileThatItLeadsTo() throws Exception {
    write("git/config", "[include]\npath = more\n[include]\npath = link/../more\n");
    write("git/more", "");
    write("elsewhere/more", FILTER);
    Files.createDirectories(folder.resolve("elsewhere/sub"));
    Files.createSymbolicLink(folder.resolve("git/link"), folder.resolve("elsewhere/sub"));

    assertThat(names()).containsExactly("found");
  }

  @Test
  void anIncludeOfNothingIsPassedOverAsGitDoes() throws Exception {
    write(
        "git/config", "[include]\npath = nowhere\n[include]\npath = .\n[include]\npath\n" + FILTER);

    assertThat(names()).containsExactly("found");
  }

  /** Where it is not certain what git would run, it is not asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[include]\npath = ~somebody/x\n",
        "[include]\npath = ~\n",
        "[include]\npath = a\tb\n",
        "[include]\npath = \uFFFD\n",
        "[filter \"a=b\"]\nclean = cat\n",
        "[filter \"\uFFFD\"]\nclean = cat\n"
      })
  void whatCannotBeOverruledIsAFailure(String text) throws IOException {
    write("git/config", text);

    assertThatThrownBy(this::names).isInstanceOf(GitFailure.class);
  }

  @Test
  void aNameThatIsNotUtf8IsAFailure() throws IOException {
    write("git/config", "");
    Files.write(
        folder.resolve("git/config"),
        "[filter \"\u00E9\"]\nclean = cat\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(this::names).isInstanceOf(GitFailure.class);
  }

  @Test
  void aFileOfAMebibyteIsReadAndALargerOneIsAFailure() throws Exception {
    String comment = "#" + "x".repeat((1 << 20) - FILTER.length() - 2) + "\n";
    write("git/config", FILTER + comment);
    assertThat(names()).containsExactly("found");

    write("git/config", FILTER + "#" + comment);
    assertThatThrownBy(this::names).hasMessage("the configuration of git is too large");
  }

  @Test
  void aThousandFilesAreReadAndMoreAreAFailure() throws Exception {
    for (int i = 1; i <= 1000; i++) {
      write("git/" + i, "[include]\npath = " + (i + 1) + "\n");
    }
    write("git/config", "[include]\npath = 2\n");
    write("git/1000", FILTER);
    assertThat(names()).containsExactly("found");

    write("git/config", "[include]\npath = 1\n");
    write("git/1000", FILTER);
    assertThatThrownBy(this::names).hasMessage("the configuration of git is too large");
  }
}
