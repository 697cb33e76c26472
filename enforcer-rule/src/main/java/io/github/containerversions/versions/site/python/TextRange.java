package io.github.containerversions.versions.site.python;

/** The tokens from one to just before another. */
record TextRange(int from, int to) {

  int size() {
    return to - from;
  }

  boolean isEmpty() {
    return to <= from;
  }
}
