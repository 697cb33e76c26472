import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.nix.NixReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads default.nix files, one in each line of standard input in base64, and writes a line for
 * each: the milliseconds that it took, and the version in base64 or the problem after a minus sign.
 */
final class ReadNix {
  private static final RepositoryFiles NO_FILES =
      new RepositoryFiles() {
        @Override
        public FileContent read(String file, int limit) {
          return new FileContent.Missing(file);
        }

        @Override
        public boolean isDirectory(String file) {
          return false;
        }
      };

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      byte[] bytes = Base64.getDecoder().decode(line);
      SourceText text =
          SourceText.of(
              "containers/app/default.nix", new String(bytes, StandardCharsets.UTF_8));
      long start = System.nanoTime();
      Reading reading = new NixReader(NO_FILES).read(text);
      long millis = (System.nanoTime() - start) / 1_000_000;
      String answer =
          reading
              .version()
              .map(Declaration::version)
              .map(v -> Base64.getEncoder().encodeToString(v.getBytes(StandardCharsets.UTF_8)))
              .orElseGet(
                  () ->
                      "-"
                          + reading.problems().get(0).kind()
                          + " "
                          + reading.problems().get(0).message().replace('\n', ' '));
      out.println(millis + " " + answer);
    }
    out.flush();
  }
}
