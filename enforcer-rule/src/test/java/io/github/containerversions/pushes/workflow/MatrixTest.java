package io.github.containerversions.pushes.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The combinations of a matrix (GitHub Docs, "Running variations of jobs in a workflow"). */
class MatrixTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          {r: [a, b]}                                             ~ a, b
          {r: [a, b], v: [1, 2]}                                  ~ a1, a2, b1, b2
          {r: [a, b], v: [1, 2], exclude: [{r: a, v: 2}]}         ~ a1, b1, b2
          {r: [a, b], v: [1], exclude: [{r: a}]}                  ~ b1
          {include: [{r: a, v: 1}, {r: b, v: 2}]}                 ~ a1, b2
          {r: [a, b], include: [{v: 1}]}                          ~ a1, b1
          {r: [a, b], include: [{r: a, v: 1}]}                    ~ a1, b
          {r: [a], include: [{r: c, v: 3}]}                       ~ a, c3
          {r: [a, "${{ vars.R }}"]}                               ~ a, ?
          {r: "${{ fromJSON(vars.R) }}", v: [1, 2]}               ~ ?1, ?2
          {r: [a, b], include: "${{ fromJSON(vars.R) }}"}         ~ ?
          {r: [a, b], exclude: "${{ fromJSON(vars.R) }}"}         ~ ?
          {r: "${{ fromJSON(vars.R) }}", include: [{r: a}]}       ~ ?
          "${{ fromJSON(vars.R) }}"                               ~ ?
          {r: [a, b], unused: [1, 2, 3]}                          ~ a, b
          {r: []}                                                 ~ ?
          """)
  void combinations(String matrix, String expected) {
    String text =
        """
        on: push
        jobs:
          a:
            strategy:
              matrix: MATRIX
            steps:
              - run: docker push ${{ matrix.r }}
                env: {V: "${{ matrix.v }}"}
        """
            .replace("MATRIX", matrix.startsWith("$") ? "'" + matrix + "'" : matrix);
    List<Job> jobs =
        new WorkflowReader(MemoryFiles.of(Map.of("w.yml", text)), Set.of("w.yml"))
            .read("w.yml")
            .jobs();

    assertThat(jobs.stream().map(MatrixTest::shown).toList())
        .containsExactly(expected.split(", ", -1));
  }

  private static String shown(Job job) {
    Map<String, ShellWord> given = job.steps().get(0).inputs();
    ShellWord r = given.get("matrix.r");
    ShellWord v = given.get("matrix.v");
    return (r == null ? "?" : r.text().orElseThrow()) + (v == null ? "" : v.text().orElseThrow());
  }
}
