package io.github.containerversions.versions.site;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import java.util.Optional;
import java.util.Set;

/**
 * A file in the container's folder that builds its image.
 *
 * @param site its names and words
 * @param fileName the name of the file
 * @param files where it is read from
 * @param reader what understands its text
 */
public record BuildFileSite(Site site, String fileName, RepositoryFiles files, VersionReader reader)
    implements DeclarationSite {

  @Override
  public Optional<Reading> read(Container container) {
    if (!container.buildFiles().contains(fileName)) {
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
                : FileContent.vanished(container.path(fileName))));
  }

  @Override
  public Set<String> dependencies(Container container) {
    return container.buildFiles().contains(fileName)
            && content(container) instanceof FileContent.Text text
            && reader.mayFollow(text.text())
        ? reader.read(text.text()).followed()
        : Set.of();
  }

  private FileContent content(Container container) {
    return files.read(container.path(fileName), RepositoryFiles.BUILD_FILE_LIMIT);
  }
}
