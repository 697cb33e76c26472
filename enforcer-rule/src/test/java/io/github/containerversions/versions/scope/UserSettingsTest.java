package io.github.containerversions.versions.scope;

import static io.github.containerversions.versions.scope.TestRepository.assertAll;
import static io.github.containerversions.versions.scope.TestRepository.touched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Scope.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user has set must not change which containers are checked. */
class UserSettingsTest {

  @TempDir static Path folder;
  private static TestRepository repository;

  /** A committed, a renamed, a staged, an unstaged and an untracked file. */
  @BeforeAll
  static void startWithChangesOfEveryKind() {
    repository = TestRepository.onMain(folder.resolve("r"));
    repository.write("s", "1").write("u", "1").write("old", "text\n".repeat(20)).commit("more");
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.write("containers/a/Dockerfile", "2").commit("own");
    repository.git("mv", "old", "new");
    repository.commit("rename");
    repository.write("s", "2").git("add", "s");
    repository.write("u", "2").write("containers/ü x/Dockerfile", "new");
  }

  private void assertUnbent(Map<String, String> environment) {
    assertThat(touched(repository.scope(environment)))
        .containsExactlyInAnyOrder(
            "containers/a/Dockerfile", "old", "new", "s", "u", "containers/ü x/Dockerfile");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "diff.relative, true",
    "diff.orderFile, /nonexistent/order",
    "diff.ignoreSubmodules, all",
    "diff.renames, copies",
    "diff.noprefix, true",
    "diff.external, false",
    "diff.submodule, log",
    "diff.autoRefreshIndex, false",
    "status.showUntrackedFiles, no",
    "status.renames, copies",
    "status.relativePaths, false",
    "status.short, true",
    "status.branch, true",
    "status.showStash, true",
    "status.submoduleSummary, true",
    "status.aheadBehind, true",
    "status.displayCommentPrefix, true",
    "core.quotePath, true",
    "core.pager, false",
    "core.fsmonitor, false",
    "core.untrackedCache, true",
    "core.preloadIndex, false",
    "core.abbrev, 4",
    "core.warnAmbiguousRefs, true",
    "core.commentChar, 1",
    "color.ui, always",
    "color.status, always",
    "column.ui, always",
    "log.showSignature, true",
    "log.showRoot, false",
    "i18n.logOutputEncoding, ISO-8859-1",
    "advice.statusHints, true",
    "alias.status, version",
    "submodule.recurse, true",
    "tar.umask, user",
  })
  void aSettingBendsNothing(String name, String value) {
    String config = repository.read(".git/config");
    String section = name.substring(0, name.indexOf('.'));
    String key = name.substring(section.length() + 1);
    repository.write(".git/config", config + "[" + section + "]\n\t" + key + " = " + value + "\n");

    try {
      assertUnbent(TestRepository.environment());
      TestRepository below = TestRepository.at(repository.root.resolve("containers"));
      assertThat(touched(below.scope()))
          .containsExactlyInAnyOrder("a/Dockerfile", "ü x/Dockerfile");
    } finally {
      repository.write(".git/config", config);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GIT_LITERAL_PATHSPECS",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_TRACE",
        "GIT_OPTIONAL_LOCKS",
        "GIT_PAGER_IN_USE",
        "GIT_DIFF_OPTS"
      })
  void aVariableBendsNothing(String name) {
    assertUnbent(TestRepository.environment(name, "1"));
  }

  @Test
  void severalPathspecVariablesAtOnceBendNothing() {
    Map<String, String> environment = TestRepository.environment("GIT_LITERAL_PATHSPECS", "1");
    environment.put("GIT_GLOB_PATHSPECS", "1");

    assertUnbent(environment);
  }

  @Test
  void theLanguageOfTheUserDoesNotMatter() {
    Map<String, String> environment = TestRepository.environment("LANGUAGE", "de");
    environment.put("LC_ALL", "de_DE.UTF-8");
    assertUnbent(environment);

    environment.put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
    assertAll(TestRepository.at(folder).scope(environment), Reason.NO_GIT);
  }

  @Test
  void aFileSystemMonitorThatSawNothingIsNotAsked() throws IOException {
    Path asked = folder.resolve("asked");
    Path hook = folder.resolve("monitor");
    Files.writeString(hook, "#!/bin/sh\ntouch '" + asked + "'\nprintf 'token\\0'\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    TestRepository monitored = TestRepository.onFeature(folder.resolve("monitored"));
    monitored.write("f", "1").commit("own");
    monitored.git("config", "core.fsmonitor", hook.toString());
    monitored.git("update-index", "--fsmonitor");
    monitored.git("status");
    assertThat(asked).exists();
    Files.delete(asked);
    monitored.write("containers/b/Dockerfile", "2");

    assertThat(touched(monitored.scope()))
        .containsExactlyInAnyOrder("f", "containers/b/Dockerfile");
    assertThat(asked).doesNotExist();
  }

  @Test
  void settingsForOneSubmoduleBendNothing() {
    TestRepository library = TestRepository.onMain(folder.resolve("library"));
    TestRepository outer = TestRepository.onMain(folder.resolve("outer"));
    outer.git("submodule", "--quiet", "add", "file://" + library.root, "containers/module");
    outer.git("config", "-f", ".gitmodules", "submodule.containers/module.ignore", "all");
    outer.commit("submodule");
    outer.git("checkout", "--quiet", "-b", "feature");
    outer.git("config", "submodule.containers/module.ignore", "all");

    outer.write("containers/module/Dockerfile", "dirty");
    assertThat(touched(outer.scope())).containsExactly("containers/module");
  }
}
