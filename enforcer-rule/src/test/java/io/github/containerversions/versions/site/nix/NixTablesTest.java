package io.github.containerversions.versions.site.nix;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tables again, each as one test. Mutation tests run these: to them, each row of a
 * parameterised test is a test of its own, and sets up the whole table anew.
 */
class NixTablesTest {

  @Test
  void acceptsWhatNixAccepts() {
    NixGrammarTest grammar = new NixGrammarTest();
    Table.rows("nix-grammar.tsv")
        .forEach(row -> grammar.acceptsWhatNixAccepts(row[0], row[1], Table.unescape(row[2])));
  }

  @Test
  void readsWhatNixSays() {
    NixReaderTest reader = new NixReaderTest();
    Table.rows("nix-cases.tsv").forEach(row -> reader.readsWhatNixSays(row[0], List.of(row)));
  }

  @Test
  void givesNoVersionButTheOneOfNix() {
    NixReaderTest reader = new NixReaderTest();
    Table.rows("nix-evaluations.tsv")
        .forEach(
            row -> reader.givesNoVersionButTheOneOfNix(row[0], row[1], Table.unescape(row[2])));
  }
}
