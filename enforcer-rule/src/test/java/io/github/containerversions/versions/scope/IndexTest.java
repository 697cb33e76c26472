package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.git.GitFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from an index is what git lists, or nothing. */
class IndexTest {

  @TempDir Path folder;

  /** An index with both bits, and names of many lengths with beginnings in common. */
  private TestRepository repository(String hash) {
    TestRepository repository = TestRepository.at(folder);
    repository.git("init", "--quiet", "--template=", "--object-format=" + hash);
    for (int length = 1; length < 40; length++) {
      repository.write("d/" + "a".repeat(length), "1");
    }
    repository.write("long/" + "b".repeat(250) + "/" + "c".repeat(250), "1").commit("first");
    repository.git("update-index", "--assume-unchanged", "d/a", "d/aaaa");
    repository.git("update-index", "--skip-worktree", "d/aa", "d/aaaa");
    return repository;
  }

  private byte[] index() {
    try {
      return Files.readAllBytes(folder.resolve(".git/index"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Index> parse(byte[] bytes) {
    return Index.parse(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"sha1, 3", "sha1, 4", "sha256, 3", "sha256, 4"})
  void theBitsAreThoseThatGitLists(String hash, String version) throws GitFailure {
    TestRepository repository = repository(hash);
    repository.git("update-index", "--index-version", version);

    Index listed = Index.parse(repository.git(Index.QUESTION.toArray(String[]::new)));
    assertThat(listed).isEqualTo(new Index(Set.of("d/a", "d/aaaa"), Set.of("d/aa", "d/aaaa")));
    assertThat(parse(index())).contains(listed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256"})
  void aTruncatedOrDamagedIndexIsNeverReadShort(String hash) {
    repository(hash);
    byte[] whole = index();
    Index right = parse(whole).orElseThrow();

    for (int length = 0; length < whole.length; length++) {
      Optional<Index> read = parse(Arrays.copyOf(whole, length));
      assertThat(read.isEmpty() || read.get().equals(right)).as("cut at %d", length).isTrue();
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      assertThat(parse(damaged)).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void aSplitIndexIsLeftToGit() {
    repository("sha1").git("update-index", "--split-index");

    assertThat(parse(index())).isEmpty();
  }

  @Test
  void aSparseIndexIsRead() {
    TestRepository repository = repository("sha1");
    repository.git("update-index", "--no-assume-unchanged", "d/a", "d/aaaa");
    repository.git("update-index", "--no-skip-worktree", "d/aa", "d/aaaa");
    repository.git("sparse-checkout", "init", "--cone", "--sparse-index");

    assertThat(new String(index(), StandardCharsets.ISO_8859_1)).contains("sdir");
    assertThat(parse(index())).contains(new Index(Set.of(), Set.of("d/", "long/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H\0", "Hx\0", "H \0", "path\0"})
  void aListingInAnotherFormIsAFailure(String listing) {
    assertThatThrownBy(() -> Index.parse(listing)).isInstanceOf(GitFailure.class);
  }
}
