package io.github.containerversions;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.Reading;
import io.github.containerversions.model.Scope;
import io.github.containerversions.model.Source;
import io.github.containerversions.source.VersionSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tells whether a change touches a container: a file in its folder, or one its readers follow. */
final class Touched implements Predicate<Container> {
  private final Scope.Changes changes;
  private final Map<Source, VersionSource> sources;
  private final Set<String> folders = new HashSet<>();

  Touched(Scope.Changes changes, String containersDirectory, Map<Source, VersionSource> sources) {
    this.changes = changes;
    this.sources = sources;
    if (changes instanceof Scope.Changes.Files files) {
      files.paths().forEach(path -> addFolder(path, containersDirectory + "/"));
    }
  }

  private void addFolder(String path, String parent) {
    if (path.startsWith(parent)) {
      int end = path.indexOf('/', parent.length());
      folders.add(path.substring(0, end < 0 ? path.length() : end));
    }
  }

  @Override
  public boolean test(Container container) {
    return !(changes instanceof Scope.Changes.Files files)
        || folders.contains(container.directory())
        || followsAny(container, files.paths());
  }

  /** Only a derivation can follow other files. */
  private boolean followsAny(Container container, Set<String> changed) {
    VersionSource nix = sources.get(Source.NIX);
    if (changed.isEmpty() || nix == null) {
      return false;
    }
    return nix.read(container).map(Reading::followed).stream()
        .anyMatch(followed -> !Collections.disjoint(followed, changed));
  }
}
