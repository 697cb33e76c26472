package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteAdvice;
import io.github.containerversions.versions.site.BuildFileSite;

/** The {@code VERSION} of a {@code container.py}, a native Dagger build, as a site. */
public final class ContainerPySite {

  /** The name of the file. */
  public static final String FILE = "container.py";

  /** The names and words of the site, where no other variable is configured. */
  public static final Site SITE = site(ModuleNames.VERSION);

  private ContainerPySite() {}

  /**
   * The site in a repository.
   *
   * @param variable the name that declares the version
   */
  public static BuildFileSite of(RepositoryFiles files, String variable) {
    return new BuildFileSite(site(variable), FILE, files, new PythonReader(variable));
  }

  private static Site site(String variable) {
    RuleInfo rule =
        new RuleInfo(
            "container-py-version",
            "A container.py declares the version as its module-level VERSION",
            "A native Dagger build takes the image's version from VERSION. Without it, or with two"
                + " different values, the image gets a wrong tag or none.",
            "Assign VERSION once at module level, as a plain string.");
    SiteAdvice advice =
        new SiteAdvice("set " + variable + " = \"{quoted}\" in {file}", variable + " in {file}");
    return new Site("container.py", FILE, FILE, "containerPyVersionCommand", rule, advice);
  }
}
