package io.github.containerversions.versions.site.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

  private static String dockerfiles(Property random) {
    return random.flag()
        ? random.pieces(40, TOKENS)
        : random.damaged(
            random.of(RECORDED).replace("CONTAINER_APP_VERSION", "V"), random.of(TOKENS));
  }

  @Test
  void arbitraryTextIsReadOrIsAProblem() {
    Property.holds(
        random -> {
          String text = random.text();
          holdsTogether(text);
        });
  }

  @Test
  void anythingLikeADockerfileIsReadOrIsAProblem() {
    Property.holds(
        random -> {
          String text = dockerfiles(random);
          holdsTogether(text);
        });
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
      assertThat(problem.message()).isNotBlank();
      assertThat(problem.help()).isNotBlank();
    }
  }

  @Test
  void lineEndingsChangeNothing() {
    Property.holds(
        random -> {
          String text = dockerfiles(random);
          String lf = text.replace("\r", "");

          assertThat(told(read(lf.replace("\n", "\r\n")))).isEqualTo(told(read(lf)));
        });
  }

  private static List<String> simpleLines(Property random) {
    return Stream.generate(() -> simpleLine(random)).limit(1 + random.upTo(7)).toList();
  }

  private static String simpleLine(Property random) {
    String value = random.of("1", "\"2\"", "'3'", "$U", "${U:-4}", "${U#1}", "1\"2\"", "", "v");
    return random.of(
        "ARG V=" + value,
        "ARG U=" + value + " V",
        "ENV U=" + value,
        random.of("FROM a", "FROM a AS b", "FROM b", "ARG U", "ARG V", "# V=1", ""));
  }

  @Test
  void indentationChangesNothing() {
    Property.holds(
        random -> {
          List<String> lines = simpleLines(random);
          String blanks = blanks(random);
          String plain = String.join("\n", lines);
          String indented = blanks + String.join("\n" + blanks, lines);

          assertThat(versions(read(indented))).isEqualTo(versions(read(plain)));
          assertThat(kinds(read(indented))).isEqualTo(kinds(read(plain)));
        });
  }

  @Test
  void blanksAtTheEndChangeNothing() {
    Property.holds(
        random -> {
          List<String> lines = simpleLines(random);
          String blanks = blanks(random);
          String plain = String.join("\n", lines);

          assertThat(told(read(String.join(blanks + "\n", lines) + blanks)))
              .isEqualTo(told(read(plain)));
        });
  }

  @Test
  void whereAnInstructionIsBrokenChangesNoValue() {
    Property.holds(
        random -> {
          List<String> lines = simpleLines(random);
          int seed = random.upTo(500);
          StringBuilder broken = new StringBuilder();
          for (String line : lines) {
            int at = line.length() > 1 ? 1 + seed % (line.length() - 1) : 0;
            // A number sign at the start of the next line would make it a comment.
            boolean breakable = at > 0 && !line.startsWith("#") && line.charAt(at) != '#';
            broken
                .append(line, 0, at)
                .append(breakable ? "\\\n# c\n" : "")
                .append(line.substring(at));
            broken.append('\n');
          }
          String plain = String.join("\n", lines);

          assertThat(versions(read(broken.toString()))).isEqualTo(versions(read(plain)));
          assertThat(kinds(read(broken.toString()))).isEqualTo(kinds(read(plain)));
        });
  }

  private static String blanks(Property random) {
    return random.textOf(" \t\u00A0\u3000", 1, 3);
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
