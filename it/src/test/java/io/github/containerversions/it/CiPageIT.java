package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The commands of {@code docs/ci.md} that ask a report, on a report; where their tool is there. */
class CiPageIT {

  @Test
  void jqGivesTagAndContainers() throws IOException, InterruptedException {
    Repository repository = reported();
    String tag = "v2.17.0-" + repository.git("rev-parse", "--short=7", "HEAD");

    assertThat(run(repository, "jq", 0)).isEqualTo(tag);
    assertThat(run(repository, "jq", 1)).isEqualTo("loki\nntfy\n");
    assertThat(run(repository, "jq", 2))
        .isEqualTo(
            """
            [{"name":"loki","version":"3.6.5"},{"name":"ntfy","version":"2.17.0"}]
            """);
  }

  @Test
  void pythonGivesTheTag() throws IOException, InterruptedException {
    Repository repository = reported();

    assertThat(run(repository, "python3", 0))
        .isEqualTo("v2.17.0-" + repository.git("rev-parse", "--short=7", "HEAD"));
  }

  @Test
  void thereIsNoTagWhereThereIsNoVersion() throws IOException, InterruptedException {
    Repository repository =
        Repository.copyOf("minimal").replace("service-versions.yaml", "v2.17.0", "v2.18.0").inGit();
    assertThat(repository.validate("-DcontainerVersions.reports=json").exitCode()).isNotZero();

    assertThat(run(repository, "jq", 0)).startsWith("exit code ");
    assertThat(run(repository, "python3", 0)).contains("exit code ");
  }

  private static Repository reported() {
    Repository repository = Repository.copyOf("minimal").inGit();
    Build build = repository.validate("-DcontainerVersions.reports=json");
    assertThat(build.exitCode()).as(build.text()).isZero();
    return repository;
  }

  /** What one of the page's commands prints, and how it ends where it does not end well. */
  private static String run(Repository repository, String tool, int number)
      throws IOException, InterruptedException {
    assumeThat(System.getenv("PATH").split(File.pathSeparator))
        .as(tool + " is not on the PATH")
        .anyMatch(it -> new File(it, tool).canExecute());
    List<String> commands =
        Page.read("ci.md").blocks().stream()
            .filter(it -> it.path().equals(tool))
            .map(Page.Block::text)
            .toList();
    Process process =
        new ProcessBuilder(Arrays.asList("sh", "-euc", commands.get(number)))
            .directory(repository.root().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    return code == 0 ? printed : printed + "exit code " + code;
  }
}
