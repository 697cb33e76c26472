package io.github.containerversions.versions.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.TagText;
import io.github.containerversions.versions.rules.ContainerReadings;
import io.github.containerversions.versions.scope.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the history says of the version of a place. The build file of a container is its file {@code
 * v}: it holds a version, {@code ?} where none can be read, or {@code @} and another file that has
 * the version.
 */
class VersionHistoryTest {
  private static final String WEB = "containers/web/v";

  private static final Site PLACE =
      new Site(
          "place:deployment",
          "deployment",
          "deployment",
          "",
          Sites.DOCKERFILE.rule(),
          Sites.DOCKERFILE.advice(),
          Site.Role.PLACE,
          LagLimit.REPORTED);

  @TempDir private Path folder;

  private static List<Reading> read(RepositoryFiles files, Container container) {
    String file = container.path("v");
    Set<String> followed = Set.of();
    String text = text(files, file);
    if (text.startsWith("@")) {
      followed = Set.of(text.substring(1));
      text = text(files, text.substring(1));
    }
    if (!container.buildFiles().contains("v")) {
      return List.of();
    }
    return List.of(
        text.isEmpty() || text.equals("?")
            ? new Reading(List.of(), List.of(problem(file)), followed, List.of())
            : new Reading(
                List.of(new Declaration(text, text, new FileLocation(file))),
                List.of(),
                followed,
                List.of()));
  }

  private static Problem problem(String file) {
    return Problem.of(Problem.Kind.ABSENT, "no version", "", new FileLocation(file));
  }

  private static String text(RepositoryFiles files, String file) {
    return files.read(file, 1_000) instanceof FileContent.Text text ? text.text().content() : "";
  }

  /**
   * A container, and what is stated for it.
   *
   * @param directory its folder
   * @param built what its build file declares now; empty where that cannot be read
   * @param stated the versions of its place; after {@code @}, the commit that a tag names
   */
  private static ContainerReadings container(String directory, String built, String... stated) {
    String name = directory.substring(directory.lastIndexOf('/') + 1);
    Container container = new Container(name, directory, name, List.of("v"));
    FileLocation file = new FileLocation(container.path("v"));
    Reading build =
        built.isEmpty()
            ? Reading.problem(problem(container.path("v")))
            : Reading.declared(List.of(new Declaration(built, built, file)));
    List<Declaration> declarations = new ArrayList<>();
    for (int i = 0; i < stated.length; i++) {
      SourceSpan span = new SourceSpan("deploy/" + name, i + 1, 1, i + 1, 9);
      String[] parts = stated[i].split("@", 2);
      TagText tag = new TagText("", stated[i], span, parts.length > 1 ? parts[1] : "");
      declarations.add(new Declaration(parts[0], parts[0], span, false, tag));
    }
    return new ContainerReadings(
        container,
        declarations.isEmpty()
            ? List.of(new SiteReading(Sites.DOCKERFILE, build))
            : List.of(
                new SiteReading(Sites.DOCKERFILE, build),
                new SiteReading(PLACE, Reading.declared(declarations))));
  }

  private static List<ContainerReadings> ask(Path root, ContainerReadings... containers) {
    return ask(root, TestRepository.environment(), containers);
  }

  private static List<ContainerReadings> ask(
      Path root, Map<String, String> environment, ContainerReadings... containers) {
    return new VersionHistory(root, environment, VersionHistoryTest::read).ask(List.of(containers));
  }

  /** What is known of each version of the place, in its order. */
  private static List<Lag> lags(ContainerReadings answered) {
    return answered.lagging().stream()
        .map(it -> answered.lags().getOrDefault(it.declaration(), new Lag.Unknown("not answered")))
        .toList();
  }

  private Lag lag(String built, String stated) {
    List<ContainerReadings> answered = ask(folder, container("containers/web", built, stated));
    assertThat(answered).hasSize(1);
    return lags(answered.get(0)).get(0);
  }

