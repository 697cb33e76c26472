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
import org.jspecify.annotations.Nullable;

/**
 * The edits that resolve a disagreement, if it is known which version is right. They are those of
 * the goal {@code fix}. If an edit is refused, there is no fix.
 */
public final class ContainerFixes implements Function<SubjectResult, Optional<Fix>> {

  /** The most fixes that are worked out for one report. */
  private static final int MAX_FIXES = 100;

  private final VersionSettings settings;
  private final VersionResult result;

  /** Made for the first fix, because it reads the inventory again. */
  private @Nullable OtherContainers others;

  private int worked;

  /** The fixes for the findings of a run. */
  public ContainerFixes(VersionSettings settings, VersionResult result) {
    this.settings = settings;
    this.result = result;
  }

  @Override
  public Optional<Fix> apply(SubjectResult subject) {
    if (!(subject instanceof ContainerResult judged) || judged.right().isEmpty()) {
      return Optional.empty();
    }
    worked++;
    if (worked > MAX_FIXES) {
      return Optional.empty();
    }
    String version = judged.right();
    VersionChanges changes = new VersionChanges(settings, others(), false, "");
    try {
      changes.set(judged.container(), version);
      changes.verify();
    } catch (CannotCheckException refused) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            "Make all places of " + judged.name() + " say " + VersionText.normalise(version),
            changes.files().replacements()));
  }

  private OtherContainers others() {
    if (others == null) {
      List<Container> all = result.containers().stream().map(ContainerResult::container).toList();
      others = new OtherContainers(settings, all);
    }
    return others;
  }
}
