package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.ProcessorTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What refers to itself, or is used without end, is told and ends. What was read is bounded by the
 * numbers that the notes tell; the bound on time is one of the processor's, which other work on the
 * machine does not lengthen much. Measured in a virtual machine that just began, while ten others
 * wanted two cores: 2 to 15 ms for what goes round, 0.2 s for variables without end, 0.9 s for 300
 * uses of a large action, 1.7 s for 200 runs of a long script.
 */
class PushLimitsTest {
  private static final Duration BOUND = Duration.ofSeconds(5);

  /** Steps with {@code %s} for a long name, wherever one may stand; an empty line ends each. */
  private static final String LONG =
      """
      - run: docker push ${{ '%s' || 'b' }}/a:$GITHUB_SHA

      - run: docker push ${{ format('%s', 'b') }}/a:$GITHUB_SHA

      - run: |
          docker push %s/a:$GITHUB_SHA

      - run: |
          docker buildx build --output type=image,name=h.io/%s,push=true .

      - run: |
          docker buildx build --output type=image,push=true,name=h.io/%s .

      - run: |
          dagger call publish --address=%s

      - uses: docker/build-push-action@v6
        with:
          outputs: |
            type=image,push=true,name=%s

      - uses: docker/bake-action@v6
        with:
          push: true
          set: |
            *.tags=h.io/%s

      - run: |
          docker login -u a -p $PASSWORD %s
          docker push h.io/a:$GITHUB_SHA

      - run: |
          echo x=%s >> $GITHUB_ENV
      - run: docker push $x/a:$GITHUB_SHA
      """;

  private static CheckedWorkflow checked(Map<String, String> texts) {
    return ProcessorTime.within(BOUND, () -> CheckedWorkflow.of(new TreeMap<>(texts)));
  }

  private static String job(String steps) {
    return "on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6);
  }

  @Test
  void actionsThatUseEachOther() {
    String action = "runs:\n  using: composite\n  steps:\n    - uses: ./%s\n";

    CheckedWorkflow checked =
        checked(
            Map.of(
                CheckedWorkflow.FILE,
                job("- uses: ./x\n- run: docker push h.io/a:$GITHUB_SHA"),
                "x/action.yml",
                action.formatted("y"),
                "y/action.yml",
                action.formatted("x")));

    assertThat(checked.notes())
        .contains("this action of the repository uses itself: not followed again");
    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA unknown");
  }

  @Test
  void targetsOfMakeThatNeedOrCallEachOther() {
    CheckedWorkflow checked =
        checked(
            Map.of(
                CheckedWorkflow.FILE,
                job("- run: make a\n- run: docker push h.io/a:$GITHUB_SHA"),
                "Makefile",
                "a: b\n\t$(MAKE) c\nb: a\n\techo b\nc:\n\tmake a\n"));

    assertThat(checked.notes()).contains("this runs itself: not followed again");
    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA unknown");
  }

  @Test
  void scriptsThatRunEachOther() {
    CheckedWorkflow checked =
        checked(
            Map.of(
                CheckedWorkflow.FILE,
                job("- run: ./a.sh"),
                "a.sh",
                "./b.sh\ndocker push h.io/a:$GITHUB_SHA\n",
                "b.sh",
                "./a.sh\n"));

    assertThat(checked.notes()).contains("this runs itself: not followed again");
    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA unknown");
  }

  @Test
  void aMatrixOfManyLongValues() {
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      values
          .append("          - ")
          .append((char) ('a' + i))
          .append("x".repeat(40_000))
          .append('\n');
    }

