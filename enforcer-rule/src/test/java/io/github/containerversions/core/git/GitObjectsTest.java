package io.github.containerversions.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.containerversions.core.git.GitObjects.GitObject;
import io.github.containerversions.versions.scope.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that are asked for ahead are the same as those that are read at once. */
class GitObjectsTest {
  private static final int FILES = 40;

  @TempDir Path folder;

  private GitObjects open() throws IOException {
    TestRepository repository = TestRepository.init(folder);
    for (int i = 0; i < FILES; i++) {
      repository.write("files/" + i, "text " + i + "\n");
    }
    repository.write("large", "x".repeat(5 << 20)).commit("first");
    return GitObjects.open(folder, Map.of("PATH", System.getenv("PATH")), Duration.ofSeconds(60));
  }

  private static Optional<String> text(GitObjects objects, String file) throws IOException {
    return objects.read("HEAD:" + file).map(GitObject::text);
  }

  @Test
  void answersInTheOrderOfReadingAndNotOfAsking() throws IOException {
    try (GitObjects objects = open()) {
      objects.ask("HEAD:files/1");
      objects.ask("HEAD:files/2");
      objects.ask("HEAD:files/3");

      assertThat(text(objects, "files/3")).contains("text 3\n");
      assertThat(text(objects, "files/1")).contains("text 1\n");
      assertThat(text(objects, "files/2")).contains("text 2\n");
    }
  }

  @Test
  void readsWhatNobodyAskedForWhileOthersWait() throws IOException {
    try (GitObjects objects = open()) {
      objects.ask("HEAD:files/1");

      assertThat(text(objects, "files/7")).contains("text 7\n");
      assertThat(text(objects, "files/1")).contains("text 1\n");
      assertThat(text(objects, "files/1")).as("read once more").contains("text 1\n");
    }
  }

  @Test
  void forgetsTheOldestOfTooManyAnswersAndAsksAgain() throws IOException {
    try (GitObjects objects = open()) {
      for (int i = 0; i < FILES; i++) {
        objects.ask("HEAD:files/" + i);
      }
      assertThat(text(objects, "files/" + (FILES - 1))).contains("text " + (FILES - 1) + "\n");

      for (int i = 0; i < FILES; i++) {
        assertThat(text(objects, "files/" + i)).contains("text " + i + "\n");
      }
    }
  }

  @Test
  void tellsOfAMissingAndOfATooLargeObjectWhereItIsRead() throws IOException {
    try (GitObjects objects = open()) {
      objects.ask("HEAD:no such file");
      objects.ask("HEAD:large");
      objects.ask("HEAD:files/1");

      assertThat(text(objects, "files/1")).contains("text 1\n");
      assertThat(text(objects, "no such file")).isEmpty();
      assertThatIOException()
          .isThrownBy(() -> objects.read("HEAD:large"))
          .withMessageContaining("too large");
      assertThat(text(objects, "files/2")).as("after them").contains("text 2\n");
    }
  }

  @Test
  void asksNothingAheadThatCannotBeAsked() throws IOException {
    try (GitObjects objects = open()) {
      objects.ask("HEAD:files/1\nHEAD:files/2");
      objects.ask("HEAD:" + "a/".repeat(5_000));

      assertThat(text(objects, "files/3")).contains("text 3\n");
      assertThatIOException()
          .isThrownBy(() -> objects.read("HEAD:files/1\nHEAD:files/2"))
          .withMessageContaining("line break");
      assertThat(text(objects, "files/2")).contains("text 2\n");
    }
  }

  /** Objects from a script in the place of git. */
  private GitObjects from(String script, Duration timeout) throws IOException {
    return GitObjects.open(folder, GitTest.withGit(folder, script), timeout);
  }

  @Test
  void anObjectHasItsHashItsTypeAndItsBytes() throws IOException {
    String script = "echo $$ > pid\nwhile read name; do printf '4f2a blob 2\\n\\303\\251\\n'; done";
    ProcessHandle git;
    try (GitObjects objects = from(script, Duration.ofSeconds(60))) {
      GitObject object = objects.read("x").orElseThrow();

      assertThat(object.id()).isEqualTo("4f2a");
      assertThat(object.type()).isEqualTo("blob");
      assertThat(object.text()).isEqualTo("é");
      assertThat(object.content()).hasSize(2);
      String pid = Files.readString(folder.resolve("pid")).strip();
      git = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
    assertThat(git.onExit()).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void gitIsStartedWithNothingButItsEnvironment() throws IOException {
    String script = "read name; env > env; printf '4f2a blob 0\\n\\n'";
    try (GitObjects objects = from(script, Duration.ofSeconds(60))) {
      assertThat(objects.read("x")).isPresent();
    }
    assertThat(Files.readAllLines(folder.resolve("env")))
        .contains("GIT_TERMINAL_PROMPT=0")
        .noneMatch(it -> it.startsWith("HOME="));
  }

  @Test
  void aGitThatEndsOrTakesTooLongIsToldAsThat() throws IOException {
    try (GitObjects objects = from("read name", Duration.ofSeconds(60))) {
      assertThatIOException().isThrownBy(() -> objects.read("x")).withMessage("git gave no answer");
    }
    try (GitObjects objects = from("exec sleep 30", Duration.ofMillis(200))) {
      assertThatIOException()
          .isThrownBy(() -> objects.read("x"))
          .withMessage("git gave no answer in time");
    }
    assertThatIOException()
        .isThrownBy(() -> GitObjects.open(folder, Map.of("PATH", "/none"), Duration.ZERO))
        .withMessage("there is no git program on the PATH");
  }

  /** More questions than a pipe holds would make git and this side wait for each other. */
  @Test
  void aNameIsAskedOnceAndOnlySoManyAhead() throws IOException {
    String script =
        "while read name; do echo $name | cut -c1 >> log; printf '4f2a blob 0\\n\\n'; done";
    try (GitObjects objects = from(script, Duration.ofSeconds(60))) {
      askAhead(objects, "a", "a", "b", "c");
      assertThat(objects.read("d")).isPresent();
      assertThat(objects.read("c".repeat(1000))).isPresent();
      askAhead(objects, "e", "f");
      assertThat(objects.read("g")).isPresent();
      askAhead(objects, "a");
      assertThat(objects.read("h")).isPresent();
    }
    assertThat(Files.readAllLines(folder.resolve("log")))
        .containsExactly("a", "b", "d", "c", "e", "f", "g", "h");
  }

  private static void askAhead(GitObjects objects, String... letters) throws IOException {
    for (String letter : letters) {
      objects.ask(letter.repeat(1000));
    }
  }
}
