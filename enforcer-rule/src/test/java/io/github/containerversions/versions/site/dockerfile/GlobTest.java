package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** BuildKit turns a pattern into a regular expression; so does this test, and compares. */
class GlobTest {

  private static String values(Property random) {
    return random.textOf("ab.-", 0, 12);
  }

  private static String patterns(Property random) {
    return random.textOf("ab.-**?", 0, 6);
  }

  private static Pattern regex(String pattern, boolean longest) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      String c = pattern.substring(i, i + 1);
      out.append(c.equals("*") ? longest ? ".*" : ".*?" : c.equals("?") ? "." : Pattern.quote(c));
    }
    return Pattern.compile(out.toString());
  }

  @Test
  void theStartIsTrimmedAsByARegularExpression() {
    Property.holds(
        random -> {
          String pattern = patterns(random);
          String value = values(random);
          boolean longest = random.flag();
          Matcher matcher = regex(pattern, longest).matcher(value);
          String expected = matcher.lookingAt() ? value.substring(matcher.end()) : value;

          assertThat(Glob.trimStart(pattern, value, longest)).isEqualTo(expected);
        });
  }

  @Test
  void theEndIsTrimmedAsTheStartReadBackwards() {
    Property.holds(
        random -> {
          String pattern = patterns(random);
          String value = values(random);
          boolean longest = random.flag();
          String reversed = Glob.trimStart(backwards(pattern), backwards(value), longest);

          assertThat(Glob.trimEnd(pattern, value, longest)).isEqualTo(backwards(reversed));
        });
  }

  @Test
  void theFirstMatchIsReplacedAsByARegularExpression() {
    Property.holds(
        random -> {
          String pattern = patterns(random);
          String value = values(random);
          assertThat(Glob.replaceFirst(pattern, value, "X"))
              .isEqualTo(regex(pattern, true).matcher(value).replaceFirst("X"));
        });
  }

  private static String backwards(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
