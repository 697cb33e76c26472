package io.github.containerversions.versions;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.site.place.PlaceSite;
import io.github.containerversions.versions.site.place.PlaceSite.NamedContainers;
import java.util.ArrayList;
import java.util.List;

/** The containers that are in scope because a file of a place has changed that names them. */
final class PlaceScope {
  private final List<NamedContainers> named;

  PlaceScope(Scope scope, List<PlaceSite> places) {
    this.named = new ArrayList<>();
    if (scope.changes() instanceof Changes.Files files) {
      for (PlaceSite place : places) {
        named.add(place.named(files.paths()));
      }
    }
  }

  /** Whether a file of any place has changed. */
  boolean isTouched() {
    for (NamedContainers each : named) {
      if (!each.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a changed file names a container. */
  boolean covers(Container container) {
    for (NamedContainers each : named) {
      if (each.contains(container)) {
        return true;
      }
    }
    return false;
  }
}
