package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Mode;
import io.github.containerversions.versions.model.Scope.Reason;
import io.github.containerversions.versions.scope.BaseSearch.Found;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One comparison of a working tree with its base: the rows of the table in docs/scope.md. */
final class Comparison {

  private static final String DEPTH_HINT = "in CI, check out with fetch-depth: 0";

  /** Enough of a hash to recognise it by. */
  private static final int SHORT = 10;

  /** Stands where the bytes of a name are no text; it leads to no file. */
  private static final char UNREADABLE = '\uFFFD';

  private final ScopeRequest request;
  private final Repository repository;
  private final CheckoutGaps gaps;
  private final boolean gapsSuspected;
  private final BaseSearch search;

  Comparison(ScopeRequest request, Repository repository, CheckoutGaps gaps, boolean gapsSuspected)
      throws ScopeException {
    this.request = request;
    this.repository = repository;
    this.gaps = gaps;
    this.gapsSuspected = gapsSuspected;
    this.search = BaseSearch.of(request.baseRef(), request.environment());
  }

  ScopedCheckout examine() throws ScopeException {
    Thread ahead = new Thread(this::askAhead, "container-versions-base");
    ahead.setDaemon(true);
    ahead.start();
    try {
      WorkTree workTree = repository.workTree();
      if (workTree.head().isEmpty()) {
        return widened(Reason.NO_COMMIT, "there is no commit yet to compare with", List.of());
      }
      Optional<Found> base =
          search.find(BaseGuess.refs(repository, search, workTree.branch()), workTree.branch());
      return base.isPresent() ? compare(workTree, base.get()) : withoutBase(workTree);
    } catch (GitFailure failure) {
      if (failure.isDubiousOwnership()) {
        throw new ScopeException(failure.text());
      }
      // Reports hold no absolute path, and git's messages may.
      String line = failure.line().replace(request.repositoryRoot() + "/", "");
      return widened(failure.isNoGit() ? Reason.NO_GIT : Reason.GIT_FAILED, line, List.of());
    }
  }

  /** Asks what will be asked once git has looked at the working tree, while it does so. */
  private void askAhead() {
    try {
      Optional<BaseGuess> guess = BaseGuess.of(repository, search);
      if (guess.isPresent() && guess.get().differs()) {
        Revisions revisions = guess.get().revisions();
        repository.askTrees(guess.get().head(), revisions, gapsSuspected);
        repository.readAhead(indexed(revisions));
      }
    } catch (GitFailure | ScopeException told) {
      // Who asks the same question gets the same answer, and tells it.
    }
  }

  private ScopedCheckout compare(WorkTree workTree, Found base) throws GitFailure, ScopeException {
    Revisions revisions;
    try {
      revisions = repository.revisions(workTree.head(), base.revision());
    } catch (GitFailure failure) {
      if (base.isKnown() || !failure.isGitsOwn()) {
        throw failure;
      }
      return withoutBase(workTree);
    }
    boolean onBase = isOnBase(workTree, base, revisions);
    boolean comparable = !onBase && !revisions.mergeBases().isEmpty();
    Trees trees =
        comparable || gapsSuspected
            ? repository.trees(workTree.head(), revisions, gapsSuspected)
            : Trees.NONE;
    Index index = repository.index(indexed(revisions));
    Unseen unseen = new Unseen(request, index, repository.isSparse(), revisions.prefix());
    List<CheckoutGap> found = gaps.find(trees, workTree.changes(), unseen);
    if (!revisions.inside() || unseen.coversRoot(workTree.ignored())) {
      return widened(Reason.NO_GIT, "the repository root is not tracked by git", found);
    }
    if (onBase) {
      return new ScopedCheckout(onBase(workTree, base, revisions), found);
    }
    if (!comparable) {
      return widened(Reason.NO_MERGE_BASE, noMergeBase(base, revisions), found);
    }
    Set<String> unlisted = unseen.hidden();
    unlisted.addAll(unseen.needed(workTree.ignored()));
    Scope scope = touched(workTree, base, revisions, trees, unlisted);
    boolean vouched = found.isEmpty() && index.isEmpty() && !gapsSuspected;
    return scope.changes() instanceof Changes.Files files && vouched
        ? new ScopedCheckout(
            scope,
            found,
            IndexedFolders.unchanged(
                index.listed(),
                revisions.prefix(),
                request.containers().directory(),
                files,
                workTree.ignored()))
        : new ScopedCheckout(scope, found);
  }

