package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Determines from git which containers a run checks. When in doubt, all containers are checked.
 *
 * <p>A file is touched when it differs between the merge base and HEAD, between HEAD and the index,
 * or between the index and the disk, or when it is untracked: a change that was staged and undone
 * on disk counts, and so does one that was committed and undone since.
 *
 * <p>On the base branch there is nothing to compare with, so all containers are checked. That is
 * the case when
 *
 * <ul>
 *   <li>the current branch bears the name of the base, whatever else has changed and however far it
 *       is ahead of the remote's (a push to main, in CI and at home);
 *   <li>HEAD is detached at a commit of the base (the same push, in a CI that checks out commits);
 *   <li>another branch differs in nothing from the base, neither by commits nor locally: a gate
 *       must check something.
 * </ul>
 *
 * A new branch with local changes only is compared with the commit that it starts from.
 *
 * <p>At most four git processes are started, two at a time, none of which writes or fetches
 * anything, and a further one where the {@linkplain Index index} has an unusual form or HEAD is
 * kept in another way than as a file; none at all where all containers are asked for and nothing on
 * disk hints at a {@linkplain CheckoutGap gap}.
 */
public final class GitScope {

  /** For one git process. Half a minute is long for git and short for somebody who waits. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Duration timeout;
  private @Nullable FutureTask<Repository> begun;

  public GitScope() {
    this(TIMEOUT);
  }

  /** A shorter patience, for tests. */
  GitScope(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * Begins to ask git what does not depend on more than this, while the caller finds out the rest.
   * For a request with the same root, environment and {@code baseRef} that is to compare.
   */
  public void begin(Path root, String baseRef, Map<String, String> environment) {
    FutureTask<Repository> task =
        new FutureTask<>(() -> new Repository(root, environment, timeout));
    begun = task;
    start(
        () -> {
          task.run();
          Repository repository = task.get();
          start(repository::workTree, "container-versions-work-tree");
          return BaseGuess.of(repository, BaseSearch.of(baseRef, environment));
        },
        "container-versions-base");
  }

  /** Whoever asks git the same later gets the same answer or failure, and tells it. */
  private static void start(Callable<?> question, String name) {
    Thread thread = new Thread(new FutureTask<>(question), name);
    thread.setDaemon(true);
    thread.start();
  }

  private Repository repository(ScopeRequest request) {
    FutureTask<Repository> task = begun;
    try {
      if (task != null) {
        return task.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      // Asked again below, where the failure is reported.
    }
    return new Repository(request.repositoryRoot(), request.environment(), timeout);
  }

  /**
   * Finds the scope of a run.
   *
   * @throws ScopeException if {@code baseRef} names no branch that exists, or git refuses the
   *     repository for its owner
   */
  public ScopedCheckout examine(ScopeRequest request) throws ScopeException {
    CheckoutGaps gaps =
        new CheckoutGaps(request.repositoryRoot(), request.containers(), request.buildFiles());
    Repository repository = repository(request);
    boolean suspected = gaps.suspected(request.environment());
    return switch (request.mode()) {
      case CHANGED -> new Comparison(request, repository, gaps, suspected).examine();
      case ALL ->
          new ScopedCheckout(
              new Scope(
                  Mode.ALL,
                  Reason.REQUESTED,
                  new Base.None(),
                  "all containers were asked for",
                  new Changes.Everything()),
              suspected || hasHidden(repository)
                  ? askForGaps(request, repository, gaps, suspected)
                  : List.of());
    };
  }

  /** Whether git may have been asked not to look at some files. */
  private static boolean hasHidden(Repository repository) {
    return repository.readIndex().map(index -> !index.isEmpty()).orElse(true);
  }

  private static List<CheckoutGap> askForGaps(
      ScopeRequest request, Repository repository, CheckoutGaps gaps, boolean listed) {
    try {
      WorkTree workTree = repository.workTree();
      return workTree.head().isEmpty()
          ? List.of()
          : gaps.find(request, repository, workTree, listed);
    } catch (GitFailure unknown) {
      // All containers on disk are checked as they are; without git there is no more to know.
      return List.of();
    }
  }
}
