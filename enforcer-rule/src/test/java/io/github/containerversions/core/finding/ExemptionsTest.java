package io.github.containerversions.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exemptions hold for a name. */
class ExemptionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private static Exemption exemption(String subject, String rule, LocalDate until) {
    return new Exemption(subject, "reason of " + subject, rule, until);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "web, web, true",
    "web, web2, false",
    "*, media/jellyfin, true",
    "lib-*, lib-a, true",
    "lib-*, lib-, true",
    "lib-*, my-lib-a, false",
    "lib-?, lib-a, true",
    "lib-?, lib-ab, false",
    "media/*, media/a/b, true",
    "a.b*, axb, false",
    "'{a,b}', a, false"
  })
  void aGlobCoversTheNamesThatItMatches(String subject, String name, boolean covered) {
    Exemptions exemptions = new Exemptions(List.of(exemption(subject, "r", LocalDate.MAX)), TODAY);

    assertThat(exemptions.fromRule(name, "r"))
        .isEqualTo(
            covered
                ? List.of(new Exemption(name, "reason of " + subject, "r", LocalDate.MAX))
                : List.of());
  }

  @Test
  void namesAndGlobsAddUpAndEachHasItsRuleAndItsEnd() {
    Exemptions exemptions =
        new Exemptions(
            List.of(
                exemption("l*", "r", LocalDate.MAX),
                exemption("lib", "", LocalDate.MAX),
                exemption("*b", "", TODAY),
                exemption("?ib", "", TODAY.minusDays(1))),
            TODAY);

    assertThat(exemptions.fromEverything("lib"))
        .extracting(Exemption::reason)
        .containsExactly("reason of lib", "reason of *b");
    assertThat(exemptions.fromRule("lib", "r"))
        .extracting(Exemption::reason)
        .containsExactly("reason of l*");
    assertThat(exemptions.ended("lib"))
        .extracting(Exemption::reason)
        .containsExactly("reason of ?ib");
    assertThat(exemptions.fromEverything("other")).isEmpty();
  }
}