  /** The folder of which the index is to list all, from the top; empty where that is no use. */
  private String indexed(Revisions revisions) {
    ContainerLayout containers = request.containers();
    return containers.byBuildFile() ? "" : revisions.prefix() + containers.directory() + "/";
  }

  private ScopedCheckout withoutBase(WorkTree workTree) throws GitFailure, ScopeException {
    String detail =
        "this clone has no branch to compare with: looked for "
            + search.missing()
            + "; "
            + DEPTH_HINT;
    return widened(Reason.NO_BASE, detail, gaps.find(request, repository, workTree, gapsSuspected));
  }

  /** See the class comment of {@link GitScope}. A base that is a commit has no branch to be on. */
  private static boolean isOnBase(WorkTree workTree, Found base, Revisions revisions) {
    if (!workTree.branch().isEmpty() && workTree.branch().equals(base.branch())) {
      return true;
    }
    boolean contained = revisions.mergeBases().equals(List.of(workTree.head()));
    boolean detached = workTree.branch().isEmpty() && !base.branch().isEmpty();
    return contained && (detached || workTree.changes().isEmpty());
  }

  private static Scope onBase(WorkTree workTree, Found base, Revisions revisions) {
    String detail;
    if (workTree.branch().isEmpty()) {
      detail = "HEAD is a commit of " + base.shown();
    } else if (workTree.branch().equals(base.branch())) {
      detail = workTree.branch() + " is the base branch itself";
    } else {
      detail = "nothing differs from " + base.shown();
    }
    Base compared = revisions.mergeBases().isEmpty() ? new Base.None() : branch(base, revisions);
    return scope(
        Reason.ON_BASE,
        compared,
        detail + ", so there is nothing to compare with" + base.remarks(),
        new Changes.Everything());
  }

  private Scope touched(
      WorkTree workTree, Found base, Revisions revisions, Trees trees, Set<String> unlisted) {
    Set<String> paths = new LinkedHashSet<>();
    for (Set<String> changes : List.of(trees.changes(), workTree.changes(), unlisted)) {
      for (String path : changes) {
        if (path.startsWith(revisions.prefix())) {
          paths.add(path.substring(revisions.prefix().length()));
        }
      }
    }
    for (String path : paths) {
      if (path.indexOf(UNREADABLE) >= 0) {
        return scope(
            Reason.GIT_FAILED,
            new Base.None(),
            "git lists a file whose name is not valid in this locale",
            new Changes.Everything());
      }
    }
    Changes.Files files = new Changes.Files(paths);
    Base compared = branch(base, revisions);
    SymbolicLinks links = new SymbolicLinks(request.repositoryRoot());
    if (!request.inventoryFile().isEmpty()
        && files.touchAny(links.placesOf(request.inventoryFile()))) {
      return scope(
          Reason.INVENTORY_CHANGED,
          compared,
          request.inventoryFile() + " has changed" + since(base, revisions),
          new Changes.Everything());
    }
    for (String configuration : request.configurationFiles()) {
      if (files.touchAny(links.placesOf(configuration))) {
        return scope(
            Reason.CONFIGURATION_CHANGED,
            compared,
            configuration + " has changed" + since(base, revisions),
            new Changes.Everything());
      }
    }
    String count = paths.size() == 1 ? "1 file has" : paths.size() + " files have";
    return scope(Reason.BASE, compared, count + " changed" + since(base, revisions), files);
  }

  private static String since(Found base, Revisions revisions) {
    String mergeBase = revisions.mergeBases().get(0);
    String at = base.shown().equals(mergeBase) ? "" : " at " + mergeBase.substring(0, SHORT);
    return " since " + base.shown() + at + base.remarks();
  }

  private static String noMergeBase(Found base, Revisions revisions) {
    return "HEAD and "
        + base.shown()
        + " have no commit in common"
        + (revisions.shallow() ? " in this shallow clone" : "")
        + base.remarks()
        + "; "
        + DEPTH_HINT;
  }

  private static Base branch(Found base, Revisions revisions) {
    return new Base.Branch(base.shown(), revisions.mergeBases().get(0));
  }

  private static ScopedCheckout widened(Reason reason, String detail, List<CheckoutGap> gaps) {
    return new ScopedCheckout(
        scope(reason, new Base.None(), detail, new Changes.Everything()), gaps);
  }

  private static Scope scope(Reason reason, Base base, String detail, Changes changes) {
    return new Scope(Mode.CHANGED, reason, base, detail, changes);
  }
}
