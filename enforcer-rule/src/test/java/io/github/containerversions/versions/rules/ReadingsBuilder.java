package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.BuildFile;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Source;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence about the container {@code ntfy} for tests: a line a source, each literal on line 3. */
final class ReadingsBuilder {
  private final Map<Source, Reading> readings = new EnumMap<>(Source.class);
  private final Set<BuildFile> buildFiles = EnumSet.noneOf(BuildFile.class);

  static ReadingsBuilder ntfy() {
    return new ReadingsBuilder();
  }

  ReadingsBuilder says(Source source, String version) {
    return says(source, version, source == Source.INVENTORY ? '"' + version + '"' : version);
  }

  ReadingsBuilder says(Source source, String version, String written) {
    return put(
        source,
        Reading.declared(List.of(new Declaration(source, version, written, location(source)))));
  }

  ReadingsBuilder fails(Source source, Problem.Kind kind, String message) {
    return put(
        source, Reading.problem(Problem.of(kind, message, "help of " + message, span(source))));
  }

  ReadingsBuilder put(Source source, Reading reading) {
    readings.put(source, reading);
    switch (source) {
      case DOCKERFILE -> buildFiles.add(BuildFile.DOCKERFILE);
      case CONTAINER_PY, CONTAINER_PY_COMMAND -> buildFiles.add(BuildFile.CONTAINER_PY);
      case NIX, NIX_COMMAND -> buildFiles.add(BuildFile.DEFAULT_NIX);
      case INVENTORY -> {}
    }
    return this;
  }

  ContainerReadings build() {
    return new ContainerReadings(
        new Container("ntfy", "containers/ntfy", "ntfy", buildFiles), readings);
  }

  static Location location(Source source) {
    return switch (source) {
      case NIX_COMMAND, CONTAINER_PY_COMMAND -> new FileLocation(file(source));
      case DOCKERFILE, CONTAINER_PY, NIX, INVENTORY -> span(source);
    };
  }

  static SourceSpan span(Source source) {
    return new SourceSpan(file(source), 3, 5, 3, 9);
  }

  private static String file(Source source) {
    return switch (source) {
      case DOCKERFILE -> "containers/ntfy/Dockerfile";
      case CONTAINER_PY, CONTAINER_PY_COMMAND -> "containers/ntfy/container.py";
      case NIX, NIX_COMMAND -> "containers/ntfy/default.nix";
      case INVENTORY -> "service-versions.yaml";
    };
  }
}
