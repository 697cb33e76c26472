import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.inventory.InventoryReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads lines of a file's path, a tab and a service from standard input, and prints for each what
 * the inventory reader says: the outcome, the version or message, and the span, between tabs.
 */
class ReadInventory {
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] cells = line.split("\t", 2);
      String text = Files.readString(Path.of(cells[0]));
      Reading reading = InventoryReader.read(SourceText.of("f", text)).versionOf(cells[1]);
      if (reading.version().isPresent()) {
        Declaration version = reading.version().get();
        out.println("VERSION\t" + escape(version.version()) + "\t" + span(version.location()));
      } else {
        Problem problem = reading.problems().get(0);
        out.println(
            problem.kind() + "\t" + escape(problem.message()) + "\t" + span(problem.location()));
      }
    }
    out.flush();
  }

  private static String span(Location location) {
    return location instanceof SourceSpan s
        ? s.line() + ":" + s.column() + "-" + s.endLine() + ":" + s.endColumn()
        : "";
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '\\' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                escaped.append(String.format("\\u%04x", c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}
