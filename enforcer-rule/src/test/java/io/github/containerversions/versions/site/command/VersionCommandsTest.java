package io.github.containerversions.versions.site.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which program is run, with what, and what its answer is. */
class VersionCommandsTest extends CommandsOnDisk {
  @Test
  void theLastLineThatHoldsSomethingIsTheVersion() throws IOException {
    script("tell", "echo starting; echo; echo '  v1.2.3\t'; echo; echo '   '");

    assertThat(ask("tell")).isEqualTo(new CommandAnswer.Version("v1.2.3", "  v1.2.3\t"));
  }

  @ParameterizedTest
  @CsvSource({
    "printf 1.2.3, 1.2.3",
    "printf '1.2.3\\r\\n\\r\\n', 1.2.3",
    "echo 2.10; echo progress >&2, 2.10",
    "printf '\\360\\237\\220\\263\\n', 🐳",
  })
  void aLineMayEndAnyWay(String body, String version) throws IOException {
    script("tell", body);

    assertThat(version(ask("tell"))).isEqualTo(version);
  }

  @Test
  void aCommandRunsInTheRootWithTheUsersEnvironmentAndNoInput() throws IOException {
    environment.put("VERSION_OF_TEST", "7");
    script("tell", "cat; test -f marker && echo \"$VERSION_OF_TEST-$#-$1-$2\"");
    Files.createFile(root.resolve("marker"));

    assertThat(version(ask("tell '{container}' $HOME;x"))).isEqualTo("7-2-web-$HOME;x");
  }

  @Test
  void aProgramWithASlashIsLookedForFromTheRoot() throws IOException {
    Files.createDirectories(root.resolve("tools/web"));
    executable(root.resolve("tools/web/version"), "echo 3");

    assertThat(version(ask("tools/{container}/version"))).isEqualTo("3");
    assertThat(version(ask("./tools/web/version"))).isEqualTo("3");
  }

  @Test
  void theFirstProgramOnThePathThatCanBeExecutedIsRun() throws IOException {
    Path early = Files.createDirectories(folder.resolve("early"));
    Files.writeString(early.resolve("tell"), "not executable");
    Files.createDirectory(early.resolve("tell2"));
    environment.put("PATH", early + "::" + programs);
    executable(programs.resolve("tell"), "echo 4");

    assertThat(version(ask("tell"))).isEqualTo("4");
    assertThat(message(ask("tell2")))
        .isEqualTo("the program of nixVersionCommand, \"tell2\", is not on the PATH");
  }

  @Test
  void aMissingProgramIsNamedWithItsParameter() {
    assertThat(ask("absent-program --package={package}"))
        .isEqualTo(
            new CommandAnswer.Failure(
                "the program of nixVersionCommand, \"absent-program\", is not on the PATH",
                "install it, or set nixVersionCommand to a command that prints the version"));
    assertThat(message(ask("tools/absent")))
        .isEqualTo("the program of nixVersionCommand, \"tools/absent\", is not in the repository");
  }

  @Test
  void nothingIsFoundWithoutAPath() throws IOException {
    script("tell", "echo 1");
    environment.remove("PATH");

    assertThat(message(ask("tell"))).endsWith("is not on the PATH");
  }

  @Test
  void aProgramThatTheRepositoryBringsIsNotOnThePath() throws IOException {
    executable(root.resolve("tell"), "touch ran; echo 6.6.6");
    executable(Files.createDirectories(root.resolve("bin")).resolve("tell"), "touch ran; echo 6");
    environment.put("PATH", ":.:bin:./bin::" + System.getenv("PATH") + ":");

    assertThat(message(ask("tell"))).endsWith("is not on the PATH");
    assertThat(message(ask("sh -c 'tell || bin/absent'"))).contains("exit code 127");
    assertThat(root.resolve("ran")).doesNotExist();
  }

  @Test
  void aFileThatIsNoExecutableSaysSo() throws IOException {
    Files.writeString(root.resolve("v.sh"), "echo 1");

    assertThat(ask("./v.sh"))
        .isEqualTo(
            new CommandAnswer.Failure(
                "the program of nixVersionCommand, \"./v.sh\", is no executable",
                "let the user of this build execute it (chmod +x)"));
  }

