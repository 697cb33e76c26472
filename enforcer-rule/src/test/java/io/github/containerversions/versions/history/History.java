package io.github.containerversions.versions.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.scope.TestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A history whose commits have the dates and parents that a test gives them, made by one {@code git
 * fast-import}. Each commit has a tag, and was written by its author long before.
 */
final class History {
  private final StringBuilder stream = new StringBuilder();
  private int commits;

  /** Each message has lines that look like headers. */
  private static final String MESSAGE =
      "parent " + "0".repeat(40) + "\n\ncommitter A <a@example.org> 1 +0000\n";

  /**
   * Adds a commit.
   *
   * @param tag its name
   * @param parents the tags of its parents
   * @param time seconds since 1970
   * @param files all its files and their text
   */
  History commit(String tag, List<String> parents, long time, Map<String, String> files) {
    commits++;
    stream
        .append("commit refs/heads/main\n")
        .append("mark :" + commits + "\n")
        .append("author A <a@example.org> 1 +0000\n")
        .append("committer A <a@example.org> " + time + " +0200\n")
        .append("data " + MESSAGE.length() + "\n" + MESSAGE + "\n");
    for (int i = 0; i < parents.size(); i++) {
      stream.append(i == 0 ? "from " : "merge ").append("refs/tags/" + parents.get(i) + "\n");
    }
    stream.append("deleteall\n");
    files.forEach(
        (file, text) ->
            stream
                .append("M 100644 inline " + file + "\n")
                .append("data " + text.getBytes(StandardCharsets.UTF_8).length + "\n")
                .append(text)
                .append('\n'));
    stream.append("reset refs/tags/" + tag + "\nfrom :" + commits + "\n\n");
    return this;
  }

  /** Adds a commit on the one before, a day later. */
  History next(Map<String, String> files) {
    long time = FIRST + commits * DAY;
    return commit(
        "c" + (commits + 1), commits == 0 ? List.of() : List.of("c" + commits), time, files);
  }

  /** 2026-01-01 at 23:00 in UTC; then it is the next day in the time zone of the committer. */
  static final long FIRST = 1_767_308_400;

  static final long DAY = 86_400;

  /** Writes it into a new repository, with main checked out on the last commit. */
  TestRepository in(Path folder, String... initOptions) throws IOException, InterruptedException {
    TestRepository repository = TestRepository.at(folder);
    String[] words = new String[initOptions.length + 3];
    words[0] = "init";
    words[1] = "--quiet";
    words[2] = "--initial-branch=main";
    System.arraycopy(initOptions, 0, words, 3, initOptions.length);
    repository.git(words);
    ProcessBuilder builder =
        new ProcessBuilder("git", "fast-import", "--quiet", "--force")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(TestRepository.environment());
    Process process = builder.start();
    process.getOutputStream().write(stream.toString().getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return repository;
  }
}
