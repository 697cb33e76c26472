package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The settings of {@code docs/updates.md} do to its files what the tools would do, which have other
 * engines for expressions: what is not understood by all of them is refused.
 */
class UpdatesPageTest {
  private static final String RELEASE = "2.18.0";
  private static final List<String> PLACES =
      List.of(
          "containers/ntfy/Dockerfile",
          "containers/ntfy/default.nix",
          "containers/ntfy/container.py",
          "service-versions.yaml");

  /** What RE2 does not have: looking around, back references, possessive and atomic groups. */
  private static final Pattern NOT_IN_RE2 =
      Pattern.compile("\\(\\?[=!>]|\\(\\?<[=!]|\\\\[1-9]|\\\\k|[*+?}]\\+");

  /** What JavaScript does not have on top: flags inside an expression. */
  private static final Pattern NOT_IN_JAVASCRIPT = Pattern.compile("\\(\\?[a-z]+[:)]");

  @TempDir private Path root;

  @Test
  void theFilesOfThePageAgree() throws IOException, CannotCheckException {
    assertThat(says(files()))
        .isEqualTo("Container versions agree: 2 containers checked (scope: all)");
  }

  @Test
  void renovateMovesAllPlacesAndNothingElse()
      throws IOException, CannotCheckException, JsonParserException {
    assertMovesAllPlaces(renovate());
  }

  @Test
  void updatecliMovesAllPlacesAndNothingElse() throws IOException, CannotCheckException {
    assertMovesAllPlaces(updatecli());
  }

  private void assertMovesAllPlaces(Map<String, UnaryOperator<String>> edits)
      throws IOException, CannotCheckException {
    assertThat(edits.keySet()).containsAll(PLACES);
    Map<String, String> before = files();
    Map<String, String> moved = new LinkedHashMap<>(before);
    for (String place : PLACES) {
      moved.computeIfPresent(place, (name, text) -> edits.get(name).apply(text));
      assertThat(moved.get(place))
          .isEqualTo(before.get(place).replace("2.17.0", RELEASE))
          .isNotEqualTo(before.get(place));

      Map<String, String> alone = new LinkedHashMap<>(before);
      alone.put(place, moved.get(place));
      assertThat(says(alone)).contains("[version-agreement] ntfy");
    }
    assertThat(says(moved)).startsWith("Container versions agree: ");
  }

  /**
   * What Renovate does to each file: it replaces the value inside of what the expression matches.
   */
  private static Map<String, UnaryOperator<String>> renovate()
      throws IOException, JsonParserException {
    JsonObject config = JsonParser.object().from(files().get("renovate.json"));
    JsonArray managers = config.getArray("customManagers");
    assertThat(managers).hasSize(1);
    JsonObject manager = managers.getObject(0);
    assertThat(manager.getArray("matchStrings")).hasSize(1);
    String expression = manager.getArray("matchStrings").getString(0);
    assertThat(expression)
        .doesNotContainPattern(NOT_IN_RE2)
        .doesNotContainPattern(NOT_IN_JAVASCRIPT);
    Pattern pattern = Pattern.compile(expression);
    assertThat(released(manager, "v" + RELEASE)).isEqualTo(RELEASE);
    assertThat(released(manager, RELEASE)).isEqualTo(RELEASE);

    Map<String, UnaryOperator<String>> edits = new LinkedHashMap<>();
    for (String file : files().keySet()) {
      if (manager.getArray("managerFilePatterns").stream().anyMatch(it -> matches(it, file))) {
        edits.put(file, text -> replaced(pattern, text));
      }
    }
    assertThat(edits.keySet()).doesNotContain("renovate.json", "updatecli.d/ntfy.yaml");
    return edits;
  }

  private static String replaced(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      assertThat(matcher.group("datasource")).isEqualTo("github-releases");
      boolean ntfy = matcher.group("depName").equals("binwiederhier/ntfy");
      String value = matcher.group("currentValue");
      assertThat(value).isEqualTo(ntfy ? "2.17.0" : "3.6.5");
      String match = matcher.group();
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(ntfy ? match.replace(value, RELEASE) : match));
    }
    return matcher.appendTail(out).toString();
  }

  private static String released(JsonObject manager, String name) {
    String expression = manager.getString("extractVersionTemplate");
    assertThat(expression)
        .doesNotContainPattern(NOT_IN_RE2)
        .doesNotContainPattern(NOT_IN_JAVASCRIPT);
    Matcher matcher = Pattern.compile(expression).matcher(name);
    assertThat(matcher.find()).isTrue();
    return matcher.group("version");
  }

  /** Renovate takes a pattern between slashes for an expression. */
  private static boolean matches(Object filePattern, String file) {
    String pattern = filePattern.toString();
    assertThat(pattern).startsWith("/").endsWith("/");
    return Pattern.compile(pattern.substring(1, pattern.length() - 1)).matcher(file).find();
  }

  /** What updatecli does to each file: it replaces what the expression matches. */
  private static Map<String, UnaryOperator<String>> updatecli() throws IOException {
    Map<?, ?> manifest =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(files().get("updatecli.d/ntfy.yaml"));
    Map<String, UnaryOperator<String>> edits = new LinkedHashMap<>();
    for (Object each : ((Map<?, ?>) manifest.get("targets")).values()) {
      Map<?, ?> target = (Map<?, ?>) each;
      assertThat(target.get("kind")).isEqualTo("file");
      assertThat(target.get("scmid")).isEqualTo("default");
      assertThat(((Map<?, ?>) manifest.get("sources")).keySet().toString())
          .isEqualTo("[" + target.get("sourceid") + "]");
      Map<?, ?> spec = (Map<?, ?>) target.get("spec");
      String expression = String.valueOf(spec.get("matchpattern"));
      assertThat(expression).doesNotContainPattern(NOT_IN_RE2);
      String replacement =
          String.valueOf(spec.get("replacepattern")).replace("{{ source \"release\" }}", RELEASE);
      assertThat(replacement).isEqualTo("${1}" + RELEASE);
      edits.put(
          String.valueOf(spec.get("file")),
          text -> replacedOnce(Pattern.compile(expression), text));
    }
    return edits;
  }

  private static String replacedOnce(Pattern pattern, String text) {
    List<MatchResult> matches = pattern.matcher(text).results().toList();
    assertThat(matches).hasSize(1);
    return pattern.matcher(text).replaceAll(it -> Matcher.quoteReplacement(it.group(1) + RELEASE));
  }

  private String says(Map<String, String> files) throws IOException, CannotCheckException {
    return new ExampleRepository(Files.createTempDirectory(root, "state")).with(files).says();
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    ExamplePage.read(Path.of("..", "docs", "updates.md"))
        .sections()
        .values()
        .forEach(it -> files.putAll(it.files()));
    return files;
  }
}
