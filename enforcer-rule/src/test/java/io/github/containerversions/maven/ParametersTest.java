package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static final String PREFIX = "containerVersions.";

  @Test
  void thePropertyBeatsThePomAndThePomTheDefault() {
    assertThat(parameters(null, null).text("scope", "changed")).isEqualTo("changed");
    assertThat(parameters(" all ", null).text("scope", "changed")).isEqualTo("all");
    assertThat(parameters("all", "changed").text("scope", "x")).isEqualTo("changed");
  }

  @Test
  void aFlagGivenWithoutAValueMeansTrue() throws CannotCheckException {
    assertThat(parameters(null, null).flag("scope")).isFalse();
    assertThat(parameters("true", null).flag("scope")).isTrue();
    assertThat(parameters(null, "").flag("scope")).isTrue();
    assertThat(parameters("true", "false").flag("scope")).isFalse();
    assertThat(parameters(null, "TRUE").flag("scope")).isTrue();
  }

  @Test
  void aWrongValueIsShownInTheFormInWhichItWasGiven() {
    assertThatThrownBy(() -> parameters("yes", null).flag("scope"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("<scope> is \"yes\"; allowed are: true, false");
    assertThatThrownBy(() -> parameters(null, "some").choice("scope", List.of("changed", "all")))
        .hasMessage("-DcontainerVersions.scope is \"some\"; allowed are: changed, all");
  }

  @ParameterizedTest(name = "-D {0}, element {1}, system property {2}, <properties> {3}: {4}")
  @CsvSource({
    "u, e, s, p, u, -Dx.scope",
    "  , e, s, p, e, <scope>",
    "  ,  , s, p, s, the system property x.scope",
    "  ,  ,  , p, p, <x.scope> in <properties>",
    "  ,  ,  ,  , default, <scope>",
    // An element without text is none; a property without a value beats what is weaker.
    "  , '', s, p, s, the system property x.scope",
    "  ,  , '', p, default, the system property x.scope",
    " '', e, s, p, default, -Dx.scope",
  })
  void theStrongestPlaceCountsAndIsNamed(
      @Nullable String user,
      @Nullable String element,
      @Nullable String system,
      @Nullable String project,
      String expected,
      String shown) {
    Map<String, @Nullable String> pom = new HashMap<>();
    pom.put("scope", element);
    Parameters parameters =
        new Parameters(
            "x.", pom, Map.of(), new BuildProperties(one(user), one(system), one(project)));

    assertThat(parameters.text("scope", "default")).isEqualTo(expected);
    assertThat(parameters.given("scope")).isEqualTo(shown);
  }

  private static Properties one(@Nullable String value) {
    Properties properties = new Properties();
    if (value != null) {
      properties.setProperty("x.scope", value);
    }
    return properties;
  }

  @Test
  void aFlagWithoutAValueMeansTrueInEveryPropertyAndNotInAnElement() throws CannotCheckException {
    Map<String, @Nullable String> pom = new HashMap<>();
    pom.put("scope", "");
    Properties none = new Properties();
    assertThat(flag(pom, new BuildProperties(none, one(""), none))).isTrue();
    assertThat(flag(pom, new BuildProperties(none, none, one("")))).isTrue();
    assertThat(flag(pom, new BuildProperties(none, none, none))).isFalse();
  }

  private static boolean flag(Map<String, @Nullable String> pom, BuildProperties properties)
      throws CannotCheckException {
    return new Parameters("x.", pom, Map.of(), properties).flag("scope");
  }

  @Test
  void anUnknownPropertyIsRefusedWhereverItStands() {
    Properties none = new Properties();
    Properties wrong = new Properties();
    wrong.setProperty("x.scop", "all");

    assertThatThrownBy(() -> refuse(new BuildProperties(none, wrong, none)))
        .hasMessage("there is no parameter the system property x.scop; there are: scope");
    assertThatThrownBy(() -> refuse(new BuildProperties(none, none, wrong)))
        .hasMessage("there is no parameter <x.scop> in <properties>; there are: scope");
  }

  private static void refuse(BuildProperties properties) throws CannotCheckException {
    Map<String, @Nullable String> pom = new HashMap<>();
    pom.put("scope", null);
    new Parameters("x.", pom, Map.of(), properties).refuseUnknownProperties();
  }

  @ParameterizedTest(name = "a time limit of {0}")
  @ValueSource(strings = {"0", "-1", "1.5", "two", "99999999999"})
  void aTimeLimitIsAWholeNumberOfSeconds(String value) {
    assertThatThrownBy(() -> parameters(value, null).seconds("scope", 120))
        .hasMessage("<scope> is \"" + value + "\"; allowed are: whole numbers of seconds from 1");
  }

  @Test
  void aListInAPropertyIsSeparatedByCommasAndBeatsThePom() throws CannotCheckException {
    List<String> allowed = List.of("json", "sarif");
    assertThat(reports(List.of("json"), null).list("reports", allowed)).containsExactly("json");
    assertThat(reports(List.of("json"), "sarif, json,,sarif").list("reports", allowed))
        .containsExactly("sarif", "json");
    assertThat(reports(List.of("json"), "").list("reports", allowed)).isEmpty();
    assertThatThrownBy(() -> reports(List.of("xml"), null).list("reports", allowed))
        .hasMessage("<reports> is \"xml\"; allowed are: json, sarif");
  }

  @Test
  void aPropertyThatNoParameterHasIsRefused() {
    Properties properties = new Properties();
    properties.setProperty("containerVersions.scop", "all");
    properties.setProperty("other.scop", "all");
    Map<String, @Nullable String> pom = new HashMap<>();
    pom.put("scope", null);

    assertThatThrownBy(
            () ->
                new Parameters(PREFIX, pom, Map.of("reports", List.of()), user(properties))
                    .refuseUnknownProperties())
        .hasMessage("there is no parameter -DcontainerVersions.scop; there are: reports, scope");
  }

  @Test
  void theIdentityHoldsEveryValue() {
    assertThat(parameters("all", null).toString())
        .isNotEqualTo(parameters("changed", null).toString())
        .isNotEqualTo(parameters("all", "all").toString())
        .isNotEqualTo(reports(List.of("json"), null).toString())
        .isEqualTo(parameters("all", null).toString());
  }

  private static Parameters parameters(@Nullable String pomValue, @Nullable String property) {
    Map<String, @Nullable String> pom = new HashMap<>();
    pom.put("scope", pomValue);
    return new Parameters(PREFIX, pom, Map.of(), user(properties("scope", property)));
  }

  private static Parameters reports(List<String> pomValue, @Nullable String property) {
    return new Parameters(
        PREFIX, Map.of(), Map.of("reports", pomValue), user(properties("reports", property)));
  }

  private static BuildProperties user(Properties properties) {
    return new BuildProperties(properties, new Properties(), new Properties());
  }

  private static Properties properties(String name, @Nullable String value) {
    Properties properties = new Properties();
    if (value != null) {
      properties.setProperty(PREFIX + name, value);
    }
    return properties;
  }
}
