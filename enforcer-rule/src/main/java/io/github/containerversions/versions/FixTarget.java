package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.model.VersionText;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The version that all places of a container are changed to. */
public final class FixTarget {
  /** The one version that the branch has changed since its base. */
  public static final String CHANGED = "changed";

  private final VersionSettings settings;
  private final VersionResult result;
  private final String from;

  /**
   * The targets of a run.
   *
   * @param from the id of a site, or {@link #CHANGED}
   */
  public FixTarget(VersionSettings settings, VersionResult result, String from) {
    this.settings = settings;
    this.result = result;
    this.from = from;
  }

  /**
   * The version for a container.
   *
   * @throws CannotCheckException where there is not exactly one; the message says what to do
   */
  public String of(ContainerResult container) throws CannotCheckException {
    Set<String> versions = from.equals(CHANGED) ? changed(container) : declared(container);
    if (versions.size() == 1) {
      return versions.iterator().next();
    }
    String name = container.container().name();
    if (from.equals(CHANGED)) {
      throw new CannotCheckException(
          versions.isEmpty()
              ? name
                  + ": this branch has changed none of its versions; say which one is right by"
                  + " -Dfrom=inventory or another place"
              : name
                  + ": this branch has changed it to "
                  + String.join(" and ", versions)
                  + "; say which one is right by -Dfrom");
    }
    throw new CannotCheckException(
        name + ": " + from + (versions.isEmpty() ? " has no version" : " has several versions"));
  }

  private Set<String> declared(ContainerResult container) {
    Set<String> versions = new TreeSet<>();
    for (SiteReading each : container.readings()) {
      if (each.site().id().equals(from)) {
        each.reading().declarations().forEach(it -> versions.add(normalised(it)));
      }
    }
    return versions;
  }

  /** The versions of those sites that said something else at the base. */
  private Set<String> changed(ContainerResult container) throws CannotCheckException {
    if (!(result.scope().base() instanceof Base.Branch base)) {
      throw new CannotCheckException(
          "there is no base branch that this branch could have changed a version since ("
              + result.scope().detail()
              + "); say which version is right by -Dfrom=inventory or another place");
    }
    try {
      Set<String> changed = new TreeSet<>();
      // A deployment that the branch has moved as well may be behind what it builds.
      List<SiteReading> agreeing =
          container.readings().stream().filter(it -> it.site().mustAgree()).toList();
      new BranchVersions(settings, base)
          .moved(container.container(), agreeing)
          .forEach(it -> changed.add(normalised(it)));
      return changed;
    } catch (IOException e) {
      throw new CannotCheckException("git cannot say what has changed: " + e.getMessage());
    }
  }

  private static String normalised(Declaration declaration) {
    return VersionText.normalise(declaration.version());
  }
}
