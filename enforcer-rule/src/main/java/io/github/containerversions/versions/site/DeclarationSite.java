package io.github.containerversions.versions.site;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of place where the version of a container is declared. {@code SiteList} lists all of
 * them; rules, tables, advice, reports and the scope follow from the list.
 */
public interface DeclarationSite {

  /** Its names, its words, and the rule that speaks for its problems. */
  Site site();

  /** The same for one container, where its file has another name than usual. */
  default Site siteOf(Container container) {
    return site();
  }

  /** What it says of a container; empty where the container does not use it. */
  Optional<Reading> read(Container container);

  /**
   * The files outside of the container's folder that what it says depends on, from the repository
   * root.
   */
  default Set<String> dependencies(Container container) {
    return Set.of();
  }
}
