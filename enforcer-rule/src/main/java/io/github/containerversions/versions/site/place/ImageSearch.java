package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.text.NameTemplate;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.BrokenYaml;
import io.github.containerversions.core.yaml.YamlDocument;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to images, {@code name:tag@digest} (the OCI distribution specification, and the
 * grammar of references of its reference implementation), anywhere in the text of a file; in YAML
 * and JSON outside of comments, and also where name and tag are values of a mapping.
 */
public final class ImageSearch implements PlaceSearch {

  /** One name ends where no further character of a name follows; never inside of another name. */
  private static final String START = "(?<![A-Za-z0-9._-])(?:(?<!/)|(?<=://))";

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
  private static final String LAST_NAME = NAME + "+(?:/" + NAME + "+)*+";

  /** A tag, a variable with or without a default, a template; or nothing. */
  private static final String TAIL =
      "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,200}+(?![$A-Za-z0-9_.-]|\\{\\{)"
          + "|\\$\\{[A-Za-z_][A-Za-z0-9_]*+:?-(?<default>[A-Za-z0-9_][A-Za-z0-9._-]*+)\\}"
          + "|(?<variable>(?:[A-Za-z0-9._-]|\\$\\{\\{[^}\\n]*+\\}\\}|\\$\\{[^}\\n]*+\\}"
          + "|\\$[A-Za-z_(][A-Za-z0-9_)]*+|\\{\\{[^}\\n]*+\\}\\}|\\{[^{}\\s]*+\\}|<[^<>\\s]*+>)++))"
          + ")?+(?<digest>@sha256:[0-9a-fA-F]{32,}+)?+";

  private final String image;
  private final Pattern reference;
  private final Pattern name;
  private final String needle;

  /** What stands between the slashes before the first placeholder; the registry comes first. */
  private final List<String> parts;

  private ImageSearch(String image, Pattern reference, Pattern name) {
    this.image = image;
    this.reference = reference;
    this.name = name;
    String literal = image.indexOf('{') < 0 ? image : image.substring(0, image.indexOf('{'));
    this.parts = List.of(literal.split("/", -1));
    this.needle = parts.get(0);
  }

