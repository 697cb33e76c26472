package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.versions.edit.EditedFiles;
import io.github.containerversions.versions.edit.FileChanges;
import io.github.containerversions.versions.edit.UnifiedDiff;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes another version of containers in every place that states it.
 *
 * <p>Each edit is tried on the text before it is made: the readers must then say the new version at
 * that place. In the end they must say it everywhere, and of all other containers what they said
 * before. Nothing is written until all of that holds for every container.
 */
public final class VersionChanges {

  /** What a registry takes as a part of a tag; no format needs quotes or escapes for any of it. */
  private static final String WRITABLE = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";

  private final VersionSettings settings;
  private final List<Container> all;
  private final Limits limits;
  private final EditedFiles files;
  private final List<String> lines = new ArrayList<>();
  private final Set<Container> changed = new LinkedHashSet<>();

  /**
   * What is written beside what must agree.
   *
   * @param deployments whether places that may be behind are
   * @param commit the commit that tags are to name; empty where those that name one stay
   */
  record Limits(boolean deployments, String commit) {}

  /**
   * Changes to a repository.
   *
   * @param all all its containers
   * @param deployments whether places that may be behind are written as well
   * @param commit the commit that tags are to name; empty where those that name one stay as they
   *     are
   */
  public VersionChanges(
      VersionSettings settings, List<Container> all, boolean deployments, String commit) {
    this.settings = settings;
    this.all = List.copyOf(all);
    this.limits = new Limits(deployments, commit);
    this.files = new EditedFiles(new DiskFiles(settings.root()));
  }

  /** What was changed and what was left, a line each. */
  public List<String> lines() {
    return lines;
  }

  /** The edits as a unified diff. */
  public List<String> diff() {
    return UnifiedDiff.of(files);
  }

  /** The files that differ, as they are to be written. */
  public EditedFiles files() {
    return files;
  }

  /**
   * Makes every place of a container say a version.
   *
   * @throws CannotCheckException where a place cannot be made to; the message says which and why
   */
  public void set(Container container, String newVersion) throws CannotCheckException {
    String version = VersionText.normalise(newVersion);
    if (!version.matches(WRITABLE)) {
      throw new CannotCheckException(
          "\""
              + newVersion
              + "\" cannot be written as a version: allowed are letters, digits, dots, hyphens and"
              + " underscores, as in the tag of an image");
    }
    changed.add(container);
    new ContainerEdit(settings, files, container, version, limits, lines).run();
  }

  /**
   * Holds the edits against all other containers.
   *
   * @throws CannotCheckException where one of them would say something else than before
   */
  public void verify() throws CannotCheckException {
    Collection<String> edited = files.edited().keySet();
    boolean own =
        edited.stream()
            .allMatch(
                file -> changed.stream().anyMatch(it -> file.startsWith(it.directory() + "/")));
    if (own) {
      return;
    }
    SiteList before = new SiteList(new DiskFiles(settings.root()), settings);
    SiteList after = new SiteList(files, settings);
    List<Container> others = all.stream().filter(it -> !changed.contains(it)).toList();
    Map<String, List<SiteReading>> said = said(before, others);
    Map<String, List<SiteReading>> says = said(after, others);
    for (Container other : others) {
      if (!versions(said.get(other.name())).equals(versions(says.get(other.name())))) {
        throw new CannotCheckException(
            "nothing is changed: the version of "
                + other.name()
                + " comes from the same place in "
                + String.join(", ", edited));
      }
    }
  }

  private static Map<String, List<SiteReading>> said(SiteList sites, List<Container> containers) {
    return sites.read(containers, it -> true).stream()
        .collect(Collectors.toMap(it -> it.container().name(), it -> it.readings()));
  }

  private static List<String> versions(@Nullable List<SiteReading> readings) {
    List<String> versions = new ArrayList<>();
    for (SiteReading each : readings == null ? List.<SiteReading>of() : readings) {
      each.reading().declarations().forEach(it -> versions.add(each.site().id() + it.version()));
      each.reading().problems().forEach(it -> versions.add(each.site().id() + it.message()));
    }
    return versions;
  }

  /**
   * Writes the edits.
   *
   * @throws CannotCheckException where they cannot be written; then every file is as it was
   */
  public void write() throws CannotCheckException {
    verify();
    try {
      new FileChanges(settings.root()).write(files);
    } catch (IOException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()));
    }
  }
}
