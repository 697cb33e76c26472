package io.github.containerversions.versions.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An inventory before and after the service web has got its version. */
class InventoryEntriesTest {

  static List<Arguments> lists() {
    return List.of(
        row("services:\n- name: web\n", "services:\n- name: web\n  current-version: 2.0\n"),
        row("services:\n- name: web", "services:\n- name: web\n  current-version: 2.0"),
        row(
            "services:\r\n  - name: web # x\r\n    a: b\r\n",
            "services:\r\n  - name: web # x\r\n    current-version: 2.0\r\n    a: b\r\n"),
        row(
            "services:\n- a: b\n  name: web\n- name: db\n",
            "services:\n- a: b\n  name: web\n  current-version: 2.0\n- name: db\n"),
        row("services:\n- {name: web}\n", "services:\n- {name: web, current-version: 2.0}\n"),
        row(
            "services: [{name: 'web', a: b}]\n",
            "services: [{name: 'web', current-version: 2.0, a: b}]\n"),
        row(
            "services:\n- name: web\n  current-version:\n",
            "services:\n- name: web\n  current-version: 2.0\n"),
        row(
            "services:\n- name: web\n  current-version : ~ # x\n",
            "services:\n- name: web\n  current-version : 2.0 # x\n"),
        row(
            "services:\n- name: web\n  current-version: ''\n",
            "services:\n- name: web\n  current-version: '2.0'\n"),
        row(
            "services:\n- name: db\n  current-version: 1\n# x\n",
            "services:\n- name: db\n  current-version: 1\n- name: web\n  current-version: 2.0\n# x\n"),
        row(
            "services:\n  -  name: db\n     c: {d: e}\n",
            "services:\n  -  name: db\n     c: {d: e}\n  - name: web\n     current-version: 2.0\n"),
        row(
            "services:\n- name: a\n\n- name: b\n\nother: 1\n",
            "services:\n- name: a\n\n- name: b\n\n- name: web\n  current-version: 2.0\n\nother: 1\n"),
        row(
            "services:\r\n- name: a\r\n\r\n- name: b\r\n",
            "services:\r\n- name: a\r\n\r\n- name: b\r\n\r\n- name: web\r\n  current-version: 2.0\r\n"),
        row(
            "services:\n\n- name: a\n- name: b\n",
            "services:\n\n- name: a\n- name: b\n- name: web\n  current-version: 2.0\n"),
        row(
            "services:\n- name: a\n- {name: b}",
            "services:\n- name: a\n- {name: b}\n- { name: web, current-version: 2.0 }"),
        row(
            "services:\n- { name: b,\n    c: d }\n",
            "services:\n- { name: b,\n    c: d }\n- { name: web, current-version: 2.0 }\n"),
        row("services: []\n", "services: \n  - name: web\n    current-version: 2.0\n"));
  }

