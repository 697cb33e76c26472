import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.python.PythonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Answers what the reader makes of Python texts, for the scripts beside it.
 *
 * <p>One text a line on standard input, as the Base64 of its UTF-8. One line of answer for each: the
 * kinds of the problems, or {@code -}; a tab; the version, or the first problem's place and message,
 * as the Base64 of its UTF-16BE (a Python string can hold half a surrogate pair).
 */
final class ReadPython {

  public static void main(String[] args) throws IOException {
    PythonReader reader = new PythonReader();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      Reading raw = reader.read(SourceText.of("container.py", text));
      // Of several values one that can be no version is a problem of the run, not of the reader.
      Reading reading = raw.declarations().size() > 1 ? raw.showable() : raw;
      out.println(kinds(reading) + "\t" + Base64.getEncoder().encodeToString(units(detail(reading))));
    }
  }

  private static String kinds(Reading reading) {
    String kinds =
        reading.problems().stream()
            .map(problem -> problem.kind().name())
            .distinct()
            .collect(Collectors.joining(","));
    return kinds.isEmpty() ? "-" : kinds;
  }

  private static String detail(Reading reading) {
    if (reading.version().isPresent()) {
      Declaration declaration = reading.version().get();
      return declaration.version();
    }
    Problem problem = reading.problems().get(0);
    return problem.location() + " " + problem.message();
  }

  /** Not String.getBytes, which replaces half a pair. */
  private static byte[] units(String text) {
    byte[] bytes = new byte[text.length() * 2];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
