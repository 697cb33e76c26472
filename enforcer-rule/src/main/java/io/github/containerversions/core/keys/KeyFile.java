package io.github.containerversions.core.keys;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files in which values are found by the names of their keys. Whatever their form is, they are
 * read as nodes whose scalars keep their text and place.
 */
public enum KeyFile {
  YAML(true) {
    @Override
    public List<YamlNode> nodes(SourceText text) throws UnparsableException {
      return yaml(text);
    }
  },
  JSON(true) {
    @Override
    public List<YamlNode> nodes(SourceText text) throws UnparsableException {
      return yaml(jsonAsYaml(text));
    }
  },
  TOML(true) {
    @Override
    public List<YamlNode> nodes(SourceText text) throws UnparsableException {
      return List.of(new TomlText(text).read());
    }
  },
  XML(true) {
    @Override
    public List<YamlNode> nodes(SourceText text) throws UnparsableException {
      return List.of(new XmlText(text).read());
    }
  },
  HCL(true) {
    @Override
    public List<YamlNode> nodes(SourceText text) throws UnparsableException {
      return List.of(new HclText(text).read());
    }
  },
  ENV(false) {
    @Override
    public List<YamlNode> nodes(SourceText text) {
      return List.of(Assignments.ENV.read(text));
    }
  },
  SHELL(false) {
    @Override
    public List<YamlNode> nodes(SourceText text) {
      return List.of(Assignments.SHELL.read(text));
    }
  },
  PROPERTIES(false) {
    @Override
    public List<YamlNode> nodes(SourceText text) {
      return List.of(Assignments.PROPERTIES.read(text));
    }
  },
  MAKE(false) {
    @Override
    public List<YamlNode> nodes(SourceText text) {
      return List.of(Assignments.MAKE.read(text));
    }
  },
  DOCKERFILE(false) {
    @Override
    public List<YamlNode> nodes(SourceText text) {
      return List.of(new DockerfilePairs(text).read());
    }
  };

  /** The tag of a scalar that is no literal: its value is computed by whatever reads the file. */
  public static final String COMPUTED = "computed";

  private static final String ESCAPED_SLASH = "\uE000/";

  /** The kinds of files that a user can name a key in. */
  public static final String ALLOWED =
      "YAML, JSON, TOML, XML, HCL, .env, .properties, shell scripts, Makefiles and Dockerfiles";

  private final boolean leveled;

  KeyFile(boolean leveled) {
    this.leveled = leveled;
  }

  /** Whether keys stand below keys; else a path is the whole name of one. */
  public boolean isLeveled() {
    return leveled;
  }

  /**
   * What stands at the top of a file: one node, for YAML one of each document. Scalars keep their
   * text and place.
   *
   * @throws UnparsableException where the text is no such file
   */
  public abstract List<YamlNode> nodes(SourceText text) throws UnparsableException;

  /** The kind of a file by its name; empty where that says nothing. */
  public static Optional<KeyFile> of(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.startsWith("dockerfile") || name.startsWith("containerfile")) {
      return Optional.of(DOCKERFILE);
    }
    if (name.equals("makefile") || name.equals("gnumakefile")) {
      return Optional.of(MAKE);
    }
    if (name.equals(".env") || name.startsWith(".env.") || name.equals("env")) {
      return Optional.of(ENV);
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "yaml", "yml" -> Optional.of(YAML);
      case "json" -> Optional.of(JSON);
      case "toml" -> Optional.of(TOML);
      case "xml", "pom" -> Optional.of(XML);
      case "hcl", "tf", "tfvars" -> Optional.of(HCL);
      case "env" -> Optional.of(ENV);
      case "sh", "bash", "zsh" -> Optional.of(SHELL);
      case "properties" -> Optional.of(PROPERTIES);
      case "mk" -> Optional.of(MAKE);
      case "dockerfile" -> Optional.of(DOCKERFILE);
      default -> Optional.empty();
    };
  }

  /**
   * What a path leads to in a file of this kind.
   *
   * @throws UnparsableException where the text is no such file
   */
  public List<KeyPath.Hit> find(KeyPath path, SourceText text) throws UnparsableException {
    return find(path, nodes(text));
  }

  /** The same in a file that was read before. */
  public List<KeyPath.Hit> find(KeyPath path, List<YamlNode> roots) {
    if (!leveled) {
      return KeyPath.of("\"" + path.text() + "\"").find(roots.get(0));
    }
    List<KeyPath.Hit> hits = roots.stream().flatMap(it -> path.find(it).stream()).toList();
    return hits.isEmpty() && this == HCL && path.isSingleName()
        ? KeyPath.of("variable." + path.text() + ".default").find(roots.get(0))
        : hits;
  }

  /**
   * JSON as YAML 1.1 can read it: YAML allows no tabs between its tokens (a string of JSON cannot
   * contain one: RFC 8259, 7), and does not know the escape of a slash. Offsets do not change. A
   * character of private use marks each such escape, so that the text equals no version.
   */
  public static SourceText jsonAsYaml(SourceText text) {
    return SourceText.of(
        text.file(), text.content().replace('\t', ' ').replace("\\/", ESCAPED_SLASH));
  }

  private static List<YamlNode> yaml(SourceText text) throws UnparsableException {
    try {
      return YamlDocument.readAll(text);
    } catch (BrokenYaml e) {
      throw new UnparsableException(e.problem());
    }
  }
}
