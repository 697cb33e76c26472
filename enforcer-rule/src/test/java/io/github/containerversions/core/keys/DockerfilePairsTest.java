package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ARG, ENV and LABEL of a Dockerfile give values to, as BuildKit reads them. */
class DockerfilePairsTest {

  static List<Arguments> values() {
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
        row("Dockerfile", "V", "ARG V \nRUN W=1\n"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aKeyLeadsToItsValueAndItsPlace(String file, String key, String text, List<String> found)
      throws UnparsableException {
    assertThat(KeyFileTest.find(file, key, text)).isEqualTo(found);
  }
}
