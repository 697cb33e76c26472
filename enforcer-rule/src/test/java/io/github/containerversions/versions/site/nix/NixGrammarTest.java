package io.github.containerversions.versions.site.nix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar: what Nix accepts is accepted, what it rejects is rejected, with a place. */
class NixGrammarTest {
  static final String SOUND = "sound";

  static Stream<Arguments> cases() {
    return Table.rows("nix-grammar.tsv").stream()
        .map(row -> Arguments.of(row[0], row[1], Table.unescape(row[2])));
  }

  /** A byte order mark is the one thing that the parser is never shown. */
  @Tag("row-by-row")
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void acceptsWhatNixAccepts(String name, String verdict, String text) {
    assertThat(fault(text).equals(SOUND) ? "accept" : "reject").isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{ a = 1 } => 8-9 unexpected '}', expected ';'",
        "[ 1, 2 ] => 3-4 unexpected ',', expected ']'",
        "x: \"a ${x => 9-9 unexpected end of file, expected '}'",
        "x: \"a b => 3-4 the string that starts here is not closed",
        "1 /* a => 2-4 the comment that starts here is not closed",
        "{ a.b = 1; a.b = 2; } => 11-14 attribute 'b' is already defined in the same set",
        "{ a, b, a }: 1 => 8-9 the function takes 'a' twice",
        "1 < 2 < 3 => 6-7 unexpected '<', expected parentheses: '<' cannot be chained",
        "1 |> 2 => 2-4 pipe operators are an experimental feature of Nix",
        "1 + \u00e9 => 4-5 unexpected character '\u00e9'",
        "let ${\"a\" + \"b\"} = 1; in 1 => 0-3 names in a let must not be computed",
        "99999999999999999999 => 0-20 integer out of range",
        "./a/; => 4-5 a path must not end in a slash",
        "~/a/ => 4-4 a path must not end in a slash",
        "a@{ b, a }: 1 => 0-1 the function takes 'a' twice",
        "{ a }@a: 1 => 6-7 the function takes 'a' twice",
        "[ (1) => 5-5 unexpected end of file, expected ']'",
        "{ a.${x}.c => 10-10 unexpected end of file, expected '='",
        "{ inherit a 1; } => 12-13 unexpected integer, expected ';'",
        "{ inherit ${a}; } => 10-14 names in an inherit must not be computed",
        "''a => 0-2 the string that starts here is not closed",
        "1.0e400 => 0-7 floating-point number out of range",
        "1 <| 2 => 2-4 pipe operators are an experimental feature of Nix",
        "1 & 2 => 2-3 unexpected character '&'",
        "\ud83d\ude00 => 0-2 unexpected character '\ud83d\ude00'",
      })
  void saysWhereAndWhatIsWrong(String text, String fault) {
    assertThat(fault(text)).isEqualTo(fault);
  }

  static String fault(String text) {
    if (text.startsWith("\uFEFF")) {
      return "a byte order mark";
    }
    try {
      NixParser.parse(text);
      return SOUND;
    } catch (SyntaxException e) {
      assertThat(e.start()).isBetween(0, text.length());
      assertThat(e.end()).isBetween(e.start(), text.length());
      return e.start() + "-" + e.end() + " " + e.reason();
    } catch (RuntimeException | StackOverflowError e) {
      return e.toString() + " Exception";
    }
  }
}
