package io.github.containerversions.versions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a reading may be shown, and when a command is asked in its place. */
class ReadingTest {

  private static Declaration declared(String file, int line, String version, String written) {
    return new Declaration(version, written, new SourceSpan(file, line, 1, line, 2));
  }

  private static Problem problem(Problem.Kind kind) {
    return Problem.of(kind, "wrong", "", new FileLocation("f"));
  }

  private static Reading reading(Problem... problems) {
    return new Reading(
        List.of(declared("f", 1, "1.2", "1.2")), List.of(problems), Set.of(), List.of());
  }

  @Test
  void aReadingSaysSomething() {
    assertThatThrownBy(() -> Reading.declared(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Reading(
                    List.of(),
                    List.of(problem(Problem.Kind.ABSENT)),
                    Set.of(),
                    List.of("curl", "jq")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProblemLeavesNoVersion() {
    assertThat(reading().version()).contains(declared("f", 1, "1.2", "1.2"));
    assertThat(reading(problem(Problem.Kind.CONFLICT)).version()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCommandIsAskedOnlyWhereTheFileIsSound(Problem.Kind kind) {
    boolean sound = kind == Problem.Kind.ABSENT || kind == Problem.Kind.UNKNOWN;

    assertThat(Reading.problem(problem(kind)).canBeAsked()).isEqualTo(sound);
    assertThat(reading(problem(Problem.Kind.UNKNOWN), problem(kind)).canBeAsked()).isEqualTo(sound);
    assertThat(reading().canBeAsked()).isFalse();
  }

  @Test
  void aValueThatIsNoVersionIsNotShownAndItsFirstPlacesAre() {
    List<Declaration> all =
        Stream.of(1, 2, 3, 4, 5, 6, 7).map(it -> declared("f", it, "a secret", "")).toList();
    Reading shown = Reading.declared(all).showable();

    assertThat(shown.declarations()).isEmpty();
    assertThat(shown.problems()).hasSize(1);
    assertThat(shown.problems().get(0).message())
        .isEqualTo("the value has 8 characters with white space inside, which no version has");
    assertThat(shown.problems().get(0).location()).isEqualTo(all.get(0).location());
    assertThat(shown.problems().get(0).related())
        .extracting(Location::file)
        .hasSize(4)
        .containsOnly("f");
  }

  @Test
  void anExpressionIsShownOfTheFileItselfAndNotOfOneThatItLeadsTo() {
    Declaration own = declared("f", 1, "1.2", "\"1.\" + \"2\"");
    Declaration plain = declared("g", 1, "1.2", "\"1.2\"");
    Declaration followed = declared("g", 2, "1.2", "a + b");
    Reading reading =
        new Reading(List.of(own, plain, followed), List.of(), Set.of("g"), List.of("curl"));

    assertThat(reading.showable().declarations())
        .containsExactly(own, plain, declared("g", 2, "1.2", ""));
    assertThat(reading.showable().neededPackage()).contains("curl");
    Reading without = new Reading(List.of(own, plain), List.of(), Set.of("g"), List.of());
    assertThat(without.showable()).isSameAs(without);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UNINITIALISED_SUBMODULE, submodule, run git submodule update --init a/b, false",
    "OUTSIDE_SPARSE_CHECKOUT, sparse checkout, run git sparse-checkout add a/b, false",
    "HIDDEN_BY_SKIP_WORKTREE, skip-worktree bit, "
        + "'run git update-index --no-skip-worktree a/b, then git checkout -- a/b"
        + " to have the file back, or commit its removal', true",
    "HIDDEN_BY_ASSUME_UNCHANGED, assume-unchanged bit, "
        + "'run git update-index --no-assume-unchanged a/b, then git checkout -- a/b"
        + " to have the file back, or commit its removal', true",
    "UNLISTABLE, cannot be listed, "
        + "give the user who runs the build the right to read the folder, false",
    "OUTSIDE_REPOSITORY, leaves the repository, "
        + "'put a folder there, or point the link into the repository', false",
    "UNNAMEABLE, not UTF-8, 'set LC_ALL=C.UTF-8 for the build, or rename the folder', false"
  })
  void whatIsNotOnDiskHasAReasonAndARemedy(
      CheckoutGap.Kind kind, String reason, String remedy, boolean hidden) {
    CheckoutGap gap = new CheckoutGap(kind, "a/b");

    assertThat(gap.remedy()).isEqualTo(remedy);
    assertThat(gap.explanation()).contains(reason);
    assertThat(kind.isHidden()).isEqualTo(hidden);
  }
}
