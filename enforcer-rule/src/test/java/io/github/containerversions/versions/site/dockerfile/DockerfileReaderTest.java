package io.github.containerversions.versions.site.dockerfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.Slices;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileReaderTest {
  private static final String FILE = "containers/a/Dockerfile";

  static Reading read(String dockerfile) {
    return new DockerfileReader("CONTAINER_APP_VERSION").read(SourceText.of(FILE, dockerfile));
  }

  /** {@code V} stands for the name, so that rows stay short. */
  static Reading readV(String dockerfile) {
    return new DockerfileReader("V").read(SourceText.of(FILE, dockerfile));
  }

  // What is read of the files that BuildKit was asked about.

  static Stream<Arguments> readings() throws IOException {
    Map<String, String> dockerfiles =
        BuildKit.cases("dockerfile-cases.tsv").stream()
            .collect(Collectors.toMap(BuildKit.Case::name, BuildKit.Case::dockerfile));
    try (InputStream table =
        DockerfileReaderTest.class.getResourceAsStream("/dockerfile-readings.tsv")) {
      List<Arguments> rows =
          new String(table.readAllBytes(), UTF_8)
              .lines()
              .skip(1)
              .map(row -> row.split("\t"))
              .map(row -> arguments(row[0], row[1], dockerfiles.get(row[0])))
              .toList();
      assertThat(rows).hasSameSizeAs(dockerfiles.keySet());
      return rows.stream();
    }
  }

  @Tag("row-by-row")
  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void readsWhatAFileDeclares(String name, String expected, String dockerfile) {
    Reading reading = read(dockerfile);

    assertThat(
            Stream.concat(
                    reading.declarations().stream().map(d -> d.version() + at(d.location())),
                    reading.problems().stream().map(p -> p.kind() + at(p.location())))
                .collect(Collectors.joining(" | ")))
        .isEqualTo(expected);
  }

  private static String at(Location location) {
    return location instanceof SourceSpan span
        ? " @%d:%d-%d:%d".formatted(span.line(), span.column(), span.endLine(), span.endColumn())
        : " @file";
  }

  // The text of a declaration, and where it stands.

  static Stream<Arguments> declarations() {
    return Stream.of(
        arguments("a plain literal", "ARG V=1.2\n", "1.2", "1.2", "1.2"),
        arguments("one quoted literal", "ARG V=\"1.2\"\n", "1.2", "\"1.2\"", "1.2"),
        arguments("a single-quoted dollar sign", "ARG V='$U'\n", "$U", "'$U'", "$U"),
        arguments("an escape in quotes", "ARG V=\"1\\\"2\"\n", "1\"2", "\"1\\\"2\"", "1\\\"2"),
        arguments("an escaped end quote", "ARG V=\"1\\\\\"\n", "1\\", "\"1\\\\\"", "1\\\\"),
        arguments("two quoted pieces", "ARG V=\"1\"\"2\"\n", "12", "\"1\"\"2\"", "\"1\"\"2\""),
        arguments("mixed quotes", "ARG V=1.\"2\"'3'\n", "1.23", "1.\"2\"'3'", "1.\"2\"'3'"),
        arguments(
            "an expression", "ARG U=1\nARG V=${U:-2}-r1\n", "1-r1", "${U:-2}-r1", "${U:-2}-r1"),
        arguments("a quoted expression", "ARG U=1\nARG V=\"$U\"\n", "1", "\"$U\"", "\"$U\""),
        arguments("a value over two lines", "ARG V=1.\\\n2\n", "1.2", "1.\\\n2", "1.\\\n2"),
        arguments("quotes over two lines", "ARG V=\"1.\\\n2\"\n", "1.2", "\"1.\\\n2\"", "1.\\\n2"),
        arguments(
            "a line that ends behind a quote",
            "ARG V=\"\\\n1.2\\\n\"\n",
            "1.2",
            "\"\\\n1.2\\\n\"",
            "\\\n1.2\\\n"),
        arguments("a value on the next line", "ARG V=\\\n1.2\n", "1.2", "1.2", "1.2"),
        arguments("the line ends behind it", "ARG V=1.2\\\n W=3\n", "1.2", "1.2", "1.2"),
        arguments(
            "an astral character",
            "ARG V=\"1\uD83D\uDE00\" W=2\n",
            "1\uD83D\uDE00",
            "\"1\uD83D\uDE00\"",
            "1\uD83D\uDE00"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  void aDeclarationShowsItsLiteral(
      String name, String dockerfile, String version, String written, String literal) {
    Reading reading = readV(dockerfile);

    assertThat(reading.problems()).isEmpty();
    Declaration declaration = reading.version().orElseThrow();
    assertThat(declaration.version()).isEqualTo(version);
    assertThat(declaration.written()).isEqualTo(written);
    assertThat(Slices.of(dockerfile, declaration.location())).isEqualTo(literal);
  }

  @Test
  void everyDefaultIsADeclarationInTheOrderOfTheFile() {
    Reading reading = readV("ARG V=1\nFROM a\nARG V\nFROM b\nARG V=1\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.declarations()).extracting(Declaration::version).containsExactly("1", "1");
    assertThat(reading.declarations())
        .extracting(Declaration::location)
        .containsExactly(new SourceSpan(FILE, 1, 7, 1, 8), new SourceSpan(FILE, 5, 7, 5, 8));
    assertThat(reading.followed()).isEmpty();
    assertThat(reading.neededPackage()).isEmpty();
  }

  // Problems, and what to do about them.

  static Stream<Arguments> problems() {
    return Stream.of(
        arguments(
            "nothing", "FROM a\n", Kind.ABSENT, "ARG V is not declared", "add ARG V=<version>"),
        arguments(
            "declared by ONBUILD",
            "FROM a\nONBUILD ARG V=1\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 2 has it behind ONBUILD, for images built on this one only"),
        arguments(
            "set by ENV",
            "FROM a\nENV A=1 V=1\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 2 sets it by ENV, which declares nothing"),
        arguments(
            "set by ENV with a space",
            "FROM a\nENV V 1\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 2 sets it by ENV, which declares nothing"),
        arguments(
            "in the other case",
            "ARG v=1\nFROM a\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 1 declares v, and upper and lower case differ"),
        arguments(
            "quotes in the name",
            "ARG \"V=1\"\nFROM a\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 1 has quotes in the name; they belong around the value"),
        arguments(
            "in a comment",
            "FROM a\n  # ARG V=1\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 2 has it in a comment only"),
        arguments(
            "in the rest of a RUN",
            "FROM a\nRUN x \\\nARG V=1\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>; line 3 has it, but not as an ARG instruction"),
        arguments(
            "only as part of another name",
            "ARG XV=1\nFROM a\n",
            Kind.ABSENT,
            "ARG V is not declared",
            "add ARG V=<version>"),
        arguments(
            "without a default",
            "FROM a\nARG V\n",
            Kind.ABSENT,
            "ARG V is declared without a default",
            "write ARG V=<version>"),
        arguments(
            "without a default, and set by ENV",
            "FROM a\nARG V\nENV V=1\n",
            Kind.ABSENT,
            "ARG V is declared without a default",
            "write ARG V=<version>; line 3 sets it by ENV, which declares nothing"),
        arguments(
            "a space for the equals sign",
            "ARG V 1\nFROM a\n",
            Kind.ABSENT,
            "ARG V is declared without a default",
            "write ARG V=<version>, without spaces around the equals sign"),
        arguments(
            "empty",
            "ARG V=\nFROM a\n",
            Kind.EMPTY,
            "ARG V has an empty default",
            "write ARG V=<version>, without spaces around the equals sign"),
        arguments(
            "blank",
            "ARG V=' '\nFROM a\n",
            Kind.EMPTY,
            "ARG V has an empty default",
            "write ARG V=<version>"),
        arguments(
            "an expression that is empty",
            "ARG U=\nARG V=${U-1}\nFROM a\n",
            Kind.EMPTY,
            "ARG V=${U-1} comes out empty",
            "write ARG V=<version>"),
        arguments(
            "two defaults",
            "ARG V=1\nFROM a\nARG V=2\nARG V=1\n",
            Kind.CONFLICT,
            "ARG V has different defaults: 1, 2",
            "keep one, before the first FROM, and write ARG V alone in the stages"),
        arguments(
            "many defaults",
            "ARG V=1 V=2 V=3 V=4 V=5 V=6 V=7\n",
            Kind.CONFLICT,
            "ARG V has different defaults: 1, 2, 3, 4, 5 and 2 more",
            "keep one, before the first FROM, and write ARG V alone in the stages"),
        arguments(
            "an undeclared variable",
            "ARG V=v$U\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=v$U needs $U, which nothing before it declares",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a variable of the scope before",
            "ARG U=1\nFROM a\nARG V=$U\n",
            Kind.UNKNOWN,
            "ARG V=$U needs $U, which is declared before the first FROM, but not in this stage",
            "add ARG U to the stage, before this line"),
        arguments(
            "itself, of the scope before",
            "ARG X=1\nARG V=${Y:-}$X\nFROM a\nARG V=$V\n",
            Kind.UNKNOWN,
            "ARG V=$V needs $V, which is declared before the first FROM, but not in this stage",
            "write ARG V alone to take the default from before the first FROM"),
        arguments(
            "a variable without a default",
            "ARG U\nARG V=$U\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=$U needs $U, which has no default",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a variable without a default, of the scope before",
            "ARG U\nFROM a\nARG V=$U\n",
            Kind.UNKNOWN,
            "ARG V=$U needs $U, which has no default",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a variable without a default, redeclared",
            "ARG U\nFROM a\nARG U\nARG V=$U\n",
            Kind.UNKNOWN,
            "ARG V=$U needs $U, which has no default",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a variable without a default, at second hand",
            "FROM a\nARG U\nENV W=x$U\nARG V=$W\n",
            Kind.UNKNOWN,
            "ARG V=$W needs $U, which has no default",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "the platform",
            "ARG V=1-$TARGETARCH\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=1-$TARGETARCH needs $TARGETARCH, which only the build sets",
            "write ARG V=<version>"),
        arguments(
            "the platform, redeclared in a stage",
            "FROM a\nARG TARGETARCH\nARG V=${TARGETARCH:-x}\n",
            Kind.UNKNOWN,
            "ARG V=${TARGETARCH:-x} needs $TARGETARCH, which only the build sets",
            "write ARG V=<version>"),
        arguments(
            "a proxy",
            "ARG V=$HTTP_PROXY\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=$HTTP_PROXY needs $HTTP_PROXY, which only the build sets",
            "write ARG V=<version>"),
        arguments(
            "the base image's path",
            "FROM a\nARG V=${PATH:-x}\n",
            Kind.UNKNOWN,
            "ARG V=${PATH:-x} needs $PATH, which the base image may set",
            "give it a default: ARG PATH=<value>; or write the version itself"),
        arguments(
            "a base that hangs on the platform",
            "FROM a AS b-amd64\nENV U=1\nFROM b-${TARGETARCH}\nARG V=${U:-2}\n",
            Kind.UNKNOWN,
            "ARG V=${U:-2} needs $U, which the base image may set",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a base by a pattern",
            "ARG T=b-1\nFROM a AS b\nENV U=1\nFROM ${T%-*}\nARG V=${U:-2}\n",
            Kind.UNKNOWN,
            "ARG V=${U:-2} needs $U, which the base image may set",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a name of a variable by a pattern",
            "FROM a\nENV T=U-1 U=1\nENV ${T%-*}=2\nARG V=$U\n",
            Kind.UNKNOWN,
            "ARG V=$U needs $U, which the base image may set",
            "give it a default: ARG U=<value>; or write the version itself"),
        arguments(
            "a pattern",
            "ARG U=1.2-r1\nARG V=${U%-*}\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=${U%-*} cannot be resolved: patterns that are more than plain text are not read",
            "write ARG V=<version>"),
        arguments(
            "a special parameter",
            "ARG V=1$?\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=1$? needs $?, which is no variable of a build; a plain dollar sign is written \\$",
            "write ARG V=<version>"),
        arguments(
            "a broken variable",
            "ARG U='x\nARG V=$U\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=$U needs $U, whose own value cannot be resolved",
            "correct the value of U, or write the version itself"),
        arguments(
            "a broken variable of ENV",
            "FROM a\nENV U='x\nARG V=${U:-1}\n",
            Kind.UNKNOWN,
            "ARG V=${U:-1} needs $U, whose own value cannot be resolved",
            "correct the value of U, or write the version itself"),
        arguments(
            "a demand that a caller can meet",
            "ARG U\nARG V=${U:?pass}\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V=${U:?pass} cannot be resolved: U: pass",
            "write ARG V=<version>"),
        arguments(
            "a demand that nobody can meet",
            "ARG V=${U:?need}\nFROM a\n",
            Kind.SYNTAX,
            "ARG V=${U:?need} cannot be resolved: U: need",
            "correct the default, or write the version itself"),
        arguments(
            "an open quote",
            "ARG V=\"1\nFROM a\n",
            Kind.SYNTAX,
            "ARG V=\"1 cannot be resolved: the double quote is not closed",
            "correct the default, or write the version itself"),
        arguments(
            "a shell's operator",
            "ARG U=1\nARG V=${U^^}\nFROM a\n",
            Kind.SYNTAX,
            "ARG V=${U^^} cannot be resolved: BuildKit has no ${U^…}",
            "correct the default, or write the version itself"),
        arguments(
            "a value of 513 characters",
            "ARG V=" + "1".repeat(513) + "\nFROM a\n",
            Kind.UNKNOWN,
            "ARG V cannot be resolved: it is longer than 512 characters",
            "write ARG V=<version>"),
        arguments(
            "a second equals sign without a name",
            "ARG V=1 =2\nFROM a\n",
            Kind.SYNTAX,
            "'2' is given to no name",
            "write ARG V=<version>, without spaces around the equals sign"),
        arguments(
            "no instruction",
            "# a\n\n",
            Kind.SYNTAX,
            "the file holds no instruction",
            "write the Dockerfile, or remove it"),
        arguments(
            "a bad escape directive",
            "# escape=x\nFROM a\n",
            Kind.SYNTAX,
            "the escape directive names 'x', which is neither ` nor \\",
            "write # escape=` or # escape=\\"),
        arguments(
            "a directive twice",
            "# syntax=a\n# Syntax=b\nFROM a\n",
            Kind.SYNTAX,
            "the parser directive syntax is given twice",
            "remove one of the two"),
        arguments(
            "an open heredoc",
            "ARG V=1\nRUN cat <<'E F'\nV=1\n",
            Kind.SYNTAX,
            "the heredoc 'E F' is never closed",
            "close it by a line that holds E F and nothing else"),
        arguments(
            "a line that BuildKit does not take",
            "ARG V=1\n# " + "x".repeat(65_534) + "\nFROM a\n",
            Kind.SYNTAX,
            "the line is longer than 65535 bytes, the most that BuildKit reads",
            "break the line"));
  }

  @Tag("row-by-row")
  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void aProblemSaysWhatIsWrongAndWhatToWrite(
      String name, String dockerfile, Kind kind, String message, String help) {
    List<Problem> problems = readV(dockerfile).problems();

    assertThat(problems)
        .extracting(Problem::kind, Problem::message, Problem::help)
        .containsExactly(tuple(kind, message, help));
  }

  @Test
  void anAbsenceConcernsTheFileAndPointsAtWhatLooksLikeIt() {
    Problem problem = readV("FROM a\nENV V=1\n").problems().get(0);

    assertThat(problem.location()).isEqualTo(new FileLocation(FILE));
    assertThat(problem.related()).containsExactly(new SourceSpan(FILE, 2, 1, 2, 8));
  }

  @Test
  void aConflictShowsAllSides() {
    Reading reading = readV("ARG V=1\nFROM a\nARG V=2\nARG V=1\n");

    assertThat(reading.declarations())
        .extracting(Declaration::version)
        .containsExactly("1", "2", "1");
    assertThat(reading.version()).isEmpty();
    assertThat(reading.problems().get(0).location()).isEqualTo(new SourceSpan(FILE, 3, 7, 3, 8));
    assertThat(reading.problems().get(0).related())
        .containsExactly(new SourceSpan(FILE, 1, 7, 1, 8), new SourceSpan(FILE, 4, 7, 4, 8));
  }

  @Test
  void oneBadDefaultSpoilsTheFileAndTheOthersStayAsEvidence() {
    Reading reading = readV("ARG V=1\nFROM a\nARG V=\nARG V=$U\n");

    assertThat(reading.version()).isEmpty();
    assertThat(reading.declarations()).extracting(Declaration::version).containsExactly("1");
    assertThat(reading.problems())
        .extracting(Problem::kind)
        .containsExactly(Kind.EMPTY, Kind.UNKNOWN);
  }

  // Values that hold although a variable has none: the operator says what then.

  static Stream<Arguments> resolved() {
    return Stream.of(
        arguments("a default for a bare one", "ARG U\nARG V=${U:-1.2}\n", "1.2"),
        arguments("a suffix only where it is passed", "ARG S\nARG V=1.2${S:+-$S}\n", "1.2"),
        arguments("an unused word may be unknown", "ARG U=1\nARG V=${U:-$X}\n", "1"),
        arguments("the first of two that is set", "ARG B=2\nARG V=${A:-${B:-3}}\n", "2"),
        arguments("a platform not asked for", "FROM a\nARG V=${TARGETARCH:-1}\n", "1"),
        arguments("a platform with a default", "ARG TARGETARCH=x\nARG V=$TARGETARCH\n", "x"),
        arguments(
            "a base with a tag is an image",
            "FROM a AS b\nFROM b:$TARGETARCH\nARG V=${U:-1}\n",
            "1"),
        arguments(
            "an argument that the base redeclares for it",
            "ARG U=1\nFROM a AS b\nONBUILD ARG U\nFROM b\nARG V=$U\n",
            "1"),
        arguments(
            "a variable that the base sets for it",
            "FROM a AS b\nONBUILD ENV U=1 W=2\nFROM b\nARG V=$U$W\n",
            "12"),
        arguments(
            "many lines continued", "ARG V=" + "1\\\n".repeat(20) + "2\n", "1".repeat(20) + "2"),
        arguments("512 characters", "ARG V=" + "1".repeat(512), "1".repeat(512)),
        arguments("50 deep", "ARG V=" + "${A:-".repeat(50) + "1" + "}".repeat(50), "1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resolved")
  void aValueHoldsWhereTheOperatorSaysWhat(String name, String dockerfile, String version) {
    Reading reading = readV(dockerfile);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.version().orElseThrow().version()).isEqualTo(version);
  }

  // Lines of exactly the longest length that BuildKit reads, and of one byte more.

  static Stream<Arguments> longLines() {
    return Stream.of("x", "é", "€", "\uD83D\uDE00")
        .flatMap(
            filling -> {
              int bytes = filling.getBytes(UTF_8).length;
              String line = filling.repeat(65_500 / bytes);
              int rest = 65_535 - line.getBytes(UTF_8).length - 1;
              return Stream.of("", "\uFEFF")
                  .map(
                      mark ->
                          arguments(
                              filling + (mark.isEmpty() ? "" : " and byte order mark"),
                              mark + "#" + line + "x".repeat(mark.isEmpty() ? rest : rest - 3)));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longLines")
  void theLongestLineIsRead(String name, String line) {
    assertThat(readV(line + "\nARG V=1\n").version()).isPresent();
    assertThat(readV(line + "x\nARG V=1\n").problems())
        .extracting(Problem::kind)
        .containsExactly(Kind.SYNTAX);
  }
}
