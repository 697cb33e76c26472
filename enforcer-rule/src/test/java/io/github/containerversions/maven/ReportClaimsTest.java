package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportClaimsTest {
  private final List<String> done = new ArrayList<>();
  private final MavenSession build = session();
  @TempDir private Path folder;

  @Test
  void theFirstRunOfABuildHasAFolderAndOthersDoNot() {
    assertThat(claim(build, folder, "one")).isTrue();
    assertThat(claim(build, folder, "two")).isFalse();
    assertThat(claim(build, folder, "one")).isTrue();
    assertThat(claim(build, folder.resolve("other"), "two")).isTrue();
    assertThat(done).containsExactly("one", "two");
  }

  @Test
  void anotherBuildBeginsAnew() {
    assertThat(claim(build, folder, "one")).isTrue();
    assertThat(claim(session(), folder, "two")).isTrue();
  }

  @Test
  void aFolderIsTheSameByEachOfItsNames() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(real()));

    assertThat(claim(build, real().resolve("not/yet"), "one")).isTrue();
    assertThat(claim(build, link.resolve("not/yet"), "two")).isFalse();
    assertThat(claim(build, real().resolve("x/../not/yet"), "two")).isFalse();
  }

  @Test
  void whatAnotherRunHasIsLeftAlone() {
    ReportClaims.of(build).unlessTaken(folder, "two", () -> done.add("before"));
    claim(build, folder, "one");
    ReportClaims.of(build).unlessTaken(folder, "two", () -> done.add("of another"));
    ReportClaims.of(build).unlessTaken(folder, "one", () -> done.add("its own"));

    assertThat(done).containsExactly("before", "one", "its own");
  }

  private Path real() {
    return folder.resolve("real");
  }

  private boolean claim(MavenSession session, Path place, String owner) {
    return ReportClaims.of(session).claim(place, owner, () -> done.add(owner));
  }

  @SuppressWarnings("deprecation") // the one public way to a session without a container
  private static MavenSession session() {
    return new MavenSession(
        null,
        new DefaultRepositorySystemSession(),
        new DefaultMavenExecutionRequest(),
        new DefaultMavenExecutionResult());
  }
}
