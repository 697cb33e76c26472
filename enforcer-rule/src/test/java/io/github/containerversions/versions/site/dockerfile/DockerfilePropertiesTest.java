package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DockerfilePropertiesTest {
  private static final List<String> RECORDED =
      Stream.of("dockerfile-cases.tsv", "dockerfile-more-cases.tsv")
          .flatMap(table -> BuildKit.cases(table).stream())
          .map(BuildKit.Case::dockerfile)
          .toList();

  private static final List<String> TOKENS =
      List.of(
          "ARG ",
          "ENV ",
          "FROM ",
          "RUN ",
          "COPY ",
          "ONBUILD ",
          "V=",
          "V",
          "U=",
          "$U",
          "${U",
          "${U:-",
          "${U#",
          "${U%",
          "${U/",
          "${U//",
          "}",
          "/",
          "#",
          "*",
          "?",
          "'",
          "\"",
          "\\",
          "`",
          "\\\n",
          "\n",
          "\r\n",
          " ",
          "\t",
          "\u00A0",
          "# escape=`\n",
          "<<",
          "<<-E",
          "E\n",
          "1.2",
          "é",
          "\uD83D\uDE00",
          "\uFEFF",
          " AS a",
          "a",
          "[\"",
          "\"]",
          "--",
          "=");

  private static Reading read(String dockerfile) {
    return new DockerfileReader("V").read(SourceText.of("Dockerfile", dockerfile));
  }

  @Provide
  Arbitrary<String> dockerfiles() {
    Arbitrary<String> tokens =
        Arbitraries.of(TOKENS).list().ofMaxSize(40).map(t -> String.join("", t));
    return Arbitraries.oneOf(tokens, mutated());
  }

  /** A recorded file with a stretch replaced. */
  private static Arbitrary<String> mutated() {
    Arbitrary<String> files =
        Arbitraries.of(RECORDED).map(file -> file.replace("CONTAINER_APP_VERSION", "V"));
    return files.flatMap(
        file ->
            Arbitraries.integers()
                .between(0, file.length())
                .flatMap(
                    at ->
                        Arbitraries.integers()
                            .between(at, Math.min(file.length(), at + 3))
                            .flatMap(
                                end ->
                                    Arbitraries.of(TOKENS)
                                        .map(
                                            token ->
                                                file.substring(0, at)
                                                    + token
                                                    + file.substring(end)))));
  }

  @Property
  void arbitraryTextIsReadOrIsAProblem(@ForAll String text) {
    holdsTogether(text);
  }

  @Property
  void anythingLikeADockerfileIsReadOrIsAProblem(@ForAll("dockerfiles") String text) {
    holdsTogether(text);
  }

  private static void holdsTogether(String text) {
    Reading reading = read(text);

    assertThat(reading.version().isPresent()).isEqualTo(reading.problems().isEmpty());
    for (Declaration declaration : reading.declarations()) {
      String literal = Slices.of(text, declaration.location());
      String written = declaration.written();
      assertThat(literal).isNotEmpty();
      assertThat(written).isIn(literal, "\"" + literal + "\"", "'" + literal + "'");
      assertThat(declaration.version()).isNotBlank();
    }
    for (Problem problem : reading.problems()) {
      if (problem.location() instanceof SourceSpan) {
        assertThat(Slices.of(text, problem.location())).isNotNull();
      }
      assertThat(problem.message()).isNotBlank().doesNotEndWith(".");
      assertThat(problem.help()).isNotBlank();
    }
  }

  @Property
  void lineEndingsChangeNothing(@ForAll("dockerfiles") String text) {
    String lf = text.replace("\r", "");

    assertThat(told(read(lf.replace("\n", "\r\n")))).isEqualTo(told(read(lf)));
  }

  @Provide
  Arbitrary<List<String>> simpleLines() {
    Arbitrary<String> values =
        Arbitraries.of("1", "\"2\"", "'3'", "$U", "${U:-4}", "${U#1}", "1\"2\"", "", "v");
    return Arbitraries.oneOf(
            values.map(value -> "ARG V=" + value),
            values.map(value -> "ARG U=" + value + " V"),
            values.map(value -> "ENV U=" + value),
            Arbitraries.of("FROM a", "FROM a AS b", "FROM b", "ARG U", "ARG V", "# V=1", ""))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property
  void indentationChangesNothing(
      @ForAll("simpleLines") List<String> lines, @ForAll("blanks") String blanks) {
    String plain = String.join("\n", lines);
    String indented = blanks + String.join("\n" + blanks, lines);

    assertThat(versions(read(indented))).isEqualTo(versions(read(plain)));
    assertThat(kinds(read(indented))).isEqualTo(kinds(read(plain)));
  }

  @Property
  void blanksAtTheEndChangeNothing(
      @ForAll("simpleLines") List<String> lines, @ForAll("blanks") String blanks) {
    String plain = String.join("\n", lines);

    assertThat(told(read(String.join(blanks + "\n", lines) + blanks))).isEqualTo(told(read(plain)));
  }

  @Property
  void whereAnInstructionIsBrokenChangesNoValue(
      @ForAll("simpleLines") List<String> lines, @ForAll @IntRange(max = 500) int seed) {
    StringBuilder broken = new StringBuilder();
    for (String line : lines) {
      int at = line.length() > 1 ? 1 + seed % (line.length() - 1) : 0;
      // A number sign at the start of the next line would make it a comment.
      boolean breakable = at > 0 && !line.startsWith("#") && line.charAt(at) != '#';
      broken.append(line, 0, at).append(breakable ? "\\\n# c\n" : "").append(line.substring(at));
      broken.append('\n');
    }
    String plain = String.join("\n", lines);

    assertThat(versions(read(broken.toString()))).isEqualTo(versions(read(plain)));
    assertThat(kinds(read(broken.toString()))).isEqualTo(kinds(read(plain)));
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.strings().withChars(" \t\u00A0\u3000").ofMinLength(1).ofMaxLength(3);
  }

  private static List<String> told(Reading reading) {
    return Stream.concat(
            reading.declarations().stream().map(d -> d.version() + " " + d.location()),
            reading.problems().stream().map(p -> p.kind() + " " + p.message() + p.location()))
        .toList();
  }

  private static List<String> versions(Reading reading) {
    return reading.declarations().stream().map(Declaration::version).toList();
  }

  private static List<Problem.Kind> kinds(Reading reading) {
    return reading.problems().stream().map(Problem::kind).toList();
  }
}
