package io.github.containerversions.versions.site.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonReaderTest {

  static Stream<PythonCase> cases() {
    return PythonCase.all();
  }

  private static Reading read(String module) {
    return new PythonReader().read(SourceText.of("c/container.py", module));
  }

  private static Problem problem(String module) {
    List<Problem> problems = read(module).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Tag("row-by-row")
  @ParameterizedTest
  @MethodSource("cases")
  void answersAsPythonDoes(PythonCase one) {
    assertThat(PythonCase.answer(read(one.module()))).isEqualTo(one.answer());
  }

  @Test
  void theTableIsRead() {
    assertThat(PythonCase.all()).hasSizeGreaterThan(200);
  }

  @Tag("row-by-row")
  @ParameterizedTest
  @MethodSource("cases")
  void lineEndsDoNotChangeTheAnswer(PythonCase one) {
    if (!one.module().contains("\r")) {
      Reading reading = read(one.module().replace("\n", "\r\n"));
      assertThat(PythonCase.answer(reading)).isEqualTo(one.answer());
    }
  }

  @Tag("row-by-row")
  @ParameterizedTest
  @MethodSource("cases")
  void aByteOrderMarkDoesNotChangeTheAnswer(PythonCase one) {
    if (!one.module().startsWith("\uFEFF")) {
      Reading reading = read("\uFEFF" + one.module());
      assertThat(PythonCase.answer(reading)).isEqualTo(one.answer());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf8", "u8", "utf"})
  void knowsTheOtherNamesOfUtf8(String encoding) {
    String module = "# coding: " + encoding + "\nVERSION = '1.2'\n";
    assertThat(PythonCase.answer(read(module))).isEqualTo("=1.2");
  }

  /** CPython refuses these files, and says why when it builds the image. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1 +",
        "print 'x'",
        "x = 012",
        "x = '\\x4'",
        "return",
        "try: pass",
        "else: pass",
        "from os import"
      })
  void leavesErrorsElsewhereToPython(String statement) {
    assertThat(PythonCase.answer(read(statement + "\nVERSION = '1.2'\n"))).isEqualTo("=1.2");
  }

  /** Guillemets stand around what the location must name; they are taken out before reading. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "one literal | VERSION = \"«1.2»\" # x | \"1.2\"",
        "a prefix and triple quotes | VERSION = Rb'''1'''; VERSION = R'''«1.2»''' | R'''1.2'''",
        "in parentheses | VERSION = (('«1.2»')) | '1.2'",
        "after an astral character | x = '😀'; VERSION = '«1.2»' | '1.2'",
        "empty content is not cut | VERSION = f'«1»' | f'1'",
        "implicit concatenation | VERSION = («'1.' '2'») | '1.' '2'",
        "a sum | VERSION = «('1.') + '2'» | ('1.') + '2'",
        "an f-string with a field | A = '1'; VERSION = «f'{A}.2'» | f'{A}.2'",
        "a name of a literal | A = '«1.2»'; VERSION = A | '1.2'",
        "a name of a sum | A = «'1' + '2'»; VERSION = (A) | '1' + '2'"
      })
  void locatesTheLiteral(String situation, String marked, String written) {
    String module = marked.replace("«", "").replace("»", "");
    String expected = marked.substring(marked.indexOf('«') + 1, marked.indexOf('»'));
    Declaration declaration = read(module).declarations().get(0);
    assertThat(Slices.of(module, declaration.location())).isEqualTo(expected);
    assertThat(declaration.written()).isEqualTo(written);
    assertThat(declaration.location().file()).isEqualTo("c/container.py");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VERSION = «os.environ['X']» | VERSION needs evaluation: os.environ['X']",
        "VERSION = '1.' + «str(2)» | VERSION needs evaluation: str(2)",
        "VERSION = «c.version» | VERSION needs evaluation: c.version",
        "VERSION = «'1' if x else '2'» | VERSION needs evaluation: '1' if x else '2'",
        "VERSION = '1' + «2» | VERSION is a string plus 2",
        "VERSION = «1.2» | VERSION is the number 1.2, not a string",
        "VERSION = «None» | VERSION is None, not a string",
        "VERSION = «['1']» | VERSION is the list ['1'], not a string",
        "VERSION = «b'1'» | VERSION is the bytes b'1', not a string",
        "N = 1; VERSION = «N» | VERSION is taken from N, which is the number 1, not a string",
        "A = f(); B = A; VERSION = B + «A» | VERSION is taken from B, which needs evaluation: f()",
        "VERSION = «TAG» | VERSION is taken from TAG, which is not assigned before",
        "from x import TAG; VERSION = f'{«TAG»}' | VERSION is taken from TAG, which is imported: from x import TAG",
        "VERSION = f'«{x!r}»' | VERSION needs evaluation: {x!r}",
        "if x: VERSION = «'1'» | VERSION is assigned under if, so only running the file can tell its value",
        "«from .v import VERSION» | VERSION is imported: from .v import VERSION",
        "import «x.y as VERSION» | VERSION is the module x.y, not a string",
        "«def VERSION()»: pass | VERSION is a function, not a string",
        "VERSION, x = «f()» | VERSION is unpacked from f()",
        "«VERSION += '.1'» | VERSION needs evaluation: VERSION += '.1'",
        "«del VERSION» | VERSION is deleted by del",
        "VERSION = '«»' | VERSION is empty",
        "# «VERSION» = '1' | VERSION is assigned only in a comment",
        "x = 'see: «VERSION» = 1' | VERSION is assigned only inside a string",
        "def build(): «VERSION» = '1' | VERSION is assigned only inside def build, not at module level",
        "class C: «VERSION» = '1' | VERSION is assigned only inside class C, not at module level",
        "«VERSION»: str | VERSION is annotated, but has no value",
        "«version» = '1' | VERSION is not assigned, only version is",
        "«from x import *» | VERSION is not assigned, though from x import * may bring one",
        "VERSION = «1.2.3» | VERSION is not valid Python: 1.2.3",
        "VERSION «=» | VERSION lacks a value after =",
        "«VERSION '1.2'» | VERSION is not valid Python: VERSION '1.2'",
        "«<<» 2 | not valid Python: << is unexpected here",
        "VERSION = «\"1.2» | not valid Python: the string has no end",
        "x = «[»1, 2 | not valid Python: '[' is never closed",
        "x = (1«]» | not valid Python: ']' does not close '('",
        "VERSION = «“»1” | not valid Python: the character “ (U+201C) is no Python",
        "# coding: «latin-1» | the file declares the encoding latin-1, not UTF-8"
      })
  void saysWhatWasFoundAndWhere(String marked, String message) {
    String module = marked.replace("«", "").replace("»", "");
    String place = marked.substring(marked.indexOf('«') + 1, marked.indexOf('»'));
    List<Problem> problems = read(module).problems();
    assertThat(problems).extracting(Problem::message).first().isEqualTo(message);
    assertThat(problems.get(0).help()).isNotBlank();
    if (!message.contains("from B")) {
      assertThat(Slices.of(module, problems.get(0).location())).isEqualTo(place);
    }
  }

  @Test
  void nothingAtAllIsSaidOfTheFile() {
    Problem problem = problem("import os\n");
    assertThat(problem.message()).isEqualTo("VERSION is not assigned at module level");
    assertThat(problem.help()).isEqualTo("write VERSION = \"<version>\" at module level");
    assertThat(problem.location()).isEqualTo(new FileLocation("c/container.py"));
  }

  @Test
  void keepsBothOfTwoEqualDeclarations() {
    Reading reading = read("VERSION = '1.2'\nVERSION: str = \"1.2\"\n");
    assertThat(reading.declarations())
        .extracting(Declaration::written)
        .containsExactly("'1.2'", "\"1.2\"");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void showsBothOfTwoDifferentDeclarations() {
    Reading reading = read("VERSION = '1.2'\nVERSION = '1.3'\n");
    assertThat(reading.declarations())
        .extracting(Declaration::version)
        .containsExactly("1.2", "1.3");
    Problem problem = reading.problems().get(0);
    assertThat(problem.message())
        .isEqualTo("VERSION is assigned several times, differently: 1.2, then 1.3");
    List<Location> places = reading.declarations().stream().map(Declaration::location).toList();
    assertThat(problem.location()).isEqualTo(places.get(1));
    assertThat(problem.related()).containsExactly(places.get(0));
  }

  @Test
  void reportsEachPlaceThatCannotBeKnown() {
    Reading reading = read("VERSION = f()\nVERSION = '1'\nif x: VERSION = '2'\n");
    assertThat(reading.declarations()).hasSize(1);
    assertThat(reading.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.UNKNOWN, Problem.Kind.UNKNOWN);
    assertThat(reading.canBeAsked()).isTrue();
  }

  @Test
  void cutsLongExpressions() {
    Problem problem = problem("VERSION = f('" + "😀".repeat(100) + "')\n");
    assertThat(problem.message())
        .isEqualTo("VERSION needs evaluation: f('" + "😀".repeat(57) + "…");
  }
}
