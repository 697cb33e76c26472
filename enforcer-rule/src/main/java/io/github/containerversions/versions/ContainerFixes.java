package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Fix;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.model.VersionText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The edits that resolve a disagreement, if it is known which version is right. They are those of
 * the goal {@code fix}. If an edit is refused, there is no fix.
 */
public final class ContainerFixes implements Function<SubjectResult, Optional<Fix>> {

  /** The most fixes that are worked out for one report. */
  private static final int MAX_FIXES = 100;

  private final VersionSettings settings;
  private final List<Container> all;
  private final OtherContainers others;
  private int worked;

  /** The fixes for the findings of a run. */
  public ContainerFixes(VersionSettings settings, VersionResult result) {
    this.settings = settings;
    this.all = result.containers().stream().map(ContainerResult::container).toList();
    this.others = new OtherContainers(settings, all);
  }

  @Override
  public Optional<Fix> apply(SubjectResult subject) {
    if (!(subject instanceof ContainerResult result) || result.right().isEmpty()) {
      return Optional.empty();
    }
    worked++;
    if (worked > MAX_FIXES) {
      return Optional.empty();
    }
    String version = result.right();
    VersionChanges changes = new VersionChanges(settings, others, false, "");
    try {
      changes.set(result.container(), version);
      changes.verify();
    } catch (CannotCheckException refused) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            "Make all places of " + result.name() + " say " + VersionText.normalise(version),
            changes.files().replacements()));
  }
}
