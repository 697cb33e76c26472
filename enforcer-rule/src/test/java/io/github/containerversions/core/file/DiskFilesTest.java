package io.github.containerversions.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.FolderLocation;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DiskFilesTest {
  private static final int LIMIT = 100;

  @TempDir Path folder;
  private Path root;
  private DiskFiles files;

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectories(folder.resolve("repository"));
    Files.createDirectories(root.resolve("containers/web"));
    Files.writeString(root.resolve("containers/web/Dockerfile"), "FROM scratch\n");
    Files.writeString(folder.resolve("secret"), "outside");
    files = new DiskFiles(root);
  }

  @Test
  void aRegularFileIsItsText() {
    assertThat(text("containers/web/Dockerfile")).isEqualTo("FROM scratch\n");
  }

  @Test
  void aByteOrderMarkIsSetAside() throws IOException {
    Files.writeString(root.resolve("f"), "\uFEFFa");

    assertThat(text("f")).isEqualTo("a");
  }

  @Test
  void nulCharactersAndLineEndingsArePassedOn() throws IOException {
    Files.writeString(root.resolve("f"), "a\0b\r\nc\u0085d\uFFFDe");

    assertThat(text("f")).isEqualTo("a\0b\r\nc\u0085d\uFFFDe");
  }

  @ParameterizedTest
  @CsvSource({
    "./containers/web/Dockerfile, containers/web/Dockerfile",
    "containers/../containers/web//Dockerfile, containers/web/Dockerfile",
    "containers/absent/../web/Dockerfile, containers/web/Dockerfile",
  })
  void aNameIsMadePlain(String asked, String file) {
    assertThat(((FileContent.Text) files.read(asked, LIMIT)).text().file()).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "containers/absent/Dockerfile", "containers/web/Dockerfile/x"})
  void whatIsNotThereIsMissing(String file) {
    assertThat(files.read(file, LIMIT)).isEqualTo(new FileContent.Missing(file));
  }

  @Test
  void everythingIsMissingWhereTheRootIs() {
    assertThat(new DiskFiles(folder.resolve("no")).read("a/b", LIMIT))
        .isEqualTo(new FileContent.Missing("a/b"));
  }

  @Test
  void aFileAtTheLimitIsReadAndOneByteMoreIsNot() throws IOException {
    Files.writeString(root.resolve("full"), "x".repeat(LIMIT));
    Files.writeString(root.resolve("over"), "x".repeat(LIMIT + 1));

    assertThat(text("full")).hasSize(LIMIT);
    assertThat(refusal("over")).isEqualTo("this file has 101 bytes, over the limit of 100");
  }

  /** Ill-formed sequences of the Unicode standard, table 3-7, and where each begins. */
  @ParameterizedTest
  @CsvSource({
    "61 E9 62, 0xE9 at offset 1",
    "C3 A9 C3, 0xC3 at offset 2",
    "C0 AF, 0xC0 at offset 0",
    "61 80, 0x80 at offset 1",
    "F0 9F 90 B3 F0 9F 90, 0xF0 at offset 4",
    "ED A0 80, 0xED at offset 0",
    "EF BF BD FF, 0xFF at offset 3",
    "FF FE 61 00, 0xFF at offset 0",
  })
  void textThatIsNotUtf8NamesItsFirstBadByte(String bytes, String where) throws IOException {
    Files.write(root.resolve("f"), HexFormat.ofDelimiter(" ").parseHex(bytes));

    assertThat(refusal("f")).isEqualTo("this file is not UTF-8: byte " + where);
  }

  @Test
  void aProblemIsLocatedAtTheFileAndSaysWhatToDo() throws IOException {
    Files.write(root.resolve("f"), new byte[] {(byte) 0xE9});

    assertThat(files.read("./f", LIMIT))
        .isEqualTo(
            new FileContent.Unreadable(
                Problem.of(
                    Problem.Kind.UNREADABLE,
                    "this file is not UTF-8: byte 0xE9 at offset 0",
                    "save it as UTF-8",
                    new FileLocation("f"))));
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(refusal("containers/web")).isEqualTo("this is a folder, not a file");
    assertThat(refusal("")).isEqualTo("this is a folder, not a file");
    assertThat(files.read("containers/web", LIMIT))
        .isInstanceOfSatisfying(
            FileContent.Unreadable.class,
            it ->
                assertThat(it.problem().location())
                    .isEqualTo(new FolderLocation("containers/web")));
  }

  @Test
  void aNamedPipeIsNotWaitedFor() throws Exception {
    Path pipe = root.resolve("containers/web/default.nix");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(refusal("containers/web/default.nix")).isEqualTo("this is a named pipe, not a file");
  }

  @Test
  void aSocketIsNoFile() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(root.resolve("s")));

      assertThat(refusal("s")).isEqualTo("this is a socket, not a file");
    }
  }

  @Test
  void aDeviceIsNoFile() {
    assumeThat(Path.of("/dev/zero")).exists();

    assertThat(refusal(new DiskFiles(Path.of("/dev")), "zero"))
        .isEqualTo("this is a device, not a file");
  }

  @Test
  void aFileWithoutPermissionSaysSo() throws IOException {
    Path file = Files.writeString(root.resolve("f"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeThat(Files.isReadable(file)).as("the superuser reads everything").isFalse();

    assertThat(refusal("f")).isEqualTo("there is no permission to read this file");
  }

  @Test
  void aLinkInsideTheRepositoryIsFollowed() throws IOException {
    link("containers/web/default.nix", "Dockerfile");
    link("containers/alias", "web");
    link("absolute", root.resolve("containers/alias/default.nix").toString());

    assertThat(text("containers/web/default.nix")).isEqualTo("FROM scratch\n");
    assertThat(text("containers/alias/Dockerfile")).isEqualTo("FROM scratch\n");
    assertThat(text("absolute")).isEqualTo("FROM scratch\n");
  }

  @Test
  void aRootThatIsReachedByALinkIsTheSameRoot() throws IOException {
    Path entrance = Files.createSymbolicLink(folder.resolve("entrance"), root);
    link("l", "containers/web/Dockerfile");

    DiskFiles entered = new DiskFiles(entrance);
    assertThat(entered.read("l", LIMIT)).isInstanceOf(FileContent.Text.class);
  }

  @Test
  void aLinkThatLeavesTheRepositoryIsNotFollowed() throws IOException {
    link("l", "../secret");
    link("d", "..");
    link("absolute", folder.resolve("secret").toString());
    link("hop", "l");

    String left = "a symbolic link on the way to it leaves the repository";
    assertThat(refusal("l")).isEqualTo(left);
    assertThat(refusal("d/secret")).isEqualTo(left);
    assertThat(refusal("d/absent")).isEqualTo(left);
    assertThat(refusal("absolute")).isEqualTo(left);
    assertThat(refusal("hop")).isEqualTo(left);
  }

  @Test
  void aSiblingWhoseNameStartsLikeTheRootIsOutside() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("repository2")).resolve("f"), "x");

    assertThat(refusal("../repository2/f"))
        .isEqualTo("\"../repository2/f\" lies outside the repository");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "containers/../../secret", "/etc/passwd", ".."})
  void aNameThatLeavesTheRepositoryIsNotRead(String file) {
    assertThat(refusal(file)).isEqualTo("\"" + file + "\" lies outside the repository");
  }

  @Test
  void aLinkToNothingSaysSo() throws IOException {
    link("l", "absent");
    link("d", "absent");

    assertThat(refusal("l")).isEqualTo("\"l\" is a symbolic link to something that does not exist");
    assertThat(refusal("d/Dockerfile"))
        .isEqualTo("\"d\" is a symbolic link to something that does not exist");
  }

  @Test
  void aLinkThatLeadsBackToItselfSaysSo() throws IOException {
    link("l", "l");
    link("a", "b");
    link("b", "a");

    assertThat(refusal("l")).isEqualTo("\"l\" is a symbolic link that leads back to itself");
    assertThat(refusal("a/Dockerfile"))
        .isEqualTo("\"a\" is a symbolic link that leads back to itself");
  }

  @Test
  void whatIsBehindALinkIsJudgedLikeAnythingElse() throws IOException {
    link("l", "containers");

    assertThat(refusal("l")).isEqualTo("this is a folder, not a file");
  }

  @Test
  void aNameThatNoSystemHoldsIsRefusedShortly() {
    assertThat(refusal("a\0b")).isEqualTo("no path of this system has such a name");
    assertThat(files.read("x".repeat(5_000), LIMIT)).isInstanceOf(FileContent.Missing.class);
    assertThat(refusal("../" + "🐳".repeat(5_000)))
        .isEqualTo("\"../" + "🐳".repeat(57) + "…\" lies outside the repository");
  }

  @Test
  void aFolderIsToldOnlyInsideTheRepository() throws IOException {
    link("in", "containers");
    link("out", "..");

    assertThat(files.isDirectory("containers/web")).isTrue();
    assertThat(files.isDirectory("in/web")).isTrue();
    assertThat(files.isDirectory("in")).isTrue();
    assertThat(files.isDirectory("")).isTrue();
    assertThat(files.isDirectory("containers/web/Dockerfile")).isFalse();
    assertThat(files.isDirectory("absent")).isFalse();
    assertThat(files.isDirectory("out")).isFalse();
    assertThat(files.isDirectory("..")).isFalse();
    assertThat(files.isDirectory("a\0b")).isFalse();
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  private String text(String file) {
    FileContent content = files.read(file, LIMIT);
    assertThat(content).isInstanceOf(FileContent.Text.class);
    return ((FileContent.Text) content).text().content();
  }

  private String refusal(String file) {
    return refusal(files, file);
  }

  private static String refusal(DiskFiles files, String file) {
    FileContent content = files.read(file, LIMIT);
    assertThat(content).isInstanceOf(FileContent.Unreadable.class);
    Problem problem = ((FileContent.Unreadable) content).problem();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
    assertThat(problem.message().getBytes(UTF_8)).hasSizeLessThan(400);
    return problem.message();
  }
}
