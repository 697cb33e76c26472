package io.github.containerversions.versions.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which containers a build file speaks for, and what a file that cannot be read says. */
class BuildFileSiteTest {
  private static final String FILE = "containers/web/Dockerfile";
  private static final Container WEB =
      new Container("web", "containers/web", "web", List.of("Dockerfile"));

  private static BuildFileSite source(String file, FileContent content) {
    RepositoryFiles files =
        new RepositoryFiles() {
          @Override
          public FileContent read(String path, int limit) {
            assertThat(path).isEqualTo(FILE);
            assertThat(limit).isEqualTo(1 << 20);
            return content;
          }

          @Override
          public boolean isDirectory(String path) {
            return false;
          }
        };
    return new BuildFileSite(Sites.DOCKERFILE, file, files, text -> problem(text.content()));
  }

  private static Reading problem(String message) {
    return Reading.problem(
        Problem.of(Problem.Kind.UNREADABLE, message, "help", new FileLocation(FILE)));
  }

  @Test
  void theReaderIsGivenTheText() {
    FileContent content = new FileContent.Text(SourceText.of(FILE, "FROM a"));

    assertThat(source("Dockerfile", content).read(WEB)).contains(problem("FROM a"));
  }

  @Test
  void aContainerWithoutTheFileDoesNotUseTheSource() {
    FileContent content = new FileContent.Text(SourceText.of(FILE, "FROM a"));

    assertThat(source("default.nix", content).read(WEB)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsTheProblem() {
    FileContent content = new FileContent.Unreadable(problem("a folder").problems().get(0));

    assertThat(source("Dockerfile", content).read(WEB)).contains(problem("a folder"));
  }

  @Test
  void aFileThatVanishesMeanwhileIsAProblem() {
    Reading reading = source("Dockerfile", new FileContent.Missing(FILE)).read(WEB).orElseThrow();

    assertThat(reading.problems())
        .containsExactly(
            Problem.of(
                Problem.Kind.UNREADABLE,
                "the file vanished while it was read",
                "run the build again",
                new FileLocation(FILE)));
  }
}
