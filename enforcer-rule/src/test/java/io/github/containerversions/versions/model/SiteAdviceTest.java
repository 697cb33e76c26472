package io.github.containerversions.versions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.SiteAdvice.Quoting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What advice says to write, and which names a Dockerfile is searched for. */
class SiteAdviceTest {
  private static final Container WEB = new Container("my-web", "c/my-web", "web", List.of());

  private static Declaration at(String file, boolean fromCommand, String lead) {
    return new Declaration("1.2", "", new FileLocation(file), fromCommand, lead);
  }

  @Test
  void thePlaceholdersOfAnAdviceAreFilled() {
    SiteAdvice advice = new SiteAdvice("{lead}{version} for {service} in {file}", "{name}");

    assertThat(advice.set(at("a/f", false, "ARG V="), WEB, "2.0"))
        .isEqualTo("ARG V=2.0 for web in a/f");
    assertThat(advice.key(at("a/f", false, "ARG V="))).isEqualTo("ARG V");
    assertThat(advice.set(at("f", false, ""), WEB, "2.0")).isEqualTo("2.0 for web in f");
    assertThat(advice.key(at("f", false, ""))).isEmpty();
  }

  @Test
  void whereACommandAnsweredTheAdviceIsAnotherOne() {
    SiteAdvice advice =
        new SiteAdvice("write {version}", "make {file} say {version}", "", Quoting.NIX, true);

    assertThat(advice.set(at("f", true, ""), WEB, "2.0")).isEqualTo("make f say 2.0");
    assertThat(advice.set(at("f", false, ""), WEB, "2.0")).isEqualTo("write 2.0");
  }

  /** Nix interpolates in a string, a Dockerfile and YAML between double quotes do not. */
  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource({
    "QUOTES, a\"b\\c${d}, a\\\"b\\\\c${d}",
    "NIX, a\"b\\c${d}, a\\\"b\\\\c\\${d}",
    "NIX, $d, $d"
  })
  void aVersionBetweenQuotesIsEscaped(Quoting quoting, String version, String written) {
    SiteAdvice advice = new SiteAdvice("{quoted}", "", "", quoting, true);

    assertThat(advice.set(at("f", false, ""), WEB, version)).isEqualTo(written);
  }

  @ParameterizedTest(name = "{0} is a list of names: {1}")
  @CsvSource({
    "V, true",
    "'A, _b9 ,{NAME}_VERSION', true",
    "'V_{NAME}', true",
    "FROM, true",
    "'', false",
    "'A,,B', false",
    "'A,', false",
    "9A, false",
    "A-B, false",
    "{name}, false",
    "A B, false"
  })
  void namesOfArgsAreListed(String names, boolean valid) {
    assertThat(VersionArgs.isValid(names)).isEqualTo(valid);
  }

  @Test
  void theNamesOfAContainerAreThoseOfAllOrItsOwn() {
    VersionArgs args = new VersionArgs("A, {NAME}_V, A", Map.of("db", "B"));

    assertThat(args.of(WEB)).containsExactly("A", "MY_WEB_V");
    assertThat(args.of(new Container("db", "c/db", "db", List.of()))).containsExactly("B");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1.2, 1.2, true",
    "\"1.2\", 1.2, true",
    "'''1.2''', 1.2, true",
    "v + \"2\", 1.2, false",
    "1.2, 1.3, false",
    "\", '', true",
    "'', '', true"
  })
  void aPlainLiteralIsTheVersionInQuotesOrWithout(String written, String version, boolean plain) {
    assertThat(new Declaration(version, written, new FileLocation("f")).isPlain()).isEqualTo(plain);
  }

  @Test
  void declarationsAreTheSameIfAllIsTheSame() {
    SourceSpan span = new SourceSpan("f", 1, 1, 1, 4);
    TagText tag = new TagText("{version}", "1.2", span, "");
    Declaration one = new Declaration("1.2", "'1.2'", span, false, tag);

    assertThat(one)
        .isEqualTo(new Declaration("1.2", "'1.2'", new SourceSpan("f", 1, 1, 1, 4), false, tag))
        .hasSameHashCodeAs(new Declaration("1.2", "'1.2'", span, false, tag));
    assertThat(
            List.of(
                new Declaration("1.3", "'1.2'", span, false, tag),
                new Declaration("1.2", "1.2", span, false, tag),
                new Declaration("1.2", "'1.2'", new FileLocation("f"), false, tag),
                new Declaration("1.2", "'1.2'", span, true, tag),
                new Declaration("1.2", "'1.2'", span, false),
                new Declaration("1.2", "'1.2'", span, false, "V=")))
        .doesNotContain(one);
  }
}
