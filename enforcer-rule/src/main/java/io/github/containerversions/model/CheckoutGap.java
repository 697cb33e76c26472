package io.github.containerversions.model;

/**
 * A place that git knows and that is not, or not fully, on disk.
 *
 * @param kind why it is not there
 * @param path what is missing, from the repository root: a container's folder, one of its build
 *     files, or a submodule that holds the containers
 */
public record CheckoutGap(Kind kind, String path) {

  /** Why something that git knows is not on disk. */
  public enum Kind {
    /** A submodule that nobody has run {@code git submodule update --init} for. */
    UNINITIALISED_SUBMODULE,
    /** Left out by the patterns of {@code git sparse-checkout}. */
    OUTSIDE_SPARSE_CHECKOUT
  }
}