  /**
   * A search for an image.
   *
   * @param image its name with its registry, with {@code {container}} or {@code {service}}
   * @throws IllegalArgumentException where it has a tag, or a placeholder twice; the message says
   *     so
   */
  public static ImageSearch of(String image) {
    NameTemplate.of(image); // refuses a placeholder that stands in it twice
    String last = image.substring(image.lastIndexOf('/') + 1);
    if (image.indexOf('@') >= 0 || last.indexOf(':') >= 0) {
      throw new IllegalArgumentException("it has a tag or a digest");
    }
    if (image.chars().anyMatch(c -> Character.isWhitespace(c) || "\"'<>$".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("it has characters that no name of an image has");
    }
    String names = names(image);
    return new ImageSearch(
        image,
        Pattern.compile(START + names + "(?![A-Za-z0-9_-]|/|[.][A-Za-z0-9])" + TAIL),
        Pattern.compile(names));
  }

  private static String names(String image) {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    for (int at = image.indexOf('{'); at >= 0; at = image.indexOf('{', from)) {
      int end = image.indexOf('}', at) + 1;
      String placeholder = end == 0 ? "" : image.substring(at, end);
      if (!placeholder.equals(NameTemplate.CONTAINER)
          && !placeholder.equals(NameTemplate.SERVICE)) {
        throw new IllegalArgumentException("it has " + image.substring(at));
      }
      regex.append(Pattern.quote(image.substring(from, at)));
      String group = placeholder.substring(1, placeholder.length() - 1);
      regex
          .append("(?<" + group + ">")
          .append(end == image.length() ? LAST_NAME : NAME + "?")
          .append(')');
      from = end;
    }
    return regex.append(Pattern.quote(image.substring(from))).toString();
  }

  /** The registry, or the part before the first placeholder: it also stands alone in mappings. */
  @Override
  public String needle() {
    return needle;
  }

  /** A mapping may divide the name at any slash. */
  @Override
  public boolean mayBeIn(String content) {
    for (String part : parts) {
      if (!content.contains(part)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean hasNames() {
    return NameTemplate.hasNames(image);
  }

  @Override
  public String description() {
    return "the image " + image;
  }

  @Override
  public String toString() {
    return description();
  }

  @Override
  public List<Statement> find(SourceText text, RepositoryFiles files) {
    List<Statement> found = new ArrayList<>();
    Optional<KeyFile> kind = KeyFile.of(text.file());
    boolean yaml = kind.equals(Optional.of(KeyFile.YAML));
    if (yaml || kind.equals(Optional.of(KeyFile.JSON))) {
      try {
        for (YamlNode root : YamlDocument.readAll(yaml ? text : KeyFile.jsonAsYaml(text))) {
          new ImageNodes(this, text, found::add).visit(root);
        }
        found.sort(Comparator.comparingInt(ImageSearch::start));
        return withoutRepeated(found);
      } catch (BrokenYaml e) {
        if (!text.content().contains("{{")) {
          return unreadable(text, e.problem());
        }
        // A template: what it makes is YAML, not what it is.
      }
    }
    inText(text, 0, text.content().length(), found::add);
    return found;
  }

  /** A file that is not YAML: the containers that it names, or the place where it names none. */
  private List<Statement> unreadable(SourceText text, Problem problem) {
    Set<Names> named = new LinkedHashSet<>();
    Matcher matcher = reference.matcher(text.content());
    while (matcher.find()) {
      named.add(NameTemplate.names(image, matcher));
    }
    if (named.isEmpty()) {
      named.add(Names.NONE);
    }
    return named.stream().<Statement>map(it -> new Statement.Unreadable(it, problem)).toList();
  }

  /** A tag that several mappings have by a merge is one. */
  private static List<Statement> withoutRepeated(List<Statement> sorted) {
    List<Statement> once = new ArrayList<>(sorted.size());
    for (Statement each : sorted) {
      int last = once.size() - 1;
      if (last < 0 || start(once.get(last)) != start(each) || !once.get(last).equals(each)) {
        once.add(each);
      }
    }
    return once;
  }

  private static int start(Statement statement) {
    return statement instanceof Statement.Tag tag
        ? tag.start()
        : statement instanceof Statement.NoVersion none ? none.start() : 0;
  }

  /** The references between two offsets, as they stand there. */
  void inText(SourceText text, int from, int to, Consumer<Statement> found) {
    Matcher matcher = reference.matcher(text.content()).region(from, to);
    while (matcher.find()) {
      Names names = NameTemplate.names(image, matcher);
      if (matcher.start("default") >= 0) {
        add(text, names, matcher.start("default"), matcher.end("default"), found);
      } else if (matcher.start("variable") >= 0) {
        found.accept(
            new Statement.NoVersion(
                names,
                text,
                matcher.start("variable"),
                matcher.end("variable"),
                "its tag is computed"));
      } else if (matcher.start("tag") >= 0) {
        int end = matcher.end("tag");
        while (end < to && end > 0 && isSentenceEnd(text.content(), end)) {
          end--;
        }
        add(text, names, matcher.start("tag"), end, found);
      } else if (matcher.start("digest") >= 0) {
        found.accept(
            new Statement.NoVersion(
                names, text, matcher.start(), matcher.end(), "it has a digest and no tag"));
      }
    }
  }

  /** A reference may end a sentence. */
  private static boolean isSentenceEnd(String content, int end) {
    return content.charAt(end - 1) == '.' && Character.isWhitespace(content.charAt(end));
  }

  private static void add(
      SourceText text, Names names, int start, int end, Consumer<Statement> found) {
    found.accept(new Statement.Tag(names, text, start, end, text.content().substring(start, end)));
  }

  /** The names in a text that is the name of the image, and nothing else. */
  Optional<Names> namesIn(String candidate) {
    Matcher matcher = name.matcher(candidate);
    return matcher.matches() ? Optional.of(NameTemplate.names(image, matcher)) : Optional.empty();
  }
}
