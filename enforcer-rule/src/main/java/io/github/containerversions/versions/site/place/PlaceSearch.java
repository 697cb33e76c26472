package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import java.util.List;

/** The image, key or text that a place looks for in a file. */
public interface PlaceSearch {

  /**
   * Everything that is found in a file, in its order.
   *
   * @param text the file
   * @param files where others are read that it refers to
   */
  List<Statement> find(SourceText text, RepositoryFiles files);

  /** What a file must contain for anything to be found; empty where that is not known. */
  String needle();

  /** Whether anything can be found in a text, by a look that is cheaper than the search. */
  default boolean mayBeIn(String content) {
    return content.contains(needle());
  }

  /** Whether what is found names its container or its service. */
  boolean hasNames();

  /** What it looks for, as messages name it. */
  String description();
}
