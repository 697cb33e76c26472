package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/goals.md}: its commands say what it shows, one after the other. */
class GoalsPageIT {
  @Test
  void eachCommandSaysWhatThePageShows() {
    Repository repository = Repository.copyOf("quick-start").inGit().delete("pom.xml");
    Page page = Page.read("goals.md");
    List<Page.Block> blocks = page.blocks();
    page.files().forEach((file, text) -> assertThat(repository.read(file)).isEqualTo(text));
    int run = 0;
    for (int i = 0; i + 1 < blocks.size(); i++) {
      if (blocks.get(i).language().equals("sh") && blocks.get(i + 1).language().equals("text")) {
        List<String> words =
            new ArrayList<>(Arrays.asList(blocks.get(i).text().strip().split(" ")));
        words.remove("mvn");
        String goal = words.stream().filter(it -> it.contains(":")).findFirst().orElseThrow();
        words.remove(goal);
        Build build =
            repository
                .maven()
                .goal(goal.substring(goal.lastIndexOf(':') + 1), words.toArray(String[]::new));
        assertThat(build.ofGoal()).as(goal).isEqualTo(blocks.get(i + 1).text().strip());
        run++;
      }
    }
    assertThat(run).isEqualTo(6);
  }
}
