package io.github.containerversions.core.file;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository of texts by path. */
public final class MemoryFiles implements RepositoryFiles {
  private final Map<String, String> texts = new TreeMap<>();

  /** A repository of these texts. */
  public static MemoryFiles of(Map<String, String> texts) {
    MemoryFiles files = new MemoryFiles();
    files.texts.putAll(texts);
    return files;
  }

  public MemoryFiles with(String file, String text) {
    texts.put(file, text);
    return this;
  }

  /** The path as {@link DiskFiles} reads it: {@code ..} is taken away as text. */
  @Override
  public FileContent read(String path, int limit) {
    String file = normalized(path);
    if (isDirectory(file)) {
      return new FileContent.Unreadable(
          Problem.of(Problem.Kind.UNREADABLE, "it is a folder", "", new FolderLocation(file)));
    }
    String text = texts.get(file);
    return text == null
        ? new FileContent.Missing(file)
        : new FileContent.Text(SourceText.of(file, text));
  }

  /** Not by the paths of Java, which refuse names that a test may have. */
  private static String normalized(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : List.of(path.split("/"))) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  @Override
  public boolean isDirectory(String file) {
    return file.isEmpty() || texts.keySet().stream().anyMatch(path -> path.startsWith(file + "/"));
  }
}
