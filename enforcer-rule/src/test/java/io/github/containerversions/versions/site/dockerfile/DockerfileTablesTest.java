package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Problem.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The tables again, each as one test. Mutation tests run these: to them, each row of a
 * parameterised test is a test of its own, and sets up the whole table anew.
 */
class DockerfileTablesTest {
  private final DockerfileReaderTest reader = new DockerfileReaderTest();

  @Test
  void theAnswersAreBuildKits() {
    BuildKitTableTest table = new BuildKitTableTest();
    BuildKitTableTest.cases().forEach(table::theAnswerIsBuildKits);
  }

  @Test
  void readsWhatFilesDeclare() throws IOException {
    DockerfileReaderTest.readings()
        .map(row -> row.get())
        .forEach(
            row ->
                reader.readsWhatAFileDeclares((String) row[0], (String) row[1], (String) row[2]));
  }

  @Test
  void problemsSayWhatIsWrongAndWhatToWrite() {
    DockerfileReaderTest.problems()
        .map(row -> row.get())
        .forEach(
            row ->
                reader.aProblemSaysWhatIsWrongAndWhatToWrite(
                    (String) row[0],
                    (String) row[1],
                    (Kind) row[2],
                    (String) row[3],
                    (String) row[4]));
  }
}
