package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.maven.PlacesOfPom;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.scope.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in a repository with a history: what is compared, what is behind, what is in scope. */
class PlacesTest {
  private static final String DEPLOYMENT =
      "<place><name>deployment</name><files><file>deploy/**</file></files>"
          + "<image>reg.example/own/{container}</image>"
          + "<tags><tag>{version}-{commit}</tag><tag>{version}</tag></tags></place>";

  private static final String STRICT =
      DEPLOYMENT.replace("</place>", "<behind>no</behind></place>");

  @TempDir private Path folder;
  private TestRepository repository;

  @BeforeEach
  void twoContainers() {
    repository = TestRepository.init(folder);
    declare("web", "1.0");
    declare("db", "5.0");
    repository.commit("web 1.0, db 5.0");
  }

  private void declare(String container, String version) {
    repository.write(
        "containers/" + container + "/Dockerfile", "ARG CONTAINER_APP_VERSION=" + version + "\n");
    List<String> services = new ArrayList<>();
    for (String each : List.of("db", "web")) {
      Path file = folder.resolve("containers/" + each + "/Dockerfile");
      if (Files.exists(file)) {
        services.add("- { name: " + each + ", current-version: " + versionIn(file) + " }\n");
      }
    }
    repository.write("service-versions.yaml", "services:\n" + String.join("", services));
  }

