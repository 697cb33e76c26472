package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The pictures of README say what its sample says, which another test holds to a real run: {@code
 * docs/pictures/make.py} has to be run again where they do not.
 */
class PicturesTest {
  private static final Path TOP = Path.of("..");

  @Test
  void theTerminalShowsTheFailureOfTheReadme() throws Exception {
    String shown = String.join("", texts("failing-run.svg"));

    for (String line : failure()) {
      assertThat(shown).contains(line);
    }
  }

  @Test
  void theAnnotationShowsItsFinding() throws Exception {
    List<String> failure = failure();
    List<String> shown = texts("annotation.svg");

    String[] finding = failure.get(1).split(":7:14 \\[version-agreement\\] ", -1);
    assertThat(shown).contains(finding[0], "version-agreement", finding[1]);
    for (String line : failure.subList(2, failure.size())) {
      assertThat(shown).contains(line.strip());
    }
  }

  private static List<String> failure() throws IOException {
    String readme = Files.readString(TOP.resolve("README.md"));
    int start = readme.indexOf("Container versions disagree");
    return readme.substring(start, readme.indexOf("```", start)).strip().lines().toList();
  }

  private static List<String> texts(String picture)
      throws IOException, ParserConfigurationException, SAXException {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(TOP.resolve("docs/pictures").resolve(picture).toFile())
            .getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
