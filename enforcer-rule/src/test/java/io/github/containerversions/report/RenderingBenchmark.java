package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rendering 10,000 failing containers in every form, from a cold start: under 1 s and within a heap
 * of 64 MiB. Run it with {@code mvn -pl enforcer-rule test -Pbenchmark}.
 */
@Tag("benchmark")
class RenderingBenchmark {
  private static final int CONTAINERS = 10_000;
  private static final long HEAP_MIB = 64;

  @TempDir private Path folder;

  @Test
  void tenThousandFailingContainersInEveryForm() throws IOException {
    assertThat(Runtime.getRuntime().maxMemory() >> 20)
        .as("the heap that is measured with, in MiB")
        .isLessThanOrEqualTo(HEAP_MIB);
    RunReport run = Rendered.run(VersionResults.of(VersionResults.ALL, failing()));

    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startOfWork = threads.getCurrentThreadCpuTime();
    int text = FailureText.render(run.outcome()).length();
    int lines = Table.render((VersionResult) run.outcome()).size() + Annotations.render(run).size();
    for (ReportForm form : ReportForm.values()) {
      ReportFile.write(folder.resolve(form.fileName()), out -> form.write(run, out));
    }
    Duration worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - startOfWork);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    System.out.printf(
        "%d containers in every form: %d ms of work in %d ms%n",
        CONTAINERS, worked.toMillis(), took.toMillis());
    System.out.printf("  text: %d characters, table and annotations: %d lines%n", text, lines);
    for (ReportForm form : ReportForm.values()) {
      Path file = folder.resolve(form.fileName());
      System.out.printf("  %s: %d bytes%n", file.getFileName(), Files.size(file));
    }
    // The time of work: on a busy machine the rest is waiting.
    assertThat(worked).isLessThan(Duration.ofSeconds(1));
  }

  private static ContainerResult[] failing() {
    return IntStream.range(0, CONTAINERS)
        .mapToObj(i -> failing("container-%05d".formatted(i), i))
        .toArray(ContainerResult[]::new);
  }

  private static ContainerResult failing(String name, int number) {
    String folder = "containers/" + name;
    SiteDeclaration dockerfile = declaration(Sites.DOCKERFILE, folder + "/Dockerfile", 4);
    SiteDeclaration nix = declaration(Sites.NIX, folder + "/default.nix", 7);
    SiteDeclaration inventory =
        declaration(Sites.INVENTORY, "service-versions.yaml", 2 + 3 * number);
    Finding finding =
        new Finding(
            "version-agreement",
            name,
            "default.nix says 2.15.0, Dockerfile and service-versions.yaml say v2.17.0",
            "set version = \"2.17.0\" in "
                + folder
                + "/default.nix, or move the other two to 2.15.0",
            nix.declaration().location(),
            List.of(
                new RelatedLocation(
                    dockerfile.declaration().location(), dockerfile.declaration().written()),
                new RelatedLocation(
                    inventory.declaration().location(), inventory.declaration().written())));
    return new ContainerResult(
        new Container(name, folder, name, List.of()),
        Status.FAILED,
        VersionResults.readings(dockerfile, nix, inventory),
        List.of(finding),
        List.of());
  }

  private static SiteDeclaration declaration(Site site, String file, int line) {
    return VersionResults.stated(
        site, "v2.17.0", "\"v2.17.0\"", VersionResults.span(file, line, 14, 21));
  }
}
