package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names may be meant by one that is not there. */
class NearestNamesTest {

  /** The names that there are, the one that is missing, and those that may be meant. */
  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "web db, wbe, web",
    "web db, wen, web",
    "web sql, eb, web",
    "web db, webb, web",
    "web db, WEB, web",
    "web db, xyz, ''",
    "abcd, abxy, ''",
    "abcde, abcxy, abcde",
    "abcde, abxyz, ''",
    "abcdefgh, abcdefxy, abcdefgh",
    "abcdefgh, abcdexyz, ''",
    "abcdefghi, abcdefxyz, abcdefghi",
    "abcdefghi, abcdewxyz, ''",
    "abcdefgh, badcefgh, abcdefgh",
    "my-app-server, app, my-app-server",
    "app, my-app-server, app",
    "my-application, ap, ''",
    "loki-canary lokii, loki, lokii loki-canary",
    "web-frontend-b web-frontend web-api-more, web, web-api-more web-frontend web-frontend-b",
    "lokia lokib lokic lokid, loki, lokia lokib lokic",
    "'', web, ''",
  })
  void aSlipOrAPartOfANameIsNear(String names, String missing, String near) {
    assertThat(String.join(" ", new NearestNames(words(names)).to(missing))).isEqualTo(near);
  }

  @Test
  void aNameIsAtMostSixtyFourCharactersLong() {
    String longest = "n".repeat(64);

    assertThat(new NearestNames(List.of(longest)).to("m" + longest.substring(1)))
        .containsExactly(longest);
    assertThat(new NearestNames(List.of(longest + "n")).to("m" + longest)).isEmpty();
  }

  /** In whatever order the names are, and wherever in their alphabet the missing one would be. */
  @Test
  void amongThousandsOfNamesTheNeighboursAreLookedAt() {
    List<String> names =
        IntStream.range(0, 5_000).mapToObj("service-%04d"::formatted).collect(Collectors.toList());
    Collections.shuffle(names, new Random(1));
    NearestNames nearest = new NearestNames(names);

    for (String each : List.of("service-0000", "service-0042", "service-2500", "service-4999")) {
      assertThat(nearest.to(each + "x")).first().isEqualTo(each);
    }
  }

  private static List<String> words(String names) {
    return names.isEmpty() ? List.of() : Arrays.asList(names.split(" ", -1));
  }
}
