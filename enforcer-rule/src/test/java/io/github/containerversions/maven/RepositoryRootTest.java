package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryRootTest {
  @TempDir private Path top;
  private Path module = Path.of("");

  @BeforeEach
  void layOutAModule() throws IOException {
    module = Files.createDirectories(top.resolve("repository/build/module"));
  }

  @Test
  void theNearestAncestorWithAGitFolder() throws IOException {
    Files.createDirectory(top.resolve(".git"));
    Files.createDirectory(top.resolve("repository/.git"));
    Files.createDirectory(top.resolve("repository/build/.mvn"));

    assertThat(RepositoryRoot.find(module, top)).isEqualTo(top.resolve("repository"));
  }

  @Test
  void aWorktreeOrSubmoduleHasAGitFile() throws IOException {
    Files.writeString(top.resolve("repository/.git"), "gitdir: elsewhere\n");

    assertThat(RepositoryRoot.find(module, top)).isEqualTo(top.resolve("repository"));
  }

  @Test
  void withoutGitTheNearestAncestorWithAMvnFolder() throws IOException {
    Files.createDirectory(top.resolve("repository/.mvn"));

    assertThat(RepositoryRoot.find(module, top)).isEqualTo(top.resolve("repository"));
  }

  @Test
  void withoutEitherTheExecutionRoot() {
    assertThat(RepositoryRoot.find(module, top.resolve("repository/build/..")))
        .isEqualTo(top.resolve("repository"));
  }
}
