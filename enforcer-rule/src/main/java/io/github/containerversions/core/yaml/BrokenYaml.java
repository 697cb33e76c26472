package io.github.containerversions.core.yaml;

import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The reason why a text cannot be read as a YAML document. */
public final class BrokenYaml extends Exception {
  private static final long serialVersionUID = 1;

  private static final int MAX_COMPLAINT_CHARACTERS = 160;

  @SuppressWarnings("serial") // never serialized: it does not leave this package
  private final Problem problem;

  BrokenYaml(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  static BrokenYaml overLimit(String what, Location place) {
    return new BrokenYaml(
        Problem.of(
            Problem.Kind.UNREADABLE,
            "the file is too complex: " + what,
            "keep the file plain",
            place));
  }

  static BrokenYaml malformed(String what, Location place, List<Location> related) {
    return new BrokenYaml(
        new Problem(
            Problem.Kind.SYNTAX,
            "the file is not well-formed YAML: " + Excerpt.of(what, MAX_COMPLAINT_CHARACTERS),
            "check the indentation and the quotes there",
            place,
            related));
  }

  /** SnakeYAML's words, without the picture of the place that it draws over several lines. */
  static BrokenYaml by(SourceText text, MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
    Location begun = location(text, e.getContextMark());
    Location place = location(text, e.getProblemMark());
    // The name of an anchor or a tag may be a secret that somebody forgot to quote.
    boolean named = e.getProblem() != null && e.getProblem().contains("tag handle");
    Optional<Problem> merge = MergeMarkers.explaining(text, place);
    if (merge.isPresent()) {
      return new BrokenYaml(merge.get());
    }
    return malformed(
        (named ? "found undefined tag handle" : e.getProblem()) + context,
        place,
        begun instanceof SourceSpan ? List.of(begun) : List.of());
  }

  private static Location location(SourceText text, @Nullable Mark mark) {
    return mark == null
        ? new FileLocation(text.file())
        : text.span(mark.getIndex(), mark.getIndex());
  }

  public Problem problem() {
    return problem;
  }
}
