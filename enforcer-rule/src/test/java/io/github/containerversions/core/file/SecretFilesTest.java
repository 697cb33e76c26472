package io.github.containerversions.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.report.ReportFile;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.site.ContainerFolders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SecretFilesTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void layOut() throws Exception {
    root = Files.createDirectories(folder.resolve("repository"));
    run("git", "init", "-q", ".");
    Files.writeString(root.resolve(".gitignore"), ".env\n");
    Files.writeString(root.resolve(".env"), "TOKEN");
    Files.writeString(root.resolve("plain"), "1.0");
    Files.createSymbolicLink(root.resolve("toEnv"), Path.of(".env"));
    Files.createSymbolicLink(root.resolve("toGit"), Path.of(".git"));
    run("git", "init", "-q", "nested");
    run("git", "init", "-q", "--bare", "elsewhere");
    Files.writeString(root.resolve("nested/plain"), "1.0");
    Files.createSymbolicLink(root.resolve("toElsewhere"), Path.of("elsewhere"));
  }

  private void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).directory(root.toFile()).start().waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env",
        "toEnv",
        ".git/config",
        "toGit/config",
        "nested/.git/config",
        "elsewhere/config",
        "a/../.git/config",
        ".GIT/config",
        ".git/no-such-file",
        "toGit/no-such-file",
        ".git",
        "toElsewhere/config"
      })
  void aSecretIsNotFollowed(String file) {
    assertThat(new DiskFiles(root).readFollowed(file, 1000))
        .isInstanceOf(FileContent.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toEnv", "toGit/config"})
  void aLinkFromACheckedFileToASecretIsNotRead(String file) {
    assertThat(new DiskFiles(root).read(file, 1000)).isInstanceOf(FileContent.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {".git", "toGit", ".git/objects", "elsewhere", "toElsewhere/refs"})
  void gitsOwnFoldersAreNotKnownToBeFolders(String file) {
    assertThat(new DiskFiles(root).isDirectory(file)).isFalse();
    assertThat(new DiskFiles(root).isDirectory("nested")).isTrue();
  }

  @Test
  void aWholeFolderMayBeIgnoredAndAFileInItTrackedAllTheSame() throws Exception {
    Files.writeString(root.resolve(".gitignore"), "build/\n:odd\n");
    Files.createDirectories(root.resolve("build"));
    Files.writeString(root.resolve("build/tracked"), "1.0");
    Files.writeString(root.resolve("build/other"), "1.0");
    Files.writeString(root.resolve(":odd"), "1.0");
    Files.writeString(root.resolve(":(top)plain"), "1.0");
    Files.writeString(root.resolve("größe"), "1.0");
    run("git", "add", "-f", "build/tracked");
    DiskFiles files = new DiskFiles(root);
    assertThat(files.readFollowed("build/tracked", 1000)).isInstanceOf(FileContent.Text.class);
    assertThat(files.readFollowed("build/other", 1000)).isInstanceOf(FileContent.Unreadable.class);
    assertThat(files.readFollowed(":odd", 1000)).isInstanceOf(FileContent.Unreadable.class);
    assertThat(files.readFollowed(":(top)plain", 1000)).isInstanceOf(FileContent.Text.class);
    assertThat(files.readFollowed("größe", 1000)).isInstanceOf(FileContent.Text.class);
  }

  @Test
  void aNestedRepositoryIgnoredByTheOuterOneIsIgnored() throws Exception {
    assertThat(new DiskFiles(root).readFollowed("nested/plain", 1000))
        .isInstanceOf(FileContent.Text.class);
    Files.writeString(root.resolve(".gitignore"), "nested/\n");
    assertThat(new DiskFiles(root).readFollowed("nested/plain", 1000))
        .isInstanceOf(FileContent.Unreadable.class);
  }

  @Test
  void whereGitCannotAnswerTheFileIsRefused() throws Exception {
    Files.writeString(root.resolve(".git/config"), "[broken");
    assertThat(new DiskFiles(root).readFollowed("plain", 1000))
        .isInstanceOfSatisfying(
            FileContent.Unreadable.class,
            it -> assertThat(it.problem().message()).contains("git cannot say"));
  }

  @Test
  void outsideOfARepositoryNothingIsIgnored() throws Exception {
    Path plain = Files.createDirectories(folder.resolve("no-repository"));
    Files.writeString(plain.resolve(".env"), "1.0");
    assertThat(new DiskFiles(plain).readFollowed(".env", 1000))
        .isInstanceOf(FileContent.Text.class);
  }

  @Test
  void othersAreReadAndACheckedFileThatGitIgnoresToo() {
    assertThat(new DiskFiles(root).readFollowed("plain", 1000))
        .isInstanceOf(FileContent.Text.class);
    assertThat(new DiskFiles(root).read(".env", 1000)).isInstanceOf(FileContent.Text.class);
  }

  @Test
  void aFolderThatLeadsOutsideIsNotListed() throws IOException {
    Files.createDirectories(folder.resolve("outside/private"));
    Files.createSymbolicLink(root.resolve("containers"), folder.resolve("outside"));
    assertThatThrownBy(
            () -> ContainerFolders.list(root, ContainerLayout.childrenOf("containers"), List.of()))
        .hasMessage("it lies outside the repository");
    assertThatThrownBy(
            () -> ContainerFolders.list(root, ContainerLayout.childrenOf("../outside"), List.of()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aSummaryThatIsANamedPipeDoesNotHang() throws Exception {
    run("mkfifo", "pipe");
    assertThatThrownBy(() -> ReportFile.append(root.resolve("pipe"), out -> out.append("a")))
        .hasMessage("not a regular file");
  }

  @Test
  void theSystemsReasonIsGiven() {
    assertThat(
            io.github.containerversions.core.file.FailureReason.of(
                new FileSystemException("/x", null, "Too many open files")))
        .isEqualTo("Too many open files");
  }

  @Test
  void aReasonThatMayHoldAPathIsNotShown() {
    assertThat(
            io.github.containerversions.core.file.FailureReason.of(
                new IOException("/home/user/file (Permission denied)")))
        .isEqualTo("IOException");
  }
}
