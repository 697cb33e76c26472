package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteAdvice;
import io.github.containerversions.versions.model.VersionArgs;
import io.github.containerversions.versions.site.BuildFileSite;
import io.github.containerversions.versions.site.DeclarationSite;
import java.util.Optional;

/**
 * The {@code ARG} of a {@code Dockerfile} as a site.
 *
 * @param files where it is read from
 * @param versionArgs what declares the version
 */
public record DockerfileSite(RepositoryFiles files, VersionArgs versionArgs)
    implements DeclarationSite {

  /** The name of the file. */
  public static final String FILE = "Dockerfile";

  /** The names and words of the site. */
  public static final Site SITE = described();

  private static Site described() {
    RuleInfo rule =
        new RuleInfo(
            "dockerfile-version",
            "A Dockerfile declares the version as the default of its version ARG",
            "CI reads the version from the ARG to name the image. Without it, or with two different"
                + " defaults, the image gets a wrong tag or none.",
            "Declare the ARG once with the version as its default, or give every further default"
                + " the same value.");
    SiteAdvice advice = new SiteAdvice("set {lead}{version} in {file}", "{name} in {file}");
    return new Site("dockerfile", FILE, FILE, "", rule, advice);
  }

  @Override
  public Site site() {
    return SITE;
  }

  @Override
  public Optional<Reading> read(Container container) {
    DockerfileReader reader = new DockerfileReader(versionArgs.of(container));
    return new BuildFileSite(SITE, FILE, files, reader).read(container);
  }
}
