package io.github.containerversions.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.FileLocation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  @ParameterizedTest(name = "{0}")
  @CsvSource({"web, false, false", "*, true, true", "**, true, true", "a*, true, false"})
  void aGlobHasWildcards(String subject, boolean glob, boolean all) {
    assertThat(SubjectGlob.isGlob(subject)).isEqualTo(glob);
    assertThat(SubjectGlob.matchesAll(subject)).isEqualTo(all);
    assertThat(SubjectGlob.isGlob("?")).isTrue();
    assertThat(SubjectGlob.matchesAll("?")).isFalse();
    assertThat(SubjectGlob.matchesAll("")).isFalse();
  }

  @Test
  void anExemptionThatCoversNothingIsStale() {
    List<Exemption> all =
        Stream.of("b", "web", "a", "w*", "x*", "b")
            .map(it -> exemption(it, "", LocalDate.MAX))
            .toList();

    assertThat(StaleConfiguration.ofExemptions(all, "container", Set.of("web")))
        .extracting(Warning::message)
        .containsExactly(
            "<exemptions> names a, which is no container",
            "<exemptions> names b, which is no container",
            "<exemptions> names x*, which matches no container");
    assertThat(StaleConfiguration.warnings("services", List.of("w*"), "container", Set.of("web")))
        .containsExactly(
            new Warning(
                "stale-configuration",
                "<services> names w*, which is no container",
                "remove the entry from <services>, or correct the name"));
  }

  @Test
  void anExemptionThatEndedIsAFinding() {
    FileLocation place = new FileLocation("f");

    assertThat(
            ExpiredExemption.of(
                "container",
                List.of(exemption("web", "", TODAY), exemption("web", "r", TODAY)),
                place))
        .extracting(Finding::message)
        .containsExactly(
            "the exemption ended on 2026-03-01; its reason was: reason of web",
            "the exemption from r ended on 2026-03-01; its reason was: reason of web");
    assertThat(exemption("web", "", TODAY).ends()).isTrue();
    assertThat(exemption("web", "", LocalDate.MAX).ends()).isFalse();
  }

  /** A rule that finds something, and is excused or not. */
  private record Finds(String id) implements Rule<Finding> {
    @Override
    public RuleInfo info() {
      return new RuleInfo(id, "", "", "");
    }

    @Override
    public List<Finding> check(Finding evidence) {
      return id.equals("nothing") ? List.of() : List.of(evidence);
    }
  }

  @Test
  void whatIsExcusedIsKeptBesideTheFindings() {
    Finding finding =
        new Finding("r", "web", "wrong", "", new FileLocation("f"), List.<RelatedLocation>of());
    Exemption excuse = exemption("web", "r", LocalDate.MAX);
    Exemption unused = exemption("web", "nothing", LocalDate.MAX);

    AppliedRules applied =
        AppliedRules.of(
            List.of(finding),
            List.of(new Finds("r"), new Finds("nothing"), new Finds("s")),
            finding,
            "web",
            new Exemptions(List.of(excuse, unused), TODAY));

    assertThat(applied.findings()).containsExactly(finding, finding);
    assertThat(applied.applied()).containsExactly(excuse);
    assertThat(applied.excused()).containsExactly(new SuppressedFinding(finding, List.of(excuse)));
  }
}
