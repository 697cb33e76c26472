package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** BuildKit turns a pattern into a regular expression; so does this test, and compares. */
class GlobTest {

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars("ab.-").ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab.-**?").ofMaxLength(6);
  }

  private static Pattern regex(String pattern, boolean longest) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      String c = pattern.substring(i, i + 1);
      out.append(c.equals("*") ? longest ? ".*" : ".*?" : c.equals("?") ? "." : Pattern.quote(c));
    }
    return Pattern.compile(out.toString());
  }

  @Property
  void theStartIsTrimmedAsByARegularExpression(
      @ForAll("patterns") String pattern, @ForAll("values") String value, @ForAll boolean longest)
      throws ShellWordException {
    Matcher matcher = regex(pattern, longest).matcher(value);
    String expected = matcher.lookingAt() ? value.substring(matcher.end()) : value;

    assertThat(Glob.trimStart(pattern, value, longest)).isEqualTo(expected);
  }

  @Property
  void theEndIsTrimmedAsTheStartReadBackwards(
      @ForAll("patterns") String pattern, @ForAll("values") String value, @ForAll boolean longest)
      throws ShellWordException {
    String reversed = Glob.trimStart(backwards(pattern), backwards(value), longest);

    assertThat(Glob.trimEnd(pattern, value, longest)).isEqualTo(backwards(reversed));
  }

  @Property
  void theFirstMatchIsReplacedAsByARegularExpression(
      @ForAll("patterns") String pattern, @ForAll("values") String value)
      throws ShellWordException {
    assertThat(Glob.replaceFirst(pattern, value, "X"))
        .isEqualTo(regex(pattern, true).matcher(value).replaceFirst("X"));
  }

  private static String backwards(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
