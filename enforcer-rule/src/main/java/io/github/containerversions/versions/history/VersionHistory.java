package io.github.containerversions.versions.history;

import io.github.containerversions.core.git.Git;
import io.github.containerversions.core.git.GitEnvironment;
import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.core.git.GitObjects;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Lag.Unknown;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.rules.ContainerReadings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whether a place is behind, from what earlier commits declared and never from the order
 * of versions: a place is behind if a commit in the history of HEAD declared exactly its version.
 *
 * <p>Git is asked only where a place differs or names a commit, by one process for all containers.
 * A second one is started before a version is called never declared: the file may have had another
 * name.
 */
public final class VersionHistory {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Path root;
  private final Map<String, String> environment;
  private final BuildVersions.Reader reader;

  /**
   * The history of a repository.
   *
   * @param root the repository root
   * @param environment the environment of the build
   * @param reader what build files declare
   */
  public VersionHistory(Path root, Map<String, String> environment, BuildVersions.Reader reader) {
    this.root = root;
    this.environment = environment;
    this.reader = reader;
  }

  /** The same readings, with how their places relate to what is built. */
  public List<ContainerReadings> ask(List<ContainerReadings> containers) {
    Map<Integer, Search> all = new LinkedHashMap<>();
    List<Search> open = new ArrayList<>();
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i).hasLagging()) {
        Search search = new Search(containers.get(i));
        all.put(i, search);
        if (search.isOpen()) {
          open.add(search);
        }
      }
    }
    if (!open.isEmpty()) {
      search(open);
    }
    List<ContainerReadings> answered = new ArrayList<>(containers);
    for (Map.Entry<Integer, Search> each : all.entrySet()) {
      answered.set(each.getKey(), each.getValue().answered());
    }
    return answered;
  }

  private void search(List<Search> searches) {
    if (GitEnvironment.top(root).isEmpty()) {
      searches.forEach(it -> it.giveUp("this is no git repository"));
      return;
    }
    try (GitObjects objects = GitObjects.open(root, environment, TIMEOUT)) {
      new HistoryWalk(objects, CommitFiles.prefix(root), reader, this::earlierName).run(searches);
    } catch (IOException e) {
      searches.forEach(it -> it.giveUp(String.valueOf(e.getMessage())));
    }
  }

  /** The name that a file had before; empty where it always had this one. */
  private String earlierName(String file) throws IOException {
    try {
      String renames =
          new Git(root, environment, TIMEOUT)
              .run(
                  "",
                  List.of(
                      "-c",
                      "diff.orderFile=/dev/null",
                      "-c",
                      "diff.relative=false",
                      "log",
                      "--follow",
                      "--find-renames",
                      "--diff-filter=R",
                      "--no-ext-diff",
                      "--no-show-signature",
                      "--name-status",
                      "-z",
                      "--format=",
                      "HEAD",
                      "--",
                      file));
      String[] fields = renames.split("\0", -1);
      return fields.length > 1 ? fields[1] : "";
    } catch (GitFailure e) {
      throw new IOException(e.line(), e);
    }
  }

  /** One container, and what is still to be found of it. */
  static final class Search {
    private final ContainerReadings readings;
    private final Map<Declaration, Lag> lags = new HashMap<>();
    private final List<Declaration> open = new ArrayList<>();
    private final List<Declaration> withCommit = new ArrayList<>();

    Search(ContainerReadings readings) {
      this.readings = readings;
      Set<String> built = readings.built();
      for (SiteDeclaration each : readings.lagging()) {
        Declaration declaration = each.declaration();
        if (built.contains(normalised(declaration))) {
          lags.put(declaration, new Lag.UpToDate());
        } else if (built.isEmpty()) {
          lags.put(declaration, new Unknown("no build file says which version is built"));
        } else {
          open.add(declaration);
        }
        if (!built.isEmpty()
            && declaration.tag() != null
            && !declaration.tag().commit().isEmpty()) {
          withCommit.add(declaration);
        }
      }
    }

    static String normalised(Declaration declaration) {
      return VersionText.normalise(declaration.version());
    }

    Container container() {
      return readings.container();
    }

    Map<Declaration, Lag> lags() {
      return lags;
    }

    ContainerReadings answered() {
      return lags.isEmpty() ? readings : readings.withLags(lags);
    }

    boolean isOpen() {
      return !open.isEmpty() || !withCommit.isEmpty();
    }

    /** The declarations whose version was not found yet. */
    List<Declaration> open() {
      return open;
    }

    /** The declarations that name a commit. */
    List<Declaration> withCommit() {
      return withCommit;
    }

    void found(Declaration declaration, Lag lag) {
      open.remove(declaration);
      lags.put(declaration, lag);
    }

    /** Nothing more is found, for that reason. */
    void giveUp(String reason) {
      List.copyOf(open).forEach(it -> found(it, new Unknown(reason)));
    }
  }
}
