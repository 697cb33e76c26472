package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing another version into an inventory at a configured key. */
class KeyedInventoryEditTest {
  @TempDir private Path root;

  private VersionSettings settings(String file, String key, String forms) {
    return TestSettings.at(root)
        .inventory(
            new InventoryLayout(
                file,
                KeyPath.of(key),
                Arrays.stream(forms.split(",", -1)).map(TagForm::of).toList()))
        .environment(Map.of("PATH", root.toString()))
        .build();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String set(String file, String key, String forms, String text, String version)
      throws IOException, CannotCheckException {
    write("containers/web/Dockerfile", "ARG CONTAINER_APP_VERSION=1.2\n");
    write(file, text);
    VersionSettings settings = settings(file, key, forms);
    VersionResult result = new ContainerVersionSync(settings, it -> {}).run();
    List<Container> all = result.containers().stream().map(ContainerResult::container).toList();
    VersionChanges changes = new VersionChanges(settings, all, false, "");
    changes.set(all.get(0), version);
    changes.write();
    assertThat(new ContainerVersionSync(settings, it -> {}).run().findings()).isEmpty();
    return Files.readString(root.resolve(file));
  }

  static List<Arguments> edits() {
    return List.of(
        row("a.yaml", "{service}", "web: 1.2 # x\ndb: 1.2\n", "web: 2.0 # x\ndb: 1.2\n"),
        row("a.yaml", "{service}", "web: \"v1.2\"\r\n", "web: \"v2.0\"\r\n"),
        row("a.yaml", "s.{service}.v", "s: {web: {v: '1.2'}}\n", "s: {web: {v: '2.0'}}\n"),
        row(
            "a.yaml",
            "a[id={service}].t",
            "a:\n- {id: web, t: 1.2}\n",
            "a:\n- {id: web, t: 2.0}\n"),
        row("a.json", "{service}.v", "{\"web\":{\"v\":\"1.2\"}}", "{\"web\":{\"v\":\"2.0\"}}"),
        row("a.json", "{service}", "{\"web\":1.2}", "{\"web\":\"2.0\"}"),
        row("a.toml", "{service}.v", "[web]\nv = \"1.2\" # x\n", "[web]\nv = \"2.0\" # x\n"),
        row("a.toml", "{service}", "web = 1.2\n", "web = \"2.0\"\n"),
        row("a.toml", "{service}", "\"web\"='1.2'\n", "\"web\"='2.0'\n"),
        row("a.env", "{service}_TAG", "web_TAG=1.2\n", "web_TAG=2.0\n"),
        row("a.properties", "{service}.v", "web.v = 1.2\n", "web.v = 2.0\n"),
        row("a.yaml", "{service}", "web:\ndb: 1\n", "web: 2.0\ndb: 1\n"),
        row("a.yaml", "{service}", "web: null\n", "web: 2.0\n"),
        row("a.yaml", "{service}", "web: \"\"\n", "web: \"2.0\"\n"),
        row("a.json", "{service}", "{\"web\": null}", "{\"web\": \"2.0\"}"),
        row("a.toml", "{service}", "web = \"\"\n", "web = \"2.0\"\n"),
        row("a.yaml", "{service}", "db: 1\n", "db: 1\nweb: 2.0\n"),
        row("a.yaml", "s.{service}", "s:\n  db: 1 # x\nt: 1", "s:\n  db: 1 # x\n  web: 2.0\nt: 1"),
        row(
            "a.yaml",
            "s.{service}.v",
            "s:\n  db:\n    v: 1\r\nt: 1\n",
            "s:\n  db:\n    v: 1\r\n  web:\r\n    v: 2.0\r\nt: 1\n"),
        row(
            "a.yaml",
            "s.{service}.v",
            "s:\n  db: { v: 1 }\n",
            "s:\n  db: { v: 1 }\n  web: { v: 2.0 }\n"),
        row(
            "a.yaml",
            "s.{service}.v",
            "s:\n  web:\n    owner: me\n  db: {v: 1}\n",
            "s:\n  web:\n    owner: me\n    v: 2.0\n  db: {v: 1}\n"),
        row(
            "a.yaml",
            "a[id={service}].t",
            "a:\n  - id: db\n    t: 1\n",
            "a:\n  - id: db\n    t: 1\n  - id: web\n    t: 2.0\n"),
        row(
            "a.yaml",
            "a[id={service}].t",
            "a:\n- id: web\n  x: 1\n- {id: db, t: 1}\n",
            "a:\n- id: web\n  t: 2.0\n  x: 1\n- {id: db, t: 1}\n"));
  }

  private static Arguments row(String file, String key, String before, String after) {
    return Arguments.of(file, key, before, after);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @MethodSource("edits")
  void theVersionIsWrittenAtTheKey(String file, String key, String before, String after)
      throws IOException, CannotCheckException {
    assertThat(set(file, key, "{version}", before, "2.0")).isEqualTo(after);
  }

  @Test
  void aVersionThatYamlWouldReadAsSomethingElseGetsQuotes()
      throws IOException, CannotCheckException {
    assertThat(set("a.yaml", "{service}", "{version}", "web: 1.2.3\n", "2025-10-01"))
        .isEqualTo("web: \"2025-10-01\"\n");
  }

  static List<Arguments> references() {
    return List.of(
        Arguments.of("image: r.example:5000/web:1.2\n", "image: r.example:5000/web:2.0\n"),
        Arguments.of("image: 'web:v1.2'\n", "image: 'web:v2.0'\n"),
        Arguments.of("image: web:${TAG:-1.2} # x\n", "image: web:${TAG:-2.0} # x\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void onlyTheVersionOfAReferenceIsReplaced(String before, String after)
      throws IOException, CannotCheckException {
    assertThat(
            set(
                "compose.yaml",
                "services.{service}.image",
                "{any}:{version}",
                "services:\n  web:\n    " + before,
                "2.0"))
        .isEqualTo("services:\n  web:\n    " + after);
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of("a.json", "{service}", "{version}", "{\"db\": \"1\"}", "no entry is named"),
        Arguments.of("a.yaml", "{service}", "{version}", "{db: 1}\n", "no entry is named"),
        Arguments.of("a.yaml", "*.{service}", "{version}", "a: {db: 1}\n", "no entry is named"),
        Arguments.of("a.yaml", "{service}", "{any}:{version}", "db: x:1\n", "no entry is named"),
        Arguments.of("a.yaml", "{service}", "{version}", "web: [1]\n", "web is a list"));
  }

  @ParameterizedTest(name = "{0} at {1}: {3}")
  @MethodSource("refused")
  void whatHasNoPlaceForTheVersionIsLeftAsItIs(
      String file, String key, String forms, String text, String why) throws IOException {
    assertThatThrownBy(() -> set(file, key, forms, text, "2.0"))
        .hasMessageContaining("web is not changed, and nothing else is: " + file + ": ")
        .hasMessageContaining(why);
    assertThat(Files.readString(root.resolve(file))).isEqualTo(text);
  }
}
