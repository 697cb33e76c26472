package io.github.containerversions.versions.edit;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a repository with edits that are not written yet. */
public final class EditedFiles implements RepositoryFiles {
  private final RepositoryFiles files;
  private final Map<String, SourceText> originals = new LinkedHashMap<>();
  private final Map<String, SourceText> edited = new LinkedHashMap<>();

  public EditedFiles(RepositoryFiles files) {
    this.files = files;
  }

  private EditedFiles(EditedFiles other) {
    this.files = other.files;
    this.originals.putAll(other.originals);
    this.edited.putAll(other.edited);
  }

  /** The same, to try an edit on. */
  public EditedFiles copy() {
    return new EditedFiles(this);
  }

  @Override
  public FileContent read(String file, int limit) {
    SourceText text = edited.get(file);
    return text == null ? files.read(file, limit) : new FileContent.Text(text);
  }

  @Override
  public FileContent readFollowed(String file, int limit) {
    SourceText text = edited.get(file);
    return text == null ? files.readFollowed(file, limit) : new FileContent.Text(text);
  }

  @Override
  public boolean isDirectory(String file) {
    return files.isDirectory(file);
  }

  @Override
  public boolean mayContain(String file, String needle) {
    return files.mayContain(file, needle);
  }

  /**
   * Replaces a part of a file.
   *
   * @param text the file as it is here
   * @param start the first character that goes, an offset
   * @param end the offset just after the last one
   */
  public void replace(SourceText text, int start, int end, String replacement) {
    String content = text.content();
    String all = content.substring(0, start) + replacement + content.substring(end);
    originals.putIfAbsent(text.file(), text);
    edited.put(
        text.file(), SourceText.of(text.file(), (text.hasByteOrderMark() ? "\uFEFF" : "") + all));
  }

  /** The files that differ, as they are to be written. */
  public Map<String, SourceText> edited() {
    return edited;
  }

  /** A file as it was read before its first edit. */
  public SourceText original(SourceText edited) {
    return originals.getOrDefault(edited.file(), edited);
  }
}
