package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small repository for one test, out of reach of the settings of whoever runs it. */
public final class TestRepository {

  static final String INVENTORY = "service-versions.yaml";

  public final Path root;

  private TestRepository(Path root) {
    this.root = root;
  }

  /** An empty repository whose first branch will be main. */
  public static TestRepository init(Path root) {
    return copied(Made.EMPTY, root);
  }

  /** Containers a and b, an inventory and a POM, committed on main. */
  public static TestRepository onMain(Path root) {
    return copied(Made.ON_MAIN, root);
  }

  /** The same, with branch feature checked out at the same commit. */
  public static TestRepository onFeature(Path root) {
    return copied(Made.ON_FEATURE, root);
  }

  private static TestRepository copied(FolderSnapshot snapshot, Path root) {
    TestRepository repository = at(root);
    snapshot.copyTo(root);
    return repository;
  }

  /** The repositories that nearly every test starts from, made by git once. */
  private static final class Made {
    static final FolderSnapshot EMPTY =
        FolderSnapshot.of(
            root -> {
              at(root).git("init", "--quiet", "--template=");
              at(root).git("symbolic-ref", "HEAD", "refs/heads/main");
            });
    static final FolderSnapshot ON_MAIN =
        FolderSnapshot.of(
            root ->
                copied(EMPTY, root)
                    .write("containers/a/Dockerfile", "ARG CONTAINER_APP_VERSION=1\n")
                    .write("containers/b/Dockerfile", "ARG CONTAINER_APP_VERSION=1\n")
                    .write(INVENTORY, "services: []\n")
                    .write("pom.xml", "<project/>\n")
                    .commit("first"));
    static final FolderSnapshot ON_FEATURE =
        FolderSnapshot.of(
            root -> copied(ON_MAIN, root).git("checkout", "--quiet", "-b", "feature"));
  }

  /** A folder that is there already, or another root in the same repository. */
  public static TestRepository at(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestRepository(root);
  }

  public static TestRepository clone(TestRepository origin, Path root, String... options) {
    List<String> words = new ArrayList<>(List.of("clone", "--quiet"));
    words.addAll(List.of(options));
    words.addAll(List.of("file://" + origin.root, root.toString()));
    origin.git(words.toArray(String[]::new));
    return at(root);
  }

  public TestRepository write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestRepository delete(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestRepository commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "-m", message);
    return this;
  }

  /** Standard output without its final line break; the test fails where git does. */
  public String git(String... arguments) {
    try {
      Process process = start(Map.of(), arguments);
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("git %s: %s", String.join(" ", arguments), output).isZero();
      return output.strip();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Starts git, with its errors among its output. */
  Process start(Map<String, String> extra, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("git", "-c", "maintenance.auto=false"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.environment().putAll(extra);
    return builder.start();
  }

  public String head() {
    return git("rev-parse", "HEAD");
  }

  /** What the tests' own git and the code under test run in, the same for every machine. */
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", "/nonexistent");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_AUTHOR_NAME", "A");
    environment.put("GIT_AUTHOR_EMAIL", "a@example.org");
    environment.put("GIT_COMMITTER_NAME", "A");
    environment.put("GIT_COMMITTER_EMAIL", "a@example.org");
    environment.put("GIT_ALLOW_PROTOCOL", "file");
    return environment;
  }

  public static Map<String, String> environment(String name, String value) {
    Map<String, String> environment = environment();
    environment.put(name, value);
    return environment;
  }

  private static final List<String> BUILD_FILES =
      List.of("Dockerfile", "container.py", "default.nix");

  ScopeRequest request(Scope.Mode mode, String baseRef, Map<String, String> environment) {
    return new ScopeRequest(
        root,
        mode,
        baseRef,
        ContainerLayout.childrenOf("containers"),
        BUILD_FILES,
        INVENTORY,
        List.of("pom.xml"),
        environment);
  }

  ScopedCheckout examine(Scope.Mode mode, Map<String, String> environment) {
    try {
      return new GitScope().examine(request(mode, "", environment));
    } catch (ScopeException e) {
      throw new AssertionError(e);
    }
  }

  Scope scope() {
    return scope(environment());
  }

  Scope scope(Map<String, String> environment) {
    return examine(Scope.Mode.CHANGED, environment).scope();
  }

  Scope scopeSince(String baseRef) throws ScopeException {
    return new GitScope().examine(request(Scope.Mode.CHANGED, baseRef, environment())).scope();
  }

  /** The files that are touched since the base, in a scope that is bounded by them. */
  static Set<String> touched(Scope scope) {
    assertThat(scope.reason()).as(scope.detail()).isEqualTo(Scope.Reason.BASE);
    assertThat(scope.changes()).isInstanceOf(Changes.Files.class);
    return ((Changes.Files) scope.changes()).paths();
  }

  static void assertAll(Scope scope, Scope.Reason reason) {
    assertThat(scope.reason()).as(scope.detail()).isEqualTo(reason);
    assertThat(scope.changes()).isEqualTo(new Changes.Everything());
    assertThat(scope.mode()).isEqualTo(Scope.Mode.CHANGED);
  }
}
