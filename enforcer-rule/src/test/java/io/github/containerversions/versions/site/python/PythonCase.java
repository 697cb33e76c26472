package io.github.containerversions.versions.site.python;

import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row of {@code python-cases.tsv}, whose answers are CPython's: {@code it/checks/python/check.py}
 * holds them against it.
 *
 * @param name the situation
 * @param answer {@code =} and the value, or the kind of the problem
 * @param module the text of the file
 */
record PythonCase(String name, String answer, String module) {

  static Stream<PythonCase> all() {
    return lines().filter(line -> !line.startsWith("#")).map(PythonCase::parse);
  }

  private static Stream<String> lines() {
    try (InputStream table = PythonCase.class.getResourceAsStream("/python-cases.tsv")) {
      byte[] bytes = Objects.requireNonNull(table).readAllBytes();
      return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n")).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PythonCase parse(String line) {
    String[] fields = line.split("\t", -1);
    return new PythonCase(fields[0], unescape(fields[1]), unescape(fields[2]));
  }

  private static String unescape(String field) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int escape = field.indexOf('\\'); escape >= 0; escape = field.indexOf('\\', at)) {
      text.append(field, at, escape);
      char code = field.charAt(escape + 1);
      at = escape + (code == 'u' ? 6 : 2);
      text.append(
          switch (code) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '\\' -> '\\';
            case 'u' -> (char) Integer.parseInt(field.substring(escape + 2, at), 16);
            default -> throw new IllegalArgumentException(field);
          });
    }
    return text.append(field.substring(at)).toString();
  }

  /** A reading in the words of the table; several kinds of problems are joined. */
  static String answer(Reading reading) {
    return reading
        .version()
        .map(Declaration::version)
        .map(version -> "=" + version)
        .orElseGet(
            () ->
                String.join(
                    " ",
                    reading.problems().stream()
                        .map(problem -> problem.kind().name())
                        .distinct()
                        .toList()));
  }

  @Override
  public String toString() {
    return name;
  }
}
