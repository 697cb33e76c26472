package io.github.containerversions.benchmark;

import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.VersionReader;
import io.github.containerversions.versions.site.dockerfile.DockerfileReader;
import io.github.containerversions.versions.site.inventory.Inventory;
import io.github.containerversions.versions.site.inventory.InventoryReader;
import io.github.containerversions.versions.site.nix.NixReader;
import io.github.containerversions.versions.site.python.PythonReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long each reader takes for a file of each kind, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {

  @Param public Input input = Input.DOCKERFILE;

  private String decoded = "";

  @Setup
  public void decode() {
    decoded = input.text();
  }

  /** The text is wrapped anew each time, as line starts are found once for a text. */
  @Benchmark
  public Object read() {
    SourceText text = SourceText.of("file", decoded);
    return switch (input.reader()) {
      case DOCKERFILE -> Readers.DOCKERFILE.read(text);
      case NIX -> Readers.NIX.read(text);
      case CONTAINER_PY -> Readers.PYTHON.read(text);
      case INVENTORY -> inventory(text);
    };
  }

  private static Reading inventory(SourceText text) {
    Inventory inventory = InventoryReader.read(text);
    return inventory.versionOf("service-1");
  }

  /** The size of an input in bytes of UTF-8. */
  static int bytes(Input input) {
    return input.text().getBytes(StandardCharsets.UTF_8).length;
  }

  private static final class Readers {
    static final VersionReader DOCKERFILE = new DockerfileReader("CONTAINER_APP_VERSION");
    static final VersionReader NIX = new NixReader(new NoFiles());
    static final VersionReader PYTHON = new PythonReader();
  }

  /** A repository without files: what a benchmark reads, it brings along. */
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
