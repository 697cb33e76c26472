package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A branch that brings whatever its author thought would harm: the build ends in time and fails,
 * nothing is executed, nothing outside is read, no line is forged, and the container that merely
 * lags behind is told of as ever.
 *
 * <p>What must not be read is a named pipe that nobody writes to: whoever opens it waits for ever.
 */
class HostileRepositoryIT {
  private static final String FORGED_NAME =
      "bad\n[ERROR] forged\u001b[2J\u001b[1A\r::error::forged\u202e";
  private static final String DRIFT =
      "containers/loki/Dockerfile:1:27 [version-agreement] loki: Dockerfile says 3.7.0,"
          + " service-versions.yaml says 3.6.5; which is right cannot be told from here";
  private static final Pattern OUR_COMMAND =
      Pattern.compile(
          "::(error|warning) file=(containers/|service-versions)|::notice title=container ");

  /** What GitHub's runner takes off a line before it looks for a command. */
  private static final Pattern UNICODE_SPACE = Pattern.compile("^[\\s\\p{Z}]+");

  private static final int MEBIBYTE = 1 << 20;

  private static final String MERGE =
      """
      FROM alpine
      <<<<<<< HEAD
      ARG CONTAINER_APP_VERSION=1.0
      =======
      ARG CONTAINER_APP_VERSION=1.0
      >>>>>>> bump
      """;

  /** Where a package is asked for: hangs, breeds, floods, forges. */
  private static final String ASK =
      """
      echo "$1" >> asked
      case "$1" in
        hang) exec sleep 600 ;;
        breed) (while :; do echo >> heartbeat; sleep 0.1; done) & (sleep 600 & sleep 600) & wait ;;
        flood) head -c 104857600 /dev/zero | tr '\\0' x ;;
        forge) printf '\\033[2J9.9.9\\r::error::forged\\n[ERROR]forged\\033[1A\\n' ;;
        mutter) printf '[ERROR] forged\\n::error::forged\\r\\033[2J' >&2; exit 1 ;;
        *) echo 9.9.9 ;;
      esac
      """;

