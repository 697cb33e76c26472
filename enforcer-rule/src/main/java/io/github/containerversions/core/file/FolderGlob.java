package io.github.containerversions.core.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A glob of folders below a root, of a fixed depth. {@code *} and {@code ?} match within one name,
 * and no name that starts with a dot. {@code {a,b}} matches either, and any other character matches
 * itself. Git's own folder never matches.
 */
public final class FolderGlob {
  private static final String GIT = ".git";

  private final String written;
  private final List<Segment> segments;

  private FolderGlob(String written, List<Segment> segments) {
    this.written = written;
    this.segments = List.copyOf(segments);
  }

  /**
   * One name of the glob.
   *
   * @param text the name as it is written
   * @param pattern what it matches, a group for each run of wildcards; null for a plain name
   */
  private record Segment(String text, @Nullable Pattern pattern) {

    /** What the wildcards match in a name; null where the name is not matched. */
    @Nullable List<String> match(String name) {
      if (name.equalsIgnoreCase(GIT)) {
        return null;
      }
      if (pattern == null) {
        return name.equals(text) ? List.of() : null;
      }
      if (name.startsWith(".") && "*?".indexOf(text.charAt(0)) >= 0) {
        return null;
      }
      Matcher matcher = pattern.matcher(name);
      if (!matcher.matches()) {
        return null;
      }
      List<String> groups = new ArrayList<>();
      for (int group = 1; group <= matcher.groupCount(); group++) {
        groups.add(matcher.group(group));
      }
      return groups;
    }
  }

  /**
   * The folders that a glob matches.
   *
   * @param folders their paths from the root, in the order in which the disk lists them
   * @param leaving the links that lead out of the root, which are not followed
   */
  public record Found(List<String> folders, List<String> leaving) {
    public Found {
      folders = List.copyOf(folders);
      leaving = List.copyOf(leaving);
    }
  }

  /**
   * Reads a glob.
   *
   * @throws IllegalArgumentException if it matches no folder below the root, has {@code **}, which
   *     is of no fixed depth, or braces that do not match
   */
  public static FolderGlob of(String glob) {
    List<Segment> segments = new ArrayList<>();
    for (String name : names(glob)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("**")) {
        throw new IllegalArgumentException(glob);
      }
      segments.add(new Segment(name, pattern(name, glob)));
    }
    return new FolderGlob(glob, segments);
  }

  /** The child folders of a folder, whose name has no wildcards; of the root where it is empty. */
  public static FolderGlob childrenOf(String folder) {
    List<Segment> segments = new ArrayList<>();
    if (!folder.isEmpty()) {
      for (String name : names(folder)) {
        segments.add(new Segment(name, null));
      }
    }
    segments.add(new Segment("*", pattern("*", "*")));
    return new FolderGlob(folder.isEmpty() ? "*" : folder + "/*", segments);
  }

  private static List<String> names(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  private static @Nullable Pattern pattern(String name, String glob) {
    StringBuilder regex = new StringBuilder();
    int depth = 0;
    boolean wild = false;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '*' || c == '?') {
        boolean first = at == 0 || "*?".indexOf(name.charAt(at - 1)) < 0;
        boolean last = at + 1 == name.length() || "*?".indexOf(name.charAt(at + 1)) < 0;
        regex.append(depth == 0 && first ? "(" : "").append(c == '*' ? "[^/]*" : "[^/]");
        regex.append(depth == 0 && last ? ")" : "");
        wild = true;
      } else if (c == '{') {
        regex.append(depth++ == 0 ? "(" : "(?:");
        wild = true;
      } else if (c == '}') {
        depth--;
        regex.append(")");
      } else if (c == ',' && depth > 0) {
        regex.append("|");
      } else {
        // The halves of a character must stay together, so only ASCII's others are quoted.
        regex.append(c < 128 && !Character.isLetterOrDigit(c) ? "\\" + c : String.valueOf(c));
      }
      if (depth < 0) {
        throw new IllegalArgumentException(glob);
      }
    }
    if (depth > 0) {
      throw new IllegalArgumentException(glob);
    }
    return wild ? Pattern.compile(regex.toString(), Pattern.DOTALL) : null;
  }

  /** How many names the path of a folder has that it matches. */
  public int depth() {
    return segments.size();
  }

  /**
   * What the wildcards match in the path of a folder, joined by {@code /}; the folder's own name
   * where that is nothing. Empty where the folder is not matched.
   */
  public Optional<String> nameOf(String folder) {
    List<String> names = names(folder);
    List<String> wild = new ArrayList<>();
    if (names.size() != depth() || !matchesStart(names, wild)) {
      return Optional.empty();
    }
    wild.removeIf(String::isEmpty);
    return Optional.of(wild.isEmpty() ? names.get(names.size() - 1) : String.join("/", wild));
  }

  /** Whether folders that it matches may lie below a folder. */
  public boolean leadsThrough(String folder) {
    List<String> names = names(folder);
    return names.size() < depth() && matchesStart(names, new ArrayList<>());
  }

  /** Whether all folders that it matches lie below a folder, or are that folder. */
  public boolean liesIn(String folder) {
    List<String> names = names(folder);
    return names.size() <= depth()
        && segments.subList(0, names.size()).stream().allMatch(it -> it.pattern() == null)
        && matchesStart(names, new ArrayList<>());
  }

  private boolean matchesStart(List<String> names, List<String> wild) {
    for (int i = 0; i < names.size(); i++) {
      List<String> matched = segments.get(i).match(names.get(i));
      if (matched == null) {
        return false;
      }
      wild.addAll(matched);
    }
    return true;
  }

  /**
   * Looks for the folders that it matches.
   *
   * @param from where to begin, a folder that it {@linkplain #leadsThrough leads through}; empty
   *     for the root
   * @throws IOException where a folder on the way cannot be listed; the message names it
   */
  public Found below(Path root, String from) throws IOException {
    List<String> folders = List.of(from);
    List<String> leaving = new ArrayList<>();
    for (Segment segment : segments.subList(from.isEmpty() ? 0 : names(from).size(), depth())) {
      List<String> next = new ArrayList<>();
      for (String folder : folders) {
        for (String name : matching(root, folder, segment)) {
          String path = folder.isEmpty() ? name : folder + "/" + name;
          if (leaves(root, path)) {
            leaving.add(path);
          } else {
            next.add(path);
          }
        }
      }
      folders = next;
    }
    return new Found(folders, leaving);
  }

  private static boolean leaves(Path root, String path) {
    Path folder = root.resolve(path);
    if (!Files.isSymbolicLink(folder)) {
      return false;
    }
    try {
      ListedFolder.inside(root, folder);
      return false;
    } catch (IOException outside) {
      return true;
    }
  }

  /** The child folders of a folder that lies inside, as are the links to folders among them. */
  private static List<String> matching(Path root, String folder, Segment segment)
      throws IOException {
    Path path = root.resolve(folder);
    List<String> names = new ArrayList<>();
    if (segment.pattern() == null) {
      if (segment.match(segment.text()) != null
          && Files.isDirectory(path.resolve(segment.text()))) {
        names.add(segment.text());
      }
      return names;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      for (Path child : children) {
        String name = FileNames.shown(child);
        if (segment.match(name) != null && Files.isDirectory(child)) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new IOException(folder + ": " + FailureReason.of(e), e);
    }
    return names;
  }

  /** The glob as it is written. */
  @Override
  public String toString() {
    return written;
  }
}
