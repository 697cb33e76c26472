package io.github.containerversions.it;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the rule adds to {@code mvn -o -q validate}, against the same build with {@code
 * <alwaysPass/>} in its place.
 *
 * <p>The two builds alternate, so that a change of the machine's load meets both; each row is the
 * median of the differences of its pairs. Processor time is told beside the clock's: on a machine
 * that does other things, it is the steadier of the two.
 */
public final class BuildBenchmark {

  private static final String ALL_FILES = "-DcontainerVersions.allFiles";
  private static final int SMALLEST_HEAP = 8;
  private static final int LARGEST_HEAP = 512;

  private final Installation installation = Installation.get();
  private final int pairs = Integer.getInteger("benchmark.pairs");
  private final PrintStream out = System.out;

  private BuildBenchmark() {}

  /**
   * A build that is timed.
   *
   * @param repository where it runs
   * @param pom its POM
   */
  private record Build(GeneratedRepository repository, String pom) {}

  /** Two builds, one after the other. */
  private record Pair(TimedBuild with, TimedBuild without) {}

  /**
   * Runs it, as the system properties {@code benchmark.*} tell.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new BuildBenchmark().run(Installation.target().resolve("benchmark"));
  }

  private void run(Path folder) throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "%d processors, Java %s, %d pairs, load %.1f%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        pairs,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    out.printf(
        "%-30s %8s %8s %8s %8s %8s%n", "seconds", "with", "without", "added", "ratio", "cpu added");
    String sizes = System.getProperty("benchmark.sizes");
    for (String size : sizes.split(",", -1)) {
      int containers = Integer.parseInt(size);
      Path root = folder.resolve("containers-" + containers);
      delete(root);
      GeneratedRepository repository =
          GeneratedRepository.create(
              root,
              containers,
              System.getProperty("it.version"),
              System.getProperty("benchmark.enforcer"));
      String title = containers + " containers, ";
      boolean places = containers == GeneratedRepository.CONTAINERS_WITH_PLACES;
      measure(title + "all files", repository, GeneratedRepository.WITH_RULE, ALL_FILES);
      if (places) {
        measure(title + "and place files", repository, GeneratedRepository.WITH_PLACES, ALL_FILES);
      }
      if (containers >= 10_000) {
        heap(repository);
      }
      repository.touchOne();
      measure(title + "one touched", repository, GeneratedRepository.WITH_RULE);
      if (places) {
        measure(title + "touched, place", repository, GeneratedRepository.WITH_PLACES);
      }
    }
    if (Boolean.getBoolean("benchmark.places")) {
      manifests(folder.resolve("manifests"));
      history(folder.resolve("behind"), folder.resolve("current"));
    }
  }

  /** What a place costs that has many files, and what it costs to read their bytes. */
  private void manifests(Path root) throws IOException, InterruptedException {
    delete(root);
    GeneratedRepository repository =
        GeneratedRepository.withManifests(
            root, System.getProperty("it.version"), System.getProperty("benchmark.enforcer"));
    compare(
        GeneratedRepository.MANIFESTS + " place files",
        new Build(repository, GeneratedRepository.WITH_PLACES),
        new Build(repository, GeneratedRepository.WITH_RULE),
        ALL_FILES);
    List<Pair> read = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      read.add(new Pair(ReadFiles.timed(repository.manifests()), ReadFiles.timed(root.resolve("none"))));
    }
    print("their bytes alone", read);
  }

  /** What it costs to find out since when a place is behind, against one that is not. */
  private void history(Path behind, Path current) throws IOException, InterruptedException {
    delete(behind);
    delete(current);
    String version = System.getProperty("it.version");
    String enforcer = System.getProperty("benchmark.enforcer");
    compare(
        "history of " + GeneratedRepository.VERSIONS + " versions",
        new Build(
            GeneratedRepository.withHistory(behind, true, version, enforcer),
            GeneratedRepository.WITH_PLACES),
        new Build(
            GeneratedRepository.withHistory(current, false, version, enforcer),
            GeneratedRepository.WITH_PLACES),
        ALL_FILES);
  }

  private void measure(
      String title, GeneratedRepository repository, String pom, String... arguments)
      throws IOException, InterruptedException {
    compare(
        title,
        new Build(repository, pom),
        new Build(repository, GeneratedRepository.WITHOUT_RULE),
        arguments);
  }

  private void compare(String title, Build one, Build other, String... arguments)
      throws IOException, InterruptedException {
    run(one, arguments);
    run(other, arguments);
    List<Pair> measured = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      measured.add(new Pair(run(one, arguments), run(other, arguments)));
    }
    print(title, measured);
  }

  private TimedBuild run(Build build, String... arguments)
      throws IOException, InterruptedException {
    return TimedBuild.of(installation, build.repository(), build.pom(), arguments);
  }

  private void print(String title, List<Pair> measured) {
    double with = median(measured, it -> it.with().wall());
    double without = median(measured, it -> it.without().wall());
    out.printf(
        Locale.ROOT,
        "%-30s %8.3f %8.3f %8.3f %8.2f %8.3f%n",
        title,
        with,
        without,
        median(measured, it -> it.with().wall() - it.without().wall()),
        with / without,
        median(measured, it -> it.with().processor() - it.without().processor()));
  }

  private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
    double[] sorted = pairs.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The smallest heap in which the builds pass, to one MiB. */
  private void heap(GeneratedRepository repository) throws IOException, InterruptedException {
    out.printf(
        "%-30s %8d %8d%n",
        "MiB of heap, all files",
        smallestHeap(repository, GeneratedRepository.WITH_RULE),
        smallestHeap(repository, GeneratedRepository.WITHOUT_RULE));
  }

  private int smallestHeap(GeneratedRepository repository, String pom)
      throws IOException, InterruptedException {
    int tooSmall = SMALLEST_HEAP;
    int enough = LARGEST_HEAP;
    while (enough - tooSmall > 1) {
      int heap = (tooSmall + enough) / 2;
      if (TimedBuild.passesWithin(heap, installation, repository, pom, ALL_FILES)) {
        enough = heap;
      } else {
        tooSmall = heap;
      }
    }
    return enough;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
