package io.github.containerversions.versions;

import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.BuildFile;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Source;
import io.github.containerversions.versions.rules.ContainerReadings;
import io.github.containerversions.versions.site.BuildFileSource;
import io.github.containerversions.versions.site.VersionSource;
import io.github.containerversions.versions.site.dockerfile.DockerfileReader;
import io.github.containerversions.versions.site.inventory.InventorySource;
import io.github.containerversions.versions.site.nix.NixReader;
import io.github.containerversions.versions.site.python.PythonReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The places that declare versions, read on several cores: the inventory beside everything else, as
 * it is one file that nothing can divide, and the build files of many containers side by side.
 */
final class Sources {

  /** From so many containers on, reading them on several cores is worth starting threads for. */
  private static final int WORTH_THREADS = 64;

  private final Map<Source, BuildFileSource> buildFiles = new EnumMap<>(Source.class);
  private final BuildFileSource derivations;
  private final CompletableFuture<VersionSource> inventory;

  /** The sources of a repository; begins to read its inventory. */
  Sources(VersionSettings settings) {
    RepositoryFiles files = new DiskFiles(settings.root());
    this.inventory =
        CompletableFuture.supplyAsync(() -> InventorySource.read(files, settings.inventoryFile()));
    this.derivations = new BuildFileSource(BuildFile.DEFAULT_NIX, files, new NixReader(files));
    buildFiles.put(
        Source.DOCKERFILE,
        new BuildFileSource(
            BuildFile.DOCKERFILE, files, new DockerfileReader(settings.versionArg())));
    buildFiles.put(
        Source.CONTAINER_PY,
        new BuildFileSource(BuildFile.CONTAINER_PY, files, new PythonReader()));
    buildFiles.put(Source.NIX, derivations);
  }

  /** The files that a container depends on beside its own: only a derivation can have any. */
  Set<String> followed(Container container) {
    return derivations.followed(container);
  }

  /** What all sources say of those containers that are asked about, in the same order. */
  List<ContainerReadings> read(List<Container> containers, Predicate<Container> asked) {
    Stream<Container> stream =
        containers.size() < WORTH_THREADS ? containers.stream() : containers.parallelStream();
    List<Map.Entry<Container, Map<Source, Reading>>> read =
        stream.filter(asked).map(it -> Map.entry(it, readings(it))).toList();
    VersionSource entries = inventory.join();
    List<ContainerReadings> evidence = new ArrayList<>(read.size());
    for (Map.Entry<Container, Map<Source, Reading>> each : read) {
      entries.read(each.getKey()).ifPresent(it -> each.getValue().put(Source.INVENTORY, it));
      evidence.add(new ContainerReadings(each.getKey(), each.getValue()));
    }
    return evidence;
  }

  private Map<Source, Reading> readings(Container container) {
    Map<Source, Reading> readings = new EnumMap<>(Source.class);
    for (Map.Entry<Source, BuildFileSource> source : buildFiles.entrySet()) {
      source.getValue().read(container).ifPresent(it -> readings.put(source.getKey(), it));
    }
    return readings;
  }
}
