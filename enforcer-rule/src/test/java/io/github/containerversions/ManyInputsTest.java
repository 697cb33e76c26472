package io.github.containerversions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.site.VersionReader;
import io.github.containerversions.versions.site.dockerfile.DockerfileReader;
import io.github.containerversions.versions.site.inventory.InventoryReader;
import io.github.containerversions.versions.site.nix.NixReader;
import io.github.containerversions.versions.site.python.PythonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A million damaged texts for each reader. Takes minutes and runs on request only: {@code mvn -pl
 * enforcer-rule -Pmillion test}.
 */
@Tag("million")
class ManyInputsTest {
  private static final int INPUTS = Integer.getInteger("inputs", 1_000_000);
  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final long MAX_NANOS = 1_000_000_000L;

  /** A reader, and the column of the table whose texts are damaged for it. */
  private record Subject(String table, int column, VersionReader reader) {
    @Override
    public String toString() {
      return table;
    }
  }

  static Stream<Subject> subjects() {
    return Stream.of(
        new Subject("dockerfile-cases.tsv", 2, new DockerfileReader("CONTAINER_APP_VERSION")),
        new Subject("nix-cases.tsv", 2, new NixReader(new NoFiles())),
        new Subject("python-cases.tsv", 2, new PythonReader()),
        new Subject("inventory-cases.tsv", 1, text -> InventoryReader.read(text).versionOf("a")));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void noReaderThrowsOrHangsAndEverySpanSlicesBack(Subject subject) throws IOException {
    List<String> texts = texts(subject);
    Random random = new Random(SEED);
    int declared = 0;
    for (int input = 0; input < INPUTS; input++) {
      String text = damaged(texts, random);
      long start = System.nanoTime();
      Reading reading;
      try {
        reading = subject.reader.read(SourceText.of("file", text));
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("input " + input + ": " + text, e);
      }
      if (System.nanoTime() - start > MAX_NANOS && !isQuick(subject, text)) {
        fail("input " + input + " takes over a second: " + text);
      }
      declared += reading.declarations().size();
      reading.declarations().forEach(declaration -> assertSlices(text, declaration));
    }
    // Were every text damaged beyond use, the run would show little.
    assertThat(declared).isGreaterThan(INPUTS / 50);
  }

  /** A machine that does something else for a second is not the reader's fault. */
  private static boolean isQuick(Subject subject, String text) {
    long start = System.nanoTime();
    Reading again = subject.reader.read(SourceText.of("file", text));
    return again != null && System.nanoTime() - start <= MAX_NANOS;
  }

  private static void assertSlices(String text, Declaration declaration) {
    if (declaration.location() instanceof SourceSpan span && span.line() == span.endLine()) {
      String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
      int[] line = content.split("\n", -1)[span.line() - 1].codePoints().toArray();
      String slice = new String(line, span.column() - 1, span.endColumn() - span.column());
      assertThat(declaration.written()).contains(slice);
    }
  }

  /** One or two pieces are cut out, doubled, taken from elsewhere or made up. */
  private static String damaged(List<String> texts, Random random) {
    StringBuilder text = new StringBuilder(pick(texts, random));
    for (int damages = random.nextInt(2); damages >= 0; damages--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(to, text.substring(from, to));
        case 2 -> {
          String other = pick(texts, random);
          int start = random.nextInt(other.length() + 1);
          text.insert(from, other, start, Math.min(other.length(), start + random.nextInt(40)));
        }
        default -> text.insert(from, Character.toString(anyCharacter(random)));
      }
    }
    return text.toString();
  }

  private static int anyCharacter(Random random) {
    String frequent = "\"'\\$`{}()[]<>=:;,.#\n\r\t \0\u00E9\u2028\uFEFF\uD83D";
    return random.nextInt(8) == 0
        ? random.nextInt(0x110000)
        : frequent.charAt(random.nextInt(frequent.length()));
  }

  private static String pick(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** The texts of the table, with the escapes that matter resolved. */
  private static List<String> texts(Subject subject) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ManyInputsTest.class.getResourceAsStream("/" + subject.table))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split("\t", -1))
          .filter(cells -> cells.length > subject.column)
          .map(cells -> cells[subject.column])
          .map(cell -> cell.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
          .map(cell -> cell.replace("\\\\", "\\").replace("«", "").replace("»", ""))
          .toList();
    }
  }

  /** A repository in which nothing can be followed. */
  private static final class NoFiles implements RepositoryFiles {
    @Override
    public FileContent read(String file, int limit) {
      return new FileContent.Missing(file);
    }

    @Override
    public boolean isDirectory(String file) {
      return false;
    }
  }
}
