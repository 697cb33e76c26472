package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.pushes.RegistryPushAuth;
import io.github.containerversions.versions.ContainerVersionSync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about rules say what the rules say of themselves, and show what the check prints. */
class RulePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final String INDEX = "README.md";
  private static final List<String> HEADINGS =
      List.of(
          "",
          "What it checks",
          "Why",
          "A wrong file",
          "The message",
          "The right file",
          "How to fix",
          "All messages",
          "How to exempt");

  @TempDir private Path wrong;
  @TempDir private Path right;
  @TempDir private Path exempt;

  static List<RuleInfo> rules() {
    return Stream.of(
            ContainerVersionSync.rules(),
            ContainerVersionSync.notices(),
            RegistryPushAuth.rules(),
            RegistryPushAuth.notices())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Test
  void everyRuleHasItsPageAndEveryPageItsRule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(it -> it.getFileName().toString()).filter(it -> !it.equals(INDEX)))
          .containsExactlyInAnyOrderElementsOf(
              rules().stream().map(it -> it.id() + ".md").toList());
    }
  }

  @Test
  void theIndexNamesEveryRule() throws IOException {
    assertThat(Files.readString(PAGES.resolve(INDEX)))
        .contains(
            rules().stream()
                .map(it -> "| [%1$s](%1$s.md) | %2$s |".formatted(it.id(), it.title()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageSaysWhatTheRuleSaysOfItself(RuleInfo rule) throws IOException {
    ExamplePage page = page(rule);

    assertThat(page.title()).isEqualTo(rule.id());
    assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS);
    assertThat(page.section("What it checks").prose()).first().isEqualTo(rule.title() + ".");
    assertThat(page.section("Why").prose()).first().isEqualTo(rule.why());
    assertThat(page.section("How to fix").prose()).first().isEqualTo(rule.fix());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageShowsWhatTheCheckSays(RuleInfo rule) throws IOException, CannotCheckException {
    ExamplePage page = page(rule);
    ExamplePage.Section files = page.section("A wrong file");

    assertThat(new ExampleRepository(wrong).with(files.files()).says())
        .contains("[" + rule.id() + "]")
        .isEqualTo(String.join("\n", page.section("The message").said()));
    assertThat(
            new ExampleRepository(right)
                .with(files.files())
                .with(page.section("The right file").files())
                .says())
        .isIn(
            "Container versions agree: 1 container checked (scope: all)",
            "Registry pushes are authenticated: 1 push in 1 workflow");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theExemptionOfAPageExcuses(RuleInfo rule) throws IOException, CannotCheckException {
    ExamplePage page = page(rule);
    List<String> exemptions = page.section("How to exempt").fragments();
    ExampleRepository repository =
        new ExampleRepository(exempt).with(page.section("A wrong file").files());
    exemptions.forEach(repository::exempting);

    boolean canBeExempt =
        ContainerVersionSync.exemptibleRules().contains(rule)
            || RegistryPushAuth.exemptibleRules().contains(rule);
    assertThat(exemptions).hasSize(canBeExempt ? 1 : 0);
    if (canBeExempt) {
      assertThat(repository.says())
          .containsAnyOf("Container versions agree: ", "are authenticated: ");
    }
  }

  private static ExamplePage page(RuleInfo rule) throws IOException {
    return ExamplePage.read(PAGES.resolve(rule.id() + ".md"));
  }
}
