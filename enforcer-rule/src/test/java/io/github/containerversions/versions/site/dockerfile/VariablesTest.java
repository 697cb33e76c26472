package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VariablesTest {
  private static Variable variable(String text) {
    return Variable.of(Expansion.certain(text));
  }

  @Test
  void theyHoldWhatAMapHolds() {
    Property.holds(
        random -> {
          List<String> names =
              Stream.generate(() -> random.textOf("abcdefgh", 1, 2))
                  .limit(random.upTo(60))
                  .toList();
          Variables variables = Variables.NONE;
          Map<String, Variable> expected = new HashMap<>();
          for (int i = 0; i < names.size(); i++) {
            Variable value = variable("value " + i);
            variables = variables.with(names.get(i), value);
            expected.put(names.get(i), value);
          }

          for (String name : names) {
            assertThat(variables.find(name)).isEqualTo(expected.get(name));
          }
          assertThat(variables.find("")).isNull();
        });
  }

  @Test
  void aChangeLeavesTheOldOnesAsTheyWere() {
    Variables before = Variables.NONE.with("A", variable("1"));
    Variables after = before.with("A", variable("2")).with("B", variable("3"));

    assertThat(before.find("A")).isEqualTo(variable("1"));
    assertThat(before.find("B")).isNull();
    assertThat(after.find("A")).isEqualTo(variable("2"));
  }

  /** Orders in which a tree that is not balanced becomes a list, too deep for the stack. */
  static Stream<Arguments> orders() {
    int last = 199_999;
    return Stream.of(
        arguments("upwards", (IntUnaryOperator) i -> i),
        arguments("downwards", (IntUnaryOperator) i -> last - i),
        arguments("from both ends", (IntUnaryOperator) i -> i % 2 == 0 ? i / 2 : last - i / 2),
        arguments(
            "from the middle",
            (IntUnaryOperator) i -> last / 2 + (i % 2 == 0 ? -i / 2 : (i + 1) / 2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void namesInOrderDoNotMakeAList(String name, IntUnaryOperator order) {
    Variables variables = Variables.NONE;
    for (int i = 0; i < 200_000; i++) {
      variables = variables.with("A%06d".formatted(order.applyAsInt(i)), variable("x"));
    }

    assertThat(variables.find("A000000")).isNotNull();
    assertThat(variables.find("A100000")).isNotNull();
    assertThat(variables.find("A199999")).isNotNull();
  }
}
