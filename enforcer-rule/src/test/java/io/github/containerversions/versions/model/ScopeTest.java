package io.github.containerversions.versions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is touched, and how far a place may be behind. */
class ScopeTest {

  /** The folders of containers and the submodules that git lists as one path. */
  @ParameterizedTest(name = "{0} is touched: {1}")
  @CsvSource({
    "a/web/Dockerfile, true",
    "a/web, true",
    "a, true",
    "a/web/Dockerfile.dev, false",
    "a/web/Docker, false",
    "a/we, false",
    "a/webs, false",
    "b, false",
    "sub, true",
    "sub/web, true",
    "sub/web/Dockerfile, true",
    "su, false",
    "subs/web, false",
    "x/sub, false",
    "z, false"
  })
  void aPathIsTouchedWithWhatIsInItAndWhatItIsIn(String path, boolean touched) {
    Scope.Changes.Files files = new Scope.Changes.Files(Set.of("a/web/Dockerfile", "sub", "a-b/c"));

    assertThat(files.touch(path)).isEqualTo(touched);
  }

  @ParameterizedTest(name = "{2} commits and {3} days of {0} {1}: {4}")
  @CsvSource({
    "NO_LAG, 0, 0, 0, false, no",
    "REPORTED, 0, 900, 900, true, told",
    "COMMITS, 1, 1, 900, true, 1 commit",
    "COMMITS, 2, 2, 900, true, 2 commits",
    "COMMITS, 2, 3, 0, false, 2 commits",
    "COMMITS, 0, 1, 0, false, 0 commits",
    "DAYS, 1, 900, 1, true, 1 day",
    "DAYS, 30, 900, 30, true, 30 days",
    "DAYS, 30, 0, 31, false, 30 days"
  })
  void aPlaceIsWithinItsLimit(
      LagLimit.Kind kind, int most, int commits, int days, boolean within, String text) {
    LagLimit limit = new LagLimit(kind, most);

    assertThat(limit.allows(new Lag.Behind("", "", commits, days))).isEqualTo(within);
    assertThat(limit.allowsLag()).isEqualTo(kind != LagLimit.Kind.NO_LAG);
    assertThat(limit).hasToString(text);
  }
}
