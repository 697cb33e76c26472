package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What users write to get reports is what docs/reports.md names. */
class ReportNamesTest {

  private static List<List<String>> named(String pattern) throws IOException {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/reports.md");
    List<List<String>> found = new ArrayList<>();
    Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(page))
        .results()
        .forEach(it -> found.add(groups(it)));
    return found;
  }

  private static List<String> groups(MatchResult match) {
    List<String> groups = new ArrayList<>();
    for (int group = 1; group <= match.groupCount(); group++) {
      groups.add(match.group(group));
    }
    return groups;
  }

  @Test
  void everyFormIsInTheTableWithItsFile() throws IOException {
    assertThat(
            Arrays.stream(ReportForm.values()).map(it -> List.of(it.id(), it.fileName())).toList())
        .isEqualTo(named("^\\| `(\\w+)` \\| `([\\w.]+)` \\|"));
  }

  @Test
  void anErrorNamesTheFormsAsTheCommandLineTakesThem() throws IOException {
    assertThat(String.join(",", ReportForm.ids()))
        .isEqualTo(named("-DcontainerVersions\\.reports=([\\w,]+)").get(0).get(0));
  }

  @Test
  void theModesOfAnnotationsAreThoseOfThePageWithTheDefaultFirst() throws IOException {
    assertThat(AnnotationMode.ids())
        .isEqualTo(
            named("^- `(\\w+)`(?:, the default)?: the rule").stream()
                .flatMap(List::stream)
                .toList());
  }
}
