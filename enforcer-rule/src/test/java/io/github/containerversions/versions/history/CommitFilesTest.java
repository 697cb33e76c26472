package io.github.containerversions.versions.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.git.GitObjects;
import io.github.containerversions.versions.scope.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a commit, which are those that it has and not those on disk. */
class CommitFilesTest {
  @TempDir private Path folder;

  private GitObjects objects() throws IOException {
    return GitObjects.open(folder, TestRepository.environment(), Duration.ofSeconds(30));
  }

  private static String shown(FileContent content) {
    if (content instanceof FileContent.Text text) {
      return text.text().file() + ": " + text.text().content();
    }
    return content instanceof FileContent.Unreadable unreadable
        ? unreadable.problem().location().file() + " " + unreadable.problem().message()
        : "missing";
  }

  @ParameterizedTest
  @CsvSource({
    "a, a: 1",
    "sub/b, sub/b: 2",
    "sub, missing",
    "c, missing",
    "../a, missing",
    "/a, missing",
    "long, long it is too large",
    "latin, latin it is not UTF-8",
    "'a\nb', 'a\nb git cannot be asked for a name with a line break'"
  })
  void aFileIsReadAsOnDisk(String file, String expected) throws IOException {
    TestRepository repository =
        TestRepository.init(folder)
            .write("a", "1")
            .write("sub/b", "2")
            .write("fits", "x".repeat(10))
            .write("long", "x".repeat(11));
    Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE9});
    repository.commit("first").write("a", "changed").write("c", "new");

    try (GitObjects objects = objects()) {
      CommitFiles files = new CommitFiles(objects, repository.head(), "");

      assertThat(shown(files.read(file, 10))).isEqualTo(expected);
      assertThat(shown(files.read("fits", 10))).isEqualTo("fits: xxxxxxxxxx");
      assertThat(files.isDirectory(file)).isEqualTo(file.equals("sub"));
    }
  }

  @Test
  void pathsBeginAtTheRootBelowTheTopOfTheWorkingTree() throws IOException {
    TestRepository repository =
        TestRepository.init(folder).write("a", "0").write("deep/sub/a", "1").commit("first");

    try (GitObjects objects = objects()) {
      CommitFiles files =
          new CommitFiles(
              objects, repository.head(), CommitFiles.prefix(folder.resolve("deep/./sub")));

      assertThat(shown(files.read("a", 10))).isEqualTo("a: 1");
      assertThat(shown(files.read("../../a", 10))).isEqualTo("missing");
    }
    assertThat(CommitFiles.prefix(folder)).isEmpty();
    assertThat(CommitFiles.prefix(folder.resolve("deep/sub"))).isEqualTo("deep/sub/");
  }

  @Test
  void outsideOfARepositoryThereIsNoSuchPath() {
    assertThat(CommitFiles.prefix(folder.resolve("sub"))).isEmpty();
  }

  @Test
  void whenGitHasEndedNothingIsThere() throws IOException {
    TestRepository repository = TestRepository.init(folder).write("a/b", "1").commit("first");
    GitObjects objects = objects();
    objects.close();
    CommitFiles files = new CommitFiles(objects, repository.head(), "");

    assertThat(files.read("a/b", 10)).isInstanceOf(FileContent.Unreadable.class);
    assertThat(files.isDirectory("a")).isFalse();
  }
}
