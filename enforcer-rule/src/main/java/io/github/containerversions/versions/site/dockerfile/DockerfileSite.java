package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteAdvice;
import io.github.containerversions.versions.site.BuildFileSite;

/** The {@code ARG} of a {@code Dockerfile} as a site. */
public final class DockerfileSite {

  /** The name of the file. */
  public static final String FILE = "Dockerfile";

  private static final RuleInfo RULE =
      new RuleInfo(
          "dockerfile-version",
          "A Dockerfile declares the version as the default of its version ARG",
          "CI reads the version from the ARG to name the image. Without it, or with two different"
              + " defaults, the image gets a wrong tag or none.",
          "Declare the ARG once with the version as its default, or give every further default the"
              + " same value.");

  private DockerfileSite() {}

  /**
   * The names and words of the site.
   *
   * @param versionArg the name of the ARG that declares the version
   */
  public static Site site(String versionArg) {
    return new Site(
        "dockerfile",
        FILE,
        FILE,
        "",
        RULE,
        new SiteAdvice(
            "set ARG " + versionArg + "={version} in {file}", "ARG " + versionArg + " in {file}"));
  }

  /** The site in a repository. */
  public static BuildFileSite of(RepositoryFiles files, String versionArg) {
    return new BuildFileSite(site(versionArg), FILE, files, new DockerfileReader(versionArg));
  }
}
