package io.github.containerversions.core.file;

import io.github.containerversions.core.text.NameTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Globs over paths from the repository root. {@code *} and {@code ?} match within one name, {@code
 * **} matches across folders, and {@code {a,b}} matches either. A glob with a leading {@code !}
 * excludes what the others match. Any other character matches itself.
 */
public final class PathGlobs {
  public static final PathGlobs NONE = new PathGlobs(List.of(), List.of());

  private final List<Pattern> taken;
  private final List<Pattern> takenAway;

  private PathGlobs(List<Pattern> taken, List<Pattern> takenAway) {
    this.taken = taken;
    this.takenAway = takenAway;
  }

  /**
   * Reads globs.
   *
   * @param globs in any order; a glob that was split at the comma between its braces is put
   *     together again
   * @throws IllegalArgumentException if one cannot match a path below the root, its braces do not
   *     match, or all of them take away; the message is that glob
   */
  public static PathGlobs of(List<String> globs) {
    List<Pattern> taken = new ArrayList<>();
    List<Pattern> takenAway = new ArrayList<>();
    for (String glob : joined(globs)) {
      if (glob.startsWith("!")) {
        takenAway.add(pattern(glob, glob.substring(1)));
      } else {
        taken.add(pattern(glob, glob));
      }
    }
    if (taken.isEmpty() && !takenAway.isEmpty()) {
      throw new IllegalArgumentException(globs.get(0));
    }
    return new PathGlobs(taken, takenAway);
  }

  public boolean isEmpty() {
    return taken.isEmpty();
  }

  /** The first of some paths that is matched. */
  public Optional<String> firstOf(Collection<String> paths) {
    return paths.stream().filter(this::matches).findFirst();
  }

  /** What is matched, and what is taken away, for comparing configurations. */
  @Override
  public String toString() {
    return taken + " without " + takenAway;
  }

  private boolean matches(String path) {
    return taken.stream().anyMatch(it -> it.matcher(path).matches())
        && takenAway.stream().noneMatch(it -> it.matcher(path).matches());
  }

  /** Globs, put together again where one was split at a comma between its braces. */
  public static List<String> joined(List<String> globs) {
    List<String> joined = new ArrayList<>();
    StringBuilder glob = new StringBuilder();
    for (String part : globs) {
      glob.append(glob.length() == 0 ? "" : ",").append(part);
      if (glob.chars().filter(c -> c == '{').count()
          <= glob.chars().filter(c -> c == '}').count()) {
        joined.add(glob.toString());
        glob.setLength(0);
      }
    }
    if (glob.length() > 0) {
      joined.add(glob.toString());
    }
    return joined;
  }

  /**
   * A glob as an expression for whole paths. {@code {container}} and {@code {service}} are groups
   * of these names.
   *
   * @throws IllegalArgumentException if it cannot match a path below the root; the message is the
   *     glob
   */
  public static Pattern compile(String glob) {
    return pattern(glob, glob);
  }

  private static Pattern pattern(String written, String glob) {
    for (String name : glob.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw new IllegalArgumentException(written);
      }
    }
    StringBuilder regex = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < glob.length(); at++) {
      char c = glob.charAt(at);
      if (glob.startsWith("**/", at) && (at == 0 || glob.charAt(at - 1) == '/')) {
        regex.append("(?:.*/)?");
        at += 2;
      } else if (glob.startsWith("**", at)) {
        regex.append(".*");
        at++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (glob.startsWith(NameTemplate.CONTAINER, at)) {
        regex.append(name(glob, NameTemplate.CONTAINER, at));
        at += NameTemplate.CONTAINER.length() - 1;
      } else if (glob.startsWith(NameTemplate.SERVICE, at)) {
        regex.append(name(glob, NameTemplate.SERVICE, at));
        at += NameTemplate.SERVICE.length() - 1;
      } else if (c == '{') {
        depth++;
        regex.append("(?:");
      } else if (c == '}' && --depth < 0) {
        throw new IllegalArgumentException(written);
      } else if (c == '}') {
        regex.append(")");
      } else {
        regex.append(c == ',' && depth > 0 ? "|" : Pattern.quote(String.valueOf(c)));
      }
    }
    if (depth > 0) {
      throw new IllegalArgumentException(written);
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /**
   * A name in a glob. One that stands there twice is the same both times; among alternatives, where
   * only one of the two may be met, that cannot be said.
   */
  private static String name(String glob, String placeholder, int at) {
    int first = glob.indexOf(placeholder);
    boolean again = first < at;
    if (again && (depth(glob, first) > 0 || depth(glob, at) > 0)) {
      throw new IllegalArgumentException(glob);
    }
    String group = placeholder.substring(1, placeholder.length() - 1);
    return again ? "\\k<" + group + ">" : "(?<" + group + ">.+?)";
  }

  /** How many braces are open at an offset, apart from placeholders. */
  private static int depth(String glob, int at) {
    String before =
        glob.substring(0, at).replace(NameTemplate.CONTAINER, "").replace(NameTemplate.SERVICE, "");
    return (int)
        (before.chars().filter(c -> c == '{').count()
            - before.chars().filter(c -> c == '}').count());
  }
}
