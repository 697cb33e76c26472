package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What {@code <containerVersionSync>} does of its own in a run. */
final class SyncCheck implements Check {
  private static final List<String> SCOPES = List.of(Scope.Mode.CHANGED.id(), Scope.Mode.ALL.id());
  private static final String DEFAULT_NIX_COMMAND = "dagger call nix-version --package={package}";

  private final Configuration configuration;
  private final Parameters parameters;
  private final Map<String, String> serviceNames;
  private final Map<String, String> nixPackages;

  /**
   * The check of one run.
   *
   * @param configuration what all rules are configured with
   * @param serviceNames the map {@code <serviceNames>}
   * @param nixPackages the map {@code <nixPackages>}
   */
  SyncCheck(Configuration configuration, Properties serviceNames, Properties nixPackages) {
    this.configuration = configuration;
    this.parameters = configuration.parameters();
    this.serviceNames = entries(serviceNames);
    this.nixPackages = entries(nixPackages);
  }

  private static Map<String, String> entries(Properties properties) {
    Map<String, String> entries = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      entries.put(name.strip(), properties.getProperty(name, "").strip());
    }
    return entries;
  }

  @Override
  public String subject() {
    return "Container versions";
  }

  @Override
  public String reportFolder() {
    return "container-versions";
  }

  @Override
  public String identity() {
    return serviceNames + "\n" + nixPackages;
  }

  @Override
  public RunReport run(Severity severity, Consumer<String> progress) throws CannotCheckException {
    return new RunReport(
        new ContainerVersionSync(settings(), progress).run(),
        ContainerVersionSync.rules(),
        ContainerVersionSync.notices(),
        severity);
  }

  VersionSettings settings() throws CannotCheckException {
    String containerPyCommand = parameters.text("containerPyVersionCommand", "");
    if (containerPyCommand.contains("{package}")) {
      throw new CannotCheckException(
          parameters.given("containerPyVersionCommand")
              + " contains {package}, which only nixVersionCommand knows; use {container}");
    }
    return new VersionSettings(
        configuration.root(),
        configuration.inside("containersDirectory", "containers"),
        configuration.inside("inventoryFile", "service-versions.yaml"),
        versionArg(),
        mode(),
        parameters.text("baseRef", ""),
        configuration.files(),
        configuration.exemptions("container", "folder", ContainerVersionSync.exemptibleRules()),
        serviceNames,
        nixPackages,
        parameters.text("nixVersionCommand", DEFAULT_NIX_COMMAND),
        containerPyCommand,
        parameters.seconds("commandTimeout", 120),
        configuration.today(),
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
}
