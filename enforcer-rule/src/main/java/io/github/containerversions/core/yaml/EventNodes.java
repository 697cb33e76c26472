package io.github.containerversions.core.yaml;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode.Scalar.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * Builds the nodes of a document from SnakeYAML's events.
 *
 * <p>Not from its own nodes: those resolve types by a set of regular expressions, which takes
 * longer than everything else at a cold start, and know where a scalar's tag begins, but not the
 * scalar. SnakeYAML's default limit on nesting holds here as well; of aliases what they expand to
 * is limited, not their number.
 */
final class EventNodes {
  private static final int MAX_DEPTH = 50;

  /** Readers that follow what holds itself take as many steps for each of them. */
  private static final int MAX_LOOPS = 50;

  /** How deep aliases may lead; readers walk the nodes by recursion. */
  private static final int MAX_DEPTH_BY_ALIASES = 250;

  private static final int MAX_NODES = YamlDocument.MAX_NODES;

  /** With each alias counted as all that it stands for: what walking all of them may visit. */
  private static final int MAX_EXPANDED_NODES = 2_000_000;

  private final SourceText text;
  private final MarkingScanner scanner;
  private final Parser parser;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<YamlNode> documents = new ArrayList<>();
  private final boolean several;
  private int nodes;

  /** The nodes so far, with each alias counted as all that it stands for. */
  private int expanded;

  private int loops;

  private EventNodes(SourceText text, boolean several) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(RepositoryFiles.INVENTORY_LIMIT);
    this.text = text;
    this.several = several;
    this.scanner = new MarkingScanner(new ScannerImpl(new TextStream(text.content()), options));
    this.parser = new ParserImpl(scanner);
  }

  /**
   * The roots of all documents in a text; the limits hold for all of them together.
   *
   * @param text holds only characters that YAML allows
   * @param several whether there may be more than one
   * @throws BrokenYaml if the text is not well-formed or exceeds a limit
   */
  static List<YamlNode> read(SourceText text, boolean several) throws BrokenYaml {
    try {
      return new EventNodes(text, several).build();
    } catch (MarkedYAMLException e) {
      throw BrokenYaml.by(text, e);
    } catch (RuntimeException e) {
      // SnakeYAML does not say what else it throws; whatever it is, the text cannot be read.
      throw BrokenYaml.malformed(
          String.valueOf(e.getMessage()), new FileLocation(text.file()), List.of());
    }
  }

  private List<YamlNode> build() throws BrokenYaml {
    for (Event event = parser.getEvent();
        event.getEventId() != Event.ID.StreamEnd;
        event = parser.getEvent()) {
      switch (event.getEventId()) {
        case DocumentStart -> beginDocument(event);
        case Alias -> add(anchored((AliasEvent) event));
        case Scalar -> addAnchored(scalar((ScalarEvent) event), (ScalarEvent) event);
        case SequenceStart -> begin(new YamlNode.Items(new ArrayList<>(), offset(event)), event);
        case MappingStart -> begin(new YamlNode.Mapping(new ArrayList<>(), offset(event)), event);
        case SequenceEnd, MappingEnd -> end();
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
      }
    }
    return documents.isEmpty()
        ? List.of(new YamlNode.Scalar("", Style.PLAIN, "", 0, 0))
        : List.copyOf(documents);
  }

  private void beginDocument(Event event) throws BrokenYaml {
    anchors.clear(); // an anchor holds within its document (YAML 1.1, 3.2.2.2)
    if (!several && !documents.isEmpty()) {
      throw new BrokenYaml(
          Problem.of(
              Kind.SHAPE,
              "the file holds several YAML documents",
              "keep one document, without a second line of three hyphens",
              span(event)));
    }
  }

  private YamlNode anchored(AliasEvent event) throws BrokenYaml {
    Anchored anchored = anchors.get(event.getAnchor());
    if (anchored == null) {
      // Its name is not shown: it may be a secret that somebody forgot to quote.
      throw BrokenYaml.malformed(
          "nothing before it has the anchor that is named here", span(event), List.of());
    }
    expanded += anchored.size;
    if (anchored.open && ++loops > MAX_LOOPS) {
      throw BrokenYaml.overLimit(
          "more than " + MAX_LOOPS + " aliases of what they stand in", span(event));
    }
    if (expanded > MAX_EXPANDED_NODES) {
      throw BrokenYaml.overLimit(
          "aliases that expand to more than " + MAX_EXPANDED_NODES + " nodes", span(event));
    }
    if (open.size() + anchored.height > MAX_DEPTH_BY_ALIASES) {
      throw BrokenYaml.overLimit(
          "aliases are nested more than " + MAX_DEPTH_BY_ALIASES + " deep", span(event));
    }
    if (!open.isEmpty()) {
      open.element().height = Math.max(open.element().height, anchored.height + 1);
    }
    return anchored.node;
  }

  private void begin(YamlNode collection, Event event) throws BrokenYaml {
    if (open.size() == MAX_DEPTH) {
      throw BrokenYaml.overLimit(
          "lists and mappings are nested more than " + MAX_DEPTH + " deep", span(event));
    }
    int expandedBefore = expanded;
    Anchored anchored = addAnchored(collection, (NodeEvent) event);
    if (anchored != null) {
      anchored.open = true;
    }
    open.push(new Open(collection, anchored, expandedBefore));
  }

  private void end() {
    Open ended = open.pop();
    if (ended.anchored != null) {
      ended.anchored.open = false;
      ended.anchored.size = expanded - ended.expandedBefore;
      ended.anchored.height = ended.height;
    }
    if (!open.isEmpty()) {
      open.element().height = Math.max(open.element().height, ended.height + 1);
    }
  }

  private @Nullable Anchored addAnchored(YamlNode node, NodeEvent event) throws BrokenYaml {
    if (++nodes > MAX_NODES) {
      throw BrokenYaml.overLimit(
          "more than " + MAX_NODES + " keys, texts, lists and mappings", span(event));
    }
    expanded++;
    Anchored anchored = null;
    if (event.getAnchor() != null) {
      anchored = new Anchored(node);
      anchors.put(event.getAnchor(), anchored);
    }
    add(node);
    return anchored;
  }

  private void add(YamlNode node) {
    if (open.isEmpty()) {
      documents.add(node);
    } else {
      open.element().add(node);
    }
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    String tag = event.getTag() == null ? "" : event.getTag();
    int start = scanner.takeScalarStart();
    int end = event.getEndMark().getIndex();
    String value = event.getValue();
    if (start < 0) {
      return new YamlNode.Scalar(value, Style.PLAIN, tag, end, end);
    }
    return switch (event.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> new YamlNode.Scalar(value, Style.PLAIN, tag, start, end);
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          new YamlNode.Scalar(value, Style.QUOTED, tag, start + 1, end - 1);
      case LITERAL, FOLDED -> block(value, tag, start, end);
    };
  }

  /** A block scalar: its content stands on the lines below its indicator. */
  private YamlNode.Scalar block(String value, String tag, int indicator, int end) {
    String content = text.content();
    int from = indicator;
    while (from < end && content.charAt(from) != '\n' && content.charAt(from) != '\r') {
      from++;
    }
    while (from < end && Character.isWhitespace(content.charAt(from))) {
      from++;
    }
    int to = end;
    while (to > from && Character.isWhitespace(content.charAt(to - 1))) {
      to--;
    }
    return new YamlNode.Scalar(value, Style.BLOCK, tag, from, to);
  }

  private static int offset(Event event) {
    return event.getStartMark().getIndex();
  }

  private Location span(Event event) {
    return text.span(offset(event), event.getEndMark().getIndex());
  }
}
