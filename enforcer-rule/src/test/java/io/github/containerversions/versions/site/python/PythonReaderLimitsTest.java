package io.github.containerversions.versions.site.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts made to cost much, each on a small stack, and of a size at which what takes quadratic time
 * takes more than a minute.
 */
class PythonReaderLimitsTest {
  private static final int SIZE = RepositoryFiles.BUILD_FILE_LIMIT / 4;
  private static final int STACK = 256 * 1024;
  private static final long TIMEOUT_MILLIS = 10_000;

  static Stream<Arguments> texts() {
    String deep = "VERSION = " + "(".repeat(199) + "'1'" + ")".repeat(199) + "\n";
    return Stream.of(
        Arguments.of("brackets", filled("("), "SYNTAX"),
        Arguments.of("nested f-strings", filled("f\"{"), "SYNTAX"),
        Arguments.of("nested format specifications", "VERSION = f'" + filled("{x:"), "SYNTAX"),
        Arguments.of("deep groups, many times", filled(deep), "=1"),
        Arguments.of("one line of assignments", filled("VERSION='1';"), "=1"),
        Arguments.of(
            "different assignments", "VERSION='0'\n" + filled("VERSION='1'\n"), "CONFLICT"),
        Arguments.of("unknown assignments on one line", filled("VERSION=f();"), "UNKNOWN"),
        Arguments.of("a sum", "VERSION = ''" + filled("+''"), "EMPTY"),
        Arguments.of("a sum that grows", "VERSION = '1'" + filled("+'1'"), "UNKNOWN"),
        Arguments.of("literals side by side", "VERSION = " + filled("'' "), "EMPTY"),
        Arguments.of("names that double", "A='1'\n" + filled("A=A+A\n") + "VERSION=A", "UNKNOWN"),
        Arguments.of("names of names", "A=f()\n" + filled("B=A;A=B\n") + "VERSION=A", "UNKNOWN"),
        Arguments.of("fields", "A='1'\nVERSION=f'" + filled("{A}") + "'", "UNKNOWN"),
        Arguments.of("one long string", "VERSION = '" + filled("1") + "'", "=" + filled("1")),
        Arguments.of("one long name", filled("V"), "ABSENT"),
        Arguments.of("one long number", filled("1"), "ABSENT"),
        Arguments.of("one long comment", "# " + filled("coding"), "ABSENT"),
        Arguments.of("comments", filled("#VERSION\n"), "ABSENT"),
        Arguments.of("lambdas", "x = " + filled("lambda:") + "1", "ABSENT"),
        Arguments.of("lambda parameters", "x = " + filled("lambda x="), "ABSENT"),
        Arguments.of("chained targets", filled("VERSION=") + "'1'", "=1"),
        Arguments.of(
            "unpacked",
            "x,".repeat(SIZE / 4) + "VERSION=" + "1,".repeat(SIZE / 4) + "'1'",
            "UNKNOWN"),
        Arguments.of(
            "unpacked over and over",
            "x,y=".repeat(SIZE / 8) + "VERSION=" + "1,".repeat(SIZE / 4),
            "SHAPE"),
        Arguments.of("unary minus", "VERSION = " + filled("-") + "1", "UNKNOWN"),
        Arguments.of("star imports", filled("from x import *\n"), "ABSENT"),
        Arguments.of("tests in one line", filled("if x: VERSION = 1\n"), "UNKNOWN"),
        Arguments.of("escapes", "VERSION = '" + filled("\\x31") + "'", "=" + "1".repeat(SIZE / 4)),
        Arguments.of("backslashes", "VERSION = '" + filled("\\\\\\"), "SYNTAX"),
        Arguments.of("joined lines", filled("\\\n"), "SYNTAX"),
        Arguments.of("blank lines", filled(" \r\n"), "ABSENT"));
  }

  private static String filled(String piece) {
    return piece.repeat(SIZE / piece.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void takesLargeTexts(String situation, String module, String answer) throws Exception {
    List<Reading> readings = new ArrayList<>();
    Runnable read = () -> readings.add(new PythonReader().read(SourceText.of("c", module)));
    Thread thread = new Thread(null, read, situation, STACK);
    thread.setDaemon(true);
    thread.start();
    thread.join(TIMEOUT_MILLIS);
    assertThat(readings).as("read in time and without an overflow").hasSize(1);
    assertThat(PythonCase.answer(readings.get(0)).equals(answer))
        .as("the answer is %.60s", answer)
        .isTrue();
  }
}
