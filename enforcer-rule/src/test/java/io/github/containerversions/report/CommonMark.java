package io.github.containerversions.report;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** An implementation of CommonMark with GitHub's tables: the judge of what a reader sees. */
final class CommonMark {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private CommonMark() {}

  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /** The kinds of all nodes, in order: what a text is made of, whatever it says. */
  static List<String> shape(String markdown) {
    List<String> shape = new ArrayList<>();
    collect(parse(markdown), shape);
    return shape;
  }

  private static void collect(Node node, List<String> shape) {
    shape.add(node.getClass().getSimpleName());
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, shape);
    }
  }

  /** What the code spans below a node hold. */
  static List<String> codes(Node node) {
    List<String> codes = new ArrayList<>();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Code code) {
            codes.add(code.getLiteral());
          }
        });
    return codes;
  }
}
