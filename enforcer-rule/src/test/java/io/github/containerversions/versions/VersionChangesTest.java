package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.Property;
import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.core.yaml.YamlText;
import io.github.containerversions.maven.PlacesOfPom;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionArgs;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.scope.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing another version: what changes, and that nothing else does. */
class VersionChangesTest {
  private static final String DOCKERFILE = "containers/web/Dockerfile";
  private static final String INVENTORY = "service-versions.yaml";
  private static final String ENTRY = "services:\n- name: web\n  current-version: 1.2.3\n";

  @TempDir private Path root;

  @BeforeEach
  void aContainer() throws IOException {
    write(DOCKERFILE, "ARG CONTAINER_APP_VERSION=1.2.3\n");
    write(INVENTORY, ENTRY);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  private VersionSettings settings(String places) {
    return new VersionSettings(
        root,
        ContainerLayout.childrenOf("containers"),
        INVENTORY,
        VersionArgs.of("CONTAINER_APP_VERSION"),
        "VERSION",
        Scope.Mode.ALL,
        "",
        List.of("pom.xml"),
        List.of(),
        Map.of(),
        Map.of(),
        "",
        "",
        10,
        PathGlobs.NONE,
        PlacesOfPom.read("<places>" + places + "</places>"),
        LocalDate.of(2026, 1, 1),
        TestRepository.environment());
  }

  private VersionChanges set(String version) throws CannotCheckException {
    return set("web", version, "", false, "");
  }

  private VersionChanges set(
      String name, String version, String places, boolean deployments, String commit)
      throws CannotCheckException {
    VersionSettings settings = settings(places);
    VersionResult result = new ContainerVersionSync(settings, it -> {}).run();
    List<Container> all = result.containers().stream().map(ContainerResult::container).toList();
    VersionChanges changes = new VersionChanges(settings, all, deployments, commit);
    Container container =
        all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    changes.set(container, version);
    changes.write();
    return changes;
  }

  static List<Arguments> files() {
    return List.of(
        row(DOCKERFILE, "ARG CONTAINER_APP_VERSION=1.2.3\n", "ARG CONTAINER_APP_VERSION=2.0\n"),
        row(DOCKERFILE, "ARG CONTAINER_APP_VERSION=v1.2.3", "ARG CONTAINER_APP_VERSION=v2.0"),
        row(
            DOCKERFILE,
            "ARG CONTAINER_APP_VERSION=\"1.2.3\"\r\n",
            "ARG CONTAINER_APP_VERSION=\"2.0\"\r\n"),
        row(
            DOCKERFILE,
            "ARG CONTAINER_APP_VERSION='1.2.3' \n",
            "ARG CONTAINER_APP_VERSION='2.0' \n"),
        row(
            DOCKERFILE,
            "\uFEFF# é 𝒳\nARG CONTAINER_APP_VERSION=1.2.3\n",
            "\uFEFF# é 𝒳\nARG CONTAINER_APP_VERSION=2.0\n"),
        row(
            DOCKERFILE,
            "ARG X=𝒳 CONTAINER_APP_VERSION=1.2.3\n",
            "ARG X=𝒳 CONTAINER_APP_VERSION=2.0\n"),
        row(
            DOCKERFILE,
            "ARG V=1.2.3\nARG CONTAINER_APP_VERSION=v${V}\n",
            "ARG V=2.0\nARG CONTAINER_APP_VERSION=v${V}\n"),
        row(
            DOCKERFILE,
            "ARG CONTAINER_APP_VERSION=1.2.3\nFROM a\nARG CONTAINER_APP_VERSION=1.2.3\n",
            "ARG CONTAINER_APP_VERSION=2.0\nFROM a\nARG CONTAINER_APP_VERSION=2.0\n"),
        row(
            "containers/web/container.py",
            "VERSION = \"v1.2.3\"  # now\n",
            "VERSION = \"v2.0\"  # now\n"),
        row(
            "containers/web/container.py",
            "V = '1.2.3'\nVERSION = f\"v{V}\"\n",
            "V = '2.0'\nVERSION = f\"v{V}\"\n"),
        row(
            "containers/web/default.nix",
            "{ }: rec { version = \"1.2.3\"; name = \"a-1.2.3\"; }\n",
            "{ }: rec { version = \"2.0\"; name = \"a-1.2.3\"; }\n"),
        row(
            "containers/web/default.nix",
            "let v = \"1.2.3\"; in { pname = \"a\"; version = \"${v}\"; }\n",
            "let v = \"2.0\"; in { pname = \"a\"; version = \"${v}\"; }\n"),
        row(
            INVENTORY,
            "services:\n- {name: web, current-version: \"v1.2.3\"} # x\n",
            "services:\n- {name: web, current-version: \"v2.0\"} # x\n"),
        row(
            INVENTORY,
            "services:\n- name: web\n  current-version: '1.2.3'\n",
            "services:\n- name: web\n  current-version: '2.0'\n"),
        row(
            INVENTORY,
            "v: &v 1.2.3\nservices:\n- name: web\n  current-version: *v\n",
            "v: &v 2.0\nservices:\n- name: web\n  current-version: *v\n"),
        row(
            INVENTORY,
            "services:\n- name: web\n  current-version: null\n",
            "services:\n- name: web\n  current-version: 2.0\n"),
        row(
            INVENTORY,
            "services:\n- name: web\n  current-version:\n  x: 1\n",
            "services:\n- name: web\n  current-version: 2.0\n  x: 1\n"),
        row(
            INVENTORY,
            "services:\n- name: web\n  current-version: \"\"\n",
            "services:\n- name: web\n  current-version: \"2.0\"\n"),
        row(
            INVENTORY,
            "services:\n- name: web\n  x: 1\n",
            "services:\n- name: web\n  current-version: 2.0\n  x: 1\n"),
        row(
            INVENTORY,
            "services:\n  - name: db\n    current-version: 1\n",
            "services:\n  - name: db\n    current-version: 1\n  - name: web\n    current-version: 2.0\n"),
        row(
            INVENTORY,
            "services:\n- { name: db, current-version: 1 }\n",
            "services:\n- { name: db, current-version: 1 }\n- { name: web, current-version: 2.0 }\n"),
        row(
            INVENTORY,
            "services:\r\n- name: db\r\n  current-version: 1",
            "services:\r\n- name: db\r\n  current-version: 1\r\n- name: web\r\n  current-version: 2.0"),
        row(INVENTORY, "services: []\n", "services: \n  - name: web\n    current-version: 2.0\n"));
  }

  private static Arguments row(String file, String before, String after) {
    return Arguments.of(file, before, after);
  }

  @ParameterizedTest
  @MethodSource("files")
  void onlyTheVersionChanges(String file, String before, String after)
      throws IOException, CannotCheckException {
    write(file, before);

    set("2.0");

    assertThat(read(file)).isEqualTo(after);
    assertThat(new ContainerVersionSync(settings(""), it -> {}).run().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.10", "1e3", "2026-02-16", "0x1f", "010", "1_0", "1.50"})
  void aScalarThatYamlWouldTakeForSomethingElseGetsQuotes(String version)
      throws IOException, CannotCheckException {
    set(version);

    assertThat(read(INVENTORY)).isEqualTo(ENTRY.replace("1.2.3", "\"" + version + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "2.9", "0.1", "1.2.3-rc1", "no-1"})
  void aScalarThatMeansItselfStaysPlain(String version) throws IOException, CannotCheckException {
    set(version);

    assertThat(read(INVENTORY)).isEqualTo(ENTRY.replace("1.2.3", version));
  }

  @Test
  void eachPlaceKeepsItsOwnStyle() throws IOException, CannotCheckException {
    write(DOCKERFILE, "ARG CONTAINER_APP_VERSION=v1.2.3\n");

    VersionChanges changes = set("v2.0");

    assertThat(read(DOCKERFILE)).contains("=v2.0\n");
    assertThat(read(INVENTORY)).contains(": 2.0\n");
    assertThat(changes.lines())
        .containsExactly(DOCKERFILE + ":1:27 v1.2.3 -> v2.0", INVENTORY + ":3:20 1.2.3 -> 2.0");
  }

  @Test
  void aPlaceInJsonAndEnvAndATagIsWritten() throws IOException, CannotCheckException {
    write("web.json", "{\n\t\"image\": {\"tag\": \"v1.2.3\"}\n}\n");
    write("web.env", "V=\"1.2.3\" # now\n");
    write("deploy.yaml", "image: own/web:1.2.3-nix\n");
    String places =
        "<place><name>json</name><files><file>{container}.json</file></files><key>image.tag</key></place>"
            + "<place><name>env</name><files><file>{container}.env</file></files><key>V</key></place>"
            + "<place><name>tag</name><files><file>deploy.yaml</file></files><image>own/{container}</image>"
            + "<tags><tag>{version}-nix</tag></tags></place>";

    set("web", "2.10", places, false, "");

    assertThat(read("web.json")).isEqualTo("{\n\t\"image\": {\"tag\": \"v2.10\"}\n}\n");
    assertThat(read("web.env")).isEqualTo("V=\"2.10\" # now\n");
    assertThat(read("deploy.yaml")).isEqualTo("image: own/web:2.10-nix\n");
  }

  private static final String DEPLOYMENT =
      "<place><name>deployment</name><files><file>deploy.yaml</file></files>"
          + "<image>own/{container}</image><tags><tag>{version}-{commit}</tag></tags></place>";

  @Test
  void aDeploymentStaysUnlessItIsAskedFor() throws IOException, CannotCheckException {
    write("deploy.yaml", "image: own/web:v1.2.3-abc1234\n");

    VersionChanges changes = set("web", "2.0", DEPLOYMENT, false, "");

    assertThat(read("deploy.yaml")).isEqualTo("image: own/web:v1.2.3-abc1234\n");
    assertThat(changes.lines()).contains("deploy.yaml:1:16 v1.2.3 stays: deployment may be behind");

    set("web", "2.0", DEPLOYMENT, true, "");
    assertThat(read("deploy.yaml")).isEqualTo("image: own/web:v1.2.3-abc1234\n");

    set("web", "2.0", DEPLOYMENT, true, "def5678");
    assertThat(read("deploy.yaml")).isEqualTo("image: own/web:v2.0-def5678\n");
  }

  @Test
  void aHashBesideAVersionIsNamed() throws IOException, CannotCheckException {
    write(
        "containers/web/default.nix",
        "{ }: {\n  version = \"1.2.3\";\n  # hash = \"old\";\n  hash = \"sha256-abc\";\n}\n");

    assertThat(set("2.0").lines())
        .contains("hash at containers/web/default.nix:4:11 still belongs to 1.2.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "1\"2", "1+2", "latest/2", "${X}", "1.2\n3"})
  void aVersionThatNoTagCanHaveIsRefused(String version) throws IOException {
    assertThatThrownBy(() -> set(version)).isInstanceOf(CannotCheckException.class);
    assertThat(read(DOCKERFILE)).contains("=1.2.3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARG MINOR=2.3\nARG CONTAINER_APP_VERSION=1.${MINOR}\n",
        "FROM a\n",
        "ARG CONTAINER_APP_VERSION=\n"
      })
  void whatIsPutTogetherOrCannotBeReadIsRefusedAndNothingChanges(String dockerfile)
      throws IOException {
    write(DOCKERFILE, dockerfile);

    assertThatThrownBy(() -> set("2.0"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageStartingWith("web is not changed, and nothing else is: Dockerfile: ");
    assertThat(read(DOCKERFILE)).isEqualTo(dockerfile);
    assertThat(read(INVENTORY)).isEqualTo(ENTRY);
  }

  @Test
  void aValueThatFeedsAnotherContainerIsRefusedAndThatIsNamed() throws IOException {
    write(
        INVENTORY,
        "services:\n- {name: web, current-version: &v 1.2.3}\n- {name: db, current-version: *v}\n");
    write("containers/db/Dockerfile", "ARG CONTAINER_APP_VERSION=1.2.3\n");

    assertThatThrownBy(() -> set("2.0"))
        .hasMessage(
            "nothing is changed: the version of db comes from the same place in "
                + DOCKERFILE
                + ", "
                + INVENTORY);
    assertThat(read(DOCKERFILE)).contains("=1.2.3\n");
  }

  @Test
  void aFollowedFileThatAnotherDerivationFollowsIsRefused() throws IOException {
    for (String name : List.of("web", "db")) {
      write(
          "containers/" + name + "/default.nix",
          "{ }: { version = (import ../versions.nix).all; }\n");
    }
    Files.delete(root.resolve(DOCKERFILE));
    write("containers/versions.nix", "{ all = \"1.2.3\"; }\n");
    write(INVENTORY, ENTRY + "- name: db\n  current-version: 1.2.3\n");

    assertThatThrownBy(() -> set("2.0")).hasMessageContaining("the version of db");
    assertThat(read("containers/versions.nix")).isEqualTo("{ all = \"1.2.3\"; }\n");
  }

  @Test
  void aReadOnlyFileIsRefusedAndTheOthersStay() throws IOException {
    Files.setPosixFilePermissions(
        root.resolve(INVENTORY), PosixFilePermissions.fromString("r--r--r--"));

    assertThatThrownBy(() -> set("2.0"))
        .hasMessage(INVENTORY + " cannot be written, so nothing was: it is read-only");
    assertThat(read(DOCKERFILE)).contains("=1.2.3\n");
  }

  @Test
  void permissionsAndLinksStay() throws IOException, CannotCheckException {
    Files.setPosixFilePermissions(
        root.resolve(DOCKERFILE), PosixFilePermissions.fromString("rw-rw-r-x"));
    Files.move(root.resolve(INVENTORY), root.resolve("real.yaml"));
    Files.createSymbolicLink(root.resolve(INVENTORY), Path.of("real.yaml"));

    set("2.0");

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(DOCKERFILE))))
        .isEqualTo("rw-rw-r-x");
    assertThat(root.resolve(INVENTORY)).isSymbolicLink();
    assertThat(read("real.yaml")).contains("2.0");
    try (var left = Files.list(root)) {
      assertThat(left.map(it -> it.getFileName().toString())).noneMatch(it -> it.endsWith(".tmp"));
    }
  }

  @Test
  void aFileThatChangesInBetweenStopsTheRun() throws IOException, CannotCheckException {
    VersionSettings settings = settings("");
    VersionResult result = new ContainerVersionSync(settings, it -> {}).run();
    Container web = result.containers().get(0).container();
    VersionChanges changes = new VersionChanges(settings, List.of(web), false, "");
    changes.set(web, "2.0");
    write(INVENTORY, ENTRY + "# meanwhile\n");

    assertThatThrownBy(changes::write)
        .hasMessage(
            INVENTORY
                + " cannot be written, so nothing was: it has changed since it was read; run the"
                + " goal again");
    assertThat(read(DOCKERFILE)).contains("=1.2.3\n");
  }

  @Test
  void theDiffIsWhatGitApplies() throws IOException, CannotCheckException {
    TestRepository repository = TestRepository.init(root).commit("all");
    VersionSettings settings = settings("");
    VersionResult result = new ContainerVersionSync(settings, it -> {}).run();
    Container web = result.containers().get(0).container();
    VersionChanges changes = new VersionChanges(settings, List.of(web), false, "");
    changes.set(web, "2.0");
    Path diff = root.resolve("x.diff");
    Files.writeString(diff, String.join("\n", changes.diff()) + "\n");

    repository.git("apply", "x.diff");

    assertThat(read(DOCKERFILE)).isEqualTo("ARG CONTAINER_APP_VERSION=2.0\n");
    assertThat(read(INVENTORY)).isEqualTo(ENTRY.replace("1.2.3", "2.0"));
  }

  /**
   * Any legal version can be set, and set back gives the same bytes; but for the quotes that YAML
   * needs, which stay.
   */
  @Test
  void settingBackRestoresEveryByte() {
    List<Arguments> valued = files().subList(0, 15);
    Property.holds(
        100,
        random -> {
          Object[] row = random.of(valued).get();
          String file = (String) row[0];
          for (String other : List.of("container.py", "default.nix")) {
            Files.deleteIfExists(root.resolve("containers/web/" + other));
          }
          aContainer();
          write(file, (String) row[1]);
          Map<String, String> before =
              Map.of(
                  DOCKERFILE, read(DOCKERFILE), "the file", read(file), INVENTORY, read(INVENTORY));
          String version = version(random);
          set(version);
          assertThat(new ContainerVersionSync(settings(""), line -> {}).run().findings()).isEmpty();
          set("1.2.3");
          assertThat(read(DOCKERFILE)).isEqualTo(before.get(DOCKERFILE));
          if (YamlText.needsQuotes(version)) {
            assertThat(read(INVENTORY).replace("\"", ""))
                .isEqualTo(before.getOrDefault(INVENTORY, "").replace("\"", ""));
          } else {
            assertThat(read(INVENTORY)).isEqualTo(before.get(INVENTORY));
          }
          if (!file.equals(INVENTORY)) {
            assertThat(read(file)).isEqualTo(before.get("the file"));
          }
        });
  }

  private static String version(Property random) {
    StringBuilder version = new StringBuilder().append(random.upTo(30));
    for (int i = random.upTo(3); i > 0; i--) {
      version.append('.').append(random.upTo(120));
    }
    return version.append(random.of("", "-r1", "-rc.2", "_3", ".x")).toString();
  }
}