  @Test
  void aScriptWhoseInterpreterIsMissingSaysSoWithoutAnAbsolutePath() throws IOException {
    Path script = Files.writeString(root.resolve("v.sh"), "#!/absent/interpreter\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(message(ask("./v.sh")))
        .startsWith("nixVersionCommand cannot be run: ")
        .contains("No such file")
        .doesNotContain(root.toString());
  }

  @Test
  void aFailureTellsTheCodeAndTheEndOfStandardError() throws IOException {
    script("tell", "echo 1.2.3; for i in 1 2 3 4 5; do echo \"line $i\" >&2; done; exit 3");

    assertThat(ask("tell --package={package} 'a b'"))
        .isEqualTo(
            new CommandAnswer.Failure(
                "nixVersionCommand ended with exit code 3: line 3 / line 4 / line 5",
                "run it by hand in the repository root: tell --package=redis 'a b'"));
  }

  @Test
  void aFailureThatSaysNothingOnStandardErrorShowsItsOutput() throws IOException {
    script("tell", "echo no such package; exit 1");
    script("silent", "exit 1");

    assertThat(message(ask("tell")))
        .isEqualTo("nixVersionCommand ended with exit code 1: no such package");
    assertThat(message(ask("silent")))
        .isEqualTo("nixVersionCommand ended with exit code 1, and said nothing");
  }

  @Test
  void longErrorsAreCutToAMessage() throws IOException {
    script("tell", "head -c 300000 /dev/zero | tr '\\0' x >&2; echo >&2; echo end >&2; exit 1");

    assertThat(message(ask("tell"))).hasSizeLessThan(300).endsWith("x… / end");
  }

  @Test
  void aCommandThatPrintsNothingHasGivenNoVersion() throws IOException {
    script("tell", "echo; echo hint >&2");

    assertThat(message(ask("tell"))).isEqualTo("nixVersionCommand printed no version: hint");
  }

  @ParameterizedTest
  @CsvSource({
    "printf '1\\302\\2402', '1\u00A02', it has the character U+00A0 in it",
    "printf '1\\342\\200\\2132', '1\u200B2', it has the character U+200B in it",
    "printf '1\\3512', '1\uFFFD2', it has the character U+FFFD in it",
  })
  void aLineThatIsNoVersionIsShown(String body, String shown, String why) throws IOException {
    script("tell", body);

    assertThat(message(ask("tell")))
        .isEqualTo("nixVersionCommand printed \"" + shown + "\" last, which is no version: " + why);
  }

  @ParameterizedTest
  @CsvSource({
    "echo 'version 1.2.3', 13 characters with white space inside",
    "printf '1\\t2', 3 characters with control characters",
    "printf '50%%\\r1.2', 7 characters with line breaks",
    "printf '\\033[1m1.2\\033[0m', 11 characters with control characters",
    "printf '1\\0002', 3 characters with control characters",
  })
  void aLineThatCanBeNoVersionIsNotShown(String body, String why) throws IOException {
    script("tell", body);

    assertThat(message(ask("tell")))
        .isEqualTo(
            "nixVersionCommand printed a line last, which is no version: it has "
                + why
                + ", which no version has");
  }

  @ParameterizedTest
  @CsvSource({"128, true", "129, false", "60000, false"})
  void aVersionHasAtMost128Characters(int length, boolean believed) throws IOException {
    script("tell", "head -c " + length + " /dev/zero | tr '\\0' 7");

    CommandAnswer answer = ask("tell");
    assertThat(answer instanceof CommandAnswer.Version).isEqualTo(believed);
    if (!believed) {
      assertThat(message(answer)).doesNotContain("7777").contains(" characters, and a version has");
    }
  }

  /** The flood ends with the pipe: it must neither fill the heap nor keep the build. */
  @ParameterizedTest
  @ValueSource(strings = {"yes & sleep 0.1; echo 1.2.3", "yes & yes >&2 & sleep 0.1; echo 1.2.3"})
  void aFloodFromTheBackgroundEndsWithItsCommand(String body) throws IOException {
    script("tell", body + "; echo $! > flood");

    CommandAnswer answer =
        assertTimeoutPreemptively(Duration.ofSeconds(TIMEOUT), () -> ask("tell"));

    assertThat(message(answer))
        .isEqualTo(
            "nixVersionCommand has left something in the background that goes on printing, so its"
                + " version cannot be told");
    long flood = Long.parseLong(Files.readString(root.resolve("flood")).strip());
    ProcessHandle.of(flood).ifPresent(it -> it.onExit().orTimeout(5, TimeUnit.SECONDS).join());
  }

  @Test
  void theSameWordsAreAskedOnce() throws IOException {
    script("tell", "echo x >> asked; echo 1.2.3");
    VersionCommand command = VersionCommand.parse("nixVersionCommand", "tell {package}");

    List<CommandAnswer> answers =
        commands(TIMEOUT)
            .ask(
                List.of(
                    new VersionRequest(command, container("a"), "redis"),
                    new VersionRequest(command, container("b"), "redis"),
                    new VersionRequest(command, container("c"), "")),
                progress::add);

    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    assertThat(version(answers.get(1))).isEqualTo("1.2.3");
    assertThat(message(answers.get(2))).contains("none is known");
    assertThat(root.resolve("asked")).hasContent("x");
    assertThat(progress)
        .containsExactly("Asking nixVersionCommand for the version of a and 1 more: tell redis");
  }

  @Test
  void nothingIsAskedWhereNobodyAsks() {
    assertThat(commands(TIMEOUT).ask(List.of(), progress::add)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "-rf", "a;b", "$(x)", "a'b", "a\nb", "ä", "a/b", "a\0"})
  void aPackageWithAnOddNameIsNeverAskedAbout(String name) throws IOException {
    script("tell", "touch ran; echo 1");

    CommandAnswer answer = one(commands(TIMEOUT), "tell {package}", container("web"), name);

    assertThat(message(answer))
        .isEqualTo("\"" + name + "\" is no name of a package that nixVersionCommand may be given");
    assertThat(root.resolve("ran")).doesNotExist();
    assertThat(progress).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"redis", "python3Packages.foo", "gtk+", "_1password", "a-b", "0ad", "azAZ09"})
  void aPackageWithAPlainNameIsAskedAbout(String name) throws IOException {
    script("tell", "echo \"$1\"");

    assertThat(version(one(commands(TIMEOUT), "tell {package}", container("web"), name)))
        .isEqualTo(name);
  }

  @Test
  void aFolderNamedLikeAnOptionIsOnlyGivenInsideAWord() throws IOException {
    script("tell", "echo \"$1\"");
    VersionCommands commands = commands(TIMEOUT);

    assertThat(message(one(commands, "tell {container}", container("-rf"), "")))
        .isEqualTo(
            "the folder's name starts with a hyphen, so nixVersionCommand would take it for an"
                + " option");
    assertThat(version(one(commands, "tell --name={container}", container("-rf"), "")))
        .isEqualTo("--name=-rf");
    assertThat(message(one(commands, "tell x{container}", container("a\nb"), "")))
        .contains("control character");
  }
}
