package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.TagForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inventories at a configured key: a file, a key, a text, and what it says of the service web. */
class KeyedInventoryTest {

  static List<Arguments> versions() {
    return List.of(
        row("a.yaml", "{service}", "web: 1.10\n", "1:6-10 1.10"),
        row("a.yaml", "{service}", "web: \"1.10\" # now\nwebsite: 2\n", "1:7-11 1.10"),
        row("a.yaml", "{service}", "web: 12:30\n", "1:6-11 12:30"),
        row("a.yaml", "{service}", "? web\n: 1.10\n", "2:3-7 1.10"),
        row("a.yaml", "{service}", "&d d: {v: 1}\nweb: &x 1.10\n", "2:9-13 1.10"),
        row("a.yaml", "x.{service}", "w: &w {web: 1.2}\nx:\n  <<: *w\n", "1:13-16 1.2"),
        row("a.yaml", "s.{service}.version", "s:\n  web: {version: 1.2}\n", "2:18-21 1.2"),
        row("a.yaml", "a[id={service}].tag", "a:\n- tag: 1.2\n  id: web\n", "2:8-11 1.2"),
        row("a.yaml", "*.{service}", "media: {web: 1.2}\nhome: {db: 3}\n", "1:14-17 1.2"),
        row("a.yaml", "**.{service}.v", "a: {b: {web: {v: 1.2}}}\n", "1:18-21 1.2"),
        row("a.yaml", "{service}-image.v", "web-image: {v: 1.2}\n", "1:16-19 1.2"),
        row("a.yml", "{service}", "web: 1.2\n---\nweb: 1.2\n", "1:6-9 1.2", "3:6-9 1.2"),
        row("a.yaml", "{service}", "web: 1.2\nweb: 1.2\n", "1:6-9 1.2", "2:6-9 1.2"),
        row("a.json", "{service}", "{\"web\": \"1.2\"}", "1:10-13 1.2"),
        row("a.json", "{service}", "{\n\t\"web\": 1.20\n}", "2:9-13 1.20"),
        row("a.toml", "{service}.version", "[web]\nversion = '1.2'\n", "2:12-15 1.2"),
        row("a.toml", "app[id={service}].v", "[[app]]\nid='web'\nv='1.2'\n", "3:4-7 1.2"),
        row("a.env", "{service}_TAG", "web_TAG=1.2\n", "1:9-12 1.2"),
        row("a.properties", "{service}.version", "web.version=1.2\n", "1:13-16 1.2"),
        row(
            "pom.xml",
            "project.properties.\"{service}.version\"",
            "<project><properties><web.version>1.2</web.version></properties></project>",
            "1:35-38 1.2"),
        row("a.yaml", "s.{service}", "s:\n  db: 1\n", "ABSENT 2:3"),
        row("a.yaml", "{service}", "db: 1\n", "ABSENT a.yaml"),
        row("a.yaml", "{service}.v", "web: {w: 1}\n", "ABSENT 1:6"),
        row("a.yaml", "{service}.v", "web: 1\n", "ABSENT 1:6"),
        row("a.yaml", "{service}", "web:\n", "EMPTY 1:5"),
        row("a.yaml", "{service}", "web: null\n", "EMPTY 1:6"),
        row("a.yaml", "{service}", "web: ' '\n", "EMPTY 1:7"),
        row("a.json", "{service}", "{\"web\": null}", "EMPTY 1:9"),
        row("a.toml", "{service}", "web = \"\"\n", "EMPTY 1:8"),
        row("a.yaml", "{service}", "web: [1]\n", "SHAPE 1:6"),
        row("a.yaml", "{service}", "web: !!binary MS4y\n", "SHAPE 1:15"),
        row("a.yaml", "{service}", "web: $TAG\n", "UNKNOWN 1:6"),
        row("a.sh", "{service}", "web=$(date)\n", "UNKNOWN 1:5"),
        row("a.yaml", "{service}", "web: 1\nweb: 2\n", "1:6-7 1", "2:6-7 2", "CONFLICT 2:6"),
        row("a.yaml", "{service}", "web: {\n", "SYNTAX 2:1"),
        row("a.toml", "{service}", "web = \n", "SYNTAX 1:7"),
        row("a.lst", "{service}", "web 1.2\n", "UNREADABLE a.lst"));
  }

