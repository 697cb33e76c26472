package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The value of a key: a file, a key, a text, and what is found in it, as {@code line:column
 * container service value}, or as a problem.
 */
class KeySearchTest {

  static List<Arguments> values() {
    return List.of(
        row("a.yaml", "image.tag", "image: {tag: 1.2}\n", "1:14 1.2"),
        row("a.yaml", "image.tag", "image: {name: web}\n"),
        row(
            "a.yaml",
            "{container}.tag",
            "web: {tag: 1}\ndb: {tag: 2}\n",
            "1:12 web 1",
            "2:11 db 2"),
        row("a.yaml", "{service}.tag", "web: {tag: 1}\n", "1:12 (web) 1"),
        row("a.yaml", "tag", "tag: 1.2\n---\ntag: 1.3\n", "1:6 1.2", "3:6 1.3"),
        row(".env", "TAG", "export TAG=1.2\n", "1:12 1.2"),
        row("Dockerfile", "TAG", "ARG TAG=1.2\n", "1:9 1.2"));
  }

  static List<Arguments> problems() {
    return List.of(
        row("a.yaml", "tag", "tag:\n", "1:5 EMPTY the key tag is empty"),
        row("a.yaml", "tag", "tag: ''\n", "1:7 EMPTY the key tag is empty"),
        row("a.yaml", "tag", "tag: ' '\n", "1:7 EMPTY the key tag is empty"),
        row("a.yaml", "tag", "tag: [1]\n", "1:6 SHAPE the key tag is a list, not a version"),
        row("a.yaml", "tag", "tag: {a: 1}\n", "1:6 SHAPE the key tag is a mapping, not a version"),
        row(".env", "TAG", "TAG=$X\n", "1:5 UNKNOWN the key TAG has a value that is computed"),
        row("a.txt", "tag", "tag: 1\n", "UNREADABLE no key is read from a file of this kind"),
        row(
            "a.hcl",
            "tag",
            "}\n",
            "1:1 SYNTAX the file is not well-formed HCL: a brace has no partner"));
  }

  static List<Arguments> repeated() {
    String twice = " CONFLICT the key %s is given twice with different values";
    return List.of(
        row("a.yaml", "tag", "tag: 1\ntag: 1\n", "1:6 1", "2:6 1"),
        row("a.yaml", "tag", "tag: 1\ntag: 2\n", "2:6" + twice.formatted("tag") + " 1:6"),
        row("a.yaml", "tag", "tag: 1\ntag: 2\ntag: 3\n", "2:6" + twice.formatted("tag") + " 1:6"),
        row("a.yaml", "tag", "tag: 1\ntag: [2]\n", "2:6" + twice.formatted("tag") + " 1:6"),
        row(".env", "TAG", "TAG=1\nX=3\nTAG=2\n", "3:5" + twice.formatted("TAG") + " 1:5"),
        row(
            "a.yaml",
            "{container}.tag",
            "web: {tag: 1, tag: 2}\ndb: {tag: 5}\n",
            "1:20 web" + twice.formatted("{container}.tag") + " 1:12",
            "2:11 db 5"),
        row(
            "a.yaml",
            "{container}.tag",
            "web: {tag: 1, tag: 2}\ndb: {tag: 3, tag: 4}\n",
            "1:20 web" + twice.formatted("{container}.tag") + " 1:12",
            "2:19 db" + twice.formatted("{container}.tag") + " 2:11"),
        row(
            "a.yaml",
            "*.tag",
            "a: {tag: 1}\nb: {tag: 2, tag: 3}\n",
            "1:10 1",
            "2:18" + twice.formatted("*.tag") + " 2:10"));
  }

  private static Arguments row(String file, String key, String text, String... found) {
    return Arguments.of(file, key, text, List.of(found));
  }

  @ParameterizedTest
  @MethodSource({"values", "problems", "repeated"})
  void aKeyInAFile(String file, String key, String text, List<String> found) {
    assertThat(find(file, key, text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"'{container}.tag', true", "'l[name={service}].tag', true", "tag, false"})
  void aKeyMayNameContainers(String key, boolean named) {
    assertThat(KeySearch.of(key).hasNames()).isEqualTo(named);
  }

  /** A search that is quadratic takes minutes for them. */
  @Test
  void aKeyThatIsGivenVeryOften() {
    String text = "TAG=1\n".repeat(100_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(15),
        () -> {
          assertThat(find(".env", "TAG", text)).hasSize(100_000);
          assertThat(find(".env", "TAG", text + "TAG=2\n")).hasSize(1);
        });
  }

  private static List<String> find(String file, String key, String text) {
    return KeySearch.of(key)
        .find(SourceText.of(file, text), MemoryFiles.of(Map.of(file, text)))
        .stream()
        .map(KeySearchTest::shown)
        .toList();
  }

  private static String shown(Statement statement) {
    String container = statement.names().container();
    String service = statement.names().service();
    String names =
        (container.isEmpty() ? "" : container + " ")
            + (service.isEmpty() ? "" : "(" + service + ") ");
    if (statement instanceof Statement.Tag tag) {
      return at(tag.text().span(tag.start(), tag.end())) + names + tag.value();
    }
    Problem problem = ((Statement.Unreadable) statement).problem();
    StringBuilder shown = new StringBuilder();
    if (problem.location() instanceof SourceSpan span) {
      shown.append(at(span));
    }
    shown.append(names).append(problem.kind()).append(' ').append(problem.message());
    problem.related().forEach(it -> shown.append(' ').append(at((SourceSpan) it).strip()));
    return shown.toString();
  }

  private static String at(SourceSpan span) {
    return span.line() + ":" + span.column() + " ";
  }
}
