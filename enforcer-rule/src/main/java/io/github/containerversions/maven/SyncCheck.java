package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.report.ReportSources;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import io.github.containerversions.versions.ContainerFixes;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.scope.GitScope;
import io.github.containerversions.versions.site.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What {@code <containerVersionSync>} does of its own in a run. */
final class SyncCheck implements Check {
  private static final List<String> SCOPES = List.of(Scope.Mode.CHANGED.id(), Scope.Mode.ALL.id());

  private final Configuration configuration;
  private final Parameters parameters;
  private final Element<Map<String, String>> serviceNames;
  private final Element<Map<String, String>> nixPackages;
  private final Element<List<Place>> places;
  private final Element<Map<String, String>> versionArgs;

  /**
   * The check of one run.
   *
   * @param configuration what all rules are configured with
   * @param serviceNames the map {@code <serviceNames>}
   * @param nixPackages the map {@code <nixPackages>}
   * @param places the list {@code <places>}
   * @param versionArgs the map {@code <versionArgs>}
   */
  SyncCheck(
      Configuration configuration,
      Element<Map<String, String>> serviceNames,
      Element<Map<String, String>> nixPackages,
      Element<List<Place>> places,
      Element<Map<String, String>> versionArgs) {
    this.configuration = configuration;
    this.parameters = configuration.parameters();
    this.serviceNames = serviceNames;
    this.nixPackages = nixPackages;
    this.places = places;
    this.versionArgs = versionArgs;
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
  public String identity() throws CannotCheckException {
    return serviceNames.read()
        + "\n"
        + nixPackages.read()
        + "\n"
        + places.read()
        + "\n"
        + versionArgs.read();
  }

  @Override
  public RunReport run(Severity severity, Consumer<String> progress) throws CannotCheckException {
    GitScope git = new GitScope();
    begin(git);
    VersionSettings settings = settings();
    return report(settings, new ContainerVersionSync(settings, progress, git).run(), severity);
  }

  /** Git takes as long as all the rest, so that it is asked first. */
  private void begin(GitScope git) {
    try {
      if (mode() == Scope.Mode.CHANGED) {
        git.begin(configuration.root(), parameters.text("baseRef", ""), System.getenv());
      }
    } catch (CannotCheckException toldBySettings) {
      // In their order.
    }
  }

  /** A result, with what reports need beside it. */
  static RunReport report(VersionSettings settings, VersionResult result, Severity severity) {
    return new RunReport(
        result,
        ContainerVersionSync.rules(),
        ContainerVersionSync.notices(),
        severity,
        new ReportSources(new DiskFiles(settings.root()), settings.sites().inventory().file()),
        new ContainerFixes(settings, result));
  }

  VersionSettings settings() throws CannotCheckException {
    String containerPyCommand = parameters.text("containerPyVersionCommand", "");
    if (containerPyCommand.contains("{package}")) {
      throw new CannotCheckException(
          parameters.given("containerPyVersionCommand")
              + " contains {package}, which only nixVersionCommand knows; use {container}");
    }
    LayoutParameters layout = new LayoutParameters(configuration);
    return new VersionSettings(
        configuration.root(),
        new VersionSettings.Sites(
            layout.containers(),
            layout.inventory(),
            serviceNames.read(),
            layout.versionArgs(versionArgs.read()),
            layout.containerPyVariable(),
            places.read()),
        new VersionSettings.ScopeOptions(
            mode(), parameters.text("baseRef", ""), configuration.files()),
        new VersionSettings.Commands(
            nixPackages.read(),
            parameters.text("nixVersionCommand", ""),
            containerPyCommand,
            parameters.seconds("commandTimeout", 120),
            commandInputs()),
        configuration.exemptions("container", "folder", ContainerVersionSync.exemptibleRules()),
        configuration.today(),
        System.getenv());
  }

  /** {@code allFiles} widens a {@code scope}, unless that is given in a stronger place. */
  private Scope.Mode mode() throws CannotCheckException {
    String scope = parameters.choice("scope", SCOPES);
    boolean widened =
        parameters.flag("allFiles") && parameters.isGivenNoWeakerThan("allFiles", "scope");
    return widened || scope.equals(Scope.Mode.ALL.id()) ? Scope.Mode.ALL : Scope.Mode.CHANGED;
  }

  private PathGlobs commandInputs() throws CannotCheckException {
    // Maven gives null for an element without text.
    List<String> globs = new ArrayList<>();
    for (String glob : parameters.list("commandInputs")) {
      globs.add(Objects.requireNonNullElse(glob, "").strip());
    }
    try {
      return PathGlobs.of(globs);
    } catch (IllegalArgumentException e) {
      throw parameters.notAllowed(
          "commandInputs",
          String.valueOf(e.getMessage()),
          "globs of paths below the repository root, such as flake.lock, nix/** or"
              + " tools/*.{sh,py}; a leading ! takes away from the others");
    }
  }
}
