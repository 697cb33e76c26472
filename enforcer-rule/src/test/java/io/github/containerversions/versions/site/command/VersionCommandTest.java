package io.github.containerversions.versions.site.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.containerversions.Property;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VersionCommandTest {
  private static final String PRINTABLE =
      IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());

  /** Expectations: what {@code printf '<%s>' WORDS} prints in dash and bash. */
  static Stream<Arguments> templates() {
    return Stream.of(
        Arguments.of("one word", "true", List.of("true")),
        Arguments.of("white space of all kinds", "  a \t b\n\r\n c ", List.of("a", "b", "c")),
        Arguments.of(
            "single quotes", "sh -c 'echo  \"1\" \\ $x'", List.of("sh", "-c", "echo  \"1\" \\ $x")),
        Arguments.of("double quotes", "a \"b  'c' d\"", List.of("a", "b  'c' d")),
        Arguments.of(
            "escapes in double quotes",
            "a \"\\\" \\\\ \\$ \\` \\n\"",
            List.of("a", "\" \\ $ ` \\n")),
        Arguments.of("escapes outside quotes", "a\\ b \\\"c \\\\", List.of("a b", "\"c", "\\")),
        Arguments.of("quotes in the middle of a word", "--a='b c'\"d e\"f", List.of("--a=b cd ef")),
        Arguments.of("empty words", "a '' \"\" b", List.of("a", "", "", "b")),
        Arguments.of(
            "no comment, no variable, no glob",
            "a $HOME # *.nix ~",
            List.of("a", "$HOME", "#", "*.nix", "~")),
        Arguments.of(
            "an operator that is quoted", "a '|' \\; \"&&\"", List.of("a", "|", ";", "&&")),
        Arguments.of(
            "an operator inside a word",
            "curl http://x?a&b;c|d",
            List.of("curl", "http://x?a&b;c|d")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void aCommandIsSplitIntoWords(String situation, String template, List<String> words) {
    assertThat(VersionCommand.parse("p", template).fill("c", "p")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "echo 'a ~ nixVersionCommand has a single quote that is not closed: echo 'a",
        "echo \"a ~ nixVersionCommand has a double quote that is not closed: echo \"a",
        "echo \"a\\\" ~ nixVersionCommand has a double quote that is not closed: echo \"a\\\"",
        "echo a\\ ~ nixVersionCommand ends with a backslash: echo a\\",
        "a | b ~ nixVersionCommand is not run by a shell, so | has no meaning in it: put what needs a shell into a script: a | b",
      })
  void aCommandThatCannotBeSplitIsAConfigurationError(String template, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionCommand.parse("nixVersionCommand", template))
        .withMessage(message);
  }

  @Test
  void aBlankCommandIsAConfigurationError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionCommand.parse("nixVersionCommand", " \n "))
        .withMessageStartingWith("nixVersionCommand has no command in it");
  }

  @ParameterizedTest
  @CsvSource({
    "run {package} {container}, web, redis, run redis web",
    "run --p={package}/{container}, web, redis, run --p=redis/web",
    "run {package}{package}, web, redis, run redisredis",
    "run {container}, {package}, redis, run {package}",
    "run {container} {package}, '{container}', '{container}', run {container} {container}",
    "run {{package}} {Package} {}, web, redis, run {redis} {Package} {}",
    "containers/{container}/version, web, '', containers/web/version",
  })
  void namesAreFilledIntoWordsOnce(String template, String container, String name, String words) {
    assertThat(VersionCommand.parse("p", template).fill(container, name))
        .containsExactly(words.split(" "));
  }

  @Test
  void aNameNeverBecomesASecondWord() {
    Property.holds(
        random -> {
          String container = random.text();
          String name = random.text();
          assertThat(
                  VersionCommand.parse("p", "run --a={container} {package} x")
                      .fill(container, name))
              .containsExactly("run", "--a=" + container, name, "x");
        });
  }

  @Test
  void whatIsSingleQuotedIsOneWord() {
    Property.holds(
        random -> {
          String any = random.text();
          String quoted = "'" + any.replace("'", "'\\''") + "'";

          assertThat(
                  VersionCommand.parse("p", "run " + quoted + " x")
                      .fill("{container}", "{package}"))
              .containsExactly("run", any, "x");
        });
  }

  @Test
  void anyTemplateIsSplitOrRefusedWithItsParameter() {
    Property.holds(
        random -> {
          String template = random.textOf(PRINTABLE, 0, 20);
          try {
            assertThat(VersionCommand.parse("parameter", template).fill("c", "p")).isNotEmpty();
          } catch (IllegalArgumentException e) {
            assertThat(e)
                .hasMessageStartingWith("parameter ")
                .hasMessageEndingWith(": " + template);
          }
        });
  }

  @Test
  void aPackageIsNeededWhereTheTemplateHasAPlaceForIt() {
    assertThat(VersionCommand.parse("p", "a '{package}'").needsPackage()).isTrue();
    assertThat(VersionCommand.parse("p", "a {container}").needsPackage()).isFalse();
  }
}
