package io.github.containerversions.versions.edit;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.core.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * A part of a file, and what is to stand there.
   *
   * @param start the first character that goes, an offset
   * @param end the offset just after the last one
   */
  public record Part(int start, int end, String replacement) {}

  /** Edits of a file that were made at once, by their offsets in the file as it was then. */
  private static final class Edit {
    final String file;
    final List<Part> parts;

    /** Where each part begins afterwards. */
    private final int[] starts;

    Edit(String file, List<Part> parts) {
      this.file = file;
      this.parts = parts;
      this.starts = new int[parts.size()];
      int added = 0;
      for (int at = 0; at < starts.length; at++) {
        Part part = parts.get(at);
        starts[at] = part.start() + added;
        added += part.replacement().length() - (part.end() - part.start());
      }
    }

    /** Where an offset in the file after this edit was before it. */
    int before(int offset) {
      int found = Arrays.binarySearch(starts, offset);
      int at = found < 0 ? -found - 2 : found;
      if (at < 0) {
        return offset;
      }
      Part part = parts.get(at);
      int beyond = offset - starts[at] - part.replacement().length();
      return beyond < 0 ? part.start() : part.end() + beyond;
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
    replace(text, List.of(new Part(start, end, replacement)));
  }

  /**
   * Replaces parts of a file.
   *
   * @param text the file as it is here
   * @param parts the parts in the order of the file, none of which overlap
   */
  public void replace(SourceText text, List<Part> parts) {
    String content = text.content();
    StringBuilder all = new StringBuilder(text.hasByteOrderMark() ? "\uFEFF" : "");
    int from = 0;
    for (Part part : parts) {
      all.append(content, from, part.start()).append(part.replacement());
      from = part.end();
    }
    all.append(content, from, content.length());
    edits.add(new Edit(text.file(), List.copyOf(parts)));
    originals.putIfAbsent(text.file(), text);
    edited.put(text.file(), SourceText.of(text.file(), all.toString()));
  }

  /** The files that differ, as they are to be written. */
  public Map<String, SourceText> edited() {
    return edited;
  }

  /** The edits, each at its place in the file before any of them. */
  public List<Fix.Replacement> replacements() {
    List<Fix.Replacement> replacements = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      for (Part part : edits.get(i).parts) {
        replacements.add(inOriginal(i, part));
      }
    }
    return replacements;
  }

  private Fix.Replacement inOriginal(int edit, Part part) {
    String file = edits.get(edit).file;
    int start = part.start();
    int end = part.end();
    for (int earlier = edit - 1; earlier >= 0; earlier--) {
      if (edits.get(earlier).file.equals(file)) {
        start = edits.get(earlier).before(start);
        end = edits.get(earlier).before(end);
      }
    }
    SourceText original = Objects.requireNonNull(originals.get(file));
    return new Fix.Replacement(original.span(start, end), part.replacement());
  }

  /** A file as it was read before its first edit. */
  public SourceText original(SourceText edited) {
    return originals.getOrDefault(edited.file(), edited);
  }
}
