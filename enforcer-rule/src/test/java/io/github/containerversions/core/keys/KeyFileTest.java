package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileCases.find;
import static io.github.containerversions.core.keys.KeyFileCases.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values found by key: a file, a path, a text, and what is found, as {@code line:column value}. */
class KeyFileTest implements KeyFileCases.Values {

  static List<Arguments> values() {
    return List.of(
        row("a.yaml", "image.tag", "image:\n  tag: 1.10\n", "2:8 1.10"),
        row("a.yaml", "image.tag", "image: {tag: \"1.10\"}\n", "1:15 1.10"),
        row("a.yaml", "tag", "tag: 1\n---\ntag: 2\n", "1:6 1", "3:6 2"),
        row("a.yaml", "b.tag", "a: &a {tag: 1}\nb:\n  <<: *a\n", "1:13 1"),
        row("a.yaml", "b.tag", "a: &a {tag: 1}\nb:\n  <<: *a\n  tag: 2\n", "4:8 2"),
        row("a.yaml", "*.tag", "a: {tag: 1}\nb: {tag: 2}\nc: 3\n", "1:10 1", "2:10 2"),
        row("a.yaml", "**.tag", "a: {b: [{tag: 1}]}\n", "1:15 1"),
        row(
            "a.yaml",
            "a.**",
            "a: {b: 1, c: {d: 2}}\n",
            "1:4 a mapping",
            "1:8 1",
            "1:14 a mapping",
            "1:18 2"),
        row("a.yaml", "l[name=web].v", "l:\n- {name: db, v: 1}\n- {name: web, v: 2}\n", "3:18 2"),
        row("a.yaml", "l[*].v", "l:\n- {v: 1}\n- {v: 2}\n", "2:7 1", "3:7 2"),
        row("a.yaml", "a.'b.c'", "a: {b.c: 1}\n", "1:10 1"),
        row("a.yaml", "a.b", "a: [1]\n"),
        row("a.yaml", "a.b", "a: &x\n  c: *x\n"),
        row("a.json", "a.b", "{\n\t\"a\": {\"b\": \"1.2\", \"c\": \"x\\/y\"}\n}", "2:14 1.2"),
        row("a.toml", "project.version", "[project]\nversion = '1.2' # now\n", "2:12 1.2"),
        row("a.toml", "a.b.version", "a.b.version = \"1.2\"\n", "1:16 1.2"),
        row("a.toml", "a.b", "a = { b = 1.20, c = [1, 2] }\n", "1:11 1.20"),
        row("a.toml", "p[name=x].v", "[[p]]\nname='y'\nv='1'\n[[p]]\nname='x'\nv='2'\n", "6:4 2"),
        row("a.toml", "p.*.v", "[[p]]\nv=1\n[[p]]\nv=2\n", "2:3 1", "4:3 2"),
        row("a.toml", "s", "s = \"a\\u0041\\tb\"\n", "1:6 aA\tb"),
        row("a.toml", "m", "m = \"\"\"\n1.2\"\"\"\nn = 1\n", "1:8 1.2"),
        row(
            "pom.xml",
            "project.version",
            "<project>\n <version> 1.2 </version>\n</project>",
            "2:12 1.2"),
        row(
            "a.xml",
            "a.b",
            "<?xml version='1.0'?><!-- <a><b>0</b></a> --><a x='>'><b>1</b><b>2</b></a>",
            "1:58 1",
            "1:66 2"),
        row("bake.hcl", "V", "variable \"V\" {\n  default = \"1.2\"\n}\n", "2:14 1.2"),
        row(
            "bake.hcl",
            "target.x.args.V",
            "target \"x\" {\n  args = {\n    V = \"1.2\"\n  }\n  tags = [\n    \"a\",\n  ]\n}\n",
            "3:10 1.2"),
        row("a.tfvars", "v", "# v = 0\nw = f(\"}\")\nv = \"1.2\" // now\n", "3:6 1.2"),
        row(".env", "V", "# V=0\nexport V=1.2 # now\nVX=3\n", "2:10 1.2"),
        row(".env.local", "V", "V=\"1.2\"\r\nW=1\r\n", "1:4 1.2"),
        row(".env", "V", "V=${OTHER:-1.2}\n", "1:12 1.2"),
        row("a.sh", "V", "f() {\n  local V='1.2'; g\n}\n", "2:12 1.2"),
        row("Makefile", "V", "V ?= 1.2   # now\n\tV=0\n", "1:6 1.2"),
        row("a.properties", "app.version", "#app.version=0\napp.version : 1.2\n", "2:15 1.2"),
        row("Dockerfile", "V", "FROM a\nARG V=1.2\nRUN x \\\n ARG V=0\n", "2:7 1.2"),
        row("Dockerfile", "org.x.version", "LABEL a=b \\\n  org.x.version=\"1.2\"\n", "2:18 1.2"),
        row("Dockerfile", "V", "ENV V 1.2\n", "1:7 1.2"));
  }

