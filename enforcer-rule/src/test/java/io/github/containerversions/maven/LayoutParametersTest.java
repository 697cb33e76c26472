package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.VersionArgs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters that say where containers and their versions are. */
class LayoutParametersTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  private final Map<String, @Nullable String> pom = new HashMap<>();
  private final Properties properties = new Properties();

  @ParameterizedTest(name = "a containersDirectory of {0}")
  @ValueSource(strings = {".", "./"})
  void theContainersMayStandInTheRoot(String path) throws CannotCheckException {
    pom.put("containersDirectory", path);

    assertThat(layout().containers().directory()).isEqualTo(".");
    assertThat(layout().containers().globs()).extracting(FolderGlob::toString).containsExactly("*");
  }

  @Test
  void globsTakeThePlaceOfAFolder() throws CannotCheckException {
    setProperty("containers", "apps/*, {web,db}/docker");

    assertThat(layout().containers().directory()).isEmpty();
    assertThat(layout().containers().globs())
        .extracting(FolderGlob::toString)
        .containsExactly("apps/*", "{web,db}/docker");
  }

  @ParameterizedTest(name = "containers of {0}")
  @ValueSource(strings = {"../*", "/apps/*", "apps/**", ".", "{a"})
  void aGlobOfFoldersIsBelowTheRootAndOfFixedDepth(String glob) {
    setProperty("containers", glob);

    assertThatThrownBy(() -> layout().containers())
        .hasMessage(
            "-DcontainerVersions.containers is \""
                + glob
                + "\"; allowed are: globs of folders below the repository root, such as apps/*,"
                + " */src/main/docker or {apps,images}/*; a * for each name, as ** is of no fixed"
                + " depth");
  }

  @Test
  void globsAndAFolderContradictEachOther() {
    setProperty("containers", "apps/*");
    pom.put("containersDirectory", "images");

    assertThatThrownBy(() -> layout().containers())
        .hasMessage(
            "-DcontainerVersions.containers and <containersDirectory> are both given; keep one:"
                + " <containersDirectory>images</containersDirectory> is"
                + " <containers><container>images/*</container></containers>");
  }

  @ParameterizedTest(name = "an inventoryFile of {0}")
  @CsvSource({"none, ''", "./none, none", "a/none, a/none"})
  void thereMayBeNoInventory(String given, String expected) throws CannotCheckException {
    pom.put("inventoryFile", given);

    assertThat(layout().inventory().file()).isEqualTo(expected);
  }

  @Test
  void theVersionsOfAnInventoryMayStandAtAnyKey() throws CannotCheckException {
    pom.put("inventoryFile", "compose.yaml");
    setProperty("inventoryKey", "services.{service}.image");
    setProperty("inventoryTags", "{any}:{version}, {version}");

    assertThat(layout().inventory().key()).hasToString("services.{service}.image");
    assertThat(layout().inventory().tags())
        .extracting(TagForm::toString)
        .containsExactly("{any}:{version}", "{version}");
    assertThat(layout().inventory().isDefault()).isFalse();
  }

  @Test
  void theListOfServicesIsTheDefault() throws CannotCheckException {
    assertThat(layout().inventory().isDefault()).isTrue();
    pom.put("inventoryKey", "services[name={service}].current-version");
    assertThat(layout().inventory().isDefault()).isTrue();
  }

  @ParameterizedTest(name = "an inventoryKey of {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "services.version      | it has no {service}, which stands for the service whose version is there",
        "{container}.version   | it has {container}: an inventory lists services, so write {service}",
        "services..{service}   | a name is missing",
        "services[{service}].v | an item is written [name=web]",
        "'a.\"{service}'        | a quote is not closed",
        "{service}{service}    | {service} stands in it twice"
      })
  void aKeyThatLeadsToNoServiceIsRefused(String key, String why) {
    pom.put("inventoryKey", key);

    assertThatThrownBy(() -> layout().inventory())
        .hasMessage(
            "<inventoryKey> is \""
                + key
                + "\", and "
                + why
                + "; write for example services.{service}.version or apps[id={service}].tag");
  }

  @Test
  void aFormWithoutAVersionIsRefused() {
    setProperty("inventoryTags", "{any}");

    assertThatThrownBy(() -> layout().inventory())
        .hasMessage(
            "-DcontainerVersions.inventoryTags has \"{any}\", and it has no {version}; a form has"
                + " {version} once, and may have {commit}, {number} and {any}");
  }

  @Test
  void aKeyNeedsAFileOfKeys() {
    pom.put("inventoryFile", "services.txt");
    pom.put("inventoryKey", "{service}");

    assertThatThrownBy(() -> layout().inventory())
        .hasMessage(
            "no key is read from a file such as services.txt, which <inventoryFile> names; keys are"
                + " read from YAML, JSON, TOML, XML, HCL, .env, .properties, shell scripts, Makefiles"
                + " and Dockerfiles");
  }

  @Test
  void aNameThatIsNoneInPythonIsRefused() {
    pom.put("containerPyVariable", "app.version");

    assertThatThrownBy(() -> layout().containerPyVariable())
        .hasMessage(
            "<containerPyVariable> is \"app.version\"; allowed are: names of letters, digits and"
                + " underscores");
  }

  @Test
  void aContainerMayHaveNamesOfItsOwnForItsVersion() throws CannotCheckException {
    pom.put("versionArg", "{NAME}_VERSION, FROM");
    VersionArgs names = layout().versionArgs(Map.of("db", "POSTGRES_VERSION,PG_{NAME}"));

    assertThat(names.of(new Container("media/web-ui", "", "", List.of())))
        .containsExactly("MEDIA_WEB_UI_VERSION", "FROM");
    assertThat(names.of(new Container("db", "", "", List.of())))
        .containsExactly("POSTGRES_VERSION", "PG_DB");
  }

  @Test
  void anotherNameForOneContainerHasTheSameForm() {
    assertThatThrownBy(() -> layout().versionArgs(Map.of("db", "A,,B")))
        .hasMessageStartingWith("<versionArgs> has \"A,,B\" for db; allowed are: names of letters");
  }

  @Test
  void aVersionArgThatNoShellWouldTakeIsRefused() {
    setProperty("versionArg", "APP-VERSION");

    assertThatThrownBy(() -> layout().versionArgs(Map.of()))
        .hasMessage(
            "-DcontainerVersions.versionArg is \"APP-VERSION\"; allowed are: names of letters,"
                + " digits and underscores, separated by commas; {NAME} in one stands for the"
                + " container's name in capitals, FROM for the tag of the base image");
  }

  private void setProperty(String name, String value) {
    properties.setProperty("containerVersions." + name, value);
  }

  private LayoutParameters layout() {
    return new LayoutParameters(
        new Configuration(
            new Parameters(
                "containerVersions.",
                pom,
                Map.of(),
                new BuildProperties(properties, new Properties(), new Properties())),
            List::of,
            new MavenPaths(ROOT, ROOT.resolve("pom.xml"), ROOT, ROOT.resolve("target"))));
  }
}
