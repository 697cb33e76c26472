package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.report.AnnotationMode;
import io.github.containerversions.report.ReportForm;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What is configured of a rule in the same way for each: where things are, where reports go. */
final class Configuration {
  private final Parameters parameters;
  private final Element<List<Exemption>> exemptions;
  private final MavenPaths place;

  /**
   * The configuration of a rule in a build.
   *
   * @param parameters the scalars and lists
   * @param exemptions the list {@code <exemptions>}
   * @param session the build
   * @param project the module that runs the rule
   */
  Configuration(
      Parameters parameters,
      Element<List<Exemption>> exemptions,
      MavenSession session,
      MavenProject project) {
    this(parameters, exemptions, MavenPaths.of(session, project));
  }

  Configuration(Parameters parameters, Element<List<Exemption>> exemptions, MavenPaths place) {
    this.parameters = parameters;
    this.exemptions = exemptions;
    this.place = place;
  }

  Parameters parameters() {
    return parameters;
  }

  boolean skip() throws CannotCheckException {
    return parameters.flag("skip");
  }

  /** The user's own first line of a failure; may be empty. */
  String message() {
    return parameters.text("message", "");
  }

  void refuseUnknownProperties() throws CannotCheckException {
    parameters.refuseUnknownProperties();
  }

  /** The root, and every value given. */
  String identity() throws CannotCheckException {
    return String.join(
        "\n", root().toString(), parameters.toString(), exemptions.read().toString());
  }

  /**
   * The exemptions, validated.
   *
   * @param kind what they name, which is also the name of the element
   * @param called what an error calls that
   * @param rules the rules that they can excuse from
   */
  List<io.github.containerversions.core.finding.Exemption> exemptions(
      String kind, String called, List<RuleInfo> rules) throws CannotCheckException {
    return new ExemptionParameter(kind, called, rules).valid(exemptions.read());
  }

  /** One day for all machines: an exemption must not end here and hold there. */
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /**
   * Where the report of the run goes.
   *
   * @param reportFolder the folder of reports in the build folder, where none is configured
   * @param environment the environment of the build
   * @param console standard output
   */
  ReportOutputs delivery(String reportFolder, Map<String, String> environment, OutputStream console)
      throws CannotCheckException {
    List<String> asked = parameters.list("reports", ReportForm.ids());
    String annotations = parameters.choice("annotations", AnnotationMode.ids());
    List<ReportForm> forms = new ArrayList<>();
    for (ReportForm form : ReportForm.values()) {
      if (asked.contains(form.id())) {
        forms.add(form);
      }
    }
    return new ReportOutputs(
        forms,
        reportDirectory(reportFolder),
        AnnotationMode.valueOf(annotations.toUpperCase(Locale.ROOT)),
        environment,
        console);
  }

  /**
   * Where reports are, also where something is wrong with the configuration.
   *
   * @param reportFolder the folder of reports in the build folder, where none is configured
   */
  ReportPlace reportPlace(String reportFolder) {
    List<ReportForm> asked = new ArrayList<>();
    for (ReportForm form : ReportForm.values()) {
      if (asksFor(form.id())) {
        asked.add(form);
      }
    }
    Path byDefault = place.buildDirectory().resolve(reportFolder);
    try {
      Path directory = reportDirectory(reportFolder);
      return new ReportPlace(directory, asked, directory.equals(byDefault));
    } catch (CannotCheckException e) {
      return new ReportPlace(byDefault, asked, true);
    }
  }

  private boolean asksFor(String form) {
    try {
      return parameters.list("reports").contains(form);
    } catch (CannotCheckException e) {
      return false;
    }
  }

  /** What to say where another run of the build writes its reports to the same folder. */
  CannotCheckException reportsTakenBy(Path directory) throws CannotCheckException {
    Path shown = directory.startsWith(root()) ? root().relativize(directory) : directory;
    String given = parameters.given("reportDirectory");
    String instead = given.startsWith("<report") ? "" : ", not " + given + ", which all share";
    return new CannotCheckException(
        "another rule of this build, or this one with another configuration, writes its reports to "
            + shown.toString().replace('\\', '/')
            + "; set <reportDirectory> to a folder of its own"
            + instead);
  }

  private Path reportDirectory(String reportFolder) throws CannotCheckException {
    String configured = parameters.text("reportDirectory", "");
    return configured.isEmpty()
        ? place.buildDirectory().resolve(reportFolder)
        : path("reportDirectory", root(), configured);
  }

  /** The repository root, absolute. */
  Path root() throws CannotCheckException {
    String configured = parameters.text("repositoryRoot", "");
    return configured.isEmpty()
        ? RepositoryRoot.find(place.moduleDirectory(), place.executionRoot())
        : path("repositoryRoot", place.executionRoot(), configured).toAbsolutePath().normalize();
  }

  /** The files that can change what the rule is configured to do, from the root. */
  List<String> files() throws CannotCheckException {
    return place.configurationFiles(root());
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
