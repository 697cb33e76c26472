package io.github.containerversions.versions.site.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which entry a container is looked up by, and what an inventory that is not there says. */
class InventorySiteTest {
  private static final String FILE = "services.yaml";
  private static final Container DB = new Container("db", "containers/db", "postgres", List.of());

  private static Reading read(FileContent content) {
    RepositoryFiles files =
        new RepositoryFiles() {
          @Override
          public FileContent read(String path, int limit) {
            assertThat(path).isEqualTo(FILE);
            assertThat(limit).isEqualTo(4 << 20);
            return content;
          }

          @Override
          public boolean isDirectory(String path) {
            return false;
          }
        };
    return new InventorySite(files, InventoryLayout.of(FILE)).read(DB).orElseThrow();
  }

  @Test
  void aContainerIsLookedUpByTheNameOfItsService() {
    String inventory =
        "services: [{name: db, current-version: 1}, {name: postgres, current-version: 2}]";

    assertThat(read(new FileContent.Text(SourceText.of(FILE, inventory))).declarations())
        .extracting(Declaration::version)
        .containsExactly("2");
  }

  @Test
  void whatCannotBeReadIsTheProblemOfEveryContainer() {
    Problem problem =
        Problem.of(Problem.Kind.UNREADABLE, "it is a folder", "help", new FileLocation(FILE));

    assertThat(read(new FileContent.Unreadable(problem))).isEqualTo(Reading.problem(problem));
  }

  @Test
  void aMissingInventoryIsAProblemOfEveryContainer() {
    assertThat(read(new FileContent.Missing(FILE)).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.UNREADABLE);
  }
}
