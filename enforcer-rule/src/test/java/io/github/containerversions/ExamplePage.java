package io.github.containerversions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A page of Markdown that shows files and what the check says of them. A fenced block whose info
 * string has a second word is the file of that path; a block of {@code text} without one is what
 * the check says.
 *
 * @param title the heading of the page
 * @param sections the sections by their headings, in order; what stands before the first is under
 *     the empty heading
 */
record ExamplePage(String title, Map<String, Section> sections) {

  /**
   * One section.
   *
   * @param prose its paragraphs as plain text, each on one line
   * @param files the files it shows, by path
   * @param said what the check says; empty where the section does not show it
   * @param fragments blocks that are neither
   */
  record Section(
      List<String> prose, Map<String, String> files, List<String> said, List<String> fragments) {
    Section() {
      this(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  static ExamplePage read(Path file) throws IOException {
    Node document = Parser.builder().build().parse(Files.readString(file));
    String title = "";
    Map<String, Section> sections = new LinkedHashMap<>();
    Section section = new Section();
    sections.put("", section);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        if (heading.getLevel() == 1) {
          title = plain(heading);
        } else {
          section = new Section();
          sections.put(plain(heading), section);
        }
      } else if (node instanceof FencedCodeBlock block) {
        add(section, block);
      } else {
        section.prose().add(plain(node));
      }
    }
    return new ExamplePage(title, sections);
  }

  private static void add(Section section, FencedCodeBlock block) {
    String[] info = block.getInfo().split(" ", 2);
    if (info.length == 2) {
      section.files().put(info[1], block.getLiteral());
    } else if (info[0].equals("text")) {
      section.said().add(block.getLiteral().stripTrailing());
    } else {
      section.fragments().add(block.getLiteral());
    }
  }

  /** Text as it reads, line breaks of the source aside; lists and tables come out as they may. */
  private static String plain(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    }
    return TextContentRenderer.builder().build().render(node).replaceAll("\\s+", " ").strip();
  }

  Section section(String heading) {
    Section section = sections.get(heading);
    if (section == null) {
      throw new AssertionError(title + " has no section " + heading);
    }
    return section;
  }
}
