package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of a key. */
public final class KeySearch implements PlaceSearch {
  private final KeyPath path;

  private KeySearch(KeyPath path) {
    this.path = path;
  }

  /**
   * A search for a key.
   *
   * @throws IllegalArgumentException where it is no path; the message says what is wrong with it
   */
  public static KeySearch of(String key) {
    return new KeySearch(KeyPath.of(key));
  }

  @Override
  public String needle() {
    return "";
  }

  @Override
  public boolean hasNames() {
    return path.hasNames();
  }

  @Override
  public String description() {
    return "the key " + path;
  }

  @Override
  public String toString() {
    return description();
  }

  @Override
  public List<Statement> find(SourceText text, RepositoryFiles files) {
    Optional<KeyFile> kind = KeyFile.of(text.file());
    if (kind.isEmpty()) {
      return List.of(
          unreadable(
              Names.NONE,
              Kind.UNREADABLE,
              "no key is read from a file of this kind",
              "keys are read from " + KeyFile.ALLOWED + "; use <pattern> for other files",
              text));
    }
    List<KeyPath.Hit> hits;
    try {
      hits = kind.get().find(path, text);
    } catch (UnparsableException e) {
      return List.of(new Statement.Unreadable(Names.NONE, e.problem()));
    }
    if (PomValues.isPom(text) && path.text().equals("project.version")) {
      return new PomValues(files).version(text, hits);
    }
    Set<Names> contradictory = contradictory(hits);
    List<Statement> found = new ArrayList<>();
    Map<Names, YamlNode> first = new HashMap<>();
    Set<Names> reported = new HashSet<>();
    for (KeyPath.Hit hit : hits) {
      if (!hit.repeated() || !contradictory.contains(hit.names())) {
        found.add(statement(hit, text));
        continue;
      }
      YamlNode before = first.putIfAbsent(hit.names(), hit.value());
      if (before != null && reported.add(hit.names())) {
        found.add(conflict(hit, before, text));
      }
    }
    return found;
  }

  /** The names for which the same key is given twice, with another value. */
  private static Set<Names> contradictory(List<KeyPath.Hit> hits) {
    Map<Names, String> values = new HashMap<>();
    Set<Names> contradictory = new HashSet<>();
    for (KeyPath.Hit hit : hits) {
      if (hit.repeated()) {
        String value = hit.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        String before = values.putIfAbsent(hit.names(), value);
        if (before != null && !before.equals(value)) {
          contradictory.add(hit.names());
        }
      }
    }
    return contradictory;
  }

  private Statement conflict(KeyPath.Hit hit, YamlNode first, SourceText text) {
    return new Statement.Unreadable(
        hit.names(),
        new Problem(
            Kind.CONFLICT,
            description() + " is given twice with different values",
            "keep one of them",
            hit.value().location(text),
            List.of(first.location(text))));
  }

  private Statement statement(KeyPath.Hit hit, SourceText text) {
    if (!(hit.value() instanceof YamlNode.Scalar scalar)) {
      return new Statement.Unreadable(
          hit.names(),
          Problem.of(
              Kind.SHAPE,
              description() + " is " + hit.value().kind() + ", not a version",
              "name the key of the version itself",
              hit.value().location(text)));
    }
    if (scalar.tag().equals(KeyFile.COMPUTED)) {
      return new Statement.Unreadable(
          hit.names(),
          Problem.of(
              Kind.UNKNOWN,
              description() + " has a value that is computed",
              "write the version itself there, or name the key that holds it",
              scalar.location(text)));
    }
    if (scalar.isNull() || scalar.text().isBlank()) {
      return new Statement.Unreadable(
          hit.names(),
          Problem.of(
              Kind.EMPTY,
              description() + " is empty",
              "write the version there",
              scalar.location(text)));
    }
    return new Statement.Tag(hit.names(), text, scalar.start(), scalar.end(), scalar.text());
  }

  static Statement unreadable(
      Names names, Kind kind, String message, String help, SourceText text) {
    return new Statement.Unreadable(
        names, Problem.of(kind, message, help, new FileLocation(text.file())));
  }
}
