package io.github.containerversions.source.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static Variable variable(String text) {
    return Variable.of(Expansion.certain(text));
  }

  @Property
  void theyHoldWhatAMapHolds(
      @ForAll @Size(max = 60) List<@AlphaChars @StringLength(min = 1, max = 2) String> names) {
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
  }

  @Test
  void aChangeLeavesTheOldOnesAsTheyWere() {
    Variables before = Variables.NONE.with("A", variable("1"));
    Variables after = before.with("A", variable("2")).with("B", variable("3"));

    assertThat(before.find("A")).isEqualTo(variable("1"));
    assertThat(before.find("B")).isNull();
    assertThat(after.find("A")).isEqualTo(variable("2"));
  }

  @Test
  void namesInOrderDoNotMakeAList() {
    Variables variables = Variables.NONE;
    for (int i = 0; i < 200_000; i++) {
      variables = variables.with("A%06d".formatted(i), variable("x"));
    }

    assertThat(variables.find("A000000")).isNotNull();
    assertThat(variables.find("A199999")).isNotNull();
  }
}
