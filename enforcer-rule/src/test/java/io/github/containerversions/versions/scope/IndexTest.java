package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.Property;
import io.github.containerversions.core.git.GitFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    // After a long name comes one that has nothing in common with it.
    repository.write("long/" + "b".repeat(250) + "/" + "c".repeat(250), "1").write("z", "1");
    repository.commit("first");
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
  void aTruncatedIndexIsNeverReadShortAndADamagedOneNeverFails(String hash) {
    repository(hash);
    byte[] whole = index();
    Index right = parse(whole).orElseThrow();

    for (int length = 0; length < whole.length; length++) {
      Optional<Index> read = parse(Arrays.copyOf(whole, length));
      assertThat(read.isEmpty() || read.get().equals(right)).as("cut at %d", length).isTrue();
    }
    assertThat(parse(Arrays.copyOf(whole, whole.length - 1))).as("cut in its checksum").isEmpty();
    Property.holds(
        2_000,
        random -> {
          byte[] damaged = whole.clone();
          damaged[random.upTo(damaged.length - 1)] = (byte) random.upTo(255);
          assertThatCode(() -> parse(damaged)).doesNotThrowAnyException();
        });
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
    assertThat(read("d/").listed()).as("a folder that is left out is no file of its own").isEmpty();
  }

  /** A file, a link and another repository, in the folder d and outside of it. */
  private static final FolderSnapshot EVERY_KIND =
      FolderSnapshot.of(
          root -> {
            TestRepository repository = TestRepository.onMain(root);
            for (String folder : List.of("", "d/", "da/", "e/")) {
              repository.write(folder + "file", "1");
              repository.git("add", folder + "file");
              String hash = repository.git("hash-object", folder + "file");
              repository.git("update-index", "--add", "--cacheinfo", "120000", hash, folder + "l");
              String head = repository.head();
              repository.git("update-index", "--add", "--cacheinfo", "160000", head, folder + "m");
            }
          });

  private Index read(String asked) {
    return Index.read(folder.resolve(".git/index"), StandardCharsets.UTF_8, asked).orElseThrow();
  }

  /** The paths whose modes begin so, as {@code git ls-files} lists them. */
  private static Stream<String> paths(String staged, String mode, String beginning) {
    return staged
        .lines()
        .filter(it -> it.startsWith(mode))
        .map(it -> it.substring(it.indexOf('\t') + 1))
        .filter(it -> it.startsWith(beginning));
  }

  @ParameterizedTest
  @CsvSource({"2, d/", "4, d/", "2, containers/", "4, none/"})
  void theFilesOfAFolderAreThoseThatGitLists(String version, String asked) {
    EVERY_KIND.copyTo(folder);
    TestRepository repository = TestRepository.at(folder);
    repository.git("update-index", "--index-version", version);
    String staged = repository.git("ls-files", "--stage");

    Index index = read(asked);

    assertThat(index.listed())
        .isEqualTo(
            paths(staged, "", asked)
                .map(it -> new Index.Entry(it, paths(staged, "100", it).anyMatch(it::equals)))
                .toList());
    assertThat(index.submodules())
        .containsExactlyInAnyOrder("m", "d/m", "da/m", "e/m")
        .containsExactlyInAnyOrderElementsOf(paths(staged, "160000", "").toList());
    assertThat(index.isEmpty()).as("nothing is hidden").isTrue();
    assertThat(read("").listed()).as("no folder was asked for").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
  void anIndexWithAHiddenFileIsNotEmpty(String bit) {
    EVERY_KIND.copyTo(folder);
    TestRepository.at(folder).git("update-index", bit, "d/file");

    assertThat(read("").isEmpty()).isFalse();
  }

  @Test
  void whereThereIsNoIndexYetNothingIsHidden() {
    assertThat(read("d/")).isEqualTo(new Index(Set.of(), Set.of()));
    assertThat(Index.read(folder.resolve(".git/index"), StandardCharsets.UTF_8))
        .contains(new Index(Set.of(), Set.of()));
  }

  @Test
  void aFolderInThePlaceOfTheIndexIsLeftToGit() throws IOException {
    Files.createDirectories(folder.resolve(".git/index"));

    assertThat(Index.read(folder.resolve(".git/index"), StandardCharsets.UTF_8)).isEmpty();
  }

  /** An index whose bytes after a mark are others. */
  private byte[] changed(String mark, int offset, String hex) throws IOException {
    EVERY_KIND.copyTo(folder);
    byte[] bytes = index();
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(mark) + offset;
    byte[] value = HexFormat.of().parseHex(hex);
    System.arraycopy(value, 0, bytes, place, value.length);
    Files.write(folder.resolve(".git/index"), bytes);
    return bytes;
  }

  private boolean gitReadsIt() throws Exception {
    Process git = TestRepository.at(folder).start(Map.of(), "ls-files");
    git.getInputStream().readAllBytes();
    return git.waitFor() == 0;
  }

  @ParameterizedTest(name = "{2} at {0} + {1}")
  @CsvSource({
    "DIRC, 0, 64", // dIRC
    "DIRC, 7, 01", // no version before 2
    "DIRC, 7, 05", // nor after 4
    "TREE, 0, 74", // tREE, which does not begin with a capital letter
    "TREE, 0, c4" // nor is this a letter for git, though it is one in ISO 8859-1
  })
  void whatGitRefusesIsNotRead(String mark, int offset, String hex) throws Exception {
    byte[] bytes = changed(mark, offset, hex);

    assertThat(gitReadsIt()).isFalse();
    assertThat(parse(bytes)).isEmpty();
  }

  @ParameterizedTest(name = "{2} at {0} + {1}")
  @CsvSource({"DIRC, 7, 03", "TREE, 0, 41", "TREE, 0, 5a"})
  void whatGitPassesOverIsPassedOver(String mark, int offset, String hex) throws Exception {
    byte[] bytes = changed(mark, offset, hex);

    assertThat(gitReadsIt()).isTrue();
    assertThat(parse(bytes).orElseThrow().submodules()).contains("m", "d/m", "da/m", "e/m");
  }

  /** The first would lead back to the extension itself, again and again. */
  @ParameterizedTest
  @ValueSource(strings = {"fffffff8", "7fffffff", "00010000"})
  void anExtensionOfAnImpossibleLengthIsLeftToGit(String length) throws Exception {
    assertThat(parse(changed("TREE", 4, length))).isEmpty();
  }

  @Test
  void aListingHasTheBitsByTheirLetters() throws GitFailure {
    assertThat(Index.parse("H a\0h b\0S c\0s d\0M e\0"))
        .isEqualTo(new Index(Set.of("b", "d"), Set.of("c", "d")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H\0", "Hx\0", "H \0", "path\0"})
  void aListingInAnotherFormIsAFailure(String listing) {
    assertThatThrownBy(() -> Index.parse(listing)).isInstanceOf(GitFailure.class);
  }
}
