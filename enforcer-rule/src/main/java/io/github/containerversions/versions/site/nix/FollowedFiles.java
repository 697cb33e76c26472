package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The files that one reading leads to, each read at most once. */
final class FollowedFiles {
  private static final String DEFAULT = "default.nix";

  private final RepositoryFiles repository;
  private final String main;
  private final Set<String> followed = new TreeSet<>();
  private final Map<String, Thunk> imported = new HashMap<>();
  private final Map<String, Value> contents = new HashMap<>();
  private long parsed;

  /**
   * @param main the file that the reading starts with; it is not among those followed
   * @param expression what it holds
   */
  FollowedFiles(RepositoryFiles repository, String main, Thunk expression) {
    this.repository = repository;
    this.main = main;
    imported.put(main, expression);
  }

  /** All files that were read or looked for, from the repository root, but the first. */
  Set<String> followed() {
    return followed;
  }

  /** How many characters of Nix were read. */
  long parsed() {
    return parsed;
  }

  /** The expression in a file or in the {@code default.nix} of a folder. */
  Thunk expression(FilePath path) {
    if (!path.inside()) {
      return Thunk.of(outside(path));
    }
    String file = path.path();
    if (repository.isDirectory(file)) {
      file = file.isEmpty() ? DEFAULT : file + "/" + DEFAULT;
    }
    Thunk known = imported.get(file);
    if (known == null) {
      known = parsed(file, path);
      imported.put(file, known);
    }
    return known;
  }

  private Thunk parsed(String file, FilePath path) {
    Value content = content(file, path);
    if (!(content instanceof Text text) || text.origin().wholeFile() == null) {
      // Should a folder of that name come to be, its default.nix counts.
      note(file + "/" + DEFAULT);
      return Thunk.of(content);
    }
    SourceText source = text.origin().wholeFile();
    if (source.hasByteOrderMark()) {
      String message = "'" + file + "' starts with a byte order mark, which Nix does not accept";
      return Thunk.of(unreadable(path, message, new FileLocation(file)));
    }
    parsed += source.content().length();
    try {
      Expr expr = NixParser.parse(source.content());
      return Thunk.of(expr, Environment.ofFile(source));
    } catch (SyntaxException e) {
      SourceSpan place = source.span(e.start(), e.end());
      String why =
          MergeMarkers.explaining(source, place)
              .map(it -> "' cannot be read: " + it.message())
              .orElse("' is no Nix expression: " + e.reason());
      return Thunk.of(unreadable(path, "'" + file + why, place));
    }
  }

  /** The content of a file as a string. */
  Value content(FilePath path) {
    if (!path.inside()) {
      return outside(path);
    }
    Value known = contents.get(path.path());
    if (known == null) {
      known = newContent(path);
      contents.put(path.path(), known);
    }
    return known;
  }

  private Value newContent(FilePath path) {
    Value content = content(path.path(), path);
    if (content instanceof Text text && text.value().indexOf('\0') >= 0) {
      String message = "'" + path.path() + "' holds the character NUL, which no string can";
      return unreadable(path, message, new FileLocation(path.path()));
    }
    return content;
  }

  private Value content(String file, FilePath path) {
    note(file);
    FileContent content = repository.readFollowed(file, RepositoryFiles.BUILD_FILE_LIMIT);
    if (content instanceof FileContent.Text found) {
      return whole(found.text());
    }
    if (content instanceof FileContent.Unreadable unreadable) {
      Problem problem = unreadable.problem();
      String message = "cannot read '" + file + "': " + problem.message();
      return unreadable(path, message, problem.location());
    }
    return unreadable(path, "there is no file '" + Quote.of(file) + "'", new FileLocation(file));
  }

  /** A whole file: its place is that of its text without the blanks around it. */
  private static Text whole(SourceText source) {
    String content = source.content();
    int start = 0;
    int end = content.length();
    while (end > 0 && content.charAt(end - 1) <= ' ') {
      end--;
    }
    while (start < end && content.charAt(start) <= ' ') {
      start++;
    }
    SpineStep place = new SpineStep(source, start, end);
    String value = source.hasByteOrderMark() ? "\uFEFF" + content : content;
    return new Text(value, new Origin(place, place, source));
  }

  private void note(String file) {
    if (!file.equals(main)) {
      followed.add(file);
    }
  }

  private static Failure outside(FilePath path) {
    String message = "'" + Quote.of(path.path()) + "' is outside the repository";
    return new Failure(Problem.of(Problem.Kind.UNREADABLE, message, "", path.literal().span()));
  }

  private static Failure unreadable(FilePath path, String message, Location where) {
    return new Failure(
        new Problem(Problem.Kind.UNREADABLE, message, "", path.literal().span(), List.of(where)));
  }
}
