package io.github.containerversions.report;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.Remark;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionResult;
import java.util.ArrayList;
import java.util.List;

/** The containers and the places that state their versions, for the goal {@code list}. */
public final class ListText {
  private static final String TAB = "\t";

  private ListText() {}

  /** The table of all containers, and what is behind. */
  public static List<String> table(VersionResult result) {
    List<String> lines = new ArrayList<>(Table.renderAll(result));
    PlaceLines.of(result).forEach(it -> lines.add(ConsoleText.of(it)));
    Exempt.line(result).ifPresent(lines::add);
    return lines;
  }

  /**
   * A line for each place that states a version, with tabs between container, service, status,
   * agreed version, source, version, file, line and column; the header first.
   */
  public static List<String> tsv(VersionResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(
            TAB,
            List.of(
                "container",
                "service",
                "status",
                "agreed",
                "source",
                "version",
                "file",
                "line",
                "column")));
    for (ContainerResult each : result.containers()) {
      if (each.declarations().isEmpty()) {
        lines.add(row(each, "", "", "", "", ""));
      }
      for (SiteDeclaration stated : each.declarations()) {
        Declaration declaration = stated.declaration();
        boolean span = declaration.location() instanceof SourceSpan;
        SourceSpan at = span ? (SourceSpan) declaration.location() : null;
        lines.add(
            row(
                each,
                stated.site().idOf(declaration),
                declaration.version(),
                declaration.location().file(),
                at == null ? "" : Integer.toString(at.line()),
                at == null ? "" : Integer.toString(at.column())));
      }
    }
    return lines;
  }

  private static String row(
      ContainerResult result, String source, String version, String file, String line, String at) {
    return String.join(
        TAB,
        List.of(
            Printable.of(result.container().name()),
            Printable.of(result.container().service()),
            result.status().id(),
            Printable.of(result.version().orElse("")),
            source,
            Printable.of(version),
            Printable.of(file),
            line,
            at));
  }

  /** Everything about one container. */
  public static List<String> full(ContainerResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        result.container().name()
            + (result.container().service().equals(result.container().name())
                ? ""
                : " (service " + result.container().service() + ")")
            + ": "
            + result.status().id()
            + result.version().map(it -> ", version " + it).orElse(""));
    for (SiteReading each : result.readings()) {
      for (Declaration declaration : each.reading().declarations()) {
        lines.add("  " + stated(new SiteDeclaration(each.site(), declaration), result));
      }
      for (Problem problem : each.reading().problems()) {
        lines.add(
            "  "
                + each.site().title()
                + ": "
                + Phrases.clickable(problem.location())
                + " "
                + problem.message());
      }
      for (Remark remark : each.reading().remarks()) {
        lines.add(
            "  "
                + each.site().title()
                + ": "
                + Phrases.clickable(remark.location())
                + " no version: "
                + remark.text());
      }
    }
    for (Exemption exemption : result.excuses()) {
      lines.add(
          "  exempt"
              + (exemption.coversEveryRule() ? "" : " from " + exemption.rule())
              + ": "
              + exemption.reason());
    }
    for (Finding finding : result.findings()) {
      lines.add("  [" + finding.rule() + "] " + finding.message());
      if (!finding.help().isEmpty()) {
        lines.add("    help: " + finding.help());
      }
    }
    return lines.stream().map(ConsoleText::of).toList();
  }

  private static String stated(SiteDeclaration stated, ContainerResult result) {
    Declaration declaration = stated.declaration();
    String how =
        declaration.fromCommand()
            ? ", answered by a command"
            : declaration.isPlain() ? "" : ", from " + declaration.written();
    Lag lag = result.lags().get(declaration);
    String behind =
        lag instanceof Lag.Behind since
            ? ", " + PlaceLines.since(since)
            : lag instanceof Lag.Unknown unknown
                ? ", cannot tell whether it was built: " + unknown.reason()
                : "";
    return stated.title()
        + ": "
        + Phrases.clickable(declaration.location())
        + " "
        + declaration.version()
        + how
        + behind;
  }
}
