package io.github.containerversions.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * {@code docs/configuration.md}: a chapter for each rule, a section for each parameter, in which
 * list items start with what they tell: {@code Default:}, {@code Example:}, {@code Property:},
 * {@code Refused:}.
 *
 * @param rules the parameters of each rule by its element, in order
 */
record ParameterPage(Map<String, Map<String, Parameter>> rules) {

  /**
   * One section.
   *
   * @param items the code spans of each list item, by the word that the item starts with
   * @param blocks the XML shown in blocks
   */
  record Parameter(Map<String, List<List<String>>> items, List<String> blocks) {
    private Parameter() {
      this(new LinkedHashMap<>(), new ArrayList<>());
    }

    /** The code spans of all items that start with a word. */
    List<List<String>> all(String word) {
      return items.getOrDefault(word, List.of());
    }

    /** XML to try, from a list item or from a block. */
    List<String> examples() {
      List<String> examples = new ArrayList<>(blocks);
      all("Example").forEach(examples::addAll);
      return examples;
    }
  }

  static ParameterPage read(Path file) throws IOException {
    Map<String, Map<String, Parameter>> rules = new LinkedHashMap<>();
    Map<String, Parameter> chapter = new LinkedHashMap<>();
    Parameter section = new Parameter();
    Node document = Parser.builder().build().parse(Files.readString(file));
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        section = new Parameter();
        if (heading.getLevel() == 3) {
          chapter.put(text(heading), section);
        } else {
          chapter = new LinkedHashMap<>();
          rules.put(text(heading), chapter);
        }
      } else if (node instanceof FencedCodeBlock block && block.getInfo().equals("xml")) {
        section.blocks().add(block.getLiteral());
      } else if (node instanceof BulletList list) {
        add(section, list);
      }
    }
    return new ParameterPage(rules);
  }

  private static void add(Parameter section, BulletList list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Node first = item.getFirstChild().getFirstChild();
      List<String> code = new ArrayList<>();
      for (Node inline = first; inline != null; inline = inline.getNext()) {
        if (inline instanceof Code span) {
          code.add(span.getLiteral());
        }
      }
      String word = ((Text) first).getLiteral().split(":", 2)[0];
      section.items().computeIfAbsent(word, it -> new ArrayList<>()).add(code);
    }
  }

  private static String text(Heading heading) {
    return ((Text) heading.getFirstChild()).getLiteral();
  }
}
