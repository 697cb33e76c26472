package io.github.containerversions.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the placeholders of a template stand for in a text. */
class NameTemplateTest {

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "web, web, ''",
    "web, wab, none",
    "{container}, web, web/",
    "{container}, '', none",
    "{service}, web, /web",
    "{service}-image, web-image, /web",
    "{service}-image, web-images, none",
    "app-{container}, app-web, web/",
    "app-{container}, xapp-web, none",
    "{container}/{service}, a/b, a/b",
    "x{service}y{container}z, xbyaz, a/b",
    "a.b-{container}, a.b-web, web/",
    "a.b-{container}, axb-web, none",
    "{name}, {name}, ''",
  })
  void aTextFitsAsAWhole(String template, String text, String names) {
    String found =
        NameTemplate.of(template)
            .match(text)
            .map(it -> it.equals(Names.NONE) ? "" : it.container() + "/" + it.service())
            .orElse("none");

    assertThat(found).isEqualTo(names);
    assertThat(NameTemplate.of(template)).hasToString(template);
  }

  @ParameterizedTest
  @CsvSource({"{container}, true", "a{service}b, true", "{name}, false", "web, false"})
  void aTemplateKnowsWhetherItHasNames(String template, boolean has) {
    assertThat(NameTemplate.of(template).hasNames()).isEqualTo(has);
    assertThat(NameTemplate.hasNames(template)).isEqualTo(has);
  }

  @ParameterizedTest
  @CsvSource({"{container}{container}", "{service}-{container}-{service}"})
  void aPlaceholderStandsThereOnce(String template) {
    assertThatThrownBy(() -> NameTemplate.of(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("} stands in it twice");
  }

  @Test
  void twoTextsSayTheirNamesTogetherUnlessTheyContradictEachOther() {
    Names container = new Names("a", "");
    Names service = new Names("", "b");

    assertThat(container.and(service)).contains(new Names("a", "b"));
    assertThat(service.and(container)).contains(new Names("a", "b"));
    assertThat(container.and(Names.NONE)).contains(container);
    assertThat(Names.NONE.and(service)).contains(service);
    assertThat(container.and(container)).contains(container);
    assertThat(container.and(new Names("c", ""))).isEmpty();
    assertThat(new Names("a", "b").and(new Names("a", "c"))).isEmpty();
    assertThat(Stream.of(container, service, new Names("a", "b"))).noneMatch(Names::isNone);
    assertThat(Names.NONE.isNone()).isTrue();
  }
}
