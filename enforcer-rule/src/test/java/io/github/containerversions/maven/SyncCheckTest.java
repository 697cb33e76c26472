package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.AnnotationMode;
import io.github.containerversions.report.ReportForm;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionArgs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncCheckTest {
  private static final String PREFIX = "containerVersions.";
  private static final Path ROOT = Path.of("/repository");

  private final Map<String, @Nullable String> pom = new HashMap<>();
  private final Properties properties = new Properties();
  private final Exemption exemption = new Exemption();

  @Test
  void theDefaultsAreThoseOfTheContract() throws CannotCheckException {
    VersionSettings settings = settings();

    assertThat(settings.root()).isEqualTo(ROOT);
    assertThat(settings.sites().containers().directory()).isEqualTo("containers");
    assertThat(settings.sites().inventory().file()).isEqualTo("service-versions.yaml");
    assertThat(settings.sites().versionArgs()).isEqualTo(VersionArgs.of("CONTAINER_APP_VERSION"));
    assertThat(settings.scope().mode()).isEqualTo(Scope.Mode.CHANGED);
    assertThat(settings.scope().baseRef()).isEmpty();
    assertThat(settings.commands().nixVersion()).isEmpty();
    assertThat(settings.commands().inputs().isEmpty()).isTrue();
    assertThat(settings.commands().containerPyVersion()).isEmpty();
    assertThat(settings.commands().timeout()).isEqualTo(120);
    ReportOutputs delivery = delivery();
    assertThat(delivery.forms()).isEmpty();
    assertThat(delivery.directory()).isEqualTo(ROOT.resolve("target/container-versions"));
    assertThat(delivery.annotations()).isEqualTo(AnnotationMode.AUTO);
  }

  @Test
  void formsAndAnnotationsAreThoseThatThereAre() throws CannotCheckException {
    setProperty("reports", "codequality,markdown, json");
    setProperty("annotations", "off");
    assertThat(delivery().forms())
        .containsExactly(ReportForm.JSON, ReportForm.MARKDOWN, ReportForm.CODE_QUALITY);
    assertThat(delivery().annotations()).isEqualTo(AnnotationMode.OFF);

    setProperty("reports", "json,html");
    assertThatThrownBy(this::delivery)
        .hasMessageStartingWith(
            "-DcontainerVersions.reports is \"html\"; allowed are: json, sarif, ");

    setProperty("reports", "");
    setProperty("annotations", "yes");
    assertThatThrownBy(this::delivery)
        .hasMessage("-DcontainerVersions.annotations is \"yes\"; allowed are: auto, on, off");
  }

  @ParameterizedTest(name = "scope {0} and allFiles {1} in the POM, {2} and {3} as properties: {4}")
  @CsvSource({
    ",,,,CHANGED",
    "all,,,,ALL",
    ",true,,,ALL",
    "changed,true,,,ALL",
    "all,,changed,,CHANGED",
    ",true,changed,,CHANGED",
    ",,changed,true,ALL",
    "changed,,,true,ALL",
    ",true,,false,CHANGED",
    "all,,,false,ALL"
  })
  void thePropertyIsTheLastWordOnTheScope(
      @Nullable String scope,
      @Nullable String allFiles,
      @Nullable String scopeProperty,
      @Nullable String allFilesProperty,
      Scope.Mode expected)
      throws CannotCheckException {
    pom.put("scope", scope);
    pom.put("allFiles", allFiles);
    setProperty("scope", scopeProperty);
    setProperty("allFiles", allFilesProperty);

    assertThat(settings().scope().mode()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "a containersDirectory of {0}")
  @ValueSource(strings = {"/etc", "..", "../x", "a/../../x"})
  void pathsStayBelowTheRoot(String path) {
    pom.put("containersDirectory", path);

    assertThatThrownBy(this::settings)
        .hasMessage(
            "<containersDirectory> is \""
                + path
                + "\"; allowed are: relative paths below the repository root");
  }

  @Test
  void pathsAreNormalised() throws CannotCheckException {
    pom.put("containersDirectory", "./services//images/");

    assertThat(settings().sites().containers().directory()).isEqualTo("services/images");
  }

  @Test
  void aCommandForContainerPyCannotKnowAPackage() {
    pom.put("containerPyVersionCommand", "dagger call version --package={package}");

    assertThatThrownBy(this::settings)
        .hasMessage(
            "<containerPyVersionCommand> contains {package}, which only nixVersionCommand knows;"
                + " use {container}");
  }

  @Test
  void anExemptionNeedsItsContainerAndItsReason() {
    assertThatThrownBy(() -> settings(exemption))
        .hasMessage("<exemption> number 1 has no <container>: name the folder that is exempt");

    exemption.setContainer("kubectl");
    exemption.setReason("  ");
    assertThatThrownBy(() -> settings(exemption))
        .hasMessage(
            "the <exemption> of kubectl has no <reason>: say why, so that others can tell when it"
                + " no longer holds");
  }

  @Test
  void anExemptionNamesARuleThatThereIsAndADateThatThereIs() throws CannotCheckException {
    exemption.setContainer("kubectl");
    exemption.setReason("a tool");
    exemption.setRule("nix-versions");
    assertThatThrownBy(() -> settings(exemption))
        .hasMessageStartingWith(
            "<rule> of the <exemption> of kubectl is \"nix-versions\"; allowed are:"
                + " build-file, dockerfile-version, ");

    exemption.setRule("nix-version");
    exemption.setUntil("2027-02-30");
    assertThatThrownBy(() -> settings(exemption))
        .hasMessage(
            "<until> of the <exemption> of kubectl is \"2027-02-30\"; allowed are: dates such as"
                + " 2027-01-31");

    exemption.setUntil("2027-02-28");
    assertThat(settings(exemption).exemptions())
        .containsExactly(
            new io.github.containerversions.core.finding.Exemption(
                "kubectl", "a tool", "nix-version", LocalDate.of(2027, 2, 28)));
  }

  @Test
  void anExemptionOfAllContainersNamesTheRuleThatItSwitchesOff() throws CannotCheckException {
    exemption.setContainer("*");
    exemption.setReason("later");
    assertThatThrownBy(() -> settings(exemption))
        .hasMessage(
            "the <exemption> of * has no <rule>, so nothing would be checked: name the rule that is"
                + " switched off, or set <skip>true</skip>");

    exemption.setRule("inventory-version");
    assertThat(settings(exemption).exemptions()).hasSize(1);
  }

  @Test
  void thePomsFromTheModuleUpToTheRootAreConfiguration() {
    MavenPaths place =
        new MavenPaths(
            ROOT.resolve("build/module"),
            ROOT.resolve("build/module/custom.xml"),
            ROOT,
            ROOT.resolve("target"));

    assertThat(place.configurationFiles(ROOT))
        .containsExactly(
            "build/module/custom.xml",
            "build/module/pom.xml",
            "build/module/.mvn",
            "build/pom.xml",
            "build/.mvn",
            "pom.xml",
            ".mvn");
  }

  @Test
  void theIdentityCoversRootAndWholeConfiguration() throws CannotCheckException {
    String plain = configuration(List.of()).identity();
    exemption.setContainer("kubectl");
    assertThat(configuration(List.of(exemption)).identity()).isNotEqualTo(plain);
    pom.put("repositoryRoot", "elsewhere");
    assertThat(configuration(List.of()).identity()).isNotEqualTo(plain).contains("elsewhere");
  }

  @Test
  void theIdentityCoversTheMaps() throws CannotCheckException {
    Element<Map<String, String>> names = () -> Map.of("quartz", "docs");
    Configuration configuration = configuration(List.of());

    assertThat(
            List.of(
                new SyncCheck(configuration, Map::of, Map::of, List::of, Map::of).identity(),
                new SyncCheck(configuration, names, Map::of, List::of, Map::of).identity(),
                new SyncCheck(configuration, Map::of, names, List::of, Map::of).identity(),
                new SyncCheck(configuration, Map::of, Map::of, List::of, names).identity()))
        .doesNotHaveDuplicates();
  }

  private ReportOutputs delivery() throws CannotCheckException {
    return configuration(List.of()).delivery("container-versions", Map.of(), System.out);
  }

  private void setProperty(String name, @Nullable String value) {
    if (value != null) {
      properties.setProperty(PREFIX + name, value);
    }
  }

  private VersionSettings settings(Exemption... exemptions) throws CannotCheckException {
    return new SyncCheck(configuration(List.of(exemptions)), Map::of, Map::of, List::of, Map::of)
        .settings();
  }

  private Configuration configuration(List<Exemption> exemptions) {
    return new Configuration(
        new Parameters(
            PREFIX,
            pom,
            Map.of("reports", List.of()),
            new BuildProperties(properties, new Properties(), new Properties())),
        () -> exemptions,
        new MavenPaths(ROOT, ROOT.resolve("pom.xml"), ROOT, ROOT.resolve("target")));
  }
}
