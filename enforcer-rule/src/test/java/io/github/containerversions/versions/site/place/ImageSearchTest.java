package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * References to {@code reg.example/own/{container}}: a text, and what is found in it, as {@code
 * line:column container tag}; a dash stands for something without a version.
 */
class ImageSearchTest {

  static final RepositoryFiles NO_FILES =
      new RepositoryFiles() {
        @Override
        public FileContent read(String file, int limit) {
          return new FileContent.Missing(file);
        }

        @Override
        public boolean isDirectory(String file) {
          return false;
        }
      };

  static List<Arguments> yaml() {
    return List.of(
        row("image: reg.example/own/web:1.2\n", "1:28 web 1.2"),
        row("image: \"reg.example/own/web:1.2\"\n", "1:29 web 1.2"),
        row("- {name: reg.example/own/web, newTag: v1.2}\n", "1:39 web v1.2"),
        row("- newTag: \"1.10\"\n  name: reg.example/own/web\n", "1:12 web 1.10"),
        row("- name: reg.example/own/web\n  newTag: 1.10\n", "2:11 web 1.10"),
        row("- name: x\n  newName: reg.example/own/web\n  newTag: '1'\n", "3:12 web 1"),
        row("- name: reg.example/own/web\n  newName: other/web\n  newTag: '1'\n"),
        row("registry: reg.example\nrepository: own/web\ntag: 1.2\n", "3:6 web 1.2"),
        row("registry: reg.example\nimage: own/web\nversion: 1.2\n", "3:10 web 1.2"),
        row("image:\n  repository: reg.example/own/web\n  tag: 1.2\n", "3:8 web 1.2"),
        row("image: reg.example/own/web:1.2@sha256:" + "0".repeat(64) + "\n", "1:28 web 1.2"),
        row("image: reg.example/own/web@sha256:" + "0".repeat(64) + "\n", "1:8 web -"),
        row("- name: reg.example/own/web\n  digest: sha256:" + "0".repeat(64) + "\n", "1:9 web -"),
        row("image: reg.example/own/web:${V:-1.2}\n", "1:33 web 1.2"),
        row("image: reg.example/own/web:${V-1.2}\n", "1:32 web 1.2"),
        row("image: reg.example/own/web:${V}\n", "1:28 web -"),
        row("image: reg.example/own/web:v${V}\n", "1:28 web -"),
        row("image: reg.example/own/web:1.2-$V\n", "1:28 web -"),
        row("- name: reg.example/own/web\n  newTag: ${V:-1.2}\n", "2:16 web 1.2"),
        row("- name: reg.example/own/web\n  newTag: ''\n", "2:12 web -"),
        row("# image: reg.example/own/web:1.2\nimage: x # reg.example/own/web:1.3\n"),
        row(
            "a: reg.example/own/web:1\n---\nb: reg.example/own/web:2\n",
            "1:24 web 1",
            "3:24 web 2"),
        row("label: k8s:docker://reg.example/own/web:v1-abc1234\n", "1:41 web v1-abc1234"),
        row(
            "- op: replace\n  path: /spec/image\n  value: reg.example/own/web:1.2\n",
            "3:30 web 1.2"),
        row("run: |\n  # pull\n  docker pull reg.example/own/web:1.2\n", "3:35 web 1.2"),
        row(
            "a: &a {repository: reg.example/own/web, tag: 1}\nb: {<<: *a, tag: 2}\n",
            "1:46 web 1",
            "2:18 web 2"),
        row("a: &a reg.example/own/web:1\nb: *a\n", "1:27 web 1"),
        row("image: reg.example/own/web-sidecar:1.2\n", "1:36 web-sidecar 1.2"),
        row("image: mirror.example/reg.example/own/web:1.2\n"),
        row("image: notreg.example/own/web:1.2\n"),
        row("image: reg.example/own/web/part:1.2\n", "1:33 web/part 1.2"),
        row("image: reg.example/own/web\n"),
        row("reg.example/own/web:1.2: true\n", "1:21 web 1.2"),
        row(
            "extra: reg.example/own/db:5\nname: reg.example/own/web\ntag: 1.2\n",
            "1:27 db 5",
            "3:6 web 1.2"),
        row("image: reg.example/own/web:latest\n", "1:28 web latest"));
  }

