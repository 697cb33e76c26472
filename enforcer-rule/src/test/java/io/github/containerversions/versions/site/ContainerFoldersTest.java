package io.github.containerversions.versions.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders are containers, what stands in them, and what of them cannot be seen. */
class ContainerFoldersTest {
  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    folder = Files.createDirectories(root.resolve("src/containers"));
  }

  private List<Container> list(CheckoutGap... gaps) throws IOException {
    return ContainerFolders.list(
            root,
            ContainerLayout.childrenOf("src/containers"),
            List.of("Dockerfile", "container.py", "default.nix"))
        .containers(Map.of("db", "postgres"), List.of(gaps));
  }

  private void file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  @Test
  void everyFolderIsAContainerSortedByName() throws IOException {
    file("web/Dockerfile");
    file("db/default.nix");
    file("db/container.py");
    file("db/dockerfile");
    file("db/sub/Dockerfile");
    Files.createDirectories(folder.resolve("notes"));

    assertThat(list())
        .containsExactly(
            new Container(
                "db", "src/containers/db", "postgres", List.of("container.py", "default.nix")),
            new Container("notes", "src/containers/notes", "notes", List.of()),
            new Container("web", "src/containers/web", "web", List.of("Dockerfile")));
  }

  @Test
  void filesAndFoldersThatStartWithADotAreNone() throws IOException {
    file(".git/Dockerfile");
    file("README.md");
    file("web/Dockerfile");

    assertThat(list()).extracting(Container::name).containsExactly("web");
  }

  @Test
  void hundredsOfFoldersAreAllListed() throws IOException {
    List<String> names = IntStream.range(0, 200).mapToObj("app%03d"::formatted).toList();
    for (String name : names) {
      file(name + "/Dockerfile");
    }

    assertThat(list()).extracting(Container::name).containsExactlyElementsOf(names);
  }

  @Test
  void aLinkToAFolderIsAContainerToo() throws IOException {
    file("web/Dockerfile");
    Files.createSymbolicLink(folder.resolve("api"), folder.resolve("web"));

    assertThat(list())
        .extracting(Container::name, Container::buildFiles)
        .containsExactly(tuple("api", List.of("Dockerfile")), tuple("web", List.of("Dockerfile")));
  }

  @Test
  void aFolderThatGitKnowsAndTheDiskHasNotIsAContainerWithAGap() throws IOException {
    file("web/Dockerfile");
    CheckoutGap sparse = new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "src/containers/db");

    assertThat(list(sparse))
        .containsExactly(
            new Container("db", "src/containers/db", "postgres", List.of(), List.of(sparse)),
            new Container("web", "src/containers/web", "web", List.of("Dockerfile")));
  }

  @Test
  void anEmptySubmoduleIsOneContainerWithAGap() throws IOException {
    Files.createDirectories(folder.resolve("db"));
    CheckoutGap submodule = new CheckoutGap(Kind.UNINITIALISED_SUBMODULE, "src/containers/db");

    assertThat(list(submodule)).extracting(Container::gaps).containsExactly(List.of(submodule));
  }

  @Test
  void aMissingFileIsAGapOfItsContainerAlone() throws IOException {
    file("web/Dockerfile");
    file("web2/Dockerfile");
    CheckoutGap nix = new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "src/containers/web/x.nix");

    assertThat(list(nix))
        .extracting(Container::name, Container::gaps)
        .containsExactly(tuple("web", List.of(nix)), tuple("web2", List.of()));
  }

  @Test
  void aGapElsewhereOrDeeperIsNoContainer() throws IOException {
    assertThat(
            list(
                new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "src/containers2/db"),
                new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "src/db"),
                new CheckoutGap(Kind.OUTSIDE_SPARSE_CHECKOUT, "src/containers/db/Dockerfile")))
        .isEmpty();
  }

  @Test
  void aFolderThatCannotBeListedHasAGap() throws IOException {
    file("web/Dockerfile");
    Path web = folder.resolve("web");
    Files.setPosixFilePermissions(web, PosixFilePermissions.fromString("--x------"));
    assumeThat(web.toFile().list()).as("the user is not root").isNull();

    try {
      assertThat(list())
          .containsExactly(
              new Container(
                  "web",
                  "src/containers/web",
                  "web",
                  List.of(),
                  List.of(new CheckoutGap(Kind.UNLISTABLE, "src/containers/web"))));
    } finally {
      Files.setPosixFilePermissions(web, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aMissingFolderCannotBeListed() {
    assertThatThrownBy(
            () -> ContainerFolders.list(root, ContainerLayout.childrenOf("absent"), List.of()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aLinkOutOfTheRepositoryIsAGapThatSaysSo(@TempDir Path outside) throws IOException {
    file("web/Dockerfile");
    Files.createSymbolicLink(folder.resolve("away"), outside);

    assertThat(list().get(0).gaps())
        .containsExactly(new CheckoutGap(Kind.OUTSIDE_REPOSITORY, "src/containers/away"));
    assertThat(list()).extracting(Container::name).containsExactly("away", "web");
  }

  @Test
  void aFolderWhoseNameIsNoUtf8IsAGapAndHidesNoOther() throws Exception {
    file("web/Dockerfile");
    String make = "mkdir \"$(printf 'gr\\366\\337e')\"";
    assertThat(new ProcessBuilder("sh", "-c", make).directory(folder.toFile()).start().waitFor())
        .isZero();

    assertThat(list()).extracting(Container::name).containsExactly("gr\\xF6\\xDFe", "web");
    assertThat(list().get(0).gaps()).extracting(CheckoutGap::kind).containsExactly(Kind.UNNAMEABLE);
  }
}
