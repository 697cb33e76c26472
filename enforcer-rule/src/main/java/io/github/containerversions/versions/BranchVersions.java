package io.github.containerversions.versions;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.git.GitObjects;
import io.github.containerversions.versions.history.CommitFiles;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.rules.ContainerReadings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a branch has changed of the versions of containers since its base: the declarations whose
 * version their site did not state there. What cannot be known counts as not changed, such as the
 * answer of a command.
 */
final class BranchVersions {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final VersionSettings settings;
  private final Base base;

  BranchVersions(VersionSettings settings, Base base) {
    this.settings = settings;
    this.base = base;
  }

  /**
   * The same readings; those of containers that disagree with what the branch has changed, where
   * git can tell. It is not asked where all agree.
   */
  List<ContainerReadings> ask(List<ContainerReadings> containers) {
    List<Container> disputed = new ArrayList<>();
    for (ContainerReadings each : containers) {
      if (!each.agree()) {
        disputed.add(each.container());
      }
    }
    if (disputed.isEmpty()) {
      return containers;
    }
    Map<String, List<SiteReading>> before;
    try {
      before = atBase(disputed);
    } catch (IOException e) {
      return containers; // only advice is lost
    }
    List<ContainerReadings> asked = new ArrayList<>(containers);
    asked.replaceAll(
        it -> {
          List<SiteReading> then = before.get(it.container().name());
          return then == null ? it : it.withMoved(moved(then, it.readings()));
        });
    return asked;
  }

  /**
   * What the branch has changed of one container.
   *
   * @throws IOException where git cannot tell
   */
  Set<Declaration> moved(Container container, List<SiteReading> now) throws IOException {
    List<SiteReading> then = atBase(List.of(container)).get(container.name());
    return then == null ? Set.of() : moved(then, now);
  }

  /** What the containers declared at the base; nothing where there is none. */
  private Map<String, List<SiteReading>> atBase(List<Container> containers) throws IOException {
    if (!(base instanceof Base.Branch branch)) {
      return Map.of();
    }
    try (GitObjects objects = GitObjects.open(settings.root(), settings.environment(), TIMEOUT)) {
      RepositoryFiles files =
          new CommitFiles(objects, branch.commit(), CommitFiles.prefix(settings.root()));
      Map<String, List<SiteReading>> readings = new HashMap<>();
      List<Container> then = containers.stream().map(it -> at(files, it)).toList();
      for (ContainerReadings each : new SiteList(files, settings).read(then, it -> true)) {
        readings.put(each.container().name(), each.readings());
      }
      return readings;
    }
  }

  /** A container with the build files that it had at the base. */
  private static Container at(RepositoryFiles files, Container now) {
    List<String> buildFiles =
        now.buildFiles().stream()
            .filter(
                it ->
                    !(files.read(now.path(it), RepositoryFiles.BUILD_FILE_LIMIT)
                        instanceof FileContent.Missing))
            .toList();
    return new Container(now.name(), now.directory(), now.service(), buildFiles);
  }

  private static Set<Declaration> moved(List<SiteReading> then, List<SiteReading> now) {
    Map<String, Reading> before = new HashMap<>();
    then.forEach(it -> before.put(it.site().id(), it.reading()));
    Set<Declaration> moved = new LinkedHashSet<>();
    for (SiteReading each : now) {
      Reading earlier = before.get(each.site().id());
      if (earlier != null && !isKnown(earlier)) {
        continue;
      }
      Set<String> versions = earlier == null ? Set.of() : versions(earlier);
      for (Declaration declaration : each.reading().declarations()) {
        if (!declaration.fromCommand()
            && !versions.contains(VersionText.normalise(declaration.version()))) {
          moved.add(declaration);
        }
      }
    }
    return moved;
  }

  /** A site that declared nothing has changed; one that could not be read may not have. */
  private static boolean isKnown(Reading reading) {
    return reading.problems().stream()
        .allMatch(it -> it.kind() == Problem.Kind.EMPTY || it.kind() == Problem.Kind.ABSENT);
  }

  private static Set<String> versions(Reading reading) {
    return reading.declarations().stream()
        .map(it -> VersionText.normalise(it.version()))
        .collect(Collectors.toSet());
  }
}
