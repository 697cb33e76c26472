package io.github.containerversions.versions;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.rules.VersionRules;
import io.github.containerversions.versions.scope.ScopeFilter;
import java.util.function.Predicate;

/**
 * The containers that a run checks: those that it is asked about, that are not exempt, and that are
 * in scope for any reason.
 *
 * @param asked which containers the run is asked about
 * @param judge knows which are exempt
 * @param sites know on which other files a container depends
 * @param touched those of which a file has changed
 * @param placed those that a changed file of a place names
 * @param commanded those that a command answers for
 */
record CheckedContainers(
    Predicate<Container> asked,
    VersionRules judge,
    SiteList sites,
    ScopeFilter touched,
    PlaceScope placed,
    CommandScope commanded)
    implements Predicate<Container> {

  /** Whether a container is checked; any thread may ask. */
  @Override
  public boolean test(Container container) {
    return asked.test(container)
        && !judge.isExempt(container)
        && (touched.covers(container, () -> sites.dependencies(container))
            || placed.covers(container)
            || commanded.covers(container));
  }
}
