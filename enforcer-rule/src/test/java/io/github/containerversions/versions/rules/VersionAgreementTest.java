package io.github.containerversions.versions.rules;

import static io.github.containerversions.versions.Sites.CONTAINER_PY;
import static io.github.containerversions.versions.Sites.DOCKERFILE;
import static io.github.containerversions.versions.Sites.INVENTORY;
import static io.github.containerversions.versions.Sites.NIX;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RelatedLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionAgreementTest {
  private final VersionAgreement rule = new VersionAgreement();

  @Test
  void aLeadingVMakesNoDifference() {
    assertThat(
            rule.check(
                ReadingsBuilder.ntfy()
                    .says(DOCKERFILE, "v2.17.0")
                    .says(NIX, "2.17.0")
                    .says(INVENTORY, "V2.17.0")
                    .build()))
        .isEmpty();
  }

  @Test
  void nothingIsComparedAsANumber() {
    for (List<String> pair :
        List.of(
            List.of("1.0", "1.0.0"),
            List.of("4.0.6-r4", "4.0.6"),
            List.of("vv1", "v1"),
            List.of("2.10", "2.1"))) {
      assertThat(
              rule.check(
                  ReadingsBuilder.ntfy()
                      .says(DOCKERFILE, pair.get(0))
                      .says(INVENTORY, pair.get(1))
                      .build()))
          .as(pair.toString())
          .hasSize(1);
    }
  }

  @Test
  void theOddOneOutComesFirstWhereTwoAgreeAgainstOne() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "v2.17.0")
                .says(NIX, "2.15.0")
                .says(INVENTORY, "v2.17.0")
                .build());

    assertThat(finding.message())
        .isEqualTo("default.nix says 2.15.0, Dockerfile and service-versions.yaml say v2.17.0");
    assertThat(finding.location()).isEqualTo(ReadingsBuilder.span(NIX));
    assertThat(finding.related())
        .containsExactly(
            new RelatedLocation(ReadingsBuilder.span(DOCKERFILE), "v2.17.0"),
            new RelatedLocation(ReadingsBuilder.span(INVENTORY), "\"v2.17.0\""));
    assertThat(finding.help())
        .isEqualTo(
            "set version = \"2.17.0\" in containers/ntfy/default.nix, or move the other two to"
                + " 2.15.0");
  }

  @Test
  void thoseWhoAgreeInDifferentWordsAreShownInTheFormThatWasCompared() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "v1.2")
                .says(NIX, "1.2")
                .says(INVENTORY, "v1.1")
                .build());

    assertThat(finding.message())
        .isEqualTo("service-versions.yaml says v1.1, Dockerfile and default.nix say 1.2");
    assertThat(finding.help())
        .isEqualTo(
            "set current-version: \"v1.2\" for ntfy in service-versions.yaml, or move the other"
                + " two to v1.1, in default.nix 1.1");
  }

  @Test
  void eachPlaceIsAdvisedInItsOwnStyle() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "v2.17.0")
                .says(CONTAINER_PY, "v2.17.0")
                .says(NIX, "2.17.0")
                .says(INVENTORY, "v2.18.0")
                .build());

    assertThat(finding.help())
        .endsWith(", or move the other three to v2.18.0, in default.nix 2.18.0");
  }

  @Test
  void whereNoneHasTheVNoneGetsIt() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "2.17.0")
                .says(NIX, "2.17.0")
                .says(INVENTORY, "v2.18.0")
                .build());

    assertThat(finding.help()).endsWith(", or move the other two to 2.18.0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1.0\u3164, U+3164 HANGUL FILLER",
    "1.0\u00A0, U+00A0 NO-BREAK SPACE",
    "1.0\u034F, U+034F COMBINING GRAPHEME JOINER",
    "1.\uFF10, U+FF10 FULLWIDTH DIGIT ZERO",
    "1.0\u0440, U+0440 CYRILLIC SMALL LETTER ER",
  })
  void aCharacterThatLooksLikeAnotherIsNamed(String version, String name) {
    Finding finding =
        only(ReadingsBuilder.ntfy().says(DOCKERFILE, version).says(INVENTORY, "1.0").build());

    assertThat(finding.message())
        .startsWith(
            "Dockerfile says " + version + " (" + name + "), service-versions.yaml says 1.0;");
  }

  @Test
  void nobodyIsAccusedWhereOneStandsAgainstOne() {
    Finding finding =
        only(ReadingsBuilder.ntfy().says(DOCKERFILE, "v2.18.0").says(INVENTORY, "v2.17.0").build());

    assertThat(finding.message())
        .isEqualTo(
            "Dockerfile says v2.18.0, service-versions.yaml says v2.17.0; which is right cannot be"
                + " told from here");
    assertThat(finding.help())
        .isEqualTo(
            "set ARG CONTAINER_APP_VERSION=v2.17.0 in containers/ntfy/Dockerfile, or set"
                + " current-version: \"v2.18.0\" for ntfy in service-versions.yaml");
  }

  @Test
  void allAreListedWhereThreeDifferOrTwoStandAgainstTwo() {
    assertThat(
            only(ReadingsBuilder.ntfy()
                    .says(DOCKERFILE, "1")
                    .says(NIX, "2")
                    .says(INVENTORY, "3")
                    .build())
                .help())
        .isEqualTo(
            "write the right one in all three: ARG CONTAINER_APP_VERSION in"
                + " containers/ntfy/Dockerfile, version in containers/ntfy/default.nix,"
                + " current-version in service-versions.yaml");
    assertThat(
            only(ReadingsBuilder.ntfy()
                    .says(DOCKERFILE, "1")
                    .says(CONTAINER_PY, "1")
                    .says(NIX, "2")
                    .says(INVENTORY, "2")
                    .build())
                .message())
        .isEqualTo(
            "Dockerfile and container.py say 1, default.nix and service-versions.yaml say 2; which"
                + " is right cannot be told from here");
  }

  @Test
  void twoThatAgreeOutweighTwoThatDifferFromEachOther() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "1")
                .says(CONTAINER_PY, "2")
                .says(NIX, "3")
                .says(INVENTORY, "2")
                .build());

    assertThat(finding.message())
        .isEqualTo(
            "Dockerfile says 1, default.nix says 3, container.py and service-versions.yaml say 2");
    assertThat(finding.help())
        .isEqualTo(
            "set ARG CONTAINER_APP_VERSION=2 in containers/ntfy/Dockerfile and set version = \"2\""
                + " in containers/ntfy/default.nix");
  }

  @Test
  void whatACommandSaidCountsAndCannotBeSetInTheFile() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .fails(NIX, Problem.Kind.UNKNOWN, "needs evaluation: pkgs.ntfy-sh.version")
                .answers(NIX, "2.15.0")
                .says(DOCKERFILE, "v2.17.0")
                .says(INVENTORY, "v2.17.0")
                .build());

    assertThat(finding.message())
        .isEqualTo(
            "nixVersionCommand says 2.15.0, Dockerfile and service-versions.yaml say v2.17.0");
    assertThat(finding.help())
        .isEqualTo(
            "bind version = \"2.17.0\" in containers/ntfy/default.nix or pin a nixpkgs that has"
                + " 2.17.0, or move the other two to 2.15.0");
  }

  @Test
  void anExpressionIsNotToldToBecomeALiteral() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "1.2-r1", "${BASE}-r1")
                .says(NIX, "1.3-r1")
                .says(INVENTORY, "1.3-r1")
                .build());

    assertThat(finding.message())
        .isEqualTo(
            "Dockerfile says 1.2-r1 (from ${BASE}-r1), default.nix and service-versions.yaml say"
                + " 1.3-r1");
    assertThat(finding.help())
        .startsWith("make ${BASE}-r1 in containers/ntfy/Dockerfile give 1.3-r1, or move");
  }

  @Test
  void whereTheValueIsNotWhatIsWrittenThePlaceShowsBoth() {
    Finding finding =
        only(
            ReadingsBuilder.ntfy()
                .says(DOCKERFILE, "4.0.6-r1", "${BASE}-r1")
                .says(NIX, "4.0.6", "builtins.head (" + "x".repeat(60) + ")")
                .says(INVENTORY, "4.0.6-r1")
                .build());

    assertThat(finding.message())
        .startsWith("default.nix says 4.0.6 (from builtins.head (" + "x".repeat(45) + "…), ");
    assertThat(finding.related())
        .extracting(RelatedLocation::text)
        .containsExactly("${BASE}-r1 = 4.0.6-r1", "\"4.0.6-r1\"");
  }

  @Test
  void aSourceWithAProblemIsNotCompared() {
    assertThat(
            rule.check(
                ReadingsBuilder.ntfy()
                    .fails(DOCKERFILE, Problem.Kind.CONFLICT, "two defaults")
                    .says(INVENTORY, "1")
                    .build()))
        .isEmpty();
  }

  private Finding only(ContainerReadings evidence) {
    List<Finding> findings = rule.check(evidence);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule()).isEqualTo("version-agreement");
    return findings.get(0);
  }
}
