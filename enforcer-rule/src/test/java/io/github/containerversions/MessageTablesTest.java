package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message that a build is known to print can be looked up, on the page of its rule or among
 * the others, and every message shown exists.
 */
class MessageTablesTest {
  private static final Path PAGE = Path.of("..", "docs", "troubleshooting.md");
  private static final String OF_RULE = "All messages";

  /** The code spans of the first column of each table, by the rule or by the heading above it. */
  private static final Map<String, List<String>> SHOWN = shown();

  private static final String ANYTHING = "…";

  /** A finding or a warning, after the place that it is at. */
  private static final Pattern MESSAGE = Pattern.compile("^(?:\\S+ )?\\[([a-z-]+)\\] (.*)$");

  private static final String OF_ANY_RULE = "A file cannot be read";

  /** Not ours: Maven's, the Enforcer's and git's. */
  private static final List<String> OF_OTHERS =
      List.of("Maven and the Enforcer", "Troubleshooting");

  private static final List<String> OF_GIT =
      List.of(
          "safe.directory",
          "detected dubious ownership in repository at …",
          "unsafe repository",
          "not a git repository");

  @ParameterizedTest
  @MethodSource("io.github.containerversions.MessagesTest#pages")
  void aMessageCanBeLookedUpUnderItsRule(Path golden) throws IOException {
    for (Said said : said(golden)) {
      List<String> candidates = new ArrayList<>(SHOWN.getOrDefault(said.rule(), List.of()));
      candidates.addAll(SHOWN.getOrDefault(OF_ANY_RULE, List.of()));
      assertThat(candidates)
          .as(said.message())
          .anyMatch(it -> pattern(it).matcher(said.message()).matches());
    }
  }

  private record Said(String rule, String message) {}

  private static List<Said> said(Path golden) throws IOException {
    return ExamplePage.read(golden).section("").said().stream()
        .flatMap(String::lines)
        .map(MESSAGE::matcher)
        .filter(Matcher::matches)
        .map(it -> new Said(it.group(1), it.group(2)))
        .toList();
  }

  /** A message that starts with what may be anything has no start to look for. */
  private static Pattern pattern(String shown) {
    String expression =
        Arrays.stream(shown.split(ANYTHING, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile("(?:[^:]+: )?" + expression);
  }

  @Test
  void everyMessageShownIsPrintedByAPageOfMessagesOrInTheCode()
      throws IOException, URISyntaxException {
    List<Said> golden = new ArrayList<>();
    for (Path page : MessagesTest.pages()) {
      golden.addAll(said(page));
    }
    String code = literals();
    List<String> unknown = new ArrayList<>();
    SHOWN.forEach(
        (section, messages) ->
            messages.stream()
                .filter(it -> !OF_OTHERS.contains(section) && !OF_GIT.contains(it))
                .filter(it -> golden.stream().noneMatch(said -> isIn(section, it, said)))
                .filter(it -> !parts(it).stream().allMatch(code::contains))
                .forEach(unknown::add));

    assertThat(unknown).isEmpty();
  }

  private static boolean isIn(String section, String message, Said said) {
    return (section.equals(OF_ANY_RULE) || said.rule().equals(section))
        && pattern(message).matcher(said.message()).matches();
  }

  /** What stands between the gaps and constants, if that is more than a word. */
  private static List<String> parts(String message) {
    return Arrays.stream(message.split("[…$'\"]|\\*\\*\\*|allowed are|-D|[A-Z]+(?:_[A-Z]+)+", -1))
        .map(it -> it.replaceAll("^[;:,.) ]+|[;:,(=]*\\s*$", ""))
        .filter(it -> it.length() > 12)
        .toList();
  }

  @Test
  void theSampleOfAFindingIsPrintedForAPageOfMessages() throws IOException, URISyntaxException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```\n") + 4;
    String sample = page.substring(start, page.indexOf("```", start));
    List<String> printed = new ArrayList<>();
    for (Path golden : MessagesTest.pages()) {
      printed.addAll(ExamplePage.read(golden).section("").said());
    }

    assertThat(sample).startsWith("containers/").contains("\n    help: ");
    assertThat(printed).anyMatch(it -> (it + "\n").endsWith(sample));
  }

  @Test
  void everyReasonOfAScopeIsExplained() throws IOException {
    String scope = Files.readString(PAGE.resolveSibling("scope.md"));

    for (Scope.Reason reason : Scope.Reason.values()) {
      assertThat(scope).contains("`" + reason.id() + "`");
    }
    assertThat(Files.readString(PAGE))
        .contains(
            Stream.of(
                    Scope.Reason.NO_BASE,
                    Scope.Reason.NO_MERGE_BASE,
                    Scope.Reason.NO_GIT,
                    Scope.Reason.NO_COMMIT,
                    Scope.Reason.GIT_FAILED)
                .map(it -> "| `" + it.id() + "`")
                .toList());
  }

  private static Map<String, List<String>> shown() {
    Map<String, List<String>> shown = tables(PAGE);
    for (RuleInfo rule : RulePagesTest.rules()) {
      Path page = PAGE.resolveSibling("rules").resolve(rule.id() + ".md");
      List<String> messages = tables(page).getOrDefault(OF_RULE, List.of());
      assertThat(messages).as("%s of %s", OF_RULE, rule.id()).isNotEmpty();
      shown.put(rule.id(), messages);
    }
    return shown;
  }

  private static Map<String, List<String>> tables(Path page) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    Node document =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(read(page));
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        section = new ArrayList<>();
        shown.put(title(heading), section);
      }
      section.addAll(firstColumn(node));
    }
    return shown;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String title(Heading heading) {
    String text = TextContentRenderer.builder().build().render(heading).strip();
    return text.replaceAll("[\"«»]", "");
  }

  private static List<String> firstColumn(Node node) {
    List<String> spans = new ArrayList<>();
    node.accept(
        new AbstractVisitor() {
          private boolean body;

          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableBody) {
              body = true;
            }
            if (body && node instanceof TableRow row) {
              visitChildren(row.getFirstChild());
            } else {
              visitChildren(node);
            }
          }

          @Override
          public void visit(Code code) {
            if (body) {
              spans.add(code.getLiteral());
            }
          }
        });
    return spans;
  }

  /** All text of the code, with literals that are joined in it joined. */
  private static String literals() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("src", "main", "java"))) {
      StringBuilder code = new StringBuilder();
      for (Path file : tree.filter(it -> it.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file)).append('\n');
      }
      return code.toString().replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
    }
  }
}
