package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference for users says what the rules take, what they do without it, and what they say. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  /** Values that are wrong for one parameter or another. */
  private static final List<String> WRONG =
      List.of("no such value", "..", "tool {package}", "tool | tail");

  /** Their default is told in words. */
  private static final Set<String> LISTED_OR_FOUND =
      Set.of("repositoryRoot", "workflowDirectories");

  @TempDir private Path root;

  @BeforeEach
  void aRepositoryInOrder() throws IOException {
    write("containers/ntfy/Dockerfile", "ARG CONTAINER_APP_VERSION=2.17.0\n");
    write("service-versions.yaml", "services:\n- {name: ntfy, current-version: 2.17.0}\n");
    write(".github/workflows/build.yml", "on: push\njobs: {}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"containerVersionSync", "registryPushAuth"})
  void everyParameterHasItsSectionAndEverySectionItsParameter(String element) throws IOException {
    assertThat(page(element).keySet())
        .containsExactlyInAnyOrderElementsOf(ConfiguredRule.parameters(element));
  }

  @ParameterizedTest
  @CsvSource({"containerVersionSync, containerVersions", "registryPushAuth, registryPushAuth"})
  void thePropertiesAreThoseThatTheRuleKnows(String element, String prefix) throws IOException {
    String listed = rule(element, "", List.of(prefix + ".unknown")).says();
    Set<String> known =
        new TreeSet<>(Arrays.asList(listed.substring(listed.indexOf("are: ") + 5).split(", ")));

    assertThat(listed).contains("there is no parameter -D" + prefix + ".unknown");
    page(element)
        .forEach(
            (name, parameter) -> {
              List<String> shown =
                  parameter.all("Property").stream().flatMap(List::stream).toList();
              assertThat(!shown.isEmpty()).as(name).isEqualTo(known.remove(name));
              assertThat(shown).allMatch(it -> it.startsWith("-D" + prefix + "."));
            });
    assertThat(known).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"containerVersionSync", "registryPushAuth"})
  void theDefaultWrittenOutChangesNothing(String element) throws IOException, CannotCheckException {
    List<String> byDefault = rule(element, "", List.of()).effect();

    for (Map.Entry<String, ParameterPage.Parameter> each : page(element).entrySet()) {
      List<List<String>> defaults = each.getValue().all("Default");
      assertThat(defaults).as(each.getKey()).hasSize(1);
      boolean isValue = !defaults.get(0).isEmpty() && !LISTED_OR_FOUND.contains(each.getKey());
      if (isValue) {
        String xml = "<%1$s>%2$s</%1$s>".formatted(each.getKey(), defaults.get(0).get(0));
        assertThat(rule(element, xml, List.of()).effect()).as(xml).isEqualTo(byDefault);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"containerVersionSync", "registryPushAuth"})
  void anExampleIsTakenAndChangesSomethingAndItsPropertyDoesTheSame(String element)
      throws IOException, CannotCheckException {
    Files.createDirectory(root.resolve(".git"));
    Path module = Files.createDirectory(root.resolve("module"));
    for (Map.Entry<String, ParameterPage.Parameter> each : page(element).entrySet()) {
      ParameterPage.Parameter parameter = each.getValue();
      assertThat(parameter.examples()).as(each.getKey()).isNotEmpty();
      List<String> byDefault = ConfiguredRule.of(element, module, "", List.of()).effect();
      for (String example : parameter.examples()) {
        String xml = example.replace("${project.basedir}", module.toString());
        List<String> effect = ConfiguredRule.of(element, module, xml, List.of()).effect();
        assertThat(effect).as(xml).isNotEqualTo(byDefault);
        for (List<String> properties : parameter.all("Property")) {
          List<String> arguments = properties.stream().map(it -> it.substring(2)).toList();
          assertThat(ConfiguredRule.of(element, module, "", arguments).effect())
              .as(properties.toString())
              .isEqualTo(effect);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "containerVersionSync, Container versions cannot be checked",
    "registryPushAuth, Registry pushes cannot be checked"
  })
  void whatIsRefusedIsRefusedInTheseWords(String element, String start) throws IOException {
    assertThat(Files.readString(PAGE)).contains("`" + start + ": `");
    for (ParameterPage.Parameter parameter : page(element).values()) {
      for (List<String> refused : parameter.all("Refused")) {
        assertThat(rule(element, refused.get(0), List.of()).says().replaceAll("\\s*\n\\s*", " "))
            .as(refused.get(0))
            .matches(exceptForEllipsis(start + ": " + refused.get(1)));
      }
    }
  }

  /** A long list ends with an ellipsis on the page. */
  private static String exceptForEllipsis(String shown) {
    return shown.endsWith(", …")
        ? Pattern.quote(shown.substring(0, shown.length() - 1)) + ".+"
        : Pattern.quote(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"containerVersionSync", "registryPushAuth"})
  void aParameterThatRefusesSomethingHasAnExampleOfIt(String element) throws IOException {
    assertThat(rule(element, "", List.of()).says()).isEmpty();
    page(element)
        .forEach(
            (name, parameter) -> {
              if (!parameter.all("Property").isEmpty()) {
                String property = parameter.all("Property").get(0).get(0);
                String prefix = property.substring(2, property.indexOf('.') + 1);
                boolean refuses =
                    WRONG.stream()
                        .map(it -> rule(element, "", List.of(prefix + name + "=" + it)))
                        .anyMatch(it -> it.says().contains(" cannot be checked: "));
                assertThat(parameter.all("Refused").isEmpty()).as(name).isEqualTo(!refuses);
              }
            });
  }

  private ConfiguredRule rule(String element, String xml, List<String> properties) {
    return ConfiguredRule.of(element, root, xml, properties);
  }

  private static Map<String, ParameterPage.Parameter> page(String element) throws IOException {
    return ParameterPage.read(PAGE).rules().getOrDefault(element, Map.of());
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