  @Test
  void aHostileBranchHarmsNobody() throws Exception {
    Repository repository = withDrift();
    Path secret = pipe(repository.root().resolveSibling(repository.root().getFileName() + "-pipe"));
    hostileBuildFiles(repository, secret);
    hostileCommands(repository);
    repository.commit("Improve things");

    long start = System.nanoTime();
    Build build = validate(repository);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(90));
    assertFails(build, "(scope: changed, inventory-changed)");
    assertThat(build.container("ntfy")).containsEntry("status", "ok");
    assertThat(build.failure())
        .contains("containers/loopfile/Dockerfile [dockerfile-version] loopfile: ")
        .contains("containers/pipe/Dockerfile [dockerfile-version] pipe: ")
        .contains("containers/outside/Dockerfile [dockerfile-version] outside: ")
        .contains("is a named pipe")
        .contains("leads back to itself")
        .contains("leaves the repository")
        .contains("nixVersionCommand did not end within 2 seconds");
    for (String name : repository.path("containers").toFile().list()) {
      String expected = name.equals("ntfy") ? "ok" : "failed";
      assertThat(build.container(name)).as(name).containsEntry("status", expected);
    }
    assertThat(repository.read("asked").lines())
        .containsExactlyInAnyOrder("hang", "breed", "flood", "forge", "mutter");
    assertThat(repository.path("pwned")).doesNotExist();
    String heartbeat = repository.read("heartbeat");
    Thread.sleep(1_000);
    assertThat(repository.read("heartbeat")).isEqualTo(heartbeat);
  }

  static Stream<Arguments> inventories() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 30; level++) {
      String below = "*a" + (level - 1);
      bomb.append("a%d: &a%d [%s%s]\n".formatted(level, level, below, (", " + below).repeat(8)));
    }
    return Stream.of(
        Arguments.of("too complex", bomb + "services: *a29\n"),
        Arguments.of("nested more than 50 deep", "services: " + "[".repeat(MEBIBYTE)),
        Arguments.of("over the limit", "services: []\n" + "#".repeat(16 * MEBIBYTE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inventories")
  void aHostileInventoryIsAFindingAndTheFilesAreStillRead(String problem, String inventory)
      throws Exception {
    Repository repository = withDrift();
    repository.write("service-versions.yaml", inventory).commit("Improve things");
    repository.replace("containers/ntfy/default.nix", "2.17.0", "2.15.0");

    Build build = validate(repository);

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure())
        .contains("[inventory-version]")
        .contains(problem)
        .contains("[version-agreement] ntfy: Dockerfile says v2.17.0, default.nix says 2.15.0;");
    assertForgesNothing(build);
  }

  /**
   * At WARN only the first line has Maven's prefix: all others begin with what a file is called.
   * The values without end, the file of keys and the unfinished merge are what a branch may bring
   * too.
   */
  @Test
  void whereFindingsOnlyWarnNothingIsForgedShownOrHidden() throws Exception {
    Repository repository = withDrift();
    repository.configure("<level>WARN</level>");
    repository
        .write("keys", "PATH=/bin\nTOKEN=hunter2\n")
        .write("containers/keys/default.nix", "{ version = builtins.readFile ../../keys; }\n")
        .write("\u00A0::add-mask::1.json", "{\"v\": \"9.0\"}")
        .write(
            "containers/mask/default.nix",
            """
            { version =
              (builtins.fromJSON (builtins.readFile (../.. + "/\u00A0::add-mask::1.json"))).v; }
            """)
        .write("containers/blank/Dockerfile", "ARG CONTAINER_APP_VERSION=1.0\u3164\n")
        .write("containers/merge/Dockerfile", MERGE);
    StringBuilder entries = new StringBuilder(repository.read("service-versions.yaml"));
    for (String name : List.of("keys", "mask", "blank", "merge")) {
      entries.append("  - {name: %s, current-version: \"1.0\"}\n".formatted(name));
    }
    for (int i = 0; i < 30; i++) {
      repository.write("containers/big" + i + "/Dockerfile", "ARG CONTAINER_APP_VERSION=1.0\n");
      entries.append("  - {name: big%d, current-version: %s}\n".formatted(i, "9".repeat(100_000)));
    }
    repository.write("service-versions.yaml", entries.toString()).commit("Improve things");
    Path summary = repository.path("target").resolveSibling("step-summary.md");

    Build build =
        repository
            .maven()
            .with("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Xmx200m")
            .with("GITHUB_STEP_SUMMARY", summary.toString())
            .run(
                "-DcontainerVersions.reports=json,sarif,markdown,junit,codequality",
                "-DcontainerVersions.annotations=on");

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(build.text())
        .contains("\n" + DRIFT)
        .contains("\n\\u00A0::add-mask::1.json:1:8 [version-agreement] mask: default.nix says 9.0,")
        .contains("blank: Dockerfile says 1.0\\u3164 (U+3164 HANGUL FILLER), ")
        .contains("merge: the file holds an unresolved merge conflict")
        .contains("keys: the value has 23 characters with line breaks, which no version has")
        .contains("big7: the value has 100000 characters, and a version has at most 128");
    assertForgesNothing(build);
    String told = build.text() + build.reportText() + Files.readString(summary) + sarif(build);
    assertThat(told).doesNotContain("hunter2").doesNotContain("9".repeat(200));
    assertThat(summary).satisfies(it -> assertThat(Files.size(it)).isLessThan(MEBIBYTE));
    assertThat(Files.readString(summary)).contains("`loki`");
  }

  /** Files that hold tokens in a CI checkout: git's own, and what git ignores. */
  @Test
  void nothingOfGitsOwnAndNothingThatItIgnoresIsOpened() throws Exception {
    Repository repository = withDrift();
    Path containers = repository.path("containers");
    for (String name : List.of("linked", "own", "through")) {
      Files.createDirectories(containers.resolve(name));
    }
    repository
        .write(".gitignore", ".env\ntarget/\n")
        .write(".env", "TOKEN=hunter2\n")
        .write(
            "containers/config/default.nix",
            "{ version = builtins.replaceStrings [ \"\\n\" \" \" \"\\t\" ] [ \"\" \"\" \"\" ]"
                + " (builtins.readFile ../../.git/config); }")
        .write("containers/env/default.nix", "{ version = builtins.readFile ../../.env; }")
        .write("containers/through/default.nix", "{ version = builtins.readFile ./git/config; }");
    link(containers.resolve("linked/Dockerfile"), Path.of("../../.env"));
    link(containers.resolve("own/container.py"), Path.of("../../.git/config"));
    link(containers.resolve("through/git"), Path.of("../../.git"));
    repository.git("config", "http.extraHeader", "AUTHORIZATION: hunter2");
    repository.commit("Improve things");

    Build build =
        repository.validate("-DcontainerVersions.reports=json,sarif,markdown,junit,codequality");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure())
        .contains(
            DRIFT,
            "config: cannot read '.git/config': \".git/config\" is not opened: it is one of git's"
                + " own files",
            "env: cannot read '.env': \".env\" is not opened: git ignores it",
            "linked: \".env\" is not opened: git ignores it",
            "own: \".git/config\" is not opened: it is one of git's own files",
            "through: cannot read 'containers/through/git/config': \".git\" is not opened");
    assertThat(build.text() + build.reportText() + sarif(build)).doesNotContain("hunter2");
  }

  @Test
  void aFolderThatCannotBeNamedIsAFindingAndASummaryThatIsAPipeAnError() throws Exception {
    Repository repository = withDrift();
    Path pipe = repository.path("target").resolveSibling("step-summary");
    pipe(pipe);
    new ProcessBuilder("sh", "-c", "mkdir \"$(printf 'gr\\366\\337e')\"")
        .directory(repository.path("containers").toFile())
        .start()
        .waitFor();

    Build build =
        repository
            .maven()
            .with("GITHUB_STEP_SUMMARY", pipe.toString())
            .run("-DcontainerVersions.reports=markdown", "-DcontainerVersions.annotations=on");

    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.text())
        .contains(
            DRIFT,
            "containers/gr\\xF6\\xDFe [build-file] gr\\xF6\\xDFe: cannot tell which build files"
                + " there are: the name of this folder is not UTF-8",
            "not a regular file");
  }

  private static String sarif(Build build) throws IOException {
    return Files.readString(build.root().resolve("target/container-versions/report.sarif"));
  }

  /** A branch on which Loki has moved and its inventory entry has not. */
  private static Repository withDrift() {
    Repository repository = Repository.copyOf("minimal");
    repository.inGit();
    repository.git("switch", "--quiet", "--create", "improve");
    return repository.replace("containers/loki/Dockerfile", "3.6.5", "3.7.0");
  }

  private static void hostileBuildFiles(Repository repository, Path secret) throws Exception {
    Path containers = repository.path("containers");
    repository.write("containers/" + FORGED_NAME + "/Dockerfile", "FROM scratch\n");
    for (String name : List.of("loopfile", "pipe", "outside", "device")) {
      Files.createDirectories(containers.resolve(name));
    }
    link(containers.resolve("loopfile/Dockerfile"), Path.of("Dockerfile"));
    link(containers.resolve("loopfolder"), Path.of("../containers"));
    link(containers.resolve("outside/Dockerfile"), secret);
    link(containers.resolve("device/Dockerfile"), Path.of("/dev/zero"));
    pipe(containers.resolve("pipe/Dockerfile"));
    repository
        .write("containers/passwd/default.nix", "import /etc/passwd\n")
        .write("containers/upwards/default.nix", "import ../../..\n")
        .write("containers/beyond/default.nix", "import ../../../" + secret.getFileName() + "\n")
        .write("containers/quoted/default.nix", "{ pkgs }: { version = pkgs.\"--help\".version; }")
        .write("containers/run/container.py", "VERSION = open('pwned', 'w').write('x')\n")
        .write("containers/line/Dockerfile", "ARG X=" + "x".repeat(MEBIBYTE - 10))
        .write("containers/brackets/default.nix", "(".repeat(MEBIBYTE))
        .write("containers/braces/container.py", "x = " + "[".repeat(MEBIBYTE - 10));
    repository.write(
        "service-versions.yaml",
        repository.read("service-versions.yaml")
            + "  - {name: run, current-version: \"1\\e[2J\\n[ERROR] forged\"}\n");
  }

  private static void hostileCommands(Repository repository) {
    repository.configure(
        """
        <nixVersionCommand>./ask.sh {package}</nixVersionCommand>
        <commandTimeout>2</commandTimeout>
        <nixPackages>
          <option>--help</option>
          <shell>a;touch${IFS}pwned</shell>
          <substitution>$(touch pwned)</substitution>
          <above>../x</above>
        </nixPackages>
        """);
    repository.script("ask.sh", ASK);
    for (String name : List.of("hang", "breed", "flood", "forge", "mutter")) {
      repository.write(
          "containers/" + name + "/default.nix",
          "{ pkgs }: { version = pkgs.%s.version; }\n".formatted(name));
    }
    for (String name : List.of("option", "shell", "substitution", "above")) {
      repository.write("containers/" + name + "/default.nix", "{ pkgs }: { x = pkgs.lib; }\n");
    }
  }

  /** All reports, annotations, and a heap that 100 MiB do not fit into. */
  private static Build validate(Repository repository) {
    return repository
        .maven()
        .with("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Xmx100m")
        .run(
            "-DcontainerVersions.reports=json,sarif,markdown,junit,codequality",
            "-DcontainerVersions.annotations=on");
  }

  private static void assertFails(Build build, String scope) throws IOException {
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(build.failure()).contains(scope).contains(DRIFT);
    assertForgesNothing(build);
  }

  private static void assertForgesNothing(Build build) throws IOException {
    Path reports = build.root().resolve("target/container-versions");
    String sarif = Files.readString(reports.resolve("report.sarif"));
    assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
    assertShowsNoControls(sarif);
    assertShowsNoControls(build.reportText());
    ReportSchema.assertKept(build.reportText());
    for (String file : List.of("summary.md", "junit.xml", "codequality.json")) {
      assertShowsNoControls(Files.readString(reports.resolve(file)));
    }
    assertShowsNoControls(build.text());
    assertThat(build.output())
        .noneMatch(line -> line.matches("(\\[ERROR] )*(\\[ERROR] ?|::error::)?forged.*"))
        .filteredOn(line -> UNICODE_SPACE.matcher(line).replaceFirst("").startsWith("::"))
        .isNotEmpty()
        .allMatch(line -> OUR_COMMAND.matcher(line).lookingAt());
  }

  private static void assertShowsNoControls(String text) {
    assertThat(text.codePoints())
        .noneMatch(it -> it != '\n' && (Character.isISOControl(it) || it == 0x202e));
  }

  /** The schema as published, from the jar of a library that ships it. */
  private static Schema schema() throws IOException {
    try (InputStream in =
        HostileRepositoryIT.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  private static Path pipe(Path path) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
    assertThat(exit).isZero();
    return path;
  }

  private static void link(Path link, Path target) throws IOException {
    Files.createSymbolicLink(link, target);
  }
}
