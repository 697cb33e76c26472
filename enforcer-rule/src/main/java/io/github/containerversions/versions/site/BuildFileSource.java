package io.github.containerversions.versions.site;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.BuildFile;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import java.util.Optional;
import java.util.Set;

/**
 * A build file as a source of the version.
 *
 * @param file which build file
 * @param files where it is read from
 * @param reader what understands its text
 */
public record BuildFileSource(BuildFile file, RepositoryFiles files, VersionReader reader)
    implements VersionSource {

  @Override
  public Optional<Reading> read(Container container) {
    if (!container.buildFiles().contains(file)) {
      return Optional.empty();
    }
    FileContent content = content(container);
    if (content instanceof FileContent.Text text) {
      return Optional.of(reader.read(text.text()));
    }
    return Optional.of(
        Reading.problem(
            content instanceof FileContent.Unreadable unreadable
                ? unreadable.problem()
                : FileContent.vanished(container.path(file))));
  }

  /** The files that the version depends on beside this one, from the repository root. */
  public Set<String> followed(Container container) {
    return container.buildFiles().contains(file)
            && content(container) instanceof FileContent.Text text
            && reader.mayFollow(text.text())
        ? reader.read(text.text()).followed()
        : Set.of();
  }

  private FileContent content(Container container) {
    return files.read(container.path(file), RepositoryFiles.BUILD_FILE_LIMIT);
  }
}
