package io.github.containerversions.versions.model;

/**
 * A place that is known and cannot be looked at.
 *
 * @param kind why
 * @param path what is missing, from the repository root: a container's folder, one of its build
 *     files, or a submodule that holds the containers
 */
public record CheckoutGap(Kind kind, String path) {

  /** Why something that is known cannot be looked at. */
  public enum Kind {
    /** A submodule that nobody has run {@code git submodule update --init} for. */
    UNINITIALISED_SUBMODULE,
    /** Left out by the patterns of {@code git sparse-checkout}. */
    OUTSIDE_SPARSE_CHECKOUT,
    /** A folder whose entries this user may not list. */
    UNLISTABLE
  }

  /** What is the matter, as the end of a sentence. */
  public String explanation() {
    return switch (kind) {
      case UNINITIALISED_SUBMODULE -> "this is a submodule that is not initialised";
      case OUTSIDE_SPARSE_CHECKOUT -> "this lies outside the sparse checkout";
      case UNLISTABLE -> "this folder cannot be listed";
    };
  }

  /** What to do about it, one line. */
  public String remedy() {
    return switch (kind) {
      case UNINITIALISED_SUBMODULE -> "run git submodule update --init " + path;
      case OUTSIDE_SPARSE_CHECKOUT -> "run git sparse-checkout add " + path;
      case UNLISTABLE -> "give the user who runs the build the right to read the folder";
    };
  }
}