  private static Arguments row(String before, String after) {
    return Arguments.of(before, after);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aServiceInAListGetsItsVersion(String before, String after) {
    SourceText text = SourceText.of("a.yaml", before);

    assertThat(applied(text, InventoryEntries.add(text, "web", "2.0"))).isEqualTo(after);
  }

  @Test
  void aVersionThatYamlWouldTakeForANumberGetsQuotes() {
    SourceText missing = SourceText.of("a.yaml", "services:\n- name: web\n");
    SourceText quoted = SourceText.of("a.yaml", "services: [{name: web, current-version: \"\"}]");

    assertThat(applied(missing, InventoryEntries.add(missing, "web", "2.10")))
        .isEqualTo("services:\n- name: web\n  current-version: \"2.10\"\n");
    assertThat(applied(quoted, InventoryEntries.add(quoted, "web", "2.10")))
        .isEqualTo("services: [{name: web, current-version: \"2.10\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services: {}\n",
        "services:\n",
        "other: []\n",
        "- name: web\n",
        "services:\n- db\n",
        "services: [{name: db}]\n",
        "services: [ ]\n",
        "services:\n- name: web\n  current-version: [1]\n",
        "services: [\n"
      })
  void anInventoryOfAnotherFormIsLeftAlone(String text) {
    assertThat(InventoryEntries.add(SourceText.of("a.yaml", text), "web", "2.0")).isEmpty();
  }

  static List<Arguments> keyed() {
    return List.of(
        row("{service}", "db: 1\n", "db: 1\nweb: 2.0\n"),
        row("{service}", "db: 1", "db: 1\nweb: 2.0"),
        row("{service}", "web:\n", "web: 2.0\n"),
        row("s.{service}", "s:\r\n  db: [1]\r\n", "s:\r\n  db: [1]\r\n  web: 2.0\r\n"),
        row("{service}.v", "db: {v: 1}\nx: {y: 2}\n", "db: {v: 1}\nx: {y: 2}\nweb: { v: 2.0 }\n"),
        row("{service}.v", "db:\n   v: 1\n", "db:\n   v: 1\nweb:\n   v: 2.0\n"),
        row("{service}.v", "web:\n  a: {b: c}\n", "web:\n  a: {b: c}\n  v: 2.0\n"),
        row(
            "{service}.v",
            "web:\n  a: {b: c,\n    d: e}\n",
            "web:\n  a: {b: c,\n    d: e}\n  v: 2.0\n"),
        row("l[id={service}].v", "l:\n- id: db\n", "l:\n- id: db\n- id: web\n  v: 2.0\n"));
  }

  private static Arguments row(String key, String before, String after) {
    return Arguments.of(key, before, after);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("keyed")
  void aServiceAtAKeyGetsItsVersion(String key, String before, String after) {
    SourceText text = SourceText.of("a.yaml", before);

    assertThat(applied(text, KeyedEntries.add(text, KeyPath.of(key), "web", "2.0")))
        .isEqualTo(after);
  }

  static List<Arguments> leftAlone() {
    return List.of(
        row("a.txt", "{service}", "db: 1\n"),
        row("a.yaml", "{service}", "a: [\n"),
        row("a.yaml", "{service}", "{}\n"),
        row("a.yaml", "{service}", "{db: 1}\n"),
        row("a.yaml", "{service}", "db: 1\n---\ndb: 1\n"),
        row("a.yaml", "{service}", "web: 1\nweb: 1\n"),
        row("a.yaml", "{service}", "web: [1]\n"),
        row("a.yaml", "{service}-x", "db-x: 1\n"),
        row("a.yaml", "{service}.v", "web: 1\n"),
        row("a.yaml", "{service}.v", "web: {a: 1}\n"),
        row("a.yaml", "{service}.v", "db: 1\n"),
        row("a.yaml", "{service}.v", "db: {}\n"),
        row("a.yaml", "{service}.a.b", "db: {a: {b: 1}}\n"),
        row("a.yaml", "{service}.*", "db: {a: 1}\n"),
        row("a.yaml", "l.{service}.v", "l:\n- v: 1\n"),
        row("a.yaml", "l[id={service}]", "l:\n- id: db\n"),
        row("a.json", "{service}", "{\"db\": \"1\"}"),
        row("a.toml", "{service}", "db = \"1\"\n"));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @MethodSource("leftAlone")
  void aFileThatHasNoPlaceForAServiceIsLeftAlone(String file, String key, String text) {
    assertThat(KeyedEntries.add(SourceText.of(file, text), KeyPath.of(key), "web", "2.0"))
        .isEmpty();
  }

  @Test
  void aServiceWhoseNameNeedsQuotesIsNotAdded() {
    SourceText text = SourceText.of("a.yaml", "db: 1\n");

    assertThat(KeyedEntries.add(text, KeyPath.of("{service}"), "9web", "2.0")).isEmpty();
    assertThat(KeyedEntries.add(text, KeyPath.of("{service}"), "a.b", "2.0")).isEmpty();
  }

  private static String applied(SourceText text, Optional<InventoryEntries.Insertion> insertion) {
    InventoryEntries.Insertion it = insertion.orElseThrow();
    return new StringBuilder(text.content())
        .replace(it.start(), it.end(), it.replacement())
        .toString();
  }
}
