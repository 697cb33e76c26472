package io.github.containerversions.fuzz;

import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import java.util.List;

/** What holds of every reading, whatever the text. */
final class Readings {
  private static final String FILE = "containers/web/file";

  private Readings() {}

  /** A text as it would come from a file: at most one byte order mark is set aside. */
  static SourceText text(String text) {
    return SourceText.of(FILE, text);
  }

  /** Throws where a reading breaks what the rest of the rule relies on. */
  static void check(Reading reading, SourceText text) {
    for (Declaration declaration : reading.declarations()) {
      check(declaration.location(), text);
    }
    for (Problem problem : reading.problems()) {
      check(problem.location(), text);
      for (Location related : problem.related()) {
        check(related, text);
      }
      if (problem.message().isBlank() || problem.message().length() > 2000) {
        throw new IllegalStateException("no message for people: " + problem.message());
      }
    }
    if (reading.problems().isEmpty() && reading.declarations().get(0).version().isBlank()) {
      throw new IllegalStateException("a version that is blank: " + reading);
    }
  }

  private static void check(Location location, SourceText text) {
    if (location instanceof SourceSpan span && span.file().equals(FILE)) {
      long lines = text.content().chars().filter(c -> c == '\n').count() + 1;
      boolean ordered =
          span.line() < span.endLine()
              || (span.line() == span.endLine() && span.column() <= span.endColumn());
      if (span.line() < 1 || span.column() < 1 || span.endLine() > lines || !ordered) {
        throw new IllegalStateException(span + " is no place in the text");
      }
    }
  }

  /** A repository that holds one file under every name: whatever leads out leads to it. */
  record OneFile(String content) implements RepositoryFiles {

    @Override
    public FileContent read(String file, int limit) {
      if (file.startsWith("..") || file.startsWith("/")) {
        throw new IllegalStateException("a file outside the repository was asked for: " + file);
      }
      return new FileContent.Text(SourceText.of(file, content));
    }

    @Override
    public boolean isDirectory(String file) {
      return false;
    }
  }

  static List<String> halves(String text) {
    int half = text.indexOf('\0');
    return half < 0
        ? List.of(text, "")
        : List.of(text.substring(0, half), text.substring(half + 1));
  }
}
