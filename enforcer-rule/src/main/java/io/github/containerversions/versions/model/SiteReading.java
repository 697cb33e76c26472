package io.github.containerversions.versions.model;

import java.util.List;
import java.util.Optional;

/**
 * What one site says of one container.
 *
 * @param site the site
 * @param reading its declarations or problems
 */
public record SiteReading(Site site, Reading reading) {

  /** The same, with a {@linkplain Reading#showable showable} reading. */
  @SuppressWarnings("ReferenceEquality") // the same object is what says that nothing had to go
  public SiteReading showable() {
    Reading showable = reading.showable();
    return showable == reading ? this : new SiteReading(site, showable);
  }

  /**
   * The declarations that must agree with those of the other sites: the one that a build file or an
   * inventory stands for; of a place each, also where another of its files cannot be read.
   */
  public List<Declaration> versions() {
    if (!site.mustAgree()) {
      return List.of();
    }
    if (site.role() == Site.Role.PLACE) {
      return reading.declarations();
    }
    Optional<Declaration> version = reading.version();
    return version.isPresent() ? List.of(version.get()) : List.of();
  }
}
