package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A finding, and the containers or workflows that have it: what is wrong with the inventory as a
 * whole is shown to people once.
 *
 * @param finding the finding, without its subject
 * @param subjects the names of all that have it
 */
record SharedFinding(Finding finding, List<String> subjects) {

  /** So many are named on a finding that they share. */
  private static final int MAX_NAMES = 5;

  /** All findings, in the order of their first subjects. */
  static List<SharedFinding> of(List<Finding> findings) {
    Map<Finding, List<String>> shared = new LinkedHashMap<>();
    for (Finding finding : findings) {
      shared.computeIfAbsent(nameless(finding), it -> new ArrayList<>(1)).add(finding.subject());
    }
    return shared.entrySet().stream()
        .map(it -> new SharedFinding(it.getKey(), List.copyOf(it.getValue())))
        .toList();
  }

  private static Finding nameless(Finding finding) {
    return new Finding(
        finding.rule(),
        "",
        finding.message(),
        finding.help(),
        finding.location(),
        finding.related());
  }

  /** The subjects in a few words. */
  String subject() {
    int shown = Math.min(MAX_NAMES, subjects.size());
    String names =
        subjects.subList(0, shown).stream()
            .map(it -> Excerpt.cut(it, Excerpt.NAME / shown))
            .collect(Collectors.joining(", "));
    int more = subjects.size() - shown;
    return more == 0 ? names : names + " and " + more + " more";
  }
}
