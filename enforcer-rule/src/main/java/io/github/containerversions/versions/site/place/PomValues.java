package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a POM (Maven's POM reference, "Inheritance" and "Project Interpolation"): its own,
 * else that of its parent; a property is looked up in the POM and in those that it inherits from.
 */
final class PomValues {
  private static final int MAX_PARENTS = 10;
  private static final int MAX_PROPERTIES = 10;
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)\\}");

  private final RepositoryFiles files;

  PomValues(RepositoryFiles files) {
    this.files = files;
  }

  /** A value, and the POM that it stands in. */
  private record Value(SourceText pom, YamlNode.Scalar scalar) {}

  static boolean isPom(SourceText text) {
    String name = text.file().substring(text.file().lastIndexOf('/') + 1);
    return name.endsWith(".pom") || (name.startsWith("pom") && name.endsWith(".xml"));
  }

  /**
   * What a POM states.
   *
   * @param own what stands at {@code project.version}
   */
  List<Statement> version(SourceText pom, List<KeyPath.Hit> own) {
    Optional<Value> value =
        own.isEmpty() ? find(pom, "project.parent.version") : value(pom, own.get(0));
    for (int i = 0; value.isPresent() && i < MAX_PROPERTIES; i++) {
      Value found = value.get();
      Matcher property = PROPERTY.matcher(found.scalar().text());
      if (found.scalar().text().isEmpty() || found.scalar().tag().equals(KeyFile.COMPUTED)) {
        break;
      }
      if (!found.scalar().text().contains("${")) {
        return List.of(
            new Statement.Tag(
                Names.NONE,
                found.pom(),
                found.scalar().start(),
                found.scalar().end(),
                found.scalar().text()));
      }
      value = property.matches() ? property(pom, property.group(1)) : Optional.empty();
    }
    return List.of(
        KeySearch.unreadable(
            Names.NONE,
            Kind.UNKNOWN,
            "the version of this POM cannot be determined from the POMs of the repository",
            "write the version itself, or in a single property of this POM or its parent",
            pom));
  }

  private Optional<Value> property(SourceText pom, String name) {
    SourceText at = pom;
    for (int i = 0; i < MAX_PARENTS; i++) {
      Optional<Value> found = find(at, "project.properties.\"" + name + "\"");
      if (found.isPresent()) {
        return found;
      }
      Optional<SourceText> parent = parent(at);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      at = parent.get();
    }
    return Optional.empty();
  }

  /** The POM that one inherits from, where it stands in the repository and is the one named. */
  private Optional<SourceText> parent(SourceText pom) {
    Optional<String> artifact = text(find(pom, "project.parent.artifactId"));
    if (artifact.isEmpty()) {
      return Optional.empty();
    }
    String path = text(find(pom, "project.parent.relativePath")).orElse("../pom.xml");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String folder = pom.file().substring(0, pom.file().lastIndexOf('/') + 1);
    String file =
        folder + (path.endsWith(".xml") || path.endsWith(".pom") ? path : path + "/pom.xml");
    return files.readFollowed(file, RepositoryFiles.BUILD_FILE_LIMIT)
                instanceof FileContent.Text parent
            && text(find(parent.text(), "project.artifactId")).equals(artifact)
        ? Optional.of(parent.text())
        : Optional.empty();
  }

  private static Optional<String> text(Optional<Value> value) {
    return value.map(it -> it.scalar().text());
  }

  private static Optional<Value> find(SourceText pom, String path) {
    try {
      return KeyFile.XML.find(KeyPath.of(path), pom).stream()
          .findFirst()
          .flatMap(it -> value(pom, it));
    } catch (UnparsableException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Value> value(SourceText pom, KeyPath.Hit hit) {
    return hit.value() instanceof YamlNode.Scalar scalar
        ? Optional.of(new Value(pom, scalar))
        : Optional.empty();
  }
}
