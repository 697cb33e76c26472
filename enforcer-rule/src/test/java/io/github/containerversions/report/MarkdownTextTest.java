package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;

/** An implementation of CommonMark is the judge of what a reader sees. */
class MarkdownTextTest {
  @Property
  void aTextIsACodeSpanThatHoldsTheTextAndNothingElse(@ForAll("texts") String text) {
    Node line = CommonMark.parse("- " + MarkdownText.code(text) + " after").getFirstChild();

    assertThat(CommonMark.codes(line)).containsExactly(Printable.of(text));
    assertThat(line.getNext()).isNull();
  }

  @Property
  void inATableItStaysInItsCell(@ForAll("texts") String one, @ForAll("texts") String other) {
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

    assertThat(cells).containsExactly(List.of(Printable.of(one)), List.of(Printable.of(other)));
  }

  /** Texts of what has a meaning in Markdown; never blank, as no version is. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
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
            "é")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts))
        .filter(text -> !text.isBlank());
  }
}
