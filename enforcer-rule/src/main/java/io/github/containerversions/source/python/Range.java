package io.github.containerversions.source.python;

/** The tokens from one to just before another. */
record Range(int from, int to) {

  int size() {
    return to - from;
  }

  boolean isEmpty() {
    return to <= from;
  }
}
