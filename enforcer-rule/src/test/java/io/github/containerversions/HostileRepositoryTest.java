package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.report.FailureText;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import io.github.containerversions.report.Table;
import io.github.containerversions.report.Unread;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.TestSettings;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that a pull request may bring, through the whole run: each costs its own container a
 * finding, and the container {@code web} beside it is judged as ever.
 */
@Timeout(60)
class HostileRepositoryTest {
  private static final String SECRET = "7.7.7-secret";

  @TempDir Path folder;
  private final List<Path> links = new ArrayList<>();
  private Path root;

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectory(folder.resolve("repository")).toRealPath();
    write("containers/web/Dockerfile", "ARG CONTAINER_APP_VERSION=1.2.3\nFROM scratch\n");
    inventory("bad");
    Files.writeString(folder.resolve("secret.nix"), "{ version = \"" + SECRET + "\"; }\n");
  }

  /** JUnit warns of each link that leads out of the folder it deletes. */
  @AfterEach
  void removeLinks() throws IOException {
    for (Path link : links) {
      Files.deleteIfExists(link);
    }
  }

  @Test
  void aDockerfileThatIsALinkToItself() throws Exception {
    link("containers/bad/Dockerfile", "Dockerfile");

    assertFinding("dockerfile-version", "is a symbolic link that leads back to itself");
  }

  @Test
  void aContainerThatIsALinkToTheFolderOfAllContainers() throws Exception {
    link("containers/bad", "../containers");

    assertFinding("build-file", "no build file");
  }

  @Test
  void aContainerThatIsALinkToItselfIsNone() throws Exception {
    link("containers/bad", "bad");

    assertThat(run("").containers()).extracting(it -> it.container().name()).containsExactly("web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "default.nix", "container.py"})
  void aNamedPipeIsNotWaitedFor(String file) throws Exception {
    Files.createDirectories(root.resolve("containers/bad"));
    int exit = new ProcessBuilder("mkfifo", path("containers/bad/" + file)).start().waitFor();
    assumeThat(exit).isZero();

    assertThat(findings(run(""))).hasSize(1).allMatch(it -> it.message().contains("a named pipe"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/proc/self/environ", "/etc/passwd", "../../../secret.nix"})
  void aLinkThatLeavesTheRepositoryIsNotRead(String target) throws Exception {
    link("containers/bad/Dockerfile", target);

    assertFinding("dockerfile-version", "a symbolic link on the way to it leaves the repository");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import ../../../secret.nix",
        "import ../../../../../../../../../../../../etc/passwd",
        "{ version = (import ../../../secret.nix).version; }",
        "{ version = builtins.readFile /etc/passwd; }",
        "{ version = builtins.readFile (./. + \"/../../../secret.nix\"); }",
        "{ version = (import ./out.nix).version; }",
        "{ version = (import ./${\"..\"}/../../secret.nix).version; }"
      })
  void aDerivationThatLeavesTheRepositoryIsNotFollowed(String nix) throws Exception {
    write("containers/bad/default.nix", nix + "\n");
    link("containers/bad/out.nix", "../../../secret.nix");

    VersionResult outcome = run("");

    assertThat(findings(outcome)).hasSize(1).allMatch(it -> it.rule().equals("nix-version"));
    assertThat(told(outcome)).doesNotContain(SECRET).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "a;b", "$(touch pwned)", "a b", "../x", "a\nb", "-", "{container}"})
  void aPackageNameThatIsNoneIsNotAskedFor(String name) throws Exception {
    write("containers/bad/default.nix", "{ pkgs }: { version = pkgs.lib.version; }\n");
    write("ask.sh", "#!/bin/sh\ntouch asked\necho 1.2.3\n");
    assertThat(root.resolve("ask.sh").toFile().setExecutable(true)).isTrue();

    VersionResult outcome = run("./ask.sh {package}", Map.of("bad", name));

    assertThat(findings(outcome)).extracting(Finding::rule).contains("nix-version");
    assertThat(root.resolve("asked")).doesNotExist();
    assertThat(root.resolve("pwned")).doesNotExist();
    assertForgesNothing(outcome);
  }

  @Test
  void aFolderNameCannotForgeLinesOrMoveTheCursor() throws Exception {
    String name = "bad\n[ERROR] forged\u001b[2J\r::error::x\u202e";
    write("containers/" + name + "/Dockerfile", "FROM scratch\n");

    VersionResult outcome = run("");

    assertThat(findings(outcome)).extracting(Finding::subject).containsOnly(name);
    assertForgesNothing(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[2J", "\u0007", "\u0085[ERROR] forged", "\u2028", "\u202e"})
  void aVersionCannotForgeLinesOrMoveTheCursor(String bytes) throws Exception {
    write("containers/bad/Dockerfile", "FROM scratch\nARG CONTAINER_APP_VERSION=9" + bytes + "\n");

    VersionResult outcome = run("");

    assertThat(findings(outcome)).isNotEmpty();
    assertForgesNothing(outcome);
  }

  @Test
  void anAliasBombIsAProblemOfTheInventory() throws Exception {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String last = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + last + (", " + last).repeat(8) + "]\n");
    }
    write("service-versions.yaml", bomb + "services: *a29\n");

    assertInventoryIsUnusable("too complex");
  }

  @Test
  void deepNestingIsAProblemOfTheInventory() throws Exception {
    write("service-versions.yaml", "services: " + "[".repeat(1 << 20));

    assertInventoryIsUnusable("nested more than 50 deep");
  }

  @Test
  void anInventoryOverTheLimitIsNotRead() throws Exception {
    write("service-versions.yaml", "services: []\n" + "#".repeat(4 << 20));

    assertInventoryIsUnusable("over the limit of 4194304");
  }

  @Test
  void anInventoryOfOneLongLineIsRead() throws Exception {
    write(
        "service-versions.yaml",
        "services: [{name: web, current-version: 1.2.3, notes: \""
            + "x".repeat((4 << 20) - 100)
            + "\"}]");

    assertThat(run("").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ARG X=", "RUN ", "# ", "FROM "})
  void aLineOfAlmostAMebibyteIsAFinding(String start) throws Exception {
    write("containers/bad/Dockerfile", start + "x".repeat((1 << 20) - 10));

    assertFinding("dockerfile-version", "longer than 65535 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{a=", "\"${", "-", "!", "x:", "a.", "if ", "let ", "''${"})
  void aDerivationThatNestsWithoutEndIsAFinding(String opening) throws Exception {
    write("containers/bad/default.nix", opening.repeat((1 << 20) / opening.length()));

    assertThat(findings(run(""))).hasSize(1).allMatch(it -> it.rule().equals("nix-version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "f'{", "not ", "-", "if x:\n", "x = ", "\"\"\""})
  void aContainerPyThatNestsWithoutEndIsAFinding(String opening) throws Exception {
    write("containers/bad/container.py", opening.repeat((1 << 20) / opening.length()));

    assertThat(findings(run("")))
        .hasSize(1)
        .allMatch(it -> it.rule().equals("container-py-version"));
  }

  private void assertFinding(String rule, String message) throws Exception {
    VersionResult outcome = run("");
    assertThat(findings(outcome))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.rule()).isEqualTo(rule);
              assertThat(it.message()).contains(message);
            });
    assertForgesNothing(outcome);
  }

  private void assertInventoryIsUnusable(String message) throws Exception {
    assertThat(run("").findings())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.subject()).isEqualTo("web");
              assertThat(it.rule()).isEqualTo("inventory-version");
              assertThat(it.message()).contains(message);
            });
  }

  /** The findings of the other container; {@code web} has none. */
  private static List<Finding> findings(VersionResult outcome) {
    ContainerResult web =
        outcome.containers().stream()
            .filter(it -> it.container().name().equals("web"))
            .findFirst()
            .orElseThrow();
    assertThat(web.status()).isEqualTo(Status.OK);
    return outcome.findings().stream()
        .filter(it -> !it.rule().equals("inventory-version"))
        .toList();
  }

  /** All that a run says, in every form. */
  private static String told(VersionResult outcome) throws IOException {
    StringBuilder told = new StringBuilder(FailureText.render(outcome)).append('\n');
    Table.render(outcome).forEach(line -> told.append(line).append('\n'));
    RunReport report =
        new RunReport(
            outcome,
            ContainerVersionSync.rules(),
            ContainerVersionSync.notices(),
            Severity.ERROR,
            Unread.SOURCES);
    for (ReportForm form : ReportForm.values()) {
      form.write(report, told);
      told.append('\n');
    }
    return told.toString();
  }

  /** No control character but our own line feeds, and no line that a file began. */
  private static void assertForgesNothing(VersionResult outcome) throws IOException {
    String told = told(outcome);
    assertThat(told.codePoints())
        .noneMatch(
            it ->
                it != '\n'
                    && (Character.isISOControl(it)
                        || it == 0x2028
                        || it == 0x2029
                        || (it >= 0x202a && it <= 0x202e)));
    assertThat(told.lines()).noneMatch(line -> line.startsWith("[ERROR]") || line.startsWith("::"));
  }

  private VersionResult run(String nixCommand) throws Exception {
    return run(nixCommand, Map.of());
  }

  private VersionResult run(String nixCommand, Map<String, String> nixPackages) throws Exception {
    VersionSettings settings =
        TestSettings.at(root)
            .configurationFiles(List.of())
            .nixPackages(nixPackages)
            .nixVersionCommand(nixCommand)
            .environment(System.getenv())
            .build();
    return new ContainerVersionSync(settings, line -> {}).run();
  }

  private void inventory(String other) throws IOException {
    write(
        "service-versions.yaml",
        "services:\n- { name: web, current-version: 1.2.3 }\n- { name: "
            + other
            + ", current-version: 1.2.3 }\n");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  private void link(String file, String target) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    links.add(Files.createSymbolicLink(root.resolve(file), Path.of(target)));
  }

  private String path(String file) {
    return root.resolve(file).toString();
  }
}
