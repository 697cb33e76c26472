package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;

/** An element of the POM, read when it is needed, so that what is wrong in it ends the run. */
@FunctionalInterface
interface Element<T> {

  /**
   * Its content.
   *
   * @throws CannotCheckException where it has another form than it should
   */
  T read() throws CannotCheckException;
}
