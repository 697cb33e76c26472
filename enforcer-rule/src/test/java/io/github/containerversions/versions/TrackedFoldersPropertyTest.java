package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.scope.GitScope;
import io.github.containerversions.versions.scope.ScopeFilter;
import io.github.containerversions.versions.scope.ScopeRequest;
import io.github.containerversions.versions.scope.ScopedCheckout;
import io.github.containerversions.versions.scope.TestRepository;
import io.github.containerversions.versions.site.ContainerFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders of which git knows what stands in them are the same containers, and in scope just then,
 * as when each folder is listed.
 */
class TrackedFoldersPropertyTest {
  private static final int REPOSITORIES = 2;
  private static final int STATES_OF_EACH = 12;

  private static final List<String> NAMES =
      List.of("a", "a-b", "b", "c.d", "E", "ü", "with space", ".hidden", "n");
  private static final List<String> FILES =
      List.of(
          "Dockerfile",
          "dockerfile",
          "default.nix",
          "container.py",
          "Dockerfile.dev",
          "src/x",
          "README.md",
          "sub/Dockerfile",
          "log.txt");

  @TempDir private Path folder;
  private int vouched;

  @Test
  void whatGitKnowsOfAFolderIsWhatStandsInIt() {
    Property.holds(REPOSITORIES, this::oneRepository);

    assertThat(vouched).isGreaterThan(STATES_OF_EACH / 2);
  }

  private void oneRepository(Property random) throws IOException {
    Path root = Files.createTempDirectory(folder, "r").toRealPath();
    TestRepository repository = TestRepository.init(root);
    repository.write("pom.xml", "<project/>\n").write("service-versions.yaml", "services: []\n");
    repository.write("shared.nix", "{ version = \"1\"; }\n").write(".gitignore", "*.txt\n");
    for (String name : NAMES) {
      repository.write("containers/" + name + "/Dockerfile", "ARG CONTAINER_APP_VERSION=1\n");
    }
    repository.write("containers/a/default.nix", "import ../../shared.nix\n");
    repository.write("containers/b/default.nix", "{ version = \"1\"; }\n");
    repository.commit("first");
    repository.git("checkout", "--quiet", "-b", "feature");
    for (int state = 0; state < STATES_OF_EACH; state++) {
      StringBuilder done = new StringBuilder();
      for (int step = random.upTo(2); step >= 0; step--) {
        done.append(change(random, repository)).append("; ");
      }
      assertThat(compared(root)).as(done.toString()).isNotNull();
    }
    delete(root);
  }

  private static String change(Property random, TestRepository repository) throws IOException {
    Path root = repository.root;
    String name = "containers/" + random.of(NAMES);
    String file = name + "/" + random.of(FILES);
    Path path = root.resolve(file);
    int kind = random.upTo(17);
    switch (kind) {
      case 0, 1, 2 -> replace(path, "ARG CONTAINER_APP_VERSION=" + random.upTo(3) + "\n");
      case 3 -> delete(path);
      case 4 -> delete(root.resolve(name));
      case 5, 6 -> commit(repository);
      case 7 -> tryGit(repository, "add", "--all");
      case 8 -> repository.write("shared.nix", "{ version = \"" + random.upTo(3) + "\"; }\n");
      case 9 -> {
        makeRoom(path);
        Files.createDirectory(path);
      }
      case 10 -> {
        makeRoom(path);
        Files.createSymbolicLink(path, Path.of(random.of("../../shared.nix", "../b", "nowhere")));
      }
      case 11 -> {
        delete(root.resolve(name));
        Files.createSymbolicLink(root.resolve(name), Path.of(random.of("b", "../elsewhere")));
      }
      case 12 ->
          repository.write(
              ".gitignore",
              random.of("*.txt\n", "README.md\n", "/containers/n\n", "Dockerfile.*\n"));
      case 13 -> hide(random, repository, file);
      case 14 ->
          tryGit(
              repository,
              "reset",
              "--quiet",
              random.of("--soft", "--mixed", "--hard"),
              random.of("HEAD", "main"));
      case 15 -> tryGit(repository, "rm", "-r", "--quiet", "--cached", "--ignore-unmatch", name);
      case 16 -> {
        replace(root.resolve(name + "/nested/x"), "x");
        TestRepository.init(root.resolve(name + "/nested")).commit("nested");
      }
      default ->
          tryGit(
              repository,
              "checkout",
              "--quiet",
              "--force",
              random.of("feature", "feature", "main"));
    }
    return kind + " " + file;
  }

