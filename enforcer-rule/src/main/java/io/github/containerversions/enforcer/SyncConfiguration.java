package io.github.containerversions.enforcer;

import io.github.containerversions.CannotCheckException;
import io.github.containerversions.ContainerVersionSync;
import io.github.containerversions.Settings;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.Scope;
import io.github.containerversions.report.AnnotationMode;
import io.github.containerversions.report.ReportForm;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of {@code <containerVersionSync>}, from what Maven injected to validated
 * settings.
 *
 * @param parameters the scalars
 * @param reports the list {@code <reports>} of the POM
 * @param exemptions the list {@code <exemptions>}
 * @param serviceNames the map {@code <serviceNames>}
 * @param nixPackages the map {@code <nixPackages>}
 * @param place where in the reactor the rule runs
 */
record SyncConfiguration(
    Parameters parameters,
    List<String> reports,
    List<Exemption> exemptions,
    Map<String, String> serviceNames,
    Map<String, String> nixPackages,
    BuildPlace place) {

  static final String PREFIX = "containerVersions.";

  private static final List<String> SCOPES = List.of(Scope.Mode.CHANGED.id(), Scope.Mode.ALL.id());
  private static final String DEFAULT_NIX_COMMAND = "dagger call nix-version --package={package}";

  boolean skip() throws CannotCheckException {
    return parameters.flag("skip");
  }

  String message() {
    return parameters.text("message", "");
  }

  /**
   * Where the report of the run goes.
   *
   * @param environment the environment of the build
   * @param console standard output
   */
  Delivery delivery(Map<String, String> environment, OutputStream console)
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
        ? place.buildDirectory().resolve("container-versions")
        : path("reportDirectory", root(), configured);
  }

  Path root() throws CannotCheckException {
    String configured = parameters.text("repositoryRoot", "");
    return configured.isEmpty()
        ? RepositoryRoot.find(place.moduleDirectory(), place.executionRoot())
        : path("repositoryRoot", place.executionRoot(), configured).toAbsolutePath().normalize();
  }

  /** Everything that makes two runs differ: the root, and every value given. */
  String identity() throws CannotCheckException {
    return String.join(
        "\n",
        root().toString(),
        parameters.toString(),
        reports.toString(),
        exemptions.toString(),
        new TreeMap<>(serviceNames).toString(),
        new TreeMap<>(nixPackages).toString());
  }

  Settings settings() throws CannotCheckException {
    parameters.refuseUnknownProperties();
    Path root = root();
    String containerPyCommand = parameters.text("containerPyVersionCommand", "");
    if (containerPyCommand.contains("{package}")) {
      throw new CannotCheckException(
          parameters.given("containerPyVersionCommand")
              + " contains {package}, which only nixVersionCommand knows; use {container}");
    }
    return new Settings(
        root,
        inside("containersDirectory", "containers"),
        inside("inventoryFile", "service-versions.yaml"),
        versionArg(),
        mode(),
        parameters.text("baseRef", ""),
        place.configurationFiles(root),
        validExemptions(),
        serviceNames,
        nixPackages,
        parameters.text("nixVersionCommand", DEFAULT_NIX_COMMAND),
        containerPyCommand,
        parameters.seconds("commandTimeout", 120),
        // One day for all machines: an exemption must not end here and hold there.
        LocalDate.now(ZoneOffset.UTC),
        System.getenv());
  }

  /** {@code allFiles} widens; only a property {@code scope} is more specific than it in a POM. */
  private Scope.Mode mode() throws CannotCheckException {
    String scope = parameters.choice("scope", SCOPES);
    boolean widened =
        parameters.flag("allFiles")
            && (parameters.isProperty("allFiles") || !parameters.isProperty("scope"));
    return widened || scope.equals(Scope.Mode.ALL.id()) ? Scope.Mode.ALL : Scope.Mode.CHANGED;
  }

  private String versionArg() throws CannotCheckException {
    String name = parameters.text("versionArg", "CONTAINER_APP_VERSION");
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw parameters.notAllowed("versionArg", "names of letters, digits and underscores");
    }
    return name;
  }

  /** A path that must stay below the root, with {@code /}. */
  private String inside(String name, String defaultValue) throws CannotCheckException {
    Path path = path(name, Path.of(""), parameters.text(name, defaultValue)).normalize();
    if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
      throw parameters.notAllowed(name, "relative paths below the repository root");
    }
    return path.toString().replace('\\', '/');
  }

  private Path path(String name, Path base, String text) throws CannotCheckException {
    try {
      return base.resolve(text);
    } catch (java.nio.file.InvalidPathException e) {
      throw parameters.notAllowed(name, "paths");
    }
  }

  private List<io.github.containerversions.model.Exemption> validExemptions()
      throws CannotCheckException {
    List<io.github.containerversions.model.Exemption> valid = new ArrayList<>();
    for (int index = 0; index < exemptions.size(); index++) {
      valid.add(exemption(exemptions.get(index), index + 1));
    }
    return valid;
  }

  private static io.github.containerversions.model.Exemption exemption(Exemption bean, int number)
      throws CannotCheckException {
    String container = text(bean.getContainer());
    if (container.isEmpty()) {
      throw new CannotCheckException(
          "<exemption> number " + number + " has no <container>: name the folder that is exempt");
    }
    String reason = text(bean.getReason());
    if (reason.isEmpty()) {
      throw new CannotCheckException(
          "the <exemption> of "
              + container
              + " has no <reason>: say why, so that others can tell when it no longer holds");
    }
    return new io.github.containerversions.model.Exemption(
        container, reason, rule(container, text(bean.getRule())), until(container, bean));
  }

  private static String rule(String container, String id) throws CannotCheckException {
    List<String> ids = ContainerVersionSync.exemptibleRules().stream().map(RuleInfo::id).toList();
    if (!id.isEmpty() && !ids.contains(id)) {
      throw new CannotCheckException(
          "<rule> of the <exemption> of "
              + container
              + " is \""
              + id
              + "\"; allowed are: "
              + String.join(", ", ids));
    }
    return id;
  }

  private static LocalDate until(String container, Exemption bean) throws CannotCheckException {
    String until = text(bean.getUntil());
    try {
      return until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until);
    } catch (DateTimeException e) {
      throw new CannotCheckException(
          "<until> of the <exemption> of "
              + container
              + " is \""
              + until
              + "\"; allowed are: dates such as 2027-01-31");
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
