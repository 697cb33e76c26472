package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.Property;
import io.github.containerversions.core.git.GitFailure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What git's answers mean, by the formats in git-status(1), git-diff-tree(1) and git-rev-parse(1),
 * also by those parts that our own questions do not bring up.
 */
class GitAnswersTest {

  private static final String H1 = "1".repeat(40);
  private static final String H2 = "2".repeat(40);
  private static final String EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
  private static final String HEADERS = "# branch.oid " + H1 + "\0# branch.head main\0";

  private static String changed(String path) {
    return "1 .M N... 100644 100644 100644 " + H1 + " " + H1 + " " + path + "\0";
  }

  @Test
  void statusTellsEveryKindOfChange() throws GitFailure {
    String renamed = "2 R. N... 100644 100644 100644 " + H1 + " " + H1 + " R100 new name\0old\0";
    String unmerged =
        "u UU N... 100644 100644 100644 100644 " + H1 + " " + H1 + " " + H1 + " in conflict\0";

    WorkTree tree =
        WorkTree.parse(
            HEADERS
                + "# branch.upstream origin/main\0# branch.ab +? -?\0# stash 2\0"
                + changed("a b")
                + renamed
                + unmerged
                + "? untracked file\0? nested/\0! ignored/\0! i\0");

    assertThat(tree)
        .isEqualTo(
            new WorkTree(
                H1,
                "main",
                Set.of("a b", "new name", "old", "in conflict", "untracked file", "nested"),
                Set.of("ignored", "i")));
  }

  @Test
  void statusTellsAnUnbornAndADetachedHead() throws GitFailure {
    assertThat(WorkTree.parse("# branch.oid (initial)\0# branch.head main\0"))
        .isEqualTo(new WorkTree("", "main", Set.of(), Set.of()));
    assertThat(WorkTree.parse("# branch.oid " + H1 + "\0# branch.head (detached)\0"))
        .isEqualTo(new WorkTree(H1, "", Set.of(), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "1 .M N...\0", "x y\0", "2 R.\0", "?\0", "M  f\n"})
  void statusInAnotherFormIsAFailure(String output) {
    assertThatThrownBy(() -> WorkTree.parse(output)).isInstanceOf(GitFailure.class);
    if (!output.replace("\0", "").isEmpty()) {
      assertThatThrownBy(() -> WorkTree.parse(HEADERS + output)).isInstanceOf(GitFailure.class);
    }
  }

  @Test
  void revisionsHaveAnyNumberOfMergeBases() throws GitFailure {
    String both = H1 + "\n" + H2 + "\n";

    assertThat(Revisions.parse("false\ntrue\n" + H1 + "\n\n"))
        .isEqualTo(new Revisions(false, true, H1, List.of(), ""));
    assertThat(Revisions.parse("true\nfalse\n" + H1 + "\n" + both + "a/b/\n"))
        .isEqualTo(new Revisions(true, false, H1, List.of(), "a/b/"));
    assertThat(Revisions.parse("false\ntrue\n" + H2 + "\n" + both + "^" + H1 + "\n^" + H2 + "\n\n"))
        .isEqualTo(new Revisions(false, true, H2, List.of(H1, H2), ""));
    assertThat(
            Revisions.parse("false\ntrue\n" + H2 + "\n" + both + "^" + H1 + "\na\nb/\n").prefix())
        .isEqualTo("a\nb/");
  }

  @Test
  void treesAreChangesAndThenAListing() throws GitFailure {
    String change = ":100644 100644 " + H1 + " " + H2 + " M\0";
    String file = ":000000 100644 " + H1 + " " + H2 + " A\0";
    String submodule = ":000000 160000 " + H1 + " " + H2 + " A\0";

    Trees trees =
        Trees.parse(
            change + "a\nb\0" + change + H1 + " " + H2 + "\n\0" + EMPTY + " " + H2 + "\n" + file
                + "f\0" + submodule + "m\0");

    assertThat(trees.changes()).containsExactlyInAnyOrder("a\nb", H1 + " " + H2 + "\n");
    assertThat(trees.files()).containsExactly("f", "m");
    assertThat(trees.submodules()).containsExactly("m");
    assertThat(Trees.parse("")).isEqualTo(Trees.NONE);
    assertThat(Trees.parse(EMPTY + " " + EMPTY + "\n")).isEqualTo(Trees.NONE);
  }

  /** The id of the tree without entries, as {@code git hash-object -t tree} gives it. */
  @Test
  void theEmptyTreeHasAnIdInEachHash() {
    assertThat(Trees.empty(H1)).isEqualTo(EMPTY);
    assertThat(Trees.empty("1".repeat(64)))
        .isEqualTo("6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ":a b", "a\0b\0", ":100644 100644 1 2 M\0f\0x\0", "a b\n"})
  void treesInAnotherFormAreAFailure(String output) {
    assertThatThrownBy(() -> Trees.parse(output)).isInstanceOf(GitFailure.class);
  }

  @Test
  void aRemotesBranchIsNotThatOfALongerName() throws GitFailure {
    Refs refs =
        Refs.parse(
            "refs/remotes/company/release/main\t"
                + H1
                + "\t\t\n"
                + "refs/remotes/company/main\t"
                + H2
                + "\t\t\n"
                + "refs/remotes/main\t"
                + H1
                + "\t\t\n");

    assertThat(refs.findRemote("main", "").map(Refs.Ref::hash)).contains(H2);
    assertThat(refs.findRemote("release/main", "").map(Refs.Ref::hash)).contains(H1);
    assertThat(refs.findRemote("n", "")).isEmpty();
    assertThatThrownBy(() -> Refs.parse("refs/heads/main\n")).isInstanceOf(GitFailure.class);
  }

  @Test
  void theShortNameOfABranchLeavesOutItsRemote() {
    assertThat(Refs.branch("refs/heads/a/b")).isEqualTo("a/b");
    assertThat(Refs.branch("refs/remotes/origin/a/b")).isEqualTo("a/b");
    assertThat(Refs.branch("refs/remotes/odd")).isEmpty();
    assertThat(Refs.branch("refs/tags/v1")).isEmpty();
  }

  @Test
  void noAnswerLeadsToAnythingButAValueOrAFailure() {
    Property.holds(
        random -> {
          String answer = answers(random);
          for (Reader reader :
              List.<Reader>of(WorkTree::parse, Revisions::parse, Trees::parse, Refs::parse)) {
            try {
              assertThat(reader.read(answer)).isNotNull();
            } catch (GitFailure failure) {
              assertThat(failure.line()).startsWith("git ");
            }
          }
        });
  }

  private interface Reader {
    Object read(String answer) throws GitFailure;
  }

  private static final List<String> ANSWERS =
      List.of(
          "\0",
          "\n",
          " ",
          "\t",
          "^",
          ":",
          H1,
          EMPTY,
          "# branch.oid ",
          "# branch.head ",
          "1 ",
          "2 ",
          "u ",
          "? ",
          "100644",
          "160000",
          "true",
          "f",
          "/",
          "refs/heads/");

  private static String answers(Property random) {
    return random.pieces(30, ANSWERS);
  }
}
