package io.github.containerversions.versions.edit;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files of a repository with edits that are not written yet. */
public final class EditedFiles implements RepositoryFiles {
  private final RepositoryFiles files;
  private final Map<String, SourceText> originals = new LinkedHashMap<>();
  private final Map<String, SourceText> edited = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();

  /** An edit, in the file as it was then. */
  private record Edit(String file, int start, int end, String text) {

    /** Where an offset in the file after this edit was before it. */
    int before(int offset) {
      int added = text.length() - (end - start);
      return offset < start + text.length() ? Math.min(offset, start) : offset - added;
    }
  }

  public EditedFiles(RepositoryFiles files) {
    this.files = files;
  }

  private EditedFiles(EditedFiles other) {
    this.files = other.files;
    this.originals.putAll(other.originals);
    this.edited.putAll(other.edited);
    this.edits.addAll(other.edits);
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
    edits.add(new Edit(text.file(), start, end, replacement));
    originals.putIfAbsent(text.file(), text);
    edited.put(
        text.file(), SourceText.of(text.file(), (text.hasByteOrderMark() ? "\uFEFF" : "") + all));
  }

  /** The files that differ, as they are to be written. */
  public Map<String, SourceText> edited() {
    return edited;
  }

  /** The edits, each at its place in the file before any of them. */
  public List<Fix.Replacement> replacements() {
    List<Fix.Replacement> replacements = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      int start = edit.start();
      int end = edit.end();
      for (int earlier = i - 1; earlier >= 0; earlier--) {
        if (edits.get(earlier).file().equals(edit.file())) {
          start = edits.get(earlier).before(start);
          end = edits.get(earlier).before(end);
        }
      }
      SourceText original = Objects.requireNonNull(originals.get(edit.file()));
      replacements.add(new Fix.Replacement(original.span(start, end), edit.text()));
    }
    return replacements;
  }

  /** A file as it was read before its first edit. */
  public SourceText original(SourceText edited) {
    return originals.getOrDefault(edited.file(), edited);
  }
}
