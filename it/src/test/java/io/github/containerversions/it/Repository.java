package io.github.containerversions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a sample that a test may change, and run Maven and git in. */
final class Repository {
  private static final String BARE_RULE = "<containerVersionSync/>";

  private static final String OF_MAVEN_4 = "project-local-repo";

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /** A fresh copy of {@code it/src/it/<sample>}; it is left in place, to be looked at. */
  static Repository copyOf(String sample) {
    return copyOf(sample, Installation.target().resolve("it"));
  }

  /** A fresh copy in a folder of the caller's choice. */
  static Repository copyOf(String sample, Path parent) {
    try {
      Files.createDirectories(parent);
      Path root = Files.createTempDirectory(parent, sample + "-").toRealPath();
      copy(Installation.samples().resolve(sample), root);
      return new Repository(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another folder next to this one, such as a worktree that git was told to put there. */
  Repository sibling(String suffix) {
    return new Repository(root.resolveSibling(root.getFileName() + suffix));
  }

  Path root() {
    return root;
  }

  Path path(String file) {
    return root.resolve(file);
  }

  /** Makes it a git repository whose first commit, on {@code main}, holds everything. */
  Repository inGit() {
    git("init", "--quiet", "--initial-branch=main");
    return commit("First commit");
  }

  /** Commits everything there is. */
  Repository commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
    return this;
  }

  /** Runs git here and gives what it printed; an exit code other than 0 is an error. */
  String git(String... arguments) {
    return Git.run(root, arguments);
  }

  String read(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Repository write(String file, String text) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.writeString(path(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that must stand in the file exactly once. */
  Repository replace(String file, String text, String replacement) {
    String before = read(file);
    int at = before.indexOf(text);
    if (at < 0 || before.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("not exactly once in " + file + ": " + text);
    }
    return write(file, before.replace(text, replacement));
  }

  /** Writes the configuration of the rule into a sample whose POM has an empty one. */
  Repository configure(String configuration) {
    return replace(
        "pom.xml",
        BARE_RULE,
        "<containerVersionSync>\n" + configuration + "</containerVersionSync>");
  }

  /** What a run has left in the folder of build output, less what Maven 4 puts there itself. */
  List<String> buildOutput() {
    String[] names = path("target").toFile().list((folder, name) -> !name.equals(OF_MAVEN_4));
    return names == null ? List.of() : List.of(names);
  }

  /** Deletes a file, or a folder with all that is in it. */
  Repository delete(String file) {
    try (Stream<Path> tree = Files.walk(path(file))) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a shell script that can be run. */
  Repository script(String file, String text) {
    write(file, "#!/bin/sh\n" + text);
    if (!path(file).toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + file + " executable");
    }
    return this;
  }

  /** A run of {@code mvn validate} here, still to be told what is special about it. */
  MavenRun maven() {
    return maven(Installation.get());
  }

  MavenRun maven(Installation installation) {
    return new MavenRun(installation, root);
  }

  /** Runs {@code mvn validate} here. */
  Build validate(String... arguments) {
    return maven().run(arguments);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : tree.toList()) {
        Path relative = from.relativize(file);
        boolean built = relative.startsWith("target");
        if (!built && !relative.toString().isEmpty()) {
          Files.copy(
              file,
              to.resolve(relative.toString()),
              StandardCopyOption.COPY_ATTRIBUTES,
              LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
