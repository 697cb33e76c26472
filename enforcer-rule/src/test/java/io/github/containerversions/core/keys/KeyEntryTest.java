package io.github.containerversions.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entry that a message shows for a service. */
class KeyEntryTest {

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{service}             | YAML       | web: \"1.2\"                       |",
        "s.{service}           | YAML       | web: \"1.2\"                       | s",
        "s.{service}.v         | YAML       | web: { v: \"1.2\" }                | s",
        "s.{service}.a.b       | YAML       | web: { a: { b: \"1.2\" } }         | s",
        "a.b[id={service}].tag | YAML       | - { id: web, tag: \"1.2\" }        | a.b",
        "{service}             | JSON       | \"web\": \"1.2\"                   |",
        "s.{service}.v         | JSON       | \"web\": { \"v\": \"1.2\" }          | s",
        "s[id={service}].v     | JSON       | { \"id\": \"web\", \"v\": \"1.2\" }  | s",
        "{service}.v           | TOML       | web = { v = \"1.2\" }              |",
        "s[id={service}].v     | TOML       | { id = \"web\", v = \"1.2\" }      | s",
        "{service}_TAG         | ENV        | web_TAG=1.2                        |",
        "{service}.version     | PROPERTIES | web.version=1.2                    |",
      })
  void aServiceGetsAnEntryInTheSyntaxOfTheFile(
      String key, KeyFile kind, String entry, String parent) {
    assertThat(KeyEntry.of(KeyPath.of(key), kind, "web", "1.2"))
        .contains(new KeyEntry(parent == null ? "" : parent, entry));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "**.{service}, YAML",
    "*.{service}.v, YAML",
    "{service}.*.v, YAML",
    "s[id={service}], YAML",
    "project.{service}, XML",
    "a.b, YAML"
  })
  void aKeyThatLeavesThePlaceOpenHasNone(String key, KeyFile kind) {
    assertThat(KeyEntry.of(KeyPath.of(key), kind, "web", "1.2")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a.yaml, {service}, YAML, web",
    "a.yaml, {service}.v, YAML, 2fauth",
    "a.yaml, '{service}', YAML, 'it''s: a'",
    "a.json, {service}.v, JSON, web",
    "a.toml, {service}.v, TOML, a.b",
    "a.env, {service}_TAG, ENV, web"
  })
  void whatIsShownReadsAsThatVersion(String file, String key, KeyFile kind, String service)
      throws UnparsableException {
    String entry = KeyEntry.of(KeyPath.of(key), kind, service, "1.10").orElseThrow().text();
    String text = kind == KeyFile.JSON ? "{ " + entry + " }" : entry + "\n";

    assertThat(kind.find(KeyPath.of(key), SourceText.of(file, text)))
        .extracting(it -> it.names().service() + " " + ((YamlNode.Scalar) it.value()).text())
        .containsExactly(service + " 1.10");
  }
}
