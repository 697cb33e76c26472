package io.github.containerversions.versions.history;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the build files of a container declare at one commit.
 *
 * @param versions normalised
 * @param written one of them as written; empty where there is none
 * @param complete whether all of them could be read
 * @param followsOutside whether they depend on files outside of the container's folder
 */
public record BuildVersions(
    Set<String> versions, String written, boolean complete, boolean followsOutside) {

  /** Of a folder that the clone does not have. */
  static final BuildVersions MISSING = new BuildVersions(Set.of(), "", false, false);

  /** Reads the build files of containers. */
  @FunctionalInterface
  public interface Reader {

    /** What each build file of a container says. */
    List<Reading> read(RepositoryFiles files, Container container);
  }

  static BuildVersions of(List<Reading> readings, Container container) {
    Set<String> versions = new TreeSet<>();
    String written = "";
    boolean complete = true;
    boolean outside = false;
    for (Reading reading : readings) {
      if (reading.version().isPresent()) {
        written = reading.version().get().version();
        versions.add(VersionText.normalise(written));
      } else {
        complete = false;
      }
      outside |=
          reading.followed().stream().anyMatch(it -> !it.startsWith(container.directory() + "/"));
    }
    return new BuildVersions(versions, written, complete, outside);
  }
}
