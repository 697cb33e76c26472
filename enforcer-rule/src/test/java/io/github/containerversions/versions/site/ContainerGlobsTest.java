package io.github.containerversions.versions.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.site.ContainerFolders.Passed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers among other folders: where globs name them, or where they stand in the root. */
class ContainerGlobsTest {
  private static final List<String> BUILD_FILES = List.of("Dockerfile", "default.nix");

  @TempDir Path root;

  private ContainerFolders list(String... globs) throws IOException {
    return ContainerFolders.list(
        root, ContainerLayout.matching(Stream.of(globs).map(FolderGlob::of).toList()), BUILD_FILES);
  }

  private void file(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  @Test
  void aFolderCountsWhereItHoldsABuildFile() throws IOException {
    file("apps/web/Dockerfile");
    file("apps/docs/README.md");
    file("apps/db/default.nix");
    file("images/web/Dockerfile");

    assertThat(list("apps/*").containers(Map.of("db", "postgres"), List.of()))
        .containsExactly(
            new Container("db", "apps/db", "postgres", List.of("default.nix")),
            new Container("web", "apps/web", "web", List.of("Dockerfile")));
  }

  @Test
  void theModulesOfAReactorAreCalledByTheirNames() throws IOException {
    file("server/src/main/docker/Dockerfile");
    file("client/src/main/docker/Dockerfile");
    file("parent/src/main/java/Main.java");

    assertThat(list("*/src/main/docker").containers(Map.of(), List.of()))
        .extracting(Container::name, Container::directory)
        .containsExactly(
            tuple("client", "client/src/main/docker"), tuple("server", "server/src/main/docker"));
  }

  @Test
  void inTheRootTheFoldersWithABuildFileCount() throws IOException {
    file("nginx/Dockerfile");
    file("docs/README.md");
    file(".github/Dockerfile");
    file("Dockerfile");

    assertThat(
            ContainerFolders.list(root, ContainerLayout.childrenOf("."), BUILD_FILES)
                .containers(Map.of(), List.of()))
        .extracting(Container::name, Container::directory)
        .containsExactly(tuple("nginx", "nginx"));
  }

  @Test
  void aFolderWithNothingButAVariantIsMentioned() throws IOException {
    file("web/Dockerfile.alpine");
    file("web/Dockerfile.dockerignore");
    file("db/Dockerfile");
    file("db/Dockerfile.debug");
    file("db/Dockerfile.debug.dockerignore");

    ContainerFolders found = list("*");

    assertThat(found.containers(Map.of(), List.of()))
        .extracting(Container::name, Container::variants)
        .containsExactly(tuple("db", List.of("Dockerfile.debug")));
    assertThat(found.passed()).containsExactly(new Passed("web", List.of("Dockerfile.alpine")));
  }

  @Test
  void aLinkOutOfTheRepositoryIsNotFollowedButMentioned(@TempDir Path outside) throws IOException {
    file("db/Dockerfile");
    Files.writeString(outside.resolve("Dockerfile"), "");
    Files.createSymbolicLink(root.resolve("result"), outside);

    ContainerFolders found = list("*");

    assertThat(found.containers(Map.of(), List.of()))
        .extracting(Container::name)
        .containsExactly("db");
    assertThat(found.passed()).containsExactly(new Passed("result", List.of()));
  }

  @Test
  void whatGitKnowsAndTheDiskHasNotIsAContainerWithAGap() throws IOException {
    file("apps/db/Dockerfile");
    file("apps/web/README.md");
    CheckoutGap folder = new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "apps/api");
    CheckoutGap file = new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "apps/web/Dockerfile");
    CheckoutGap elsewhere = new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "images/x");

    assertThat(list("apps/*").containers(Map.of(), List.of(folder, file, elsewhere)))
        .containsExactly(
            new Container("api", "apps/api", "api", List.of(), List.of(folder)),
            new Container("db", "apps/db", "db", List.of("Dockerfile")),
            new Container("web", "apps/web", "web", List.of(), List.of(file)));
  }
}