  private static String versionIn(Path dockerfile) {
    try {
      return Files.readString(dockerfile).strip().split("=", 2)[1];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void deploy(String file, String container, String tag) {
    repository.write("deploy/" + file, "image: reg.example/own/" + container + ":" + tag + "\n");
  }

  private VersionResult run(String places) throws CannotCheckException {
    return run(places, Scope.Mode.ALL);
  }

  private VersionResult run(String places, Scope.Mode mode) throws CannotCheckException {
    return run(folder, places, mode);
  }

  private static VersionResult run(Path root, String places, Scope.Mode mode)
      throws CannotCheckException {
    VersionSettings settings =
        TestSettings.at(root)
            .scopeMode(mode)
            .baseRef(mode == Scope.Mode.ALL ? "" : "main")
            .places(PlacesOfPom.read("<places>" + places + "</places>"))
            .build();
    return new ContainerVersionSync(settings, line -> {}).run();
  }

  /** Rule, subject and place of each finding. */
  private static List<String> findings(VersionResult result) {
    return result.findings().stream().map(PlacesTest::shown).toList();
  }

  private static String shown(Finding finding) {
    return finding.rule() + " " + finding.subject() + " " + shown(finding.location());
  }

  private static String shown(Location location) {
    return location instanceof SourceSpan span
        ? span.file() + ":" + span.line() + ":" + span.column() + "-" + span.endColumn()
        : location.file();
  }

  private static List<Lag> lags(VersionResult result, String container) {
    ContainerResult found =
        result.containers().stream()
            .filter(it -> it.container().name().equals(container))
            .findFirst()
            .orElseThrow();
    return found.declarations().stream()
        .map(SiteDeclaration::declaration)
        .flatMap(it -> found.lags().entrySet().stream().filter(lag -> lag.getKey().equals(it)))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void aDeploymentOfWhatIsBuiltIsUpToDate() throws CannotCheckException {
    deploy("web.yaml", "web", "v1.0");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web")).containsExactly(new Lag.UpToDate());
    assertThat(result.containers().get(1).version()).contains("1.0");
  }

  @Test
  void aStrictPlaceTakesPartInTheAgreement() throws CannotCheckException {
    deploy("web.yaml", "web", "v1.1");

    assertThat(findings(run(STRICT)))
        .containsExactly("version-agreement web deploy/web.yaml:1:28-32");
  }

  @Test
  void anEarlierVersionIsBehindByCommitsAndDays() throws CannotCheckException {
    declare("web", "2.0");
    repository.commit("web 2.0");
    String changed = repository.head();
    repository.commit("something").commit("something else");
    deploy("web.yaml", "web", "1.0");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web").get(0))
        .isInstanceOfSatisfying(
            Lag.Behind.class,
            it -> {
              assertThat(it.since()).isEqualTo(changed);
              assertThat(it.commits()).isEqualTo(2);
              assertThat(it.days()).isZero();
              assertThat(it.date()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            });
  }

  @Test
  void aVersionThatHeadDeclaresAndTheDiskDoesNotIsBehindByNothing() throws CannotCheckException {
    declare("web", "2.0");
    deploy("web.yaml", "web", "1.0");

    assertThat(lags(run(DEPLOYMENT), "web")).containsExactly(new Lag.Behind("", "", 0, 0));
  }

  @Test
  void aRollbackIsBehindByItsHistoryAndNotByItsNumber() throws CannotCheckException {
    declare("web", "2.0");
    repository.commit("web 2.0");
    declare("web", "1.0");
    repository.commit("back to 1.0");
    deploy("web.yaml", "web", "2.0");

    assertThat(lags(run(DEPLOYMENT), "web").get(0)).isInstanceOf(Lag.Behind.class);
  }

  @Test
  void aVersionThatWasNeverDeclaredIsAFinding() throws CannotCheckException {
    deploy("web.yaml", "web", "3.0");

    assertThat(findings(run(DEPLOYMENT)))
        .containsExactly("place-version web deploy/web.yaml:1:28-31");
  }

  @ParameterizedTest
  @CsvSource({"1 commit, place-version", "2 commits, ''", "0 days, ''", "told, ''"})
  void aLimitOfCommitsOrDaysHolds(String behind, String rule) throws CannotCheckException {
    declare("web", "2.0");
    repository.commit("web 2.0").commit("one").commit("two");
    deploy("web.yaml", "web", "1.0");

    List<Finding> found =
        run(DEPLOYMENT.replace("</place>", "<behind>" + behind + "</behind></place>")).findings();

    assertThat(found.stream().map(Finding::rule))
        .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void twoPlacesOfOneContainerOneOfWhichWasMoved() throws CannotCheckException {
    declare("web", "2.0");
    repository.commit("web 2.0");
    deploy("a.yaml", "web", "1.0");
    deploy("b.yaml", "web", "2.0");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).containsExactly("place-agreement web deploy/a.yaml:1:28-31");
    assertThat(result.findings().get(0).related()).hasSize(1);
  }

  @Test
  void aTagThatNamesTheCommitOfItsVersion() throws CannotCheckException {
    String first = repository.head().substring(0, 7);
    declare("web", "2.0");
    repository.commit("web 2.0");
    deploy("web.yaml", "web", "v1.0-" + first);

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web").get(0)).isInstanceOf(Lag.Behind.class);
  }

  @Test
  void aTagThatNamesACommitOfAnotherVersion() throws CannotCheckException {
    String first = repository.head().substring(0, 7);
    declare("web", "2.0");
    repository.commit("web 2.0");
    deploy("web.yaml", "web", "v2.0-" + first);

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).containsExactly("place-version web deploy/web.yaml:1:28-32");
    assertThat(result.findings().get(0).message()).endsWith(first + " declared 1.0");
  }

  @Test
  void aCommitThatIsNotInTheRepositoryIsReported() throws CannotCheckException {
    deploy("web.yaml", "web", "v1.0-0123456");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web"))
        .containsExactly(new Lag.Unknown("its commit 0123456 is not in this repository"));
  }

  @Test
  void aShallowCloneCannotTell(@TempDir Path other) throws CannotCheckException {
    declare("web", "2.0");
    deploy("web.yaml", "web", "1.0");
    repository.commit("web 2.0");
    TestRepository clone = TestRepository.clone(repository, other.resolve("clone"), "--depth", "1");

    VersionResult result = run(clone.root, DEPLOYMENT, Scope.Mode.ALL);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web"))
        .containsExactly(
            new Lag.Unknown("the clone is shallow, and none of its commits declares it"));
  }

  @Test
  void aFolderThatHadAnotherNameCannotTell() throws CannotCheckException {
    repository.git("mv", "containers/web", "containers/site");
    repository.write(
        "service-versions.yaml",
        "services:\n- {name: site, current-version: '1.0'}\n- {name: db, current-version: '5.0'}\n");
    repository.commit("another name");
    deploy("web.yaml", "site", "0.9");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "site"))
        .containsExactly(
            new Lag.Unknown(
                "containers/site/Dockerfile had another name before: containers/web/Dockerfile"));
  }

  @Test
  void anEarlierStateThatDeclaredItsVersionOtherwiseCannotTell() throws CannotCheckException {
    repository.write("containers/web/Dockerfile", "ARG WEB_VERSION=0.9\n").commit("otherwise");
    declare("web", "1.0");
    repository.commit("as usual");
    deploy("web.yaml", "web", "0.9");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web").get(0)).isInstanceOf(Lag.Unknown.class);
  }

  @Test
  void withoutARepositoryNothingIsKnownOfTheHistory(@TempDir Path other)
      throws CannotCheckException, IOException {
    TestRepository plain =
        TestRepository.at(other)
            .write("containers/web/Dockerfile", "ARG CONTAINER_APP_VERSION=2.0\n")
            .write("service-versions.yaml", "services:\n- {name: web, current-version: '2.0'}\n")
            .write("deploy/web.yaml", "image: reg.example/own/web:1.0\n");

    VersionResult result = run(plain.root.toRealPath(), DEPLOYMENT, Scope.Mode.ALL);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web")).containsExactly(new Lag.Unknown("this is no git repository"));
  }

  @Test
  void aVersionOnAMergedBranchWasDeclared() throws CannotCheckException {
    repository.git("checkout", "-q", "-b", "side");
    declare("web", "1.5");
    repository.commit("web 1.5");
    repository.git("checkout", "-q", "main");
    declare("web", "2.0");
    repository.commit("web 2.0");
    repository.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "merge", "side");
    deploy("web.yaml", "web", "1.5");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).isEmpty();
    assertThat(lags(result, "web").get(0)).isInstanceOf(Lag.Behind.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "kustomized", "main-abcdef1"})
  void aTagThatNamesNoVersionIsComparedWithNothing(String tag) throws CannotCheckException {
    deploy("web.yaml", "web", tag);

    VersionResult result = run(STRICT);

    assertThat(findings(result)).isEmpty();
    assertThat(result.containers().get(1).readings().get(2).reading().remarks()).hasSize(1);
  }

  @Test
  void aTagThatHasNoneOfTheForms() throws CannotCheckException {
    deploy("web.yaml", "web", "v1.0_dirty");

    assertThat(findings(run(DEPLOYMENT.replace("<tag>{version}</tag>", ""))))
        .containsExactly("place-unreadable web deploy/web.yaml:1:28-38");
  }

  @Test
  void aPlaceThatMatchesNothing() throws CannotCheckException {
    assertThat(findings(run(DEPLOYMENT)))
        .containsExactly("place-unreadable place deployment pom.xml");
    repository.write("deploy/a.yaml", "image: reg.example/other/web:1.0\n");

    VersionResult result = run(DEPLOYMENT);

    assertThat(findings(result)).containsExactly("place-unreadable place deployment pom.xml");
    assertThat(result.findings().get(0).message())
        .startsWith("its only file does not have the image reg.example");
  }

  @Test
  void aRequiredPlaceThatAContainerDoesNotHave() throws CannotCheckException {
    deploy("web.yaml", "web", "1.0");

    assertThat(findings(run(DEPLOYMENT.replace("</place>", "<required>true</required></place>"))))
        .containsExactly("place-unreadable db containers/db");
  }

  @Test
  void aBrokenFileCostsTheContainersThatItNamesAndNobodyElse() throws CannotCheckException {
    deploy("db.yaml", "db", "5.0");
    repository.write("deploy/web.yaml", "a: [\nimage: reg.example/own/web:1.0\n");

    assertThat(run(DEPLOYMENT).findings())
        .extracting(Finding::rule, Finding::subject)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("place-unreadable", "web"));
  }

  @Test
  void aPictureBelowAGlobIsPassedOver() throws CannotCheckException, IOException {
    deploy("db.yaml", "db", "5.0");
    Files.write(folder.resolve("deploy/logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, -1});

    assertThat(findings(run(DEPLOYMENT))).isEmpty();
  }

  @Test
  void aFileThatIsNotUtf8AndNamesTheImageIsAFindingOfThePlace()
      throws CannotCheckException, IOException {
    deploy("db.yaml", "db", "5.0");
    Files.write(
        folder.resolve("deploy/web.yaml"),
        "x: \u00e9 reg.example/own/web:1\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThat(findings(run(DEPLOYMENT)))
        .containsExactly("place-unreadable place deployment deploy/web.yaml");
  }

  @Test
  void aLinkThatLeavesTheRepositoryIsNotFollowed(@TempDir Path other)
      throws CannotCheckException, IOException {
    deploy("db.yaml", "db", "5.0");
    Files.writeString(other.resolve("x.yaml"), "image: reg.example/own/web:9\n");
    Files.createSymbolicLink(folder.resolve("deploy/x.yaml"), other.resolve("x.yaml"));
    Files.createSymbolicLink(folder.resolve("deploy/folder"), other);

    assertThat(findings(run(DEPLOYMENT))).isEmpty();
  }

  @Test
  void aFileUnderTwoPlaces() throws CannotCheckException {
    deploy("web.yaml", "web", "1.1");

    assertThat(run(STRICT + STRICT.replace("deployment", "again")).findings().get(0).message())
        .contains("deployment and again say 1.1");
  }

  @Test
  void aPomWhoseVersionIsThatOfItsParent() throws CannotCheckException {
    String place =
        "<place><name>pom</name><files><file>modules/{container}/pom.xml</file></files>"
            + "<key>project.version</key></place>";
    repository.write(
        "modules/web/pom.xml",
        "<project><parent><artifactId>p</artifactId><version>1.0</version></parent></project>");
    repository.write(
        "modules/db/pom.xml",
        "<project><parent><artifactId>p</artifactId><version>${revision}</version>"
            + "<relativePath>../pom.xml</relativePath></parent></project>");
    repository.write(
        "modules/pom.xml",
        "<project><artifactId>p</artifactId><properties><revision>5.1</revision></properties>"
            + "</project>");

    assertThat(findings(run(place)))
        .containsExactly("version-agreement db modules/pom.xml:1:58-61");
  }

  @ParameterizedTest
  @CsvSource({
    "Chart.yaml, appVersion, 'appVersion: ''1.1''\n', 1:14-17",
    "values.json, image.tag, '{\"image\": {\"tag\": \"1.1\"}}', 1:20-23",
    "a.toml, project.version, '[project]\nversion = \"1.1\"\n', 2:12-15",
    ".env, VERSION, 'VERSION=1.1\n', 1:9-12"
  })
  void theValueOfAKey(String file, String key, String text, String span)
      throws CannotCheckException {
    repository.write("charts/web/" + file, text);

    assertThat(
            findings(
                run(
                    "<place><name>chart</name><files><file>charts/{container}/"
                        + file
                        + "</file></files><key>"
                        + key
                        + "</key></place>")))
        .containsExactly("version-agreement web charts/web/" + file + ":" + span);
  }

  @ParameterizedTest
  @CsvSource({
    "'name: web\n'",
    "'appVersion:\n'",
    "'appVersion: [1]\n'",
    "'appVersion: 1.0\nappVersion: 1.1\n'",
    "'appVersion: [\n'"
  })
  void aKeyThatIsNotThereOrNoVersion(String text) throws CannotCheckException {
    repository.write("charts/web/Chart.yaml", text);

    assertThat(
            run("<place><name>chart</name><files><file>charts/{container}/Chart.yaml</file>"
                    + "</files><key>appVersion</key></place>")
                .findings())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.rule() + it.subject()).isEqualTo("place-unreadableweb"));
  }

  @Test
  void aTableOfAReadme() throws CannotCheckException {
    repository.write("README.md", "| db | 5.0 |\n| name | version |\n| web | 1.1 |\n");

    assertThat(
            findings(
                run(
                    "<place><name>readme</name><files><file>README.md</file></files>"
                        + "<pattern>| {container} | {version} |</pattern></place>")))
        .containsExactly("version-agreement web README.md:3:9-12");
  }

  @Test
  void aChangedPlacePutsItsContainersInScope() throws CannotCheckException {
    deploy("web.yaml", "web", "1.0");
    deploy("db.yaml", "db", "5.0");
    repository.commit("deployed");
    repository.git("checkout", "-q", "-b", "feature");
    deploy("web.yaml", "web", "1.1");

    VersionResult result = run(STRICT, Scope.Mode.CHANGED);

    assertThat(result.checked().stream().map(it -> it.container().name())).containsExactly("web");
    assertThat(findings(result)).hasSize(1);
  }

  @Test
  void aContainerInScopeBringsItsPlacesAlsoThoseThatDidNotChange() throws CannotCheckException {
    deploy("web.yaml", "web", "1.0");
    repository.commit("deployed");
    repository.git("checkout", "-q", "-b", "feature");
    repository.write("containers/web/Dockerfile", "ARG CONTAINER_APP_VERSION=1.1\n");

    VersionResult result = run(STRICT, Scope.Mode.CHANGED);

    assertThat(result.checked().stream().map(it -> it.container().name())).containsExactly("web");
    assertThat(result.findings().get(0).message()).contains("deployment");
  }

  @Test
  void whereNothingIsTouchedNoPlaceIsRead() throws CannotCheckException {
    repository.git("checkout", "-q", "-b", "feature");
    repository.write("notes.txt", "x\n");

    VersionResult result = run(DEPLOYMENT, Scope.Mode.CHANGED);

    assertThat(result.checked()).isEmpty();
    assertThat(findings(result)).isEmpty();
  }
}
