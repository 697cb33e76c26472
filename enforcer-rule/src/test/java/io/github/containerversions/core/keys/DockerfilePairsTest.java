package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileCases.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What ARG, ENV and LABEL of a Dockerfile give values to, as BuildKit reads them. */
class DockerfilePairsTest implements KeyFileCases.Values {

  static List<Arguments> values() {
    return Stream.of(pairs(), heredocs(), escapes()).flatMap(List::stream).toList();
  }

  private static List<Arguments> pairs() {
    return List.of(
        row("Dockerfile", "V", "FROM a\narg V=1.2", "2:7 1.2"),
        row("Dockerfile", "V", "  ENV V=1.2\n", "1:9 1.2"),
        row("Dockerfile", "V", "ENVIRONMENT V=0\nARGS V=0\nV=0\n"),
        row("Dockerfile", "V", "ENV A=1 V=1.2 B=3\n", "1:11 1.2"),
        row("Dockerfile", "V", "ENV A=1 \\\n# V=0 \\\n\n  V=1.2\n", "4:5 1.2"),
        row("Dockerfile", "V", "ENV A=1 \\\r\n  V=1.2\r\nRUN V=0", "2:5 1.2"),
        row("Dockerfile", "V", "# x \\\nARG V=1.2\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN x \\\n  && y \\\n ARG V=0\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "RUN x \\\r\n ARG V=0\r\nARG V=1.2\r\n", "3:7 1.2"),
        row("Dockerfile", "V", "RUN x \\"),
        row("Dockerfile", "V", "RUN x \\\n# c\n\n ARG V=0\nARG V=1.2\n", "5:7 1.2"),
        row("Dockerfile", "V", "RUN x \\ \t\n\\\n ARG V=0\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "ENV A=1 \\ \n \\\n  # c\n V=1.2\n", "4:4 1.2"),
        row("Dockerfile", "V", "RUN x \\ y\nARG V=1.2\n", "2:7 1.2"),
        row("Dockerfile", "V", "ENV V='1.2' W=3\n", "1:8 1.2"),
        row("Dockerfile", "V", "ENV V='$W'\n", "1:8 $W"),
        row("Dockerfile", "V", "ENV V=\"1.2 b\" W=3\n", "1:8 1.2 b"),
        row("Dockerfile", "V", "ENV V=\"1.2\"", "1:8 1.2"),
        row("Dockerfile", "V", "ENV V=\"1.2\n", "1:7 computed"),
        row("Dockerfile", "V", "ENV V=\"1\"2\n", "1:7 computed"),
        row("Dockerfile", "V", "ENV V=\"1\n2\"\n", "1:7 computed"),
        row("Dockerfile", "V", "ENV V=\"$W\"\n", "1:8 computed"),
        row("Dockerfile", "V", "ENV V=\"${W:-1.2}\"\n", "1:13 1.2"),
        row("Dockerfile", "V", "ARG V=${W-1.2}\n", "1:11 1.2"),
        row("Dockerfile", "V", "ENV V=1\\ 2\n", "1:7 computed"),
        row("Dockerfile", "V", "ENV V= W=1\n", "1:7 "),
        row("Dockerfile", "V", "LABEL \"V\"=\"1.2\"\n", "1:12 1.2"),
        row("Dockerfile", "V", "LABEL 'V'=1.2\n", "1:11 1.2"),
        row("Dockerfile", "a b", "LABEL \"a b\"=1.2\n", "1:13 1.2"),
        row("Dockerfile", "V", "ENV V\t 1.2 3 \r\nENV V=4\n", "1:8 1.2 3", "2:7 4"),
        row("Dockerfile", "V", "ENV V ${W:-1.2}\n", "1:12 1.2"),
        row("Dockerfile", "V", "ARG V\nARG W=1\n"),
        row("Dockerfile", "V", "ARG W V=1.2\n", "1:9 1.2"),
        row("Dockerfile", "V", "ENV W=\"a \\\n b\" V=1.2\n", "2:7 1.2"),
        row("Dockerfile", "V", "ENV W=a\"b c\"d V=1.2\n", "1:17 1.2"),
        row("Dockerfile", "V", "ENV W=" + "a".repeat(300) + " V=1.2\n", "1:310 1.2"),
        row(
            "Dockerfile",
            "V",
            "LABEL a=" + "b".repeat(100) + " \\\n c=" + "d".repeat(100) + " V=1.2\n",
            "2:107 1.2"),
        row("Dockerfile", "V", "ENV W=\"a\\\" b\" V=1.2\n", "1:17 1.2"),
        row("Dockerfile", "V", "ENV V=1.\\\n2\nENV W=3\n", "1:7 computed"),
        row("Dockerfile", "V", "ENV V='1\\\n2'\n", "1:7 computed"),
        row("Dockerfile", "V", "ENV V=1.2\\\n  W=3\n", "1:7 1.2"),
        row("Dockerfile", "V", "ENV W 1 \\\n ARG V=0\nARG V=1.2\n", "3:7 1.2"),
        row("Dockerfile", "V", "LABEL \"W\nARG V=1.2\nLABEL \"X\"=1\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN x \\\\\nARG V=1.2\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN x \\\\\\\nARG V=1.2\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN x \\\n# c"),
        row("Dockerfile", "V", "ENV V=1\\\n# c", "1:7 1"),
        row("Dockerfile", "V", "ARG V \nRUN W=1\n"));
  }

  /** The text of a heredoc belongs to its instruction, whatever its lines look like. */
  private static List<Arguments> heredocs() {
    return List.of(
        row("Dockerfile", "V", "RUN <<EOF\nARG V=0\nEOF\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "run cat <<EOF > x\nARG V=0\nEOF\n"),
        row("Dockerfile", "V", "COPY <<\"EOF\" /x\nARG V=0\nEOF\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "ADD 3<<'E F' /x\nARG V=0\nE F\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "ONBUILD RUN <<\\EOF\nARG V=0\nEOF\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "COPY <<a <<b /x/\na\nARG V=0\nb\nARG V=1.2\n", "5:7 1.2"),
        row("Dockerfile", "V", "RUN <<a\r\nARG V=0\r\na\r\nARG V=1.2\r\n", "4:7 1.2"),
        row("Dockerfile", "V", "RUN <<-a\n\tARG V=0\n\t a\n\ta\nARG V=1.2\n", "5:7 1.2"),
        row("Dockerfile", "V", "RUN <<a\nARG V=0\n\ta\naa\na\nARG V=1.2\n", "6:7 1.2"),
        row("Dockerfile", "V", "RUN x \\\n  <<a\nARG V=0 \\\na\nARG V=1.2\n", "5:7 1.2"),
        row("Dockerfile", "V", "RUN <<a\n# c \\\na\nARG V=1.2", "4:7 1.2"),
        row("Dockerfile", "V", "RUN cat << a\nARG V=0\na\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "RUN cat <<\"a\\b\"\nARG V=0\na\\b\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "RUN <<\"a\\\"b\"\nARG V=0\na\"b\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "RUN echo 'x\\' <<a\nARG V=0\na\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "RUN cat <\\\n<a\nARG V=0\na\nARG V=1.2\n", "5:7 1.2"),
        // These open none.
        row("Dockerfile", "V", "RUN cat ${X:-<<a}\nARG V=1.2\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN cat <<\nARG V=1.2\n\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN cat <<\"\"\nARG V=1.2\n\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN cat \\<<a\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN cat <<<a\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN x<<a\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN echo \"b <<a\"\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN [\"cat\", \"<<a\"]\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "RUN it's <<a\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "CMD cat <<a\nARG V=1.2\na\n", "2:7 1.2"),
        row("Dockerfile", "V", "# RUN <<a\nARG V=1.2\na\n", "2:7 1.2"));
  }

  private static List<Arguments> escapes() {
    return List.of(
        row("Dockerfile", "V", "# escape=`\nRUN x `\n ARG V=0\nARG V=1.2\n", "4:7 1.2"),
        row("Dockerfile", "V", "# escape=`\nRUN dir C:\\\nARG V=1.2\n", "3:7 1.2"),
        row("Dockerfile", "V", "# escape=`\nENV A=1 `\n V=1.2\n", "3:4 1.2"),
        row("Dockerfile", "V", "#Escape = ` \r\nENV A=1 `\r\n V=1.2\r\n", "3:4 1.2"),
        row(
            "Dockerfile",
            "V",
            "# syntax=docker/dockerfile:1\n# escape=`\nENV A=1 `\n V=1.2\n",
            "4:4 1.2"),
        row("Dockerfile", "V", "# escape=\\\nENV A=1 \\\n V=1.2\n", "3:4 1.2"),
        // What stands below another line is a comment.
        row("Dockerfile", "V", "\n# escape=`\nENV A=1 \\\n V=1.2\n", "4:4 1.2"),
        row("Dockerfile", "V", "# x\n# escape=`\nENV A=1 \\\n V=1.2\n", "4:4 1.2"),
        row("Dockerfile", "V", "# a=b\n# escape=`\nENV A=1 \\\n V=1.2\n", "4:4 1.2"),
        row("Dockerfile", "V", "FROM a\n# escape=`\nENV A=1 \\\n V=1.2\n", "4:4 1.2"));
  }

  /** A search that is quadratic takes minutes for them. */
  @Test
  void heredocsThatNothingCloses() {
    String text =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "RUN <<a" + i + "\n")
            .collect(Collectors.joining("", "ARG V=1.2\n", ""));

    assertTimeoutPreemptively(
        Duration.ofSeconds(15),
        () -> assertThat(KeyFileCases.find("Dockerfile", "V", text)).containsExactly("1:7 1.2"));
  }
}