  /** A commit for each version, a day after the one before. */
  private static History web(String... versions) {
    History history = new History();
    for (String version : versions) {
      history.next(Map.of(WEB, version));
    }
    return history;
  }

  @ParameterizedTest
  @CsvSource({
    "1 2, 1, c2, 2026-01-02, 0, 0",
    "1 2 2 2, 1, c2, 2026-01-02, 2, 2",
    "1 2 3 4, 2, c3, 2026-01-03, 1, 1",
    "1 1 2 2, 1, c3, 2026-01-03, 1, 1",
    "1 2 1 3, 1, c4, 2026-01-04, 0, 0",
    "1 v2 3, 2, c3, 2026-01-03, 0, 0",
    "1 2 3, v1, c2, 2026-01-02, 1, 1",
    "1 2 ? 2, 1, c2, 2026-01-02, 2, 2"
  })
  void aVersionIsBehindFromTheCommitOnThatDeclaredAnother(
      String versions, String stated, String since, String date, int commits, int days)
      throws Exception {
    TestRepository repository = web(versions.split(" ")).in(folder);

    String built = versions.substring(versions.lastIndexOf(' ') + 1);

    assertThat(lag(built, stated))
        .isEqualTo(new Lag.Behind(repository.git("rev-parse", since), date, commits, days));
  }

  @ParameterizedTest
  @CsvSource({"86399, 0", "86400, 1", "172799, 1", "-86400, 0"})
  void onlyWholeDaysCountAndNoneOfAClockThatWentBack(long seconds, int days) throws Exception {
    new History()
        .next(Map.of(WEB, "1"))
        .next(Map.of(WEB, "2"))
        .commit(
            "head",
            List.of("c2"),
            History.FIRST + History.DAY + seconds,
            Map.of(WEB, "2", "x", "y"))
        .in(folder);

    assertThat(lag("2", "1"))
        .isInstanceOfSatisfying(Lag.Behind.class, it -> assertThat(it.days()).isEqualTo(days));
  }

  @Test
  void aVersionThatIsCommittedAndNotOnDiskIsBehindByNothing() throws Exception {
    web("1").in(folder);

    assertThat(lag("2", "1")).isEqualTo(new Lag.Behind("", "", 0, 0));
  }

  @Test
  void aVersionThatIsBuiltIsUpToDateAlsoBeforeItIsCommitted() throws Exception {
    web("1").in(folder);

    assertThat(lag("2", "v2")).isEqualTo(new Lag.UpToDate());
  }

  @Test
  void aVersionThatNoCommitDeclaredWasNeverDeclared() throws Exception {
    web("1", "2").in(folder);

    assertThat(lag("2", "3")).isEqualTo(new Lag.NeverDeclared());
  }

  @Test
  void commitsFromBeforeTheContainerSayNothing() throws Exception {
    new History()
        .next(Map.of("x", "y"))
        .next(Map.of("containers/db/v", "9"))
        .next(Map.of("containers/web", "a file"))
        .next(Map.of(WEB, "1"))
        .in(folder);

    assertThat(lag("1", "9")).isEqualTo(new Lag.NeverDeclared());
  }

  @Test
  void withoutAVersionThatIsBuiltNothingCanBeCompared() throws Exception {
    web("1").in(folder);

    assertThat(lag("", "1"))
        .isEqualTo(new Lag.Unknown("no build file says which version is built"));
    assertThat(lag("", "1@0123456"))
        .isEqualTo(new Lag.Unknown("no build file says which version is built"));
  }

  @Test
  void aRepositoryWithoutACommit() throws Exception {
    TestRepository.init(folder);

    assertThat(lag("2", "1")).isEqualTo(new Lag.Unknown("there is no commit yet"));
  }

  @Test
  void aFolderWithoutARepository() {
    assertThat(lag("2", "1")).isEqualTo(new Lag.Unknown("this is no git repository"));
  }

