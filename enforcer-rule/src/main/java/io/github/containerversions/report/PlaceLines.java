package io.github.containerversions.report;

import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Remark;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What places say that is no finding: what is behind, what cannot be compared. Not yet escaped. */
final class PlaceLines {
  /** So many lines are shown of each kind. */
  private static final int MAX_LINES = 50;

  private static final int SHORT_HASH = 7;
  private static final int MAX_NAMED = 5;

  private PlaceLines() {}

  /**
   * A line for each version that is behind, for each that history says nothing of, and a summary.
   */
  static List<String> of(VersionResult outcome) {
    List<String> pending = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (ContainerResult result : outcome.checked()) {
      Set<String> seen = new LinkedHashSet<>();
      for (SiteDeclaration stated : result.declarations()) {
        Lag lag = result.lags().get(stated.declaration());
        if (lag == null) {
          continue;
        }
        String says = result.container().name() + ": " + stated.title() + " says ";
        String version = stated.version().strip();
        if (lag instanceof Lag.Behind behind && seen.add(stated.title() + version)) {
          pending.add(says + version + ", " + since(behind));
        } else if (lag instanceof Lag.Unknown cannotTell
            && seen.add(stated.title() + version + cannotTell.reason())) {
          unknown.add(says + version + "; " + cannotTell.reason());
        }
      }
    }
    List<String> lines = new ArrayList<>();
    add(lines, "Pending: ", pending);
    add(lines, "Cannot tell whether it was built: ", unknown);
    lines.addAll(withoutVersion(outcome));
    return lines;
  }

  private static void add(List<String> lines, String start, List<String> texts) {
    for (String text : texts.subList(0, Math.min(MAX_LINES, texts.size()))) {
      lines.add(start + text);
    }
    if (texts.size() > MAX_LINES) {
      lines.add(start + (texts.size() - MAX_LINES) + " more");
    }
  }

  /** How many versions are behind. */
  static int pending(VersionResult outcome) {
    return (int)
        outcome.checked().stream()
            .filter(it -> it.lags().values().stream().anyMatch(Lag.Behind.class::isInstance))
            .count();
  }

  /** Until when a version was declared. */
  static String since(Lag.Behind behind) {
    return behind.since().isEmpty()
        ? "declared until a change that is not committed yet"
        : "declared until "
            + behind.since().substring(0, SHORT_HASH)
            + " ("
            + behind.date()
            + ", "
            + Phrases.count(behind.commits(), "commit")
            + " ago)";
  }

  /** One line for each place that has texts without a version: which containers these are. */
  private static List<String> withoutVersion(VersionResult outcome) {
    Map<String, Set<String>> containers = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ContainerResult result : outcome.checked()) {
      for (SiteReading each : result.readings()) {
        List<Remark> remarks = each.reading().remarks();
        if (!remarks.isEmpty()) {
          containers
              .computeIfAbsent(each.site().title(), it -> new TreeSet<>())
              .add(result.container().name());
          counts.merge(each.site().title(), remarks.size(), Integer::sum);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Set<String>> each : containers.entrySet()) {
      Set<String> names = each.getValue();
      lines.add(
          "Not compared: "
              + each.getKey()
              + " names "
              + Phrases.count(counts.getOrDefault(each.getKey(), 0), "image")
              + " without a version: "
              + String.join(", ", names.stream().limit(MAX_NAMED).toList())
              + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : ""));
    }
    return lines;
  }

  /** The mark of a table for the versions of a place. */
  static String mark(ContainerResult result, List<Declaration> declarations) {
    boolean behind = false;
    boolean unknown = false;
    for (Declaration each : declarations) {
      Lag lag = result.lags().get(each);
      behind |= lag instanceof Lag.Behind;
      unknown |= lag instanceof Lag.Unknown;
    }
    return behind ? "(behind)" : unknown ? "(cannot tell)" : "";
  }
}
