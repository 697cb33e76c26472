package io.github.containerversions.core.finding;

import java.util.List;

/**
 * A finding that does not stop the build, because its subject is exempt from its rule.
 *
 * @param finding the finding
 * @param exemptions the exemptions that apply, at least one
 */
public record SuppressedFinding(Finding finding, List<Exemption> exemptions) {

  public SuppressedFinding {
    exemptions = List.copyOf(exemptions);
    if (exemptions.isEmpty()) {
      throw new IllegalArgumentException("a finding that nothing excuses");
    }
  }
}
