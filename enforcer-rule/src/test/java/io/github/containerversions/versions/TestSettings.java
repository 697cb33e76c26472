package io.github.containerversions.versions;

import io.github.containerversions.core.file.PathGlobs;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionArgs;
import io.github.containerversions.versions.scope.TestRepository;
import io.github.containerversions.versions.site.place.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Settings for a test: the defaults for all containers, but for what it changes. */
public final class TestSettings {
  private final Path root;
  private ContainerLayout containers = ContainerLayout.childrenOf("containers");
  private InventoryLayout inventory = InventoryLayout.of("service-versions.yaml");
  private VersionArgs versionArgs = VersionArgs.of("CONTAINER_APP_VERSION");
  private String containerPyVariable = "VERSION";
  private Scope.Mode scopeMode = Scope.Mode.ALL;
  private String baseRef = "";
  private List<String> configurationFiles = List.of("pom.xml");
  private List<Exemption> exemptions = List.of();
  private Map<String, String> serviceNames = Map.of();
  private Map<String, String> nixPackages = Map.of();
  private String nixVersionCommand = "";
  private String containerPyVersionCommand = "";
  private final int commandTimeout = 10;
  private PathGlobs commandInputs = PathGlobs.NONE;
  private List<Place> places = List.of();
  private LocalDate today = LocalDate.of(2026, 1, 1);
  private Map<String, String> environment = TestRepository.environment();

  private TestSettings(Path root) {
    this.root = root;
  }

  public static TestSettings at(Path root) {
    return new TestSettings(root);
  }

  public VersionSettings build() {
    return new VersionSettings(
        root,
        new VersionSettings.Sites(
            containers, inventory, serviceNames, versionArgs, containerPyVariable, places),
        new VersionSettings.ScopeOptions(scopeMode, baseRef, configurationFiles),
        new VersionSettings.Commands(
            nixPackages,
            nixVersionCommand,
            containerPyVersionCommand,
            commandTimeout,
            commandInputs),
        exemptions,
        today,
        environment);
  }

  public TestSettings containers(ContainerLayout value) {
    containers = value;
    return this;
  }

  public TestSettings inventory(InventoryLayout value) {
    inventory = value;
    return this;
  }

  public TestSettings versionArgs(VersionArgs value) {
    versionArgs = value;
    return this;
  }

  public TestSettings containerPyVariable(String value) {
    containerPyVariable = value;
    return this;
  }

  public TestSettings scopeMode(Scope.Mode value) {
    scopeMode = value;
    return this;
  }

  public TestSettings baseRef(String value) {
    baseRef = value;
    return this;
  }

  public TestSettings configurationFiles(List<String> value) {
    configurationFiles = value;
    return this;
  }

  public TestSettings exemptions(List<Exemption> value) {
    exemptions = value;
    return this;
  }

  public TestSettings serviceNames(Map<String, String> value) {
    serviceNames = value;
    return this;
  }

  public TestSettings nixPackages(Map<String, String> value) {
    nixPackages = value;
    return this;
  }

  public TestSettings nixVersionCommand(String value) {
    nixVersionCommand = value;
    return this;
  }

  public TestSettings containerPyVersionCommand(String value) {
    containerPyVersionCommand = value;
    return this;
  }

  public TestSettings commandInputs(PathGlobs value) {
    commandInputs = value;
    return this;
  }

  public TestSettings places(List<Place> value) {
    places = value;
    return this;
  }

  public TestSettings today(LocalDate value) {
    today = value;
    return this;
  }

  public TestSettings environment(Map<String, String> value) {
    environment = value;
    return this;
  }
}
