package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every page: its links lead somewhere, and the samples in it can be read. */
class PagesTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern PROPERTY =
      Pattern.compile("-D(containerVersions|registryPushAuth)\\.(\\w+)");

  /** A program for jq, and in it what it asks for: a key after a dot. */
  private static final Pattern JQ = Pattern.compile("jq -?\\w* ?'([^']*)' \\S*report");

  private static final Pattern KEY = Pattern.compile("(?<![\\w.])\\.([a-z]\\w*)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> tree = Files.walk(TOP.resolve("docs"))) {
      List<Path> pages =
          new ArrayList<>(tree.filter(it -> it.toString().endsWith(".md")).sorted().toList());
      for (String name : List.of("README", "CONTRIBUTING", "SECURITY", "CHANGELOG", "it/README")) {
        pages.add(TOP.resolve(name + ".md"));
      }
      return pages;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    for (String link : links(page)) {
      if (!link.startsWith("https://")) {
        String[] halves = link.split("#", 2);
        Path target = halves[0].isEmpty() ? page : page.resolveSibling(halves[0]).normalize();
        assertThat(target).as(link).exists();
        if (halves.length == 2) {
          assertThat(anchors(target)).as(link).contains(halves[1]);
        }
      }
    }
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    Path docs = TOP.resolve("docs");
    List<Path> linked =
        links(docs.resolve("README.md")).stream().map(it -> docs.resolve(it).normalize()).toList();
    List<Path> missing =
        pages().stream()
            .filter(it -> it.startsWith(docs) && !it.startsWith(docs.resolve("rules")))
            .filter(it -> !it.endsWith("README.md") && !linked.contains(it.normalize()))
            .toList();

    assertThat(missing).isEmpty();
  }

  /**
   * {@code .ci/run} takes the second block marked {@code sh}, so that there is one command only.
   */
  @Test
  void theSecondCommandOfReadmeRunsTheTests() throws IOException {
    List<String> commands =
        blocks(TOP.resolve("README.md")).stream()
            .filter(it -> it.getInfo().equals("sh"))
            .map(it -> it.getLiteral().strip())
            .toList();
    assertThat(commands.get(1)).isEqualTo("mvn -B -ntp verify");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void propertiesAreThoseThatThereAre(Path page) throws IOException {
    String text = Files.readString(page);
    for (MatchResult property : PROPERTY.matcher(text).results().toList()) {
      String element =
          property.group(1).equals("containerVersions")
              ? "containerVersionSync"
              : property.group(1);
      Set<String> known = new TreeSet<>(ConfiguredRule.parameters(element));
      known.add("execution"); // of the goals alone
      assertThat(known).contains(property.group(2));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void yamlAndXmlCanBeRead(Path page)
      throws IOException, ParserConfigurationException, SAXException {
    for (FencedCodeBlock block : blocks(page)) {
      String language = block.getInfo().split(" ", 2)[0];
      String text = block.getLiteral();
      if (language.equals("yaml")) {
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(it -> {});
      } else if (language.equals("xml")) {
        // Several elements that stand side by side are a fragment.
        String document = text.startsWith("<?xml") ? text : "<fragment>" + text + "</fragment>";
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(document)));
      }
    }
  }

  /** A renderer does not show what stands behind the language of a block. */
  @ParameterizedTest
  @MethodSource("pages")
  void aFileHasItsNameAboveIt(Path page) throws IOException {
    for (FencedCodeBlock block : blocks(page)) {
      String[] info = block.getInfo().split(" ", 2);
      // Commands have the program behind the language, such as jq.
      boolean command = info[0].equals("sh") && info[info.length - 1].matches("\\w+");
      if (info.length == 2 && !command) {
        assertThat(block.getPrevious()).as(info[1]).isInstanceOf(Paragraph.class);
        assertThat(TextContentRenderer.builder().build().render(block.getPrevious()))
            .contains(info[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyColumnOfATableHasAHeader(Path page) throws IOException {
    List<TableCell> empty = new ArrayList<>();
    parsed(page)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomNode node) {
                if (node instanceof TableCell cell
                    && cell.isHeader()
                    && cell.getFirstChild() == null) {
                  empty.add(cell);
                }
                visitChildren(node);
              }
            });
    assertThat(empty).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void jqAsksForKeysThatReportsHave(Path page) throws IOException, JsonParserException {
    Set<String> keys = new TreeSet<>();
    Path report = TOP.resolve("it/src/it/nix-lags-behind.report.json");
    collectKeys(JsonParser.object().from(Files.readString(report)), keys);
    keys.addAll(List.of("runs", "results", "suppressions")); // of SARIF
    for (MatchResult program : JQ.matcher(Files.readString(page)).results().toList()) {
      List<String> asked = KEY.matcher(program.group(1)).results().map(it -> it.group(1)).toList();
      assertThat(asked).isNotEmpty();
      assertThat(keys).containsAll(asked);
    }
  }

  private static void collectKeys(Object json, Set<String> keys) {
    if (json instanceof JsonObject object) {
      keys.addAll(object.keySet());
      object.values().forEach(it -> collectKeys(it, keys));
    } else if (json instanceof JsonArray array) {
      array.forEach(it -> collectKeys(it, keys));
    }
  }

  private static List<String> links(Path page) throws IOException {
    List<String> links = new ArrayList<>();
    parsed(page)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                links.add(image.getDestination());
              }
            });
    return links;
  }

  private static List<FencedCodeBlock> blocks(Path page) throws IOException {
    List<FencedCodeBlock> blocks = new ArrayList<>();
    parsed(page)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                blocks.add(block);
              }
            });
    return blocks;
  }

  /** The names of headings as GitHub makes them; a name that was there before has a number. */
  private static Set<String> anchors(Path page) throws IOException {
    Set<String> anchors = new TreeSet<>();
    if (page.toString().endsWith(".md")) {
      parsed(page)
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(Heading heading) {
                  String anchor = anchor(heading);
                  String free = anchor;
                  for (int number = 1; !anchors.add(free); number++) {
                    free = anchor + "-" + number;
                  }
                }
              });
    }
    return anchors;
  }

  private static String anchor(Heading heading) {
    return TextContentRenderer.builder()
        .build()
        .render(heading)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\w\\- ]", "")
        .replace(' ', '-');
  }

  private static Node parsed(Path page) throws IOException {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .build()
        .parse(Files.readString(page));
  }
}
