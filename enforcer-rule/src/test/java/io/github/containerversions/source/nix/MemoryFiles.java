package io.github.containerversions.source.nix;

import io.github.containerversions.model.FileLocation;
import io.github.containerversions.model.Problem;
import io.github.containerversions.source.FileContent;
import io.github.containerversions.source.RepositoryFiles;
import io.github.containerversions.source.SourceText;
import java.util.Map;
import java.util.TreeMap;

/** A repository of texts by path. */
final class MemoryFiles implements RepositoryFiles {
  private final Map<String, String> texts = new TreeMap<>();

  MemoryFiles with(String file, String text) {
    texts.put(file, text);
    return this;
  }

  @Override
  public FileContent read(String file, int limit) {
    if (isDirectory(file)) {
      return new FileContent.Unreadable(
          Problem.of(Problem.Kind.UNREADABLE, "it is a folder", "", new FileLocation(file)));
    }
    String text = texts.get(file);
    return text == null
        ? new FileContent.Missing(file)
        : new FileContent.Text(SourceText.of(file, text));
  }

  @Override
  public boolean isDirectory(String file) {
    return file.isEmpty() || texts.keySet().stream().anyMatch(path -> path.startsWith(file + "/"));
  }
}