  static List<Arguments> computed() {
    return List.of(
        Arguments.of(".env", "V=$OTHER\n"),
        Arguments.of(".env", "V=\"1 $OTHER\"\n"),
        Arguments.of(".env", "V=\"1\nW=2\n"),
        Arguments.of("a.sh", "V=$(date)\n"),
        Arguments.of("a.sh", "V='1'\"2\"\n"),
        Arguments.of("Makefile", "V := $(shell date)\n"),
        Arguments.of("Makefile", "V += 1\n"),
        Arguments.of("a.properties", "V=1\\\n 2\n"),
        Arguments.of("a.hcl", "V = upper(\"a\")\n"),
        Arguments.of("a.hcl", "V = \"1.${minor}\"\n"),
        Arguments.of("Dockerfile", "ARG V=$OTHER\n"),
        Arguments.of("a.xml", "<V>1<!-- a -->2</V>"),
        Arguments.of("a.xml", "<V>1&amp;2</V>"));
  }

  @ParameterizedTest
  @MethodSource("computed")
  void aValueThatIsNoLiteralIsComputed(String file, String text) throws UnparsableException {
    List<KeyPath.Hit> hits =
        KeyFile.of(file).orElseThrow().find(KeyPath.of("V"), SourceText.of(file, text));

    assertThat(hits).hasSize(1);
    assertThat(((YamlNode.Scalar) hits.get(0).value()).tag()).isEqualTo(KeyFile.COMPUTED);
  }

  static List<Arguments> broken() {
    return List.of(
        Arguments.of("a.yaml", "a: [\n"),
        Arguments.of("a.json", "{\"a\": "),
        Arguments.of("a.toml", "a = \"1\n"),
        Arguments.of("a.toml", "a = [1\n"),
        Arguments.of("a.toml", "a\n"),
        Arguments.of("a.toml", "a = \"\\q\"\n"),
        Arguments.of("a.toml", "a = 1\na.b = 2\n"),
        Arguments.of("a.xml", "<a><b></a>"),
        Arguments.of("a.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"),
        Arguments.of("a.xml", "<a"),
        Arguments.of("a.hcl", "a \"b\" {\n"),
        Arguments.of("a.hcl", "}\n"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aFileWhoseTokensCannotBeToldApartIsRefused(String file, String text) {
    assertThatThrownBy(() -> find(file, "a", text)).isInstanceOf(UnparsableException.class);
  }

  static List<Arguments> nested() {
    return List.of(
        Arguments.of("a.yaml", "["),
        Arguments.of("a.json", "{\"a\":"),
        Arguments.of("a.toml", "a=["),
        Arguments.of("a.toml", "a={b="),
        Arguments.of("a.xml", "<a>"),
        Arguments.of("a.hcl", "a {\n"),
        Arguments.of("a.hcl", "a=\"${"));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void whatIsNestedWithoutEndIsRefused(String file, String piece) {
    assertThatThrownBy(() -> find(file, "a", piece.repeat(20_000)))
        .isInstanceOf(UnparsableException.class);
  }

  @Test
  void namesInAPathAreTaken() throws UnparsableException {
    String text =
        "services:\n- {name: web, current-version: 1}\n- {name: db, current-version: 2}\n";
    List<KeyPath.Hit> hits =
        KeyFile.YAML.find(
            KeyPath.of("services[name={service}].current-version"), SourceText.of("a.yaml", text));

    assertThat(hits.stream().map(it -> it.names().service())).containsExactly("web", "db");
  }

  @Test
  void aKeyThatIsMergedInDoesNotCountBesideTheMappingsOwn() throws UnparsableException {
    String text = "base: &b {web: {tag: 1}, db: {tag: 5}}\nservices: {<<: *b, web: {tag: 2}}\n";

    assertThat(
            KeyFile.YAML
                .find(KeyPath.of("services.{service}.tag"), SourceText.of("a.yaml", text))
                .stream()
                .map(it -> it.names().service() + ((YamlNode.Scalar) it.value()).text()))
        .containsExactlyInAnyOrder("web2", "db5");
  }

  @Test
  void aKeyThatIsGivenTwiceIsMarked() throws UnparsableException {
    assertThat(
            KeyFile.YAML.find(KeyPath.of("a"), SourceText.of("a.yaml", "a: 1\na: 2\n")).stream()
                .map(KeyPath.Hit::repeated))
        .containsExactly(true, true);
  }

  @ParameterizedTest
  @CsvSource({
    "a/Dockerfile.web, DOCKERFILE",
    "web.dockerfile, DOCKERFILE",
    "Containerfile, DOCKERFILE",
    "a/Makefile, MAKE",
    "GNUmakefile, MAKE",
    "rules.mk, MAKE",
    ".env, ENV",
    ".env.local, ENV",
    "a/env, ENV",
    "web.env, ENV",
    "a.YML, YAML",
    "a.yaml, YAML",
    "a.json, JSON",
    "a.toml, TOML",
    "pom.xml, XML",
    "a.pom, XML",
    "a.hcl, HCL",
    "a.tf, HCL",
    "a.tfvars, HCL",
    "a.sh, SHELL",
    "a.bash, SHELL",
    "a.zsh, SHELL",
    "a.properties, PROPERTIES",
    "yaml.d/a.txt, ",
    "environment, ",
    "a.yaml.bak, "
  })
  void theNameOfAFileSaysItsKind(String file, KeyFile kind) {
    assertThat(KeyFile.of(file)).isEqualTo(Optional.ofNullable(kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.", ".a", "a..b", "a[b]", "a[=b]", "a[b=", "a[b=c", "a['b=c]", "a[b=c]d"})
  void whatIsNoPathIsRefused(String path) {
    assertThatThrownBy(() -> KeyPath.of(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
