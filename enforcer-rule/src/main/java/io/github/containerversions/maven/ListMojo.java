package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.ListText;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists every container with its version and every place that states it. It does not fail if
 * versions differ. With {@code -Dcontainer} it shows one container in full.
 */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListMojo extends ContainerMojo {
  private static final List<String> FORMATS = List.of("table", "json", "tsv");

  /** The format of the list: {@code table}, {@code json} or {@code tsv}. */
  @Parameter(property = "format", defaultValue = "table")
  private String format = "table";

  @Override
  void run() throws CannotCheckException {
    if (!FORMATS.contains(format)) {
      throw new CannotCheckException(
          "-Dformat is \"" + format + "\"; allowed are: " + String.join(", ", FORMATS));
    }
    VersionSettings settings = versions().sync().settings().ofAll();
    VersionResult result = result(settings);
    refuseUnknownContainer(result);
    switch (format) {
      case "json" -> print(List.of(json(settings, result).stripTrailing()));
      case "tsv" -> print(ListText.tsv(result));
      default ->
          (container().isEmpty() ? ListText.table(result) : ListText.full(only(result)))
              .forEach(it -> getLog().info(it));
    }
  }

  private static String json(VersionSettings settings, VersionResult result)
      throws CannotCheckException {
    StringBuilder json = new StringBuilder();
    RunReport report = SyncCheck.report(settings, result, Severity.ERROR);
    try {
      ReportForm.JSON.write(report, json);
      return json.toString();
    } catch (IOException e) {
      throw new CannotCheckException("the list cannot be written: " + e.getMessage());
    }
  }
}