  private static void hide(Property random, TestRepository repository, String file) {
    if (!repository.git("ls-files", "--", file).isEmpty()) {
      tryGit(
          repository,
          "update-index",
          random.of(
              "--assume-unchanged",
              "--skip-worktree",
              "--no-assume-unchanged",
              "--no-skip-worktree"),
          file);
    }
  }

  private static void commit(TestRepository repository) {
    tryGit(repository, "add", "--all");
    tryGit(repository, "commit", "--quiet", "--allow-empty", "-m", "next");
  }

  /** Git refuses what does not fit the state that it is in, and that is a state as well. */
  private static void tryGit(TestRepository repository, String... words) {
    try {
      repository.git(words);
    } catch (AssertionError refused) {
      assertThat(refused).hasMessageContaining(words[0]);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    makeRoom(file);
    Files.writeString(file, text);
  }

  /** Puts folders where links or files are in the way, and nothing at the path itself. */
  private static void makeRoom(Path path) throws IOException {
    for (int names = 1; names < path.getNameCount(); names++) {
      Path above = path.getRoot().resolve(path.subpath(0, names));
      if (Files.isSymbolicLink(above) || Files.isRegularFile(above)) {
        Files.delete(above);
      }
    }
    Files.createDirectories(path.getParent());
    delete(path);
  }

  private static void delete(Path path) throws IOException {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      if (Files.isSymbolicLink(above) || Files.isRegularFile(above)) {
        return;
      }
    }
    if (Files.isSymbolicLink(path) || !Files.isDirectory(path)) {
      Files.deleteIfExists(path);
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** One question to git, and both ways from there. */
  private ContainerFolders compared(Path root) throws IOException {
    VersionSettings settings = settings(root);
    ContainerLayout layout = settings.sites().containers();
    ScopedCheckout checkout = examined(settings);
    ContainerFolders plain = ContainerFolders.list(root, layout, SiteList.BUILD_FILES);
    ContainerFolders fast =
        ContainerFolders.list(root, layout, SiteList.BUILD_FILES, checkout.tracked());
    SiteList sites = new SiteList(new DiskFiles(root), settings);
    List<Container> listed = plain.containers(Map.of(), checkout.gaps());
    List<Container> known = fast.containers(Map.of(), checkout.gaps());

    assertThat(known).extracting(Container::directory).isEqualTo(directories(listed));
    assertThat(known.stream().map(it -> fast.onDisk(it, SiteList.BUILD_FILES)).toList())
        .isEqualTo(listed);
    ScopeFilter all = new ScopeFilter(checkout.scope(), root);
    ScopeFilter few = new ScopeFilter(checkout.scope(), root, checkout.tracked());
    for (int i = 0; i < listed.size(); i++) {
      Container one = listed.get(i);
      Container other = known.get(i);
      assertThat(few.covers(other, () -> sites.dependencies(other)))
          .as(one.directory())
          .isEqualTo(all.covers(one, () -> sites.dependencies(one)));
    }
    vouched += checkout.tracked().files().isEmpty() ? 0 : 1;
    return fast;
  }

  private static List<String> directories(List<Container> containers) {
    return containers.stream().map(Container::directory).toList();
  }

  private static ScopedCheckout examined(VersionSettings settings) {
    try {
      return new GitScope()
          .examine(
              new ScopeRequest(
                  settings.root(),
                  settings.scope().mode(),
                  settings.scope().baseRef(),
                  settings.sites().containers(),
                  SiteList.BUILD_FILES,
                  settings.sites().inventory().file(),
                  settings.scope().configurationFiles(),
                  settings.environment()));
    } catch (io.github.containerversions.versions.scope.ScopeException e) {
      throw new AssertionError(e);
    }
  }

  private static VersionSettings settings(Path root) {
    return TestSettings.at(root).scopeMode(Scope.Mode.CHANGED).build();
  }
}
