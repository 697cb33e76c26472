package io.github.containerversions.enforcer;

import io.github.containerversions.CannotCheckException;
import io.github.containerversions.ContainerVersionSync;
import io.github.containerversions.Settings;
import io.github.containerversions.model.Scope;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    return places().delivery(reports, environment, console);
  }

  Path root() throws CannotCheckException {
    return places().root();
  }

  private Places places() {
    return new Places(parameters, place, "container-versions");
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
        places().inside("containersDirectory", "containers"),
        places().inside("inventoryFile", "service-versions.yaml"),
        versionArg(),
        mode(),
        parameters.text("baseRef", ""),
        place.configurationFiles(root),
        new ExemptionParameter("container", "folder", ContainerVersionSync.exemptibleRules())
            .valid(exemptions),
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
}
