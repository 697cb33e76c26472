import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.PushSettings;
import io.github.containerversions.pushes.RegistryPushAuth;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.pushes.workflow.WorkflowResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Reads the names of folders, one in each line of standard input, each the root of a repository,
 * and writes a line for each push, note and finding, with tabs between its parts; an empty line ends
 * a folder.
 */
final class ReadPushes {
  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        print(new RegistryPushAuth(settings(Path.of(line))).run(), out);
      } catch (CannotCheckException e) {
        row(out, "error", "", e.getMessage());
      }
      out.println();
      out.flush();
    }
  }

  private static PushSettings settings(Path root) {
    return new PushSettings(
        root.toAbsolutePath(),
        List.of(),
        Set.of(),
        Set.of(),
        "",
        "",
        List.of(),
        false,
        List.of(),
        LocalDate.EPOCH);
  }

  private static void print(PushResult result, PrintStream out) {
    for (WorkflowResult workflow : result.workflows()) {
      for (WorkflowResult.PushSummary push : workflow.pushes()) {
        row(
            out,
            "push",
            place(push.location()),
            workflow.file(),
            push.job(),
            push.tool(),
            String.join(",", push.images()),
            push.access());
      }
      for (Finding finding : workflow.findings()) {
        row(
            out, "finding", place(finding.location()), workflow.file(), finding.rule(), finding.message());
      }
    }
    for (Note note : result.notes()) {
      row(out, "note", place(note.location()), String.valueOf(note.mayPush()), note.text());
    }
  }

  private static String place(Location location) {
    return location.file() + (location instanceof SourceSpan span ? ":" + span.line() : "");
  }

  private static void row(PrintStream out, String... cells) {
    StringBuilder row = new StringBuilder();
    for (String cell : cells) {
      row.append(row.isEmpty() ? "" : "\t").append(cell.replaceAll("\\s+", " "));
    }
    out.println(row);
  }
}
