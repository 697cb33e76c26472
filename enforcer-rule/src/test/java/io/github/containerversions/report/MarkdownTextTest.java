package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.Property;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An implementation of CommonMark is the judge of what a reader sees. */
class MarkdownTextTest {
  @Test
  void aTextIsACodeSpanThatHoldsTheTextAndNothingElse() {
    Property.holds(
        random -> {
          String text = texts(random);
          Node line = CommonMark.parse("- " + MarkdownText.code(text) + " after").getFirstChild();

          assertThat(CommonMark.codes(line)).containsExactly(Printable.of(text));
          assertThat(line.getNext()).isNull();
        });
  }

  @Test
  void inATableItStaysInItsCell() {
    Property.holds(
        random -> {
          String one = texts(random);
          String other = texts(random);
          String table =
              "| a | b |\n| --- | --- |\n| %s | %s |\n"
                  .formatted(MarkdownText.cell(one), MarkdownText.cell(other));
          List<List<String>> cells = new ArrayList<>();
          CommonMark.parse(table)
              .accept(
                  new AbstractVisitor() {
                    @Override
                    public void visit(org.commonmark.node.CustomNode node) {
                      if (node instanceof TableCell cell && !cell.isHeader()) {
                        cells.add(CommonMark.codes(cell));
                      }
                      visitChildren(node);
                    }
                  });

          assertThat(cells)
              .containsExactly(List.of(Printable.of(one)), List.of(Printable.of(other)));
        });
  }

  /**
   * CommonMark takes one space from both ends of a code span, if there is more than spaces in it.
   */
  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {" a ", "  a  ", " a", "a ", " ", "  ", " ` ", "`a", "a`", "a"})
  void spacesAndBackticksAtTheEndsAreKept(String text) {
    Node line = CommonMark.parse("- " + MarkdownText.code(text) + " after");

    assertThat(CommonMark.codes(line)).containsExactly(text);
  }

  @Test
  void nothingIsAddedWhereNothingWouldBeTakenAway() {
    assertThat(MarkdownText.code(" a")).isEqualTo("` a`");
    assertThat(MarkdownText.code("a ")).isEqualTo("`a `");
    assertThat(MarkdownText.code("  ")).isEqualTo("`  `");
  }

  /** Texts of what has a meaning in Markdown; never blank, as no version is. */
  private static final List<String> TEXTS =
      List.of(
          "`",
          "``",
          "|",
          "\\",
          "<b>",
          "-->",
          "[a](b)",
          "![",
          " ",
          "*",
          "_",
          "$",
          "&amp;",
          "#",
          "\n",
          "\u001B[1m",
          "\u202E",
          "v1.2",
          "::error::",
          "@name",
          "http://x",
          "~~~",
          "é");

  private static String texts(Property random) {
    return random.pieces(7, TEXTS) + random.of("1", "|", "`");
  }
}
