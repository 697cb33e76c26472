package io.github.containerversions.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * Which run of a build writes its reports to which folder. It lives as long as the build: in the
 * session, which all modules, executions and class loaders of a build share, and no two builds.
 */
final class ReportClaims {
  private static final String KEY = "io.github.containerversions.report-claims";

  private final Map<Path, String> owners;

  private ReportClaims(Map<Path, String> owners) {
    this.owners = owners;
  }

  /** Those of a build. */
  @SuppressWarnings("unchecked") // nobody else uses the key; other class loaders see the same types
  static ReportClaims of(MavenSession session) {
    SessionData data = session.getRepositorySession().getData();
    data.set(KEY, null, new ConcurrentHashMap<Path, String>());
    return new ReportClaims((Map<Path, String>) data.get(KEY));
  }

  /**
   * Takes a folder for a run.
   *
   * @param owner what distinguishes the run from others
   * @param first done once a build, before anything is written there
   * @return whether it is the run's; false where another has it
   */
  boolean claim(Path folder, String owner, Runnable first) {
    String owns =
        owners.computeIfAbsent(
            real(folder),
            it -> {
              first.run();
              return owner;
            });
    return owner.equals(owns);
  }

  /**
   * Does something in a folder while no other run can take it, unless one has it.
   *
   * @param owner what distinguishes the run from others
   */
  void unlessTaken(Path folder, String owner, Runnable action) {
    owners.compute(
        real(folder),
        (it, owns) -> {
          if (owns == null || owns.equals(owner)) {
            action.run();
          }
          return owns;
        });
  }

  /** The folder by the one name that it has, also where its last parts do not exist yet. */
  private static Path real(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path known = absolute; known != null; known = known.getParent()) {
      try {
        return known.toRealPath().resolve(known.relativize(absolute)).normalize();
      } catch (IOException e) {
        // It does not exist: the folder above it may.
      }
    }
    return absolute;
  }
}
