package io.github.containerversions.report;

import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Location;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.model.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of a failure: a line that stands alone, then every finding with its places and help. */
public final class FailureText {

  /** So many containers are named on a finding that they all share. */
  private static final int NAMES = 5;

  private FailureText() {}

  public static String render(Outcome outcome) {
    List<Finding> findings = outcome.findings();
    StringBuilder out = new StringBuilder();
    out.append("Container versions disagree: ")
        .append(outcome.failed().size())
        .append(" of ")
        .append(Words.count(outcome.checked().size(), "container"))
        .append(", ")
        .append(Words.count(findings.size(), "finding"))
        .append(" (")
        .append(Words.scope(outcome.scope()))
        .append(')');
    grouped(findings).forEach((shared, names) -> append(out, shared, names));
    return out.toString();
  }

  /** What makes findings of several containers one: a broken inventory is told once. */
  private record Shared(
      String rule, String message, String help, Location location, List<Place> related) {
    static Shared of(Finding finding) {
      return new Shared(
          finding.rule(), finding.message(), finding.help(), finding.location(), finding.related());
    }
  }

  private static Map<Shared, List<String>> grouped(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                Shared::of,
                LinkedHashMap::new,
                Collectors.mapping(Finding::container, Collectors.toList())));
  }

  private static void append(StringBuilder out, Shared finding, List<String> names) {
    out.append('\n')
        .append(Words.clickable(finding.location()))
        .append(" [")
        .append(finding.rule())
        .append("] ")
        .append(subject(names))
        .append(": ")
        .append(Printable.of(finding.message()));
    for (Place place : finding.related()) {
      out.append("\n    ").append(Words.clickable(place.location()));
      if (!place.text().isEmpty()) {
        out.append(' ').append(Printable.of(place.text()));
      }
    }
    if (!finding.help().isEmpty()) {
      out.append("\n    help: ").append(Printable.of(finding.help()));
    }
  }

  private static String subject(List<String> names) {
    String shown = names.stream().limit(NAMES).map(Printable::of).collect(Collectors.joining(", "));
    return names.size() <= NAMES ? shown : shown + " and " + (names.size() - NAMES) + " more";
  }
}
