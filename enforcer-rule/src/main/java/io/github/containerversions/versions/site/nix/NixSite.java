package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteAdvice;
import io.github.containerversions.versions.site.BuildFileSite;

/** The {@code version} of a {@code default.nix} as a site. */
public final class NixSite {

  /** The name of the file. */
  public static final String FILE = "default.nix";

  /** The names and words of the site. */
  public static final Site SITE = site();

  private NixSite() {}

  /** The site in a repository. */
  public static BuildFileSite of(RepositoryFiles files) {
    return new BuildFileSite(SITE, FILE, files, new NixReader(files));
  }

  private static Site site() {
    RuleInfo rule =
        new RuleInfo(
            "nix-version",
            "A default.nix yields a version, by itself or with a command",
            "A derivation that packs the version in nixpkgs changes its version silently whenever"
                + " the pin of nixpkgs moves.",
            "Bind version to a string in the let before the result of default.nix, or name the"
                + " nixpkgs package in nixPackages so that nixVersionCommand can print its"
                + " version.");
    SiteAdvice advice =
        new SiteAdvice(
            "set version = \"{quoted}\" in {file}",
            "bind version = \"{quoted}\" in {file} or pin a nixpkgs that has {version}",
            "version in {file}",
            SiteAdvice.Quoting.NIX,
            false);
    return new Site("nix", FILE, FILE, "nixVersionCommand", rule, advice);
  }
}
