package io.github.containerversions.versions.site.python;

import org.junit.jupiter.api.Test;

/**
 * The tables again, each as one test. Mutation tests run these: to them, each row of a
 * parameterised test is a test of its own, and sets up the whole table anew.
 */
class PythonTablesTest {
  private final PythonReaderTest reader = new PythonReaderTest();

  @Test
  void answersAsPythonDoes() {
    PythonCase.all().forEach(reader::answersAsPythonDoes);
  }

  @Test
  void lineEndsDoNotChangeTheAnswer() {
    PythonCase.all().forEach(reader::lineEndsDoNotChangeTheAnswer);
  }

  @Test
  void aByteOrderMarkDoesNotChangeTheAnswer() {
    PythonCase.all().forEach(reader::aByteOrderMarkDoesNotChangeTheAnswer);
  }
}