  private static Arguments row(String text, String... found) {
    return Arguments.of(text, List.of(found));
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void aReferenceInYamlIsFound(String text, List<String> found) {
    assertThat(find("reg.example/own/{container}", "a.yaml", text)).isEqualTo(found);
  }

  static List<Arguments> texts() {
    return List.of(
        row("Run `docker run reg.example/own/web:1.2`.\n", "1:37 web 1.2"),
        row("It is reg.example/own/web:1.2.\nNow.\n", "1:27 web 1.2"),
        row("It is reg.example/own/web:1.2... Now.\n", "1:27 web 1.2.."),
        row("It is reg.example/own/web:1.2.", "1:27 web 1.2."),
        row(
            "IMAGE=reg.example/own/web:1.2\n# reg.example/own/web:1.3\n",
            "1:27 web 1.2",
            "2:23 web 1.3"),
        row("[x](https://reg.example/own/web:1.2)\n", "1:33 web 1.2"),
        row("f\"reg.example/own/web:{version}\"\n", "1:23 web -"),
        row("reg.example/own/web:<version>\n", "1:21 web -"),
        row("reg.example/own/web:${{ github.sha }}\n", "1:21 web -"),
        row("reg.example/own/web:{{ .Values.tag }}\n", "1:21 web -"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aReferenceInAnyTextIsFound(String text, List<String> found) {
    assertThat(find("reg.example/own/{container}", "README.md", text)).isEqualTo(found);
  }

  @Test
  void aTemplateThatIsNoYamlIsReadAsText() {
    String template = "{{- if .Values.on }}\nimage: reg.example/own/web:1.2\n{{- end }}\n";

    assertThat(find("reg.example/own/{container}", "templates/a.yaml", template))
        .containsExactly("2:28 web 1.2");
  }

  @Test
  void brokenYamlCostsTheContainersThatItNames() {
    List<Statement> found =
        ImageSearch.of("reg.example/own/{container}")
            .find(SourceText.of("a.yaml", "a: [\nb: reg.example/own/web:1\n"), NO_FILES);

    assertThat(found).hasSize(1);
    assertThat(found.get(0)).isInstanceOf(Statement.Unreadable.class);
    assertThat(found.get(0).names().container()).isEqualTo("web");
  }

  @Test
  void brokenYamlWhoseTagStandsBesideTheNameCostsThatContainerToo() {
    List<Statement> found =
        ImageSearch.of("reg.example/own/{container}")
            .find(
                SourceText.of("a.yaml", "a: [\n- name: reg.example/own/web\n  newTag: v1\n"),
                NO_FILES);

    assertThat(found).hasSize(1);
    assertThat(found.get(0)).isInstanceOf(Statement.Unreadable.class);
    assertThat(found.get(0).names().container()).isEqualTo("web");
  }

  @Test
  void brokenYamlThatNamesNoContainerIsUnreadableAllTheSame() {
    List<Statement> found =
        ImageSearch.of("reg.example/own/{container}")
            .find(SourceText.of("a.yaml", "a: [\nregistry: reg.example\n"), NO_FILES);

    assertThat(found).singleElement().isInstanceOf(Statement.Unreadable.class);
  }

  /** The name of another thing ends with it, or goes on. */
  @Test
  void aMappingWhoseNameIsNotThatOfTheImage() {
    assertThat(
            find(
                "reg.example/own/{container}",
                "a.yaml",
                """
                - {name: xreg.example/own/web, newTag: '1'}
                - {name: [reg.example/own/web], newTag: '2'}
                - {newTag: '3'}
                - {name: reg.example/own/web}
                - {name: reg.example/own/web, newTag: [4]}
                """))
        .isEmpty();
  }

  @Test
  void aMappingHasTheKeyThatComesFirstInKustomizeAndHelm() {
    assertThat(
            find(
                "reg.example/own/{container}",
                "a.yaml",
                """
                - {tag: '1', newTag: '2', name: reg.example/own/web}
                - {version: '1', tag: '2', repository: reg.example/own/web}
                - {tag: ~, name: reg.example/own/web}
                - {tag: 'v${X}', name: reg.example/own/web}
                - {tag: '{{ .Tag }}', name: reg.example/own/web}
                - {tag: '2', registry: '', name: reg.example/own/web}
                - {tag: '2', registry: reg.example/, name: own/web}
                - {tag: '2', registry: other.example, name: reg.example/own/web}
                """))
        .containsExactly(
            "1:23 web 2",
            "2:24 web 2",
            "3:9 web -",
            "4:10 web -",
            "5:10 web -",
            "6:10 web 2",
            "7:10 web 2",
            "8:10 web 2");
  }

  @Test
  void whatIsThereAgainByAnAliasOrAMergeIsFoundOnce() {
    assertThat(
            find(
                "reg.example/own/{container}",
                "a.yaml",
                "a: &a {name: reg.example/own/web, tag: 1}\nb: *a\nc: {<<: *a, port: 80}\n"))
        .containsExactly("1:40 web 1");
  }

  @Test
  void jsonIsReadAsJson() {
    assertThat(
            find(
                "reg.example/own/{container}",
                "a.json",
                "{\t\"registry\": \"reg.example\", \"image\": \"own/web\", \"tag\": \"1\"}"))
        .containsExactly("1:58 web 1");
    assertThat(
            find(
                "reg.example/own/{container}",
                "a.json",
                "{\"a\": \"b\\/c\", \"d\": \"reg.example/own/web:1\"}"))
        .containsExactly("1:41 web 1");
    assertThat(
            ImageSearch.of("reg.example/own/{container}")
                .find(SourceText.of("a.json", "{\"a\": \"reg.example/own/web:1"), NO_FILES))
        .singleElement()
        .isInstanceOf(Statement.Unreadable.class);
  }

  @Test
  void brokenYamlThatNamesSeveralContainersCostsEachOfThemOnce() {
    assertThat(
            ImageSearch.of("reg.example/own/{container}")
                .find(
                    SourceText.of(
                        "a.yaml",
                        "a: [\nreg.example/own/web:1\nreg.example/own/db:1\nreg.example/own/web:2\n"),
                    NO_FILES))
        .extracting(it -> it.names().container())
        .containsExactly("web", "db");
  }

  @ParameterizedTest
  @CsvSource({"reg.example/{container}, true", "reg.example/{service}, true", "own/web, false"})
  void anImageMayNameContainers(String image, boolean named) {
    assertThat(ImageSearch.of(image).hasNames()).isEqualTo(named);
  }

  @Test
  void aFileThatHasNotAllPartsOfTheNameNeedNotBeSearched() {
    ImageSearch search = ImageSearch.of("reg.example/own/{container}/x");

    assertThat(search.mayBeIn("registry: reg.example, repository: own/web/x")).isTrue();
    assertThat(search.mayBeIn("registry: reg.example, repository: web/x")).isFalse();
    assertThat(search.mayBeIn("repository: own/web/x")).isFalse();
    assertThat(search.needle()).isEqualTo("reg.example");
  }

  @Test
  void aPortIsNoTag() {
    assertThat(find("localhost:5000/{container}", "a.yaml", "image: localhost:5000/web:1.2\n"))
        .containsExactly("1:27 web 1.2");
    assertThat(find("localhost:5000/{container}", "a.yaml", "image: localhost:5000/web\n"))
        .isEmpty();
  }

  @Test
  void aNameInTheMiddleOfAnImageIsFound() {
    assertThat(find("reg.example/{container}/app", "a.yaml", "i: reg.example/web/app:1\n"))
        .containsExactly("1:24 web 1");
    assertThat(
            find("reg.example/own-{container}-image", "a.yaml", "i: reg.example/own-web-image:1\n"))
        .containsExactly("1:30 web 1");
  }

  @Test
  void anImageWithoutAPlaceholderIsMatchedAsAWhole() {
    assertThat(find("own/web", "a.yaml", "a: own/web:1\nb: own/web2:2\nc: x/own/web:3\n"))
        .containsExactly("1:12  1");
  }

  @Test
  void aFileThatIsOneLongNameTakesLinearTime() {
    String hostile = "reg.example/" + "own/a".repeat(200_000) + "reg.example/own/".repeat(50_000);

    assertThat(find("reg.example/own/{container}", "a.txt", hostile)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own/web:1.2",
        "own/web@sha256:0",
        "own/{container}/{container}",
        "own/{name}",
        "own/{container",
        "own/a b",
        "own/<a>"
      })
  void whatIsNoNameOfAnImageIsRefused(String image) {
    assertThatThrownBy(() -> ImageSearch.of(image)).isInstanceOf(IllegalArgumentException.class);
  }

  static List<String> find(String image, String file, String text) {
    return shown(ImageSearch.of(image).find(SourceText.of(file, text), NO_FILES));
  }

  static List<String> shown(List<Statement> found) {
    return found.stream().map(ImageSearchTest::shown).toList();
  }

  private static String shown(Statement statement) {
    if (statement instanceof Statement.Tag tag) {
      return at(tag.text().span(tag.start(), tag.end()))
          + tag.names().container()
          + " "
          + tag.value();
    }
    return statement instanceof Statement.NoVersion none
        ? at(none.text().span(none.start(), none.end())) + none.names().container() + " -"
        : "unreadable";
  }

  private static String at(SourceSpan span) {
    return span.line() + ":" + span.column() + " ";
  }
}
