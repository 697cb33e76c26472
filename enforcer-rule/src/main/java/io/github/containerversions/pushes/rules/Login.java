package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import java.util.List;
import java.util.Set;

/**
 * A login to a registry.
 *
 * @param host the registry; unknown where an action logs in somewhere
 * @param location where it stands
 * @param credentials its password; empty where it is read from somewhere
 * @param keychains where it is kept, or may be
 * @param namespace the part of the registry that it is for; empty for all of it
 */
record Login(
    Host host,
    Location location,
    List<Push.Credential> credentials,
    Set<AuthFile> keychains,
    String namespace) {

  /** Whether it is for an image, where that is one of its registry. */
  boolean covers(Image image) {
    String name = LocatedPiece.written(image.parts());
    int slash = name.indexOf('/');
    String path = slash < 0 ? name : name.substring(slash + 1);
    return namespace.isEmpty()
        || (path.startsWith(namespace)
            && (path.length() == namespace.length()
                || "/:@".indexOf(path.charAt(namespace.length())) >= 0));
  }

  /** What tells it from others. */
  String key() {
    return namespace.isEmpty() ? host.key() : host.key() + "/" + namespace;
  }

  /** What messages call it. */
  String name() {
    return namespace.isEmpty() ? host.name() : host.name() + "/" + namespace;
  }
}
