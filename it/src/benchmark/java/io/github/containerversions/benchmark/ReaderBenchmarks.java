package io.github.containerversions.benchmark;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ReaderBenchmark} and prints what its times mean in MiB a second. */
public final class ReaderBenchmarks {

  private ReaderBenchmarks() {}

  /** Takes JMH's own options, such as {@code -p input=NIX}. */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .include(ReaderBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT)
            .build();
    System.out.printf("%-28s %10s %12s %10s%n", "input", "KiB", "µs", "MiB/s");
    for (RunResult result : new Runner(options).run()) {
      Input input = Input.valueOf(result.getParams().getParam("input"));
      double micros = result.getPrimaryResult().getStatistics().getPercentile(50);
      int bytes = ReaderBenchmark.bytes(input);
      System.out.printf(
          Locale.ROOT,
          "%-28s %10d %12.1f %10.1f%n",
          input,
          bytes >> 10,
          micros,
          bytes / 1048576.0 / (micros / 1e6));
    }
  }
}
