package io.github.containerversions.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of the markers that explain why a text is refused on a line; 0 is the whole file. */
class MergeMarkersTest {

  static List<Arguments> texts() {
    String conflict = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n";
    return List.of(
        row(conflict, 1),
        row(conflict, 2, 2, 4, 6),
        row(conflict, 5, 2, 4, 6),
        row(conflict, 9, 2, 4, 6),
        row(conflict, 0, 2, 4, 6),
        row("<<<<<<<\n||||||| 4f2a\n=======\n>>>>>>>", 1, 1, 2, 3, 4),
        row("<<<<<<<\r\na\r\n=======\r\n>>>>>>>\r\n", 1, 1, 3, 4),
        row("<<<<<<<\n<<<<<<<\n=======\n>>>>>>>\n", 9, 2, 3, 4),
        row("<<<<<<<\n>>>>>>>\n" + conflict, 9, 4, 6, 8),
        row("<<<<<<<\n=======\n=======\n>>>>>>>\n", 9),
        row("<<<<<<<\n=======\n", 3),
        row("<<<<<<<\n=======\n", 2, 2),
        row("a\n>>>>>>> x", 2, 2),
        row("a\n>>>>>>> x", 1),
        row("|||||||\tx", 1, 1),
        row("=======", 1, 1),
        row("=======", 0),
        row("======", 1),
        row("========", 1),
        row("======x", 1),
        row("=======x", 1),
        row("======>", 1),
        row(" =======", 1),
        row("+++++++", 1),
        row("", 1));
  }

  private static Arguments row(String text, int refused, Integer... markers) {
    return Arguments.of(text, refused, List.of(markers));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anUnfinishedMergeExplainsARefusal(String text, int refused, List<Integer> markers) {
    Location place =
        refused == 0 ? new FileLocation("f") : new SourceSpan("f", refused, 1, refused, 1);

    assertThat(
            MergeMarkers.explaining(SourceText.of("f", text), place).stream()
                .flatMap(it -> Stream.concat(Stream.of(it.location()), it.related().stream())))
        .isEqualTo(markers.stream().map(it -> new SourceSpan("f", it, 1, it, 8)).toList());
  }
}
