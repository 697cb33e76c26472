package io.github.containerversions.core.finding;

import java.util.List;

/**
 * A finding that fails nothing, because its subject is exempt from its rule.
 *
 * @param finding what would have been found
 * @param exemptions what excuses it, at least one
 */
public record SuppressedFinding(Finding finding, List<Exemption> exemptions) {

  public SuppressedFinding {
    exemptions = List.copyOf(exemptions);
    if (exemptions.isEmpty()) {
      throw new IllegalArgumentException("a finding that nothing excuses");
    }
  }
}
