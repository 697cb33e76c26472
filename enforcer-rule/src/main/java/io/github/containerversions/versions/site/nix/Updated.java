package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An update while its operands are added, from the right. */
final class Updated {
  private static final String VERSION = "version";

  private final Map<String, Thunk> known = new HashMap<>();
  private final Set<String> unsure = new HashSet<>();
  private @Nullable Unknown rest;
  private boolean open;

  /** Whether any name can be given already, so that what stands further left does not count. */
  boolean isOpen() {
    return open;
  }

  void add(Attributes left) {
    left.known()
        .forEach(
            (name, value) -> {
              if (!unsure.contains(name)) {
                known.putIfAbsent(name, value);
              }
            });
    if (left.rest() != null && left.names() == null) {
      open = true;
      // What an operand to the right may give, this one alone does not tell.
      rest = unsure.isEmpty() ? left.rest() : left.rest().piece();
    } else if (left.rest() != null && left.names() != null) {
      // One has to stand for all of them: that which can give a version is what one asks about.
      boolean mayVersion = left.names().contains(VERSION) && !unsure.contains(VERSION);
      rest = rest == null || mayVersion ? left.rest() : rest;
      unsure.addAll(left.names());
    }
  }

  Attributes result() {
    return new Attributes(known, rest, open ? null : unsure);
  }
}
