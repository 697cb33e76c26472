package io.github.containerversions.versions;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.site.place.PlaceSite;
import io.github.containerversions.versions.site.place.PlaceSite.NamedContainers;
import java.util.List;

/** The containers that are in scope because a file of a place has changed that names them. */
final class PlaceScope {
  private final List<NamedContainers> named;

  PlaceScope(Scope scope, List<PlaceSite> places) {
    this.named =
        scope.changes() instanceof Changes.Files files
            ? places.stream().map(it -> it.named(files.paths())).toList()
            : List.of();
  }

  /** Whether a file of any place has changed. */
  boolean isTouched() {
    return named.stream().anyMatch(it -> !it.isEmpty());
  }

  /** Whether a changed file names a container. */
  boolean covers(Container container) {
    return named.stream().anyMatch(it -> it.contains(container));
  }
}
