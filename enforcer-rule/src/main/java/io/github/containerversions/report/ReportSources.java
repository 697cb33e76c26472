package io.github.containerversions.report;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.Optional;

/**
 * What reports need of the repository itself, for readers that know only places in files.
 *
 * @param files the files that findings point at
 * @param standIn the file that is named where a finding is about a folder, from the root
 */
public record ReportSources(RepositoryFiles files, String standIn) {

  /** The beginning of the file that stands for folders. */
  SourceSpan fallback() {
    return beginning(standIn);
  }

  /** The first line of a file, which stands for the file as a whole; nothing of it is marked. */
  static SourceSpan beginning(String file) {
    return new SourceSpan(file, 1, 1, 1, 1);
  }

  /** The text of a file; empty where it is over 1 MiB, or cannot or must not be read. */
  Optional<SourceText> text(String file) {
    return files.readFollowed(file, RepositoryFiles.BUILD_FILE_LIMIT) instanceof FileContent.Text it
        ? Optional.of(it.text())
        : Optional.empty();
  }
}
