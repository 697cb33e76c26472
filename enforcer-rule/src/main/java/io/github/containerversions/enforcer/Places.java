package io.github.containerversions.enforcer;

import io.github.containerversions.CannotCheckException;
import io.github.containerversions.report.AnnotationMode;
import io.github.containerversions.report.ReportForm;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters that say where things are and where reports go, the same for every rule.
 *
 * @param parameters the scalars
 * @param place where in the reactor the rule runs
 * @param reportFolder the folder of reports in the build folder, where none is configured
 */
record Places(Parameters parameters, BuildPlace place, String reportFolder) {

  /**
   * Where the report of the run goes.
   *
   * @param reports the list {@code <reports>} of the POM
   * @param environment the environment of the build
   * @param console standard output
   */
  Delivery delivery(List<String> reports, Map<String, String> environment, OutputStream console)
      throws CannotCheckException {
    List<String> asked = parameters.list("reports", reports, ReportForm.ids());
    String annotations = parameters.choice("annotations", AnnotationMode.ids());
    return new Delivery(
        Arrays.stream(ReportForm.values()).filter(it -> asked.contains(it.id())).toList(),
        reportDirectory(),
        AnnotationMode.valueOf(annotations.toUpperCase(Locale.ROOT)),
        environment,
        console);
  }

  /** The folder for reports, absolute. */
  private Path reportDirectory() throws CannotCheckException {
    String configured = parameters.text("reportDirectory", "");
    return configured.isEmpty()
        ? place.buildDirectory().resolve(reportFolder)
        : path("reportDirectory", root(), configured);
  }

  Path root() throws CannotCheckException {
    String configured = parameters.text("repositoryRoot", "");
    return configured.isEmpty()
        ? RepositoryRoot.find(place.moduleDirectory(), place.executionRoot())
        : path("repositoryRoot", place.executionRoot(), configured).toAbsolutePath().normalize();
  }

  /** A path that must stay below the root, with {@code /}. */
  String inside(String name, String defaultValue) throws CannotCheckException {
    return below(name, parameters.text(name, defaultValue));
  }

  /** The same for one path of a list. */
  String below(String name, String text) throws CannotCheckException {
    Path path = path(name, Path.of(""), text).normalize();
    if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
      throw parameters.notAllowed(name, text, "relative paths below the repository root");
    }
    return path.toString().replace('\\', '/');
  }

  private Path path(String name, Path base, String text) throws CannotCheckException {
    try {
      return base.resolve(text);
    } catch (InvalidPathException e) {
      throw parameters.notAllowed(name, text, "paths");
    }
  }
}
