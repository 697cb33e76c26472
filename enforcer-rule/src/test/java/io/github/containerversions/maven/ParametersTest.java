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
                new Parameters(PREFIX, pom, Map.of("reports", List.of()), properties)
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
    return new Parameters(PREFIX, pom, Map.of(), properties("scope", property));
  }

  private static Parameters reports(List<String> pomValue, @Nullable String property) {
    return new Parameters(
        PREFIX, Map.of(), Map.of("reports", pomValue), properties("reports", property));
  }

  private static Properties properties(String name, @Nullable String value) {
    Properties properties = new Properties();
    if (value != null) {
      properties.setProperty(PREFIX + name, value);
    }
    return properties;
  }
}
