package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of {@code docs/recipes}: a repository that passes, and the same with one file changed,
 * which the page shows a second time.
 */
class RecipesIT {

  @ParameterizedTest
  @ValueSource(strings = {"homelab", "collection"})
  void aRecipePassesAndThenFailsAsItsPageSays(String name) {
    Page page = Page.read("recipes/" + name + ".md");
    List<String> said = page.fragments("text");
    Repository repository = empty();
    Set<String> shown = new HashSet<>();
    for (Page.Block block : page.blocks()) {
      if (!block.path().isEmpty() && shown.add(block.path())) {
        repository.write(block.path(), block.text());
      }
    }
    repository.inGit();
    assertThat(repository.read("pom.xml").lines()).hasSizeLessThanOrEqualTo(25);

    Build passing = repository.validate("-DcontainerVersions.allFiles");
    assertThat(passing.exitCode()).as(passing.text()).isZero();
    List<String> printed = Stream.concat(passing.told().lines(), passing.warned().lines()).toList();
    assertThat(said.get(0).strip().lines().toList()).containsExactlyInAnyOrderElementsOf(printed);

    page.files().forEach(repository::write);
    Build failing = repository.validate("-DcontainerVersions.allFiles");
    assertThat(failing.exitCode()).as(failing.text()).isNotZero();
    assertThat(failing.failure()).isEqualTo(said.get(1).strip());
  }

  private static Repository empty() {
    return Repository.copyOf("quick-start")
        .delete("pom.xml")
        .delete("containers")
        .delete("service-versions.yaml");
  }
}
