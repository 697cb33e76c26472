package io.github.containerversions.versions.model;

/**
 * A path that git knows and that is not on disk.
 *
 * @param kind why
 * @param path what is missing, from the repository root: a container's folder, one of its build
 *     files, or a submodule that holds the containers
 */
public record CheckoutGap(Kind kind, String path) {

  /** Why a path that git knows is not on disk. */
  public enum Kind {
    /** A submodule that nobody has run {@code git submodule update --init} for. */
    UNINITIALISED_SUBMODULE,
    /** Left out by the patterns of {@code git sparse-checkout}. */
    OUTSIDE_SPARSE_CHECKOUT,
    /** Removed, and git does not look at it: it has the skip-worktree bit. */
    HIDDEN_BY_SKIP_WORKTREE,
    /** Removed, and git does not look at it: it has the assume-unchanged bit. */
    HIDDEN_BY_ASSUME_UNCHANGED,
    /** A folder whose entries this user may not list. */
    UNLISTABLE,
    /** A symbolic link to a folder outside of the repository, or to one of git's own. */
    OUTSIDE_REPOSITORY,
    /** A folder whose name is no UTF-8, or has characters that the locale's encoding has not. */
    UNNAMEABLE;

    /** Whether a file is removed and git does not look. */
    public boolean isHidden() {
      return this == HIDDEN_BY_SKIP_WORKTREE || this == HIDDEN_BY_ASSUME_UNCHANGED;
    }
  }

  /** What is the matter, as the end of a sentence. */
  public String explanation() {
    return switch (kind) {
      case UNINITIALISED_SUBMODULE -> "this is a submodule that is not initialised";
      case OUTSIDE_SPARSE_CHECKOUT -> "this lies outside the sparse checkout";
      case HIDDEN_BY_SKIP_WORKTREE ->
          "this file is not on disk, and its skip-worktree bit hides that from git";
      case HIDDEN_BY_ASSUME_UNCHANGED ->
          "this file is not on disk, and its assume-unchanged bit hides that from git";
      case UNLISTABLE -> "this folder cannot be listed";
      case OUTSIDE_REPOSITORY ->
          "this symbolic link leaves the repository or leads to git's own files";
      case UNNAMEABLE ->
          "the name of this folder is not UTF-8, or the locale of this build cannot express it";
    };
  }

  /** What to do about it, one line. */
  public String remedy() {
    return switch (kind) {
      case UNINITIALISED_SUBMODULE -> "run git submodule update --init " + path;
      case OUTSIDE_SPARSE_CHECKOUT -> "run git sparse-checkout add " + path;
      case HIDDEN_BY_SKIP_WORKTREE -> unhide("--no-skip-worktree");
      case HIDDEN_BY_ASSUME_UNCHANGED -> unhide("--no-assume-unchanged");
      case UNLISTABLE -> "give the user who runs the build the right to read the folder";
      case OUTSIDE_REPOSITORY -> "put a folder there, or point the link into the repository";
      case UNNAMEABLE -> "set LC_ALL=C.UTF-8 for the build, or rename the folder";
    };
  }

  private String unhide(String option) {
    return "run git update-index "
        + option
        + " "
        + path
        + ", then git checkout -- "
        + path
        + " to have the file back, or commit its removal";
  }
}
