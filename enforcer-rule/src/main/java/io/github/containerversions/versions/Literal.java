package io.github.containerversions.versions;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.edit.EditedFiles;
import io.github.containerversions.versions.edit.Quotes;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.TagText;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version that stands in a file as it is, and what is to stand there.
 *
 * @param start its first character, an offset
 * @param end the offset just after its last
 * @param span the same place
 */
record Literal(int start, int end, String replacement, SourceSpan span) {

  /**
   * The literal of a declaration: its version or, where its tag names a commit, the whole tag.
   *
   * @param file the file of the declaration
   * @param version the version that it is to say, normalised
   * @param commit the commit that its tag is to name
   * @return empty where the version is put together from pieces
   */
  static Optional<Literal> of(Declaration declaration, Quotes file, String version, String commit) {
    SourceText text = file.text();
    String styled = VersionText.inStyleOf(declaration.version(), version);
    TagText tag = declaration.tag();
    if (tag != null && !tag.commit().isEmpty()) {
      String filled = TagForm.of(tag.form()).filled(styled, commit);
      return Optional.of(at(tag.location(), text, filled));
    }
    Literal literal = at((SourceSpan) declaration.location(), text, styled);
    int start = literal.start;
    int end = literal.end;
    return text.content().substring(start, end).equals(declaration.version())
        ? Optional.of(new Literal(start, end, file.inPlaceOf(start, end, styled), literal.span))
        : Optional.empty();
  }

  private static Literal at(SourceSpan span, SourceText text, String replacement) {
    return new Literal(
        text.offset(span.line(), span.column()),
        text.offset(span.endLine(), span.endColumn()),
        replacement,
        span);
  }

  /** Those of one file in its order, without one that two declarations share. */
  static List<Literal> apart(List<Literal> literals) {
    List<Literal> apart = new ArrayList<>();
    int end = 0;
    for (Literal each :
        literals.stream().sorted(Comparator.comparingInt(Literal::start)).toList()) {
      if (each.start >= end) {
        apart.add(each);
        end = each.end;
      }
    }
    return apart;
  }

  static List<EditedFiles.Part> parts(List<Literal> literals) {
    return literals.stream()
        .map(it -> new EditedFiles.Part(it.start, it.end, it.replacement))
        .toList();
  }
}
