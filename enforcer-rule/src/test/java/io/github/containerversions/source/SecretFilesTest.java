package io.github.containerversions.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.report.ReportFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "a/../.git/config"
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
    assertThatThrownBy(() -> ContainerFolders.list(root, "containers"))
        .hasMessage("it lies outside the repository");
    assertThatThrownBy(() -> ContainerFolders.list(root, "../outside"))
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
            io.github.containerversions.model.FailureReason.of(
                new FileSystemException("/x", null, "Too many open files")))
        .isEqualTo("Too many open files");
  }
}
