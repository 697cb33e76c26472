package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.maven.PlacesOfPom;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.scope.FolderSnapshot;
import io.github.containerversions.versions.scope.TestRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a branch has changed, and what follows from it: the message, the fix, the goal. */
class BranchVersionsTest {
  private static final String DOCKERFILE = "containers/web/Dockerfile";
  private static final String DERIVATION = "containers/web/default.nix";
  private static final String INVENTORY = "service-versions.yaml";

  @TempDir private Path root;
  private TestRepository repository;
  private String places = "";
  private Map<String, String> nixPackages = Map.of();

  private static final FolderSnapshot AGREED =
      FolderSnapshot.of(
          root -> {
            TestRepository repository =
                TestRepository.init(root)
                    .write(DOCKERFILE, docker("1.0"))
                    .write(DERIVATION, nix("1.0"))
                    .write(INVENTORY, inventory("1.0"))
                    .commit("main");
            repository.git("checkout", "--quiet", "-b", "bump");
          });

  @BeforeEach
  void aContainerThatAgreesOnMain() {
    AGREED.copyTo(root);
    repository = TestRepository.at(root);
  }

  private static String docker(String version) {
    return "ARG CONTAINER_APP_VERSION=" + version + "\n";
  }

  private static String nix(String version) {
    return "{ }: { version = \"" + version + "\"; }\n";
  }

  private static String inventory(String version) {
    return "services:\n- name: web\n  current-version: " + version + "\n";
  }

  private VersionSettings settings() {
    return TestSettings.at(root)
        .inventory(InventoryLayout.of(INVENTORY))
        .scopeMode(Scope.Mode.CHANGED)
        .nixPackages(nixPackages)
        .nixVersionCommand(nixPackages.isEmpty() ? "" : "echo 0.9")
        .places(PlacesOfPom.read("<places>" + places + "</places>"))
        .build();
  }

  private VersionResult result() throws CannotCheckException {
    return new ContainerVersionSync(settings(), line -> {}).run();
  }

  private static ContainerResult web(VersionResult result) {
    return result.containers().stream()
        .filter(it -> it.name().equals("web"))
        .findFirst()
        .orElseThrow();
  }

  private String right() throws CannotCheckException {
    return web(result()).right();
  }

  private String fixed() throws CannotCheckException {
    VersionResult result = result();
    return new FixTarget(settings(), result, FixTarget.CHANGED).of(web(result));
  }

  @Test
  void onePlaceMovedAgainstTwoThatAgree() throws CannotCheckException {
    repository.write(DOCKERFILE, docker("v1.1"));

    assertThat(right()).isEqualTo("v1.1");
    assertThat(fixed()).isEqualTo("1.1");
    assertThat(result().findings().get(0).location().file()).isEqualTo(DERIVATION);
  }

  @Test
  void movedAndCommitted() throws CannotCheckException {
    repository.write(INVENTORY, inventory("1.1")).commit("bump");

    assertThat(right()).isEqualTo("1.1");
  }

  @Test
  void twoPlacesMovedToTheSame() throws CannotCheckException {
    repository.write(DOCKERFILE, docker("1.1")).write(DERIVATION, nix("1.1"));

    assertThat(right()).isEqualTo("1.1");
    assertThat(result().findings().get(0).message())
        .endsWith("; this branch moved Dockerfile and default.nix to 1.1");
  }

  @Test
  void twoPlacesMovedToDifferentVersions() throws CannotCheckException {
    repository.write(DOCKERFILE, docker("1.1")).write(DERIVATION, nix("1.2"));

    assertThat(right()).isEmpty();
    assertThatThrownBy(this::fixed).hasMessageContaining("has changed it to 1.1 and 1.2");
  }

  @Test
  void aMoveToWhatAnotherPlaceSaidBefore() throws CannotCheckException {
    repository.git("checkout", "--quiet", "main");
    repository.write(INVENTORY, inventory("1.1")).commit("ahead");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write(DOCKERFILE, docker("1.1"));

    assertThat(right()).isEqualTo("1.1");
    assertThat(result().findings().get(0).message()).endsWith("moved Dockerfile to 1.1");
  }

  @Test
  void nothingMovedSoThatTheMajorityCounts() throws CannotCheckException {
    repository.git("checkout", "--quiet", "main");
    repository.write(DERIVATION, nix("0.9")).commit("wrong on main");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write(DOCKERFILE, docker("1.0") + "# touched\n");

    assertThat(right()).isEqualTo("1.0");
    assertThat(result().findings().get(0).message()).doesNotContain("branch");
    assertThatThrownBy(this::fixed).hasMessageContaining("has changed none of its versions");
  }

  @Test
  void aFileThatTheBranchAdds() throws CannotCheckException {
    repository.write("containers/web/container.py", "VERSION = \"1.1\"\n");

    assertThat(right()).isEqualTo("1.1");
  }

