package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.NameTemplate;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text within a line: {@code | {container} | {version} |}. A version reaches as far as its
 * characters go: letters, digits and {@code . _ + ~ -}.
 */
public final class TextSearch implements PlaceSearch {

  /** What the search may cost for each character of a file, in looks at characters. */
  private static final int MAX_LOOKS = 200;

  /** A short file may cost so many looks all the same. */
  private static final int MIN_LOOKS = 1 << 20;

  private final String text;
  private final Pattern pattern;
  private final String needle;

  private TextSearch(String text, Pattern pattern, String needle) {
    this.text = text;
    this.pattern = pattern;
    this.needle = needle;
  }

  /**
   * A search for a text.
   *
   * @throws IllegalArgumentException where it is malformed; the message says what is wrong with it
   */
  public static TextSearch of(String text) {
    NameTemplate.of(text); // refuses a placeholder that stands in it twice
    String version = "{version}";
    int at = text.indexOf(version);
    if (at < 0 || text.indexOf(version, at + 1) >= 0) {
      throw new IllegalArgumentException("it needs {version} once");
    }
    if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw new IllegalArgumentException("it has a line break, and is matched within a line");
    }
    if (isOpen(text.substring(0, at), true)
        || isOpen(text.substring(at + version.length()), false)) {
      throw new IllegalArgumentException(
          "{version} needs a character on each side, or ^ and $ for the ends of the line");
    }
    return new TextSearch(text, Pattern.compile(regex(text), Pattern.MULTILINE), needle(text));
  }

  /** Whether nothing stands on one side of the version but a placeholder or blanks. */
  private static boolean isOpen(String side, boolean before) {
    boolean placeholder = before ? side.endsWith("}") : side.startsWith("{");
    return side.isBlank() || placeholder;
  }

  private static String regex(String text) {
    boolean starts = text.startsWith("^");
    boolean ends = text.endsWith("$");
    String inner = text.substring(starts ? 1 : 0, text.length() - (ends ? 1 : 0));
    StringBuilder regex = new StringBuilder(starts ? "^" : "");
    Matcher placeholder = Pattern.compile("\\{(container|service|version|any)\\}").matcher(inner);
    int from = 0;
    while (placeholder.find()) {
      regex.append(Pattern.quote(inner.substring(from, placeholder.start())));
      from = placeholder.end();
      regex.append(
          switch (placeholder.group(1)) {
            case "any" -> "[^\\n]*?";
            case "version" -> "(?<version>[A-Za-z0-9._+~-]+)";
            default -> "(?<" + placeholder.group(1) + ">[^\\s]+?)";
          });
    }
    regex.append(Pattern.quote(inner.substring(from)));
    return regex.append(ends ? "\\r?$" : "").toString();
  }

  /** The longest text between placeholders. */
  private static String needle(String text) {
    String longest = "";
    for (String part : text.split("\\{(container|service|version|any)\\}|^\\^|\\$$", -1)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest;
  }

  @Override
  public String needle() {
    return needle;
  }

  @Override
  public boolean hasNames() {
    return NameTemplate.hasNames(text);
  }

  @Override
  public String description() {
    return "the text " + text;
  }

  @Override
  public String toString() {
    return description();
  }

  @Override
  public List<Statement> find(SourceText source, RepositoryFiles files) {
    List<Statement> found = new ArrayList<>();
    String content = source.content();
    boolean comments =
        KeyFile.of(source.file()).equals(Optional.of(KeyFile.YAML)) && text.indexOf('#') < 0;
    Matcher matcher =
        pattern.matcher(new Counted(content, MIN_LOOKS + (long) content.length() * MAX_LOOKS));
    try {
      while (matcher.find()) {
        if (!comments || !isComment(content, matcher.start())) {
          Names names = NameTemplate.names(text, matcher);
          found.add(
              new Statement.Tag(
                  names,
                  source,
                  matcher.start("version"),
                  matcher.end("version"),
                  matcher.group("version")));
        }
      }
    } catch (TooManyLooks e) {
      found.add(
          new Statement.Unreadable(
              Names.NONE,
              Problem.of(
                  Problem.Kind.UNREADABLE,
                  "its lines are too long for " + description(),
                  "make the pattern more exact, or the file smaller",
                  new FileLocation(source.file()))));
    }
    return found;
  }

  /** Whether an offset stands on a line of YAML that is a comment as a whole. */
  private static boolean isComment(String content, int offset) {
    int at = content.lastIndexOf('\n', offset) + 1;
    while (at < content.length() && (content.charAt(at) == ' ' || content.charAt(at) == '\t')) {
      at++;
    }
    return at < content.length() && content.charAt(at) == '#';
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }

  /** Ends a search whose time grows faster than the text. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long left;

    Counted(String text, long looks) {
      this.text = text;
      this.left = looks;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooManyLooks();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
