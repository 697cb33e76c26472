package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.workflow.Note;
import java.util.ArrayList;
import java.util.List;

/** A tag that is pushed cannot repeat. */
final class TagMutable implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "tag-mutable",
          "With immutableTags, the tag of a push names the commit or the run",
          "If a tag repeats, a registry with immutable tags refuses the push, and any other"
              + " registry changes an image that is in use.",
          "Put the commit or the number of the run into the tag.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(WorkflowFacts evidence) {
    List<Finding> findings = new ArrayList<>();
    for (WorkflowFacts.Seen seen : evidence.pushes()) {
      for (Image image : seen.push().images()) {
        if (!seen.push().unique() && image.judgeTag() == Image.Tag.REPEATS) {
          findings.add(mutable(evidence, seen, image));
        }
      }
    }
    return findings.stream().distinct().toList();
  }

  /** A line for each tag of which it cannot be told here whether it repeats. */
  static List<Note> notes(List<WorkflowFacts.Seen> pushes) {
    List<Note> notes = new ArrayList<>();
    for (WorkflowFacts.Seen seen : pushes) {
      for (Image image : seen.push().images()) {
        if (!seen.push().unique() && image.judgeTag() == Image.Tag.UNKNOWN) {
          String shown = LocatedPiece.shown(image.tag().isEmpty() ? image.tail() : image.tag());
          notes.add(
              new Note(
                  seen.push().location(), "whether the tag " + shown + " repeats is not known"));
        }
      }
    }
    return notes;
  }

  private Finding mutable(WorkflowFacts evidence, WorkflowFacts.Seen seen, Image image) {
    Location place = seen.push().location();
    String tag = "no tag, which means latest";
    if (!image.tag().isEmpty()) {
      place = image.tag().get(0).location();
      tag =
          "the tag "
              + LocatedPiece.shown(image.tag())
              + ", which tells neither the commit nor the run";
    }
    return finding(
        evidence,
        "job " + Shown.of(seen.job()) + ": " + seen.push().tool() + " pushes " + tag,
        "put the commit into the tag, such as -${GITHUB_SHA::7} or -${{ github.sha }}",
        place,
        List.of());
  }
}