  @Test
  void aMachineWithoutGit() throws Exception {
    web("1", "2").in(folder);

    List<ContainerReadings> answered =
        ask(folder, Map.of("PATH", ""), container("containers/web", "2", "1"));

    assertThat(lags(answered.get(0)))
        .containsExactly(new Lag.Unknown("there is no git program on the PATH"));
  }

  @Test
  void aShallowCloneKnowsWhatItHas(@TempDir Path clones) throws Exception {
    TestRepository origin = web("1", "2", "3").in(folder);
    Path clone = TestRepository.clone(origin, clones.resolve("clone"), "--depth", "2").root;

    List<ContainerReadings> answered = ask(clone, container("containers/web", "3", "2", "1"));

    assertThat(lags(answered.get(0)))
        .containsExactly(
            new Lag.Behind(origin.head(), "2026-01-03", 0, 0),
            new Lag.Unknown("the clone is shallow, and none of its commits declares it"));
  }

  /** The clone has all commits; newer versions of git say what it misses, older ones end. */
  @Test
  void aPartialCloneCannotTell(@TempDir Path clones) throws Exception {
    TestRepository origin = web("1", "2", "3").in(folder);
    origin.git("config", "uploadpack.allowFilter", "true");
    Path clone = TestRepository.clone(origin, clones.resolve("c"), "--filter=tree:0").root;

    List<ContainerReadings> answered = ask(clone, container("containers/web", "3", "1"));

    assertThat(lags(answered.get(0))).hasOnlyElementsOfType(Lag.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c1^{tree}", "c1:containers", "c1:containers/web", "c1:containers/web/v"})
  void whatARepositoryMissesIsNotTakenForAbsent(String missing) throws Exception {
    TestRepository repository = web("1", "2", "3").in(folder);
    String hash = repository.git("rev-parse", missing);
    Files.delete(folder.resolve(".git/objects/" + hash.substring(0, 2) + "/" + hash.substring(2)));

    assertThat(lag("3", "1"))
        .isEqualTo(
            new Lag.Unknown(
                "an earlier state of its build files declares no version that can be read"));
  }

  @Test
  void aStateThatCannotBeReadMayHaveBeenTheOne() throws Exception {
    web("1", "?", "2").in(folder);

    assertThat(lag("2", "3"))
        .isEqualTo(
            new Lag.Unknown(
                "an earlier state of its build files declares no version that can be read"));
  }

  @Test
  void aFileThatHadAnotherNameMayHaveDeclaredItThere() throws Exception {
    new History().next(Map.of("old/v", "1")).next(Map.of(WEB, "1")).in(folder);

    assertThat(lag("1", "0"))
        .isEqualTo(new Lag.Unknown("containers/web/v had another name before: old/v"));
  }

  @ParameterizedTest
  @CsvSource({"500, true", "501, false"})
  void atMostFiveHundredStatesAreRead(int states, boolean found) throws Exception {
    History history = new History();
    for (int i = states; i > 0; i--) {
      history.next(Map.of(WEB, "1." + i));
    }
    history.in(folder);

    Lag lag = lag("1.1", "1." + states);

    if (found) {
      assertThat(lag).isInstanceOf(Lag.Behind.class);
    } else {
      assertThat(lag).isEqualTo(new Lag.Unknown("more than 500 earlier states of its files"));
    }
  }

  /** Another file of a folder makes no other state of the container beside it. */
  @Test
  void onlyStatesOfTheContainerItselfCount() throws Exception {
    History history = new History().next(Map.of(WEB, "1"));
    for (int i = 0; i < 510; i++) {
      history.next(Map.of(WEB, "2", "containers/db/v", "" + i));
    }
    history.in(folder);

    assertThat(lag("2", "1")).isInstanceOf(Lag.Behind.class);
  }

  /** Two branches that were merged, one of them older than what it left. */
  private static History merged() {
    long day = History.DAY;
    long time = History.FIRST;
    return new History()
        .commit("root", List.of(), time, Map.of(WEB, "1"))
        .commit("main1", List.of("root"), time + 4 * day, Map.of(WEB, "2"))
        .commit("main2", List.of("main1"), time + 5 * day, Map.of(WEB, "2", "x", "1"))
        .commit("side1", List.of("root"), time + day, Map.of(WEB, "1.5"))
        .commit("side2", List.of("side1"), time + 6 * day, Map.of(WEB, "1.6"))
        .commit("merge1", List.of("main2", "side1"), time + 7 * day, Map.of(WEB, "2", "x", "2"))
        .commit("main3", List.of("merge1"), time + 8 * day, Map.of(WEB, "3"))
        .commit("merge2", List.of("main3", "side2"), time + 9 * day, Map.of(WEB, "3", "x", "3"))
        .commit("main4", List.of("merge2"), time + 10 * day, Map.of(WEB, "3", "x", "4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "1.6", "2"})
  void commitsAreCountedAsGitCountsThem(String stated) throws Exception {
    TestRepository repository = merged().in(folder);

    assertThat(lag("3", stated))
        .isInstanceOfSatisfying(
            Lag.Behind.class,
            it ->
                assertThat(it.commits())
                    .isEqualTo(
                        Integer.parseInt(
                            repository.git("rev-list", "--count", it.since() + "..HEAD"))));
  }

  @ParameterizedTest
  @CsvSource({"1, main1", "1.5, merge1", "1.6, merge2", "2, main3"})
  void theNewestCommitThatFollowsAVersionEndedIt(String stated, String since) throws Exception {
    TestRepository repository = merged().in(folder);

    assertThat(lag("3", stated))
        .isInstanceOfSatisfying(
            Lag.Behind.class,
            it -> assertThat(it.since()).isEqualTo(repository.git("rev-parse", since)));
  }

  @Test
  void aRepositoryWithLongerHashes() throws Exception {
    TestRepository repository = web("1", "2").in(folder, "--object-format=sha256");

    assertThat(repository.head()).hasSize(64);
    assertThat(lag("2", "1")).isEqualTo(new Lag.Behind(repository.head(), "2026-01-02", 0, 0));
  }

  @Test
  void aRootBelowTheTopOfTheWorkingTree() throws Exception {
    TestRepository repository =
        new History()
            .next(Map.of("sub/" + WEB, "1", WEB, "0", "sub/db/v", "5"))
            .next(Map.of("sub/" + WEB, "2", WEB, "0", "sub/db/v", "6"))
            .in(folder);
    Path root = Files.createDirectories(folder.resolve("sub"));

    List<ContainerReadings> answered =
        ask(root, container("containers/web", "2", "1@c1", "0", "2@c1"), container("db", "6", "5"));

    assertThat(lags(answered.get(0)))
        .containsExactly(
            new Lag.Behind(repository.head(), "2026-01-02", 0, 0),
            new Lag.NeverDeclared(),
            new Lag.OtherAtCommit("c1", "1"));
    assertThat(lags(answered.get(1)))
        .containsExactly(new Lag.Behind(repository.head(), "2026-01-02", 0, 0));
  }

  @Test
  void containersInTheRootAndDeepBelowIt() throws Exception {
    TestRepository repository =
        new History()
            .next(Map.of("web/v", "1", "a/b/c/v", "5", "a/b/d/v", "7"))
            .next(Map.of("web/v", "2", "a/b/c/v", "5", "a/b/d/v", "7"))
            .next(Map.of("web/v", "2", "a/b/c/v", "6", "a/b/d/v", "8"))
            .in(folder);

    List<ContainerReadings> answered =
        ask(
            folder,
            container("web", "2", "1"),
            container("a/b/c", "6", "5"),
            container("a/b/d", "8", "7"));

    assertThat(answered.stream().map(it -> lags(it).get(0)))
        .containsExactly(
            new Lag.Behind(repository.git("rev-parse", "c2"), "2026-01-02", 1, 1),
            new Lag.Behind(repository.head(), "2026-01-03", 0, 0),
            new Lag.Behind(repository.head(), "2026-01-03", 0, 0));
  }

  @Test
  void namesThatAreNotAscii() throws Exception {
    TestRepository repository =
        new History()
            .next(Map.of("containers/übung 1/v", "1", "containers/ü/v", "0"))
            .next(Map.of("containers/übung 1/v", "2", "containers/ü/v", "0"))
            .in(folder);

    List<ContainerReadings> answered = ask(folder, container("containers/übung 1", "2", "1"));

    assertThat(lags(answered.get(0)))
        .containsExactly(new Lag.Behind(repository.head(), "2026-01-02", 0, 0));
  }

  /** The folder of the container is the same in all three commits. */
  @Test
  void aVersionInAFileOutsideOfTheFolder() throws Exception {
    TestRepository repository =
        new History()
            .next(Map.of(WEB, "@shared", "shared", "1"))
            .next(Map.of(WEB, "@shared", "shared", "2"))
            .next(Map.of(WEB, "@shared", "shared", "3"))
            .in(folder);

    assertThat(lag("3", "1"))
        .isEqualTo(new Lag.Behind(repository.git("rev-parse", "c2"), "2026-01-02", 1, 1));
  }

  @Test
  void answersKeepTheOrderAndWhoHasNothingToAskIsLeftAlone() throws Exception {
    new History()
        .next(Map.of(WEB, "1", "containers/db/v", "5"))
        .next(Map.of(WEB, "2", "containers/db/v", "5"))
        .in(folder);
    ContainerReadings without = container("containers/other", "1");

    List<ContainerReadings> answered =
        ask(
            folder,
            container("containers/db", "5", "5"),
            without,
            container("containers/web", "2", "1", "2"));

    assertThat(answered)
        .extracting(it -> it.container().name())
        .containsExactly("db", "other", "web");
    assertThat(lags(answered.get(0))).containsExactly(new Lag.UpToDate());
    assertThat(answered.get(1)).isSameAs(without);
    assertThat(lags(answered.get(2)))
        .hasExactlyElementsOfTypes(Lag.Behind.class, Lag.UpToDate.class);
  }

  @ParameterizedTest
  @CsvSource({
    // The commit that the tag names declared the same version.
    "1@c1, behind",
    "3@c3, up to date",
    // It declared another one.
    "1@c2, other",
    "3@c2, other",
    // It is not there: that a version was declared is known all the same.
    "1@0123456, behind",
    "3@0123456, missing",
    // Nothing can be read there, or the container was not there.
    "1@c4, behind",
    "3@c4, up to date",
    "3@c5, up to date",
    "3@c6, up to date",
    "3@c7, up to date"
  })
  void aCommitInATagDeclaredTheVersionOrTheTagIsWrong(String stated, String expected)
      throws Exception {
    web("1", "2", "3", "?")
        .next(Map.of("x", "y"))
        .next(Map.of("containers/web", "a file"))
        .next(Map.of("containers/web/x", "y"))
        .next(Map.of(WEB, "3"))
        .in(folder);

    Lag lag = lag("3", stated);

    switch (expected) {
      case "behind" -> assertThat(lag).isInstanceOf(Lag.Behind.class);
      case "up to date" -> assertThat(lag).isEqualTo(new Lag.UpToDate());
      case "other" -> assertThat(lag).isEqualTo(new Lag.OtherAtCommit("c2", "2"));
      default ->
          assertThat(lag)
              .isEqualTo(new Lag.Unknown("its commit 0123456 is not in this repository"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9@c1", "9@0123456"})
  void whatWasNeverDeclaredWasNotDeclaredByItsCommitEither(String stated) throws Exception {
    web("1", "2").in(folder);

    assertThat(lag("2", stated)).isEqualTo(new Lag.NeverDeclared());
  }
}
