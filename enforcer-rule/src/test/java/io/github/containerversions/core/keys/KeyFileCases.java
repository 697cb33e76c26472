package io.github.containerversions.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that every kind of file has, each on a table of its own. */
final class KeyFileCases {
  private KeyFileCases() {}

  /** A test with a table {@code values}: a file, a key, a text, and what is found. */
  interface Values {
    @ParameterizedTest
    @MethodSource("values")
    default void aKeyLeadsToItsValueAndItsPlace(
        String file, String key, String text, List<String> found) throws UnparsableException {
      assertThat(find(file, key, text)).isEqualTo(found);
    }
  }

  /** A test with a table {@code broken}: a text, and what is wrong with it. */
  interface Broken {
    KeyFile kind();

    @ParameterizedTest
    @MethodSource("broken")
    default void aFileThatIsNotWellFormedIsRefused(String text, String why) {
      assertThatThrownBy(() -> kind().nodes(SourceText.of("a", text)))
          .isInstanceOf(UnparsableException.class)
          .hasMessage("the file is not well-formed " + kind() + ": " + why);
    }
  }

  static Arguments row(String file, String key, String text, String... found) {
    return Arguments.of(file, key, text, List.of(found));
  }

  static List<String> find(String file, String key, String text) throws UnparsableException {
    SourceText source = SourceText.of(file, text);
    return KeyFile.of(file).orElseThrow().find(KeyPath.of(key), source).stream()
        .map(it -> shown(source, it.value()))
        .toList();
  }

  private static String shown(SourceText source, YamlNode value) {
    SourceSpan span = value.location(source);
    String place = span.line() + ":" + span.column() + " ";
    if (!(value instanceof YamlNode.Scalar scalar)) {
      return place + value.kind();
    }
    return place + (scalar.tag().equals(KeyFile.COMPUTED) ? KeyFile.COMPUTED : scalar.text());
  }
}
