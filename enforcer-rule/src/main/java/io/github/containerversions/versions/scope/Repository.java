package io.github.containerversions.versions.scope;

import java.util.ArrayList;
import java.util.List;

/**
 * The four questions that git is asked, each at most once a run and each one process.
 *
 * <p>No answer depends on what a user has configured. Refs, revisions and trees come from plumbing,
 * which reads no such settings. For the working tree it is {@code git status} in its format for
 * programs, the only command that sees HEAD, index, disk and untracked files at once: plumbing
 * needs three processes for that, and either rewrites the index or reports files that were touched
 * and not changed. Every setting that status does listen to is overruled on the command line.
 *
 * <p>What git has been told not to look at (the assume-unchanged and skip-worktree bits), it does
 * not look at here either.
 */
final class Repository {

  private final Git git;

  Repository(Git git) {
    this.git = git;
  }

  /**
   * HEAD and local changes below the root. A submodule with changes of its own is one of them, for
   * a container's folder may be one.
   */
  WorkTree workTree() throws GitFailure {
    return WorkTree.parse(
        git.run(
            "",
            List.of(
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
                "--ignore-submodules=none",
                "--no-renames",
                "--",
                ".")));
  }

  /** The refs that match any of these patterns. */
  Refs refs(List<String> patterns) throws GitFailure {
    List<String> arguments = new ArrayList<>(List.of("for-each-ref", "--format=" + Refs.FORMAT));
    arguments.add("--");
    arguments.addAll(patterns);
    return Refs.parse(git.run("", arguments));
  }

  /**
   * What HEAD and a base have in common.
   *
   * @param base a revision; empty where there is none to compare with
   */
  Revisions revisions(String head, String base) throws GitFailure {
    List<String> arguments = new ArrayList<>(List.of("rev-parse", "--is-shallow-repository"));
    arguments.add(head + "^{tree}");
    if (!base.isEmpty()) {
      arguments.add(base + "..." + head);
    }
    arguments.add("--show-prefix");
    return Revisions.parse(git.run("", arguments));
  }

  /**
   * What differs between HEAD and the merge bases; where there are several, between it and any.
   *
   * @param listed whether to list all that HEAD holds, too
   */
  Trees trees(String head, Revisions revisions, boolean listed) throws GitFailure {
    StringBuilder questions = new StringBuilder();
    for (String mergeBase : revisions.mergeBases()) {
      questions.append(head).append(' ').append(mergeBase).append('\n');
    }
    if (listed) {
      String tree = revisions.headTree();
      questions.append(Trees.empty(tree)).append(' ').append(tree).append('\n');
    }
    return Trees.parse(
        git.run(
            questions.toString(),
            List.of(
                "diff-tree",
                "--stdin",
                "-r",
                "-z",
                "--raw",
                "--no-commit-id",
                "--no-renames",
                "--ignore-submodules=none")));
  }
}