  @Test
  void anEntryThatWasNull() throws CannotCheckException {
    repository.git("checkout", "--quiet", "main");
    repository.write(INVENTORY, inventory("null")).commit("no version yet");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write(INVENTORY, inventory("1.1"));

    assertThat(right()).isEqualTo("1.1");
  }

  @Test
  void aFileThatCouldNotBeReadAtTheBase() throws CannotCheckException {
    repository.git("checkout", "--quiet", "main");
    repository.write(DERIVATION, "{ broken\n").commit("broken");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write(DERIVATION, nix("1.1"));

    assertThat(right()).as("what it said before is not known").isEqualTo("1.0");
  }

  @Test
  void oneOfTwoPlacesOfOneName() throws CannotCheckException {
    places =
        "<place><name>chart</name><files><file>{a,b}.yaml</file></files>"
            + "<container>web</container><key>version</key></place>";
    repository.git("checkout", "--quiet", "main");
    repository.write("a.yaml", "version: 1.0\n").write("b.yaml", "version: 1.0\n").commit("charts");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write("b.yaml", "version: 1.1\n").write(DOCKERFILE, docker("1.1"));

    assertThat(right()).isEqualTo("1.1");
    assertThat(fixed()).isEqualTo("1.1");
  }

  @Test
  void aDeploymentThatMovesToAnOlderVersionDoesNotCount() throws CannotCheckException {
    places =
        "<place><name>deployment</name><files><file>deploy.yaml</file></files>"
            + "<image>own/{container}</image><behind>told</behind></place>";
    repository.git("checkout", "--quiet", "main");
    repository.write("deploy.yaml", "image: own/web:0.9\n").commit("deployed");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write("deploy.yaml", "image: own/web:1.0\n").write(DOCKERFILE, docker("1.1"));

    assertThat(right()).isEqualTo("1.1");
    assertThat(fixed()).isEqualTo("1.1");
  }

  @Test
  void theAnswerOfACommandIsNoMove() throws CannotCheckException {
    nixPackages = Map.of("web", "web");
    repository.git("checkout", "--quiet", "main");
    repository.write(DERIVATION, "{ pkgs }: pkgs.web\n").commit("from nixpkgs");
    repository.git("checkout", "--quiet", "-B", "bump");
    repository.write(DOCKERFILE, docker("1.1"));

    assertThat(right()).isEqualTo("1.1");
    assertThat(fixed()).isEqualTo("1.1");
  }

  @Test
  void aNameThatAShellWouldReadIsInNoCommand() throws CannotCheckException {
    for (String name : List.of("a;b", "-x", "a b", "$(a)")) {
      repository.write("containers/" + name + "/Dockerfile", docker("2.0"));
    }
    repository.write(
        INVENTORY,
        """
        services:
        - {name: a;b, current-version: 1.0}
        - {name: -x, current-version: 1.0}
        - {name: a b, current-version: 1.0}
        - {name: $(a), current-version: 1.0}
        - {name: web, current-version: 1.0}
        """);

    assertThat(result().findings())
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.help()).startsWith("set ").doesNotContain(":fix"));
  }

  @Test
  void theFixIsTheEditOfThePlacesLeftBehind() throws CannotCheckException {
    repository.write(DOCKERFILE, docker("v1.1"));

    Fix fix = fix().orElseThrow();

    assertThat(fix.description()).isEqualTo("Make all places of web say 1.1");
    assertThat(fix.replacements())
        .extracting(it -> it.place().file() + ":" + it.place().column() + " " + it.text())
        .containsExactly(DERIVATION + ":19 1.1", INVENTORY + ":20 1.1");
  }

  @Test
  void noFixWhereAnEditIsRefused() throws CannotCheckException {
    repository
        .write(DOCKERFILE, docker("2.1"))
        .write(DERIVATION, "let v = \"0\"; in { version = \"1.${v}\"; }\n");

    assertThat(right()).isEqualTo("2.1");
    assertThat(fix()).isEmpty();
  }

  @Test
  void noFixWhereItWouldChangeAnotherContainer() throws CannotCheckException {
    repository
        .write("versions.nix", "{ all = \"1.0\"; }\n")
        .write(DERIVATION, "{ version = (import ../../versions.nix).all; }\n")
        .write("containers/db/default.nix", "{ version = (import ../../versions.nix).all; }\n")
        .write(DOCKERFILE, docker("1.1"))
        .write(INVENTORY, inventory("1.1") + "- name: db\n  current-version: 1.0\n");

    assertThat(right()).isEqualTo("1.1");
    assertThat(fix()).isEmpty();
  }

  @Test
  void noFixWhereItIsNotKnownWhichVersionIsRight() throws CannotCheckException {
    repository.delete(DERIVATION).write(DOCKERFILE, docker("1.1")).write(INVENTORY, inventory("2"));

    assertThat(right()).isEmpty();
    assertThat(fix()).isEmpty();
  }

  private Optional<Fix> fix() throws CannotCheckException {
    VersionResult result = result();
    return new ContainerFixes(settings(), result).apply(web(result));
  }
}
