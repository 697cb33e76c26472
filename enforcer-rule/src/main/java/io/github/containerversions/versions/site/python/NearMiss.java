package io.github.containerversions.versions.site.python;

/**
 * What could be taken for the declaration that is missing.
 *
 * @param message what it is
 * @param start offset where it stands
 * @param end offset just after it
 */
record NearMiss(String message, int start, int end) {

  /** Sorts of near misses, the most telling first. */
  enum Sort {
    ANNOTATION,
    INSIDE,
    SPELLING,
    STAR_IMPORT,
    TEXT
  }
}