    CheckedWorkflow checked =
        checked(
            Map.of(
                CheckedWorkflow.FILE,
                "on: push\njobs:\n  a:\n    strategy:\n      matrix:\n        v:\n"
                    + values
                    + "    steps:\n    - run: echo ${{ matrix.v }}\n"
                    + "    - run: docker push h.io/a:$GITHUB_SHA\n"));

    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a/",
        "a:",
        "@",
        ",",
        "''",
        "{0}",
        "${{ a }}",
        "${{ 'a' }}",
        "$(a)",
        "${a:-b}"
      })
  void aLongNameOfManyPieces(String piece) {
    String name = piece.repeat(30_000);
    for (String steps : LONG.split("\n\n", -1)) {
      CheckedWorkflow checked =
          checked(Map.of(CheckedWorkflow.FILE, job(steps.replace("%s", name))));

      assertThat(checked.result().pushes().size() + checked.notes().size()).as(steps).isPositive();
    }
  }

  @Test
  void threeHundredUsesOfALargeAction() {
    String script = "echo \"a line of a long script that pushes nothing at all\"\n".repeat(1_000);

    CheckedWorkflow checked =
        checked(
            Map.of(
                CheckedWorkflow.FILE,
                job("- uses: ./x\n".repeat(300) + "- run: docker push h.io/a:$GITHUB_SHA\n"),
                "x/action.yml",
                "runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: |\n"
                    + script.indent(8)));

    assertThat(checked.notes())
        .contains(
            "the actions that this workflow uses have more than 8388608 characters in all: not"
                + " followed from here on");
    assertThat(checked.pushes()).containsExactly("docker push h.io/a:$GITHUB_SHA unknown");
  }

  /** Each variable is twice the one before it. */
  @Test
  void variablesThatGrowWithoutEnd() {
    StringBuilder env = new StringBuilder("- env:\n    V0: x\n");
    for (int at = 1; at < 60; at++) {
      String before = "${{ env.V" + (at - 1) + " }}";
      env.append("    V" + at + ": \"" + before + before + "\"\n");
    }
    env.append("    LOOP: \"${{ env.ROUND }}\"\n    ROUND: \"${{ env.LOOP }}\"\n");
    env.append("  run: |\n    docker push h.io/$V59:1\n    docker push $LOOP/a:1\n");

    CheckedWorkflow checked = checked(Map.of(CheckedWorkflow.FILE, job(env.toString())));

    assertThat(checked.result().pushes()).hasSize(2);
    assertThat(checked.notes())
        .contains(
            "whether this push has credentials depends on the registry of the image, which cannot"
                + " be known here");
  }

  @Test
  void aScriptThatIsRunOftenIsToldOnce() {
    Map<String, String> texts = new HashMap<>();
    texts.put(CheckedWorkflow.FILE, job("- run: |\n" + "    ./long.sh\n".repeat(200)));
    texts.put("long.sh", "echo line\n".repeat(1_000));

    assertThat(checked(texts).notes())
        .containsOnlyOnce(
            "the scripts have more than 100000 commands in all: not followed from here on");
  }

  /** What stands deep in itself, or one thing after another without end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          f() {|                                  ~ docker push h.io/a:1|
          if x; then|                             ~ docker push h.io/a:1|
          if x; then V=$V-%d; fi|                 ~ docker push $V/a:1|
          V="$V h%d.io"|                          ~ docker push $V/a:1|
          f%d() { f; }|                           ~ docker push h.io/a:1|
          set -- "$@" "$@"|                       ~ docker push "$1"|
          A+=(-t h.io/a:%d)|                      ~ docker build --push "${A[@]}" .|
          docker login h%d.io; docker logout $X%d|  ~ docker push h1.io/a:1|
          docker login h%d.io; docker logout i%d.io| ~ docker push h1.io/a:1|
          docker login h%d.io; docker push h%d.io/a| ~ docker push h1.io/a:1|
          """)
  void aScriptThatIsDeepOrGrows(String repeated, String last) {
    StringBuilder script = new StringBuilder();
    for (int at = 0; at < 10_000; at++) {
      script.append(repeated.replace("%d", Integer.toString(at)));
    }
    script.append(last);

    CheckedWorkflow checked =
        checked(
            Map.of(
                CheckedWorkflow.FILE,
                job("- run: |\n" + script.toString().replace('|', '\n').indent(4))));

    assertThat(checked.pushes().size() + checked.notes().size()).isPositive();
  }

  @Test
  void targetsOfMakeThatNeedEachOtherWithoutEnd() {
    StringBuilder makefile = new StringBuilder();
    for (int at = 0; at < 10_000; at++) {
      makefile.append("t%d: t%d\n\tdocker push h.io/a:%d\n".formatted(at, at + 1, at));
    }

    CheckedWorkflow checked =
        checked(
            Map.of(CheckedWorkflow.FILE, job("- run: make t0"), "Makefile", makefile.toString()));

    assertThat(checked.notes())
        .containsExactly(
            "the file has no recipe by this name, or one that needs too many others, and may"
                + " push: not followed");
  }
}
