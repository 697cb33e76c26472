package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.core.keys.UnparsableException;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Dockerfile that is a place is read by another reader, which takes a value as it is written or
 * not at all. Each value that it takes is that of BuildKit.
 */
class DockerfileKeysTest {
  private static final Pattern ANSWER =
      Pattern.compile("\\[(\"?)CONTAINER_APP_VERSION\\1=.*?\\]->(.*?) @\\d+-\\d+(?= \\||$)");

  /** The default counts, whatever the variable is; an ENV counts as well; odd white space. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "subst_dash",
          "x_default_set",
          "x_default_empty_no_colon",
          "env_of_version",
          "value_bom",
          "directive_nbsp_after_hash");

  static Stream<BuildKit.Case> cases() {
    return BuildKitTableTest.cases()
        .filter(it -> !it.answer().startsWith("PARSE-ERR") && !OTHERWISE.contains(it.name()));
  }

  private static List<YamlNode.Scalar> values(String dockerfile) throws UnparsableException {
    return KeyFile.DOCKERFILE
        .find(KeyPath.of("CONTAINER_APP_VERSION"), SourceText.of("Dockerfile", dockerfile))
        .stream()
        .map(it -> (YamlNode.Scalar) it.value())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aValueIsThatOfBuildKitOrComputed(BuildKit.Case row) throws UnparsableException {
    List<String> answers = ANSWER.matcher(row.answer()).results().map(it -> it.group(2)).toList();

    assertThat(values(row.dockerfile()))
        .hasSameSizeAs(answers)
        .zipSatisfy(
            answers,
            (value, answer) -> {
              if (!value.tag().equals(KeyFile.COMPUTED)) {
                assertThat(BuildKit.escaped(value.text())).isEqualTo(answer);
              }
            });
  }
}
