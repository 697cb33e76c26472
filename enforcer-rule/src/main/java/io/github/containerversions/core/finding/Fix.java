package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.SourceSpan;
import java.util.List;

/**
 * Edits that resolve a finding. They must be applied together.
 *
 * @param description what they do, one line
 * @param replacements the edits; their places do not overlap
 */
public record Fix(String description, List<Replacement> replacements) {

  /**
   * One edit.
   *
   * @param place what is replaced, in the file as it is now; empty where something is inserted
   * @param text the new text
   */
  public record Replacement(SourceSpan place, String text) {}

  public Fix {
    replacements = List.copyOf(replacements);
  }
}
