package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.Scope.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The touched files of random histories, against four questions to git that need no cleverness. */
class TouchedFilesPropertyTest {

  private static final String[] FILES = {"a", "b c", "d/e", "d/ü", "containers/a/Dockerfile"};

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void touchedIsWhatDiffersAnywhereBetweenMergeBaseAndDisk(long seed) {
    Random random = new Random(seed);
    TestRepository repository = TestRepository.onFeature(folder);
    for (int step = 0; step < 14; step++) {
      change(repository, random);
    }

    Scope scope = repository.scope();

    Set<String> expected = new TreeSet<>();
    add(expected, repository.git("diff", "-z", "--no-renames", "--name-only", "main...HEAD"));
    add(expected, repository.git("diff", "-z", "--no-renames", "--name-only", "--cached"));
    add(expected, repository.git("diff", "-z", "--no-renames", "--name-only"));
    add(expected, repository.git("ls-files", "-z", "--others", "--exclude-standard"));
    assertThat(scope.reason()).isEqualTo(Reason.BASE);
    assertThat(((Changes.Files) scope.changes()).paths())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void add(Set<String> paths, String output) {
    Arrays.stream(output.split("\0", -1)).filter(path -> !path.isEmpty()).forEach(paths::add);
  }

  private static void change(TestRepository repository, Random random) {
    String file = FILES[random.nextInt(FILES.length)];
    boolean there = Files.exists(repository.root.resolve(file));
    switch (random.nextInt(7)) {
      case 0, 1, 2 -> repository.write(file, Integer.toString(random.nextInt(3)));
      case 3 -> {
        if (there) {
          repository.delete(file);
        }
      }
      case 4 -> repository.git("add", "--all");
      case 5 -> repository.git("commit", "--quiet", "--allow-empty", "-m", "step");
      default -> repository.git("reset", "--quiet", "--", ".");
    }
  }
}
