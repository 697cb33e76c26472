package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.Git;
import io.github.containerversions.core.git.GitEnvironment;
import io.github.containerversions.core.git.GitFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The four questions that git is asked, each at most once a run and each one process.
 *
 * <p>No answer depends on what a user has configured. Refs, revisions and trees come from plumbing,
 * which reads no such settings. For the working tree it is {@code git status} in its format for
 * programs, the only command that sees HEAD, index, disk and untracked files at once: plumbing
 * needs three processes for that, and either rewrites the index or reports files that were touched
 * and not changed. Every setting that status does listen to is overruled on the command line.
 *
 * <p>Status passes over what git has been told not to look at (the assume-unchanged and
 * skip-worktree bits), and over ignored files; the {@linkplain #index index} lists those.
 */
final class Repository {

  /** How the file of a symbolic ref begins. */
  private static final String SYMBOLIC = "ref: ";

  private final Git git;

  private final Path top;
  private final Map<String, String> environment;
  private final Map<String, FutureTask<String>> answers = new ConcurrentHashMap<>();
  private final Map<String, Index> indexes = new ConcurrentHashMap<>();

  /**
   * A repository.
   *
   * @param root where git is asked
   * @param inherited the environment of the build
   */
  Repository(Path root, Map<String, String> inherited, Duration timeout) {
    this.git = new Git(root, inherited, timeout);
    this.top = GitEnvironment.top(root).orElse(root);
    this.environment = GitEnvironment.of(root, inherited);
  }

  /** What git was asked not to look at, from the disk alone; empty where only git can tell. */
  Optional<Index> readIndex() {
    return Index.read(GitEnvironment.index(top, environment), Git.pathCharset());
  }

  /** The same, with all that lies in a folder. */
  private Optional<Index> readIndex(String folder) {
    return Index.read(GitEnvironment.index(top, environment), Git.pathCharset(), folder);
  }

  /**
   * What git was asked not to look at, and what lies in a folder. To be called after git has
   * answered something, for it may refuse the repository. Only for an index of an unusual form,
   * such as a split one, does this take one more process.
   */
  Index index(String folder) throws GitFailure {
    Index index = readAhead(folder);
    return index == null ? Index.parse(git.run("", Index.QUESTION)) : index;
  }

  /**
   * Reads the index of a folder before {@link #index} asks for it. A caller that asks meanwhile
   * waits. Null if only git can read it.
   */
  @Nullable Index readAhead(String folder) {
    return indexes.computeIfAbsent(folder, it -> readIndex(it).orElse(null));
  }

  /** Whether this is a sparse checkout, so that files may be left out on purpose. */
  boolean isSparse() {
    return Files.exists(
        GitEnvironment.gitDirectory(top, environment).resolve("info/sparse-checkout"));
  }

  private List<String> withoutFilters() throws GitFailure {
    Path own = GitEnvironment.gitDirectory(top, environment);
    Set<Path> directories = new LinkedHashSet<>();
    directories.add(own);
    directories.add(GitEnvironment.commonDirectory(own));
    addSubmodules(top, readIndex(), directories);
    return FilterDrivers.overruled(
        directories, Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))));
  }

  /** Their repositories are in their own folders, in that of the outer one, or anywhere else. */
  private static void addSubmodules(Path tree, Optional<Index> index, Set<Path> directories) {
    if (index.isEmpty()) {
      return;
    }
    for (String submodule : index.get().submodules()) {
      Path folder = tree.resolve(submodule);
      try {
        Path own = GitEnvironment.gitDirectory(folder, Map.of()).toRealPath();
        if (directories.add(own)) {
          directories.add(GitEnvironment.commonDirectory(own));
          addSubmodules(folder, Index.read(own.resolve("index"), Git.pathCharset()), directories);
        }
      } catch (IOException notInitialised) {
        // Then git has nothing to run there.
      }
    }
  }

  /**
   * HEAD and local changes below the root. A submodule with changes of its own is one of them, for
   * a container's folder may be one.
   */
  WorkTree workTree() throws GitFailure {
    List<String> words = new ArrayList<>(withoutFilters());
    words.addAll(
        List.of(
            // Git hands these on to the status of each submodule.
            "-c",
            "status.showUntrackedFiles=all",
            // Settings by which a changed file passes for an unchanged one, or a new one for an
            // old.
            "-c",
            "core.trustctime=true",
            "-c",
            "core.checkStat=default",
            "-c",
            "core.ignoreCase=false",
            "-c",
            "diff.ignoreSubmodules=none",
            "-c",
            "core.useReplaceRefs=false",
            // Status gives up when the file that this names is missing.
            "-c",
            "diff.orderFile=/dev/null",
            "-c",
            "diff.relative=false",
            "status",
            "--porcelain=v2",
            "--branch",
            "--no-ahead-behind",
            "-z",
            "--untracked-files=all",
            "--ignored=matching",
            "--ignore-submodules=none",
            "--no-renames",
            "--",
            "."));
    return WorkTree.parse(once("", words));
  }

  /** The refs that match any of these patterns. */
  Refs refs(List<String> patterns) throws GitFailure {
    List<String> arguments = new ArrayList<>(List.of("for-each-ref", "--format=" + Refs.FORMAT));
    arguments.add("--");
    arguments.addAll(patterns);
    return Refs.parse(once("", arguments));
  }

  /**
   * What HEAD and a base have in common.
   *
   * @param base a revision; empty where there is none to compare with
   */
  Revisions revisions(String head, String base) throws GitFailure {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("rev-parse", "--is-shallow-repository", "--is-inside-work-tree"));
    arguments.add(head + "^{tree}");
    if (!base.isEmpty()) {
      arguments.add(base + "..." + head);
    }
    arguments.add("--show-prefix");
    return Revisions.parse(once("", arguments));
  }

  /**
   * What differs between HEAD and the merge bases; where there are several, between it and any.
   *
   * @param listed whether to list all that HEAD holds, too
   */
  Trees trees(String head, Revisions revisions, boolean listed) throws GitFailure {
    return Trees.parse(askTrees(head, revisions, listed));
  }

  /** Has git compare the trees; its answer may be long, and is not read yet. */
  String askTrees(String head, Revisions revisions, boolean listed) throws GitFailure {
    StringBuilder questions = new StringBuilder();
    for (String mergeBase : revisions.mergeBases()) {
      questions.append(head).append(' ').append(mergeBase).append('\n');
    }
    if (listed) {
      String tree = revisions.headTree();
      questions.append(Trees.empty(tree)).append(' ').append(tree).append('\n');
    }
    return once(
        questions.toString(),
        List.of(
            "diff-tree",
            "--stdin",
            "-r",
            "-z",
            "--raw",
            "--no-commit-id",
            "--no-renames",
            "--ignore-submodules=none"));
  }

  /** Whoever asks the same a second time gets the first answer, and waits for it if need be. */
  private String once(String input, List<String> arguments) throws GitFailure {
    FutureTask<String> task = new FutureTask<>(() -> git.run(input, arguments));
    String question = String.join("\0", arguments) + "\0" + input;
    FutureTask<String> known = answers.putIfAbsent(question, task);
    if (known == null) {
      task.run();
    }
    try {
      return known == null ? task.get() : known.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw GitFailure.of("the wait for git was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GitFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Where HEAD is, by a look at its file (gitrepository-layout(5)): the full name of a branch, or a
   * hash. Only a guess, for refs may be kept in another way; empty where the file says neither.
   */
  String headFile() {
    try {
      Path file = GitEnvironment.gitDirectory(top, environment).resolve("HEAD");
      String text = Files.readString(file).strip();
      return text.startsWith(SYMBOLIC) ? text.substring(SYMBOLIC.length()) : text;
    } catch (IOException | UncheckedIOException unreadable) {
      return "";
    }
  }
}
