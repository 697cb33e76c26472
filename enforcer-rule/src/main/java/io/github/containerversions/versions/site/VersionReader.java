package io.github.containerversions.versions.site;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Reading;

/**
 * Reads the version that the text of a build file declares.
 *
 * <p>A reader never throws, and takes time linear in the length of the text. A version that it
 * cannot determine is a problem with its reason, never a guess.
 */
@FunctionalInterface
public interface VersionReader {

  Reading read(SourceText text);

  /** Whether what a text declares can depend on another file. */
  default boolean mayFollow(SourceText text) {
    return false;
  }
}