  private static Arguments row(String file, String key, String text, String... says) {
    return Arguments.of(file, key, text, List.of(says));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @MethodSource("versions")
  void aServiceHasItsVersionAtTheKey(String file, String key, String text, List<String> says) {
    assertThat(says(read(file, key, text, "{version}").versionOf("web"))).isEqualTo(says);
  }

  static List<Arguments> references() {
    String forms = "{any}:{version}@{any},{any}:{version}";
    return List.of(
        row(forms, "image", "web: nginx:1.27\n", "1:12-16 1.27"),
        row(forms, "image", "web: 'r.example:5000/own/web:v1.2-rc1'\n", "1:30-38 v1.2-rc1"),
        row(forms, "digest", "web: own/web:1.2@sha256:0f0f\n", "1:14-17 1.2"),
        row(forms, "default", "web: own/web:${WEB_TAG:-1.2}\n", "1:25-28 1.2"),
        row(forms, "registry", "web: ${REG:-r.example}/web:1.2\n", "1:28-31 1.2"),
        row(forms, "two variables", "web: ${R:-r.e}/web:${T:-1.2}\n", "1:25-28 1.2"),
        row(forms, "pieces", "web: own/web:${T:-1}.2\n", "1:6-23 1.2"),
        row(forms, "port", "web: r.example:5000/web\n", "SHAPE 1:6"),
        row(forms, "no tag", "web: own/web\n", "SHAPE 1:6"),
        row(forms, "variable", "web: own/web:${WEB_TAG}\n", "UNKNOWN 1:6"),
        row(forms, "escapes", "web: \"own/web:1\\x2e2\"\n", "1:7-21 1.2"),
        row("{version}-ls{number}", "suffix", "web: 1.2-ls33\n", "1:6-9 1.2"),
        row("{version}-{commit}", "commit", "web: 1.2-ab12cd3\n", "1:6-9 1.2"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("references")
  void aFormSaysWhichPartIsTheVersion(
      String forms, String situation, String text, List<String> says) {
    assertThat(says(read("a.yaml", "{service}", text, forms).versionOf("web"))).isEqualTo(says);
  }

  static List<Arguments> wrongKeys() {
    return List.of(
        Arguments.of("{service}", "", "the file holds nothing"),
        Arguments.of("{service}", "- a\n", "the file is a list whose entries have no keys"),
        Arguments.of("s.{service}", "s: {}\n", "s holds nothing"),
        Arguments.of("s.{service}", "s: 1\n", "s is a text"),
        Arguments.of("s.{service}", "t: 1\n", "the file has the key t"),
        Arguments.of(
            "s.{service}.v", "s: {a: {w: 1}, b: {x: 1}}\n", "s.{service} has the keys w, x"),
        Arguments.of(
            "s.{service}",
            "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1}\n",
            "the file has the keys a, b, c, d, e, f and 2 more"));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("wrongKeys")
  void aKeyThatLeadsNowhereIsToldWithWhatIsThere(String key, String text, String found) {
    assertThat(((KeyedInventory) read("a.yaml", key, text, "{version}")).wrongKey())
        .contains(found);
  }

  @Test
  void aKeyThatLeadsToSomeServiceIsRight() {
    assertThat(((KeyedInventory) read("a.yaml", "{service}", "db:\n", "{version}")).wrongKey())
        .isEmpty();
  }

  @Test
  void sixtyThousandServicesAreReadInLinearTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("s").append(i).append(": 1.").append(i).append('\n');
    }

    Reading last =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> read("a.yaml", "{service}", text.toString(), "{version}").versionOf("s59999"));

    assertThat(last.version().orElseThrow().version()).isEqualTo("1.59999");
  }

  private static Inventory read(String file, String key, String text, String forms) {
    List<TagForm> tags = Arrays.stream(forms.split(",", -1)).map(TagForm::of).toList();
    return KeyedInventory.read(
        SourceText.of(file, text), new InventoryLayout(file, KeyPath.of(key), tags));
  }

  private static List<String> says(Reading reading) {
    List<String> says = new ArrayList<>();
    reading
        .declarations()
        .forEach(
            it -> {
              SourceSpan span = (SourceSpan) it.location();
              says.add(place(span) + "-" + span.endColumn() + " " + it.version());
            });
    for (Problem problem : reading.problems()) {
      says.add(problem.kind() + " " + place(problem.location()));
    }
    return says;
  }

  private static String place(Location location) {
    return location instanceof SourceSpan span
        ? span.line() + ":" + span.column()
        : location.file();
  }
}
