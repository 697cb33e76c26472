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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code ARG} of a {@code Dockerfile} as a site.
 *
 * @param files where it is read from
 * @param versionArgs what declares the version
 */
public record DockerfileSite(RepositoryFiles files, VersionArgs versionArgs)
    implements DeclarationSite {

  /** What Buildah and Podman look for first; here it counts where there is no Dockerfile. */
  public static final String CONTAINERFILE = "Containerfile";

  private static final String DOCKERFILE = "Dockerfile";

  /** The names of the file; the first that is there counts, of those of Docker as in BuildKit. */
  public static final List<String> FILES =
      List.of(DOCKERFILE, DOCKERFILE.toLowerCase(Locale.ROOT), CONTAINERFILE);

  /** The names and words of the site. */
  public static final Site SITE = described(DOCKERFILE);

  private static final Site CONTAINERFILE_SITE = described(CONTAINERFILE);

  private static Site described(String title) {
    RuleInfo rule =
        new RuleInfo(
            "dockerfile-version",
            "A Dockerfile declares the version as the default of its version ARG",
            "CI reads the version from the ARG to name the image. Without it, or with two"
                + " different defaults, the image gets a wrong tag or none.",
            "Declare the ARG once with the version as its default, or give all its defaults the"
                + " same value.");
    SiteAdvice advice = new SiteAdvice("set {lead}{version} in {file}", "{name} in {file}");
    return new Site("dockerfile", DOCKERFILE, title, "", rule, advice);
  }

  @Override
  public Site site() {
    return SITE;
  }

  @Override
  public Site siteOf(Container container) {
    return file(container).equals(CONTAINERFILE) ? CONTAINERFILE_SITE : SITE;
  }

  @Override
  public Optional<Reading> read(Container container) {
    DockerfileReader reader = new DockerfileReader(versionArgs.of(container));
    return new BuildFileSite(siteOf(container), file(container), files, reader).read(container);
  }

  /** The file of a container that is read. */
  private static String file(Container container) {
    for (String file : FILES) {
      if (container.buildFiles().contains(file)) {
        return file;
      }
    }
    return DOCKERFILE;
  }
}
