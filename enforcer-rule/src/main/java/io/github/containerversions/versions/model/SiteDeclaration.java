package io.github.containerversions.versions.model;

/**
 * A declaration and the site that it was found at.
 *
 * @param site the site
 * @param declaration the declaration
 */
public record SiteDeclaration(Site site, Declaration declaration) {

  /** What messages call its origin. */
  public String title() {
    return site.titleOf(declaration);
  }

  /** The version that is declared. */
  public String version() {
    return declaration.version();
  }
}
