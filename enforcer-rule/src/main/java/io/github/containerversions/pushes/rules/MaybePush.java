package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from the words of a command that is not understood whether it may push. */
final class MaybePush {

  /** An option by which a program of the repository is asked for a push. */
  private static final Pattern OPTION =
      Pattern.compile("--?(?!-|no-|skip-)[\\w-]*push[\\w-]*(?:=(?!false|0).*)?");

  /** What makes it likely that images are pushed, and not pages or commits. */
  private static final Pattern IMAGES =
      Pattern.compile("(?i).*(/|docker|imag|regist|oci|contain|build|platform|^-t$|^--tag).*");

  private MaybePush() {}

  /**
   * Whether a command may push though the table has no such command.
   *
   * @param program its program
   * @param words what it is given
   */
  static boolean is(String program, List<ShellWord> words) {
    return ToolTable.knows(program)
        ? isUnnamed(program, words)
        : handsOn(words)
            || (words.stream().anyMatch(MaybePush::isOption)
                && Stream.concat(Stream.of(program), words.stream().map(ShellWord::lead))
                    .anyMatch(it -> it.length() < 200 && IMAGES.matcher(it).matches()));
  }

  /** Whether a program that is not known is given words of a push. */
  static boolean isUnknown(ShellWord program, List<ShellWord> words) {
    return words.stream()
            .anyMatch(it -> it.is("push") || isOption(it) || it.lead().startsWith("docker://"))
        || program.pieces().stream()
            .anyMatch(it -> it instanceof Piece.Computed run && run.text().contains(": push"));
  }

  private static boolean isOption(ShellWord word) {
    String text = word.text().orElse(word.lead());
    return text.length() < 100 && OPTION.matcher(text).matches();
  }

  /** Whether the words of a function or a program are a command that pushes. */
  private static boolean handsOn(List<ShellWord> words) {
    for (int at = 0; at < words.size(); at++) {
      String program = words.get(at).text().orElse("");
      if (ToolTable.knows(program)) {
        Optional<ToolTable.Match> match =
            ToolTable.find(program, words.subList(at + 1, words.size()));
        return match.isPresent() && TargetSyntax.mayPush(match.get());
      }
    }
    return false;
  }

  /** Whether a program that can push is given a command that is not known. */
  private static boolean isUnnamed(String program, List<ShellWord> words) {
    int at = 0;
    while (at < words.size() && words.get(at).lead().startsWith("-")) {
      at++;
    }
    boolean pushes = ToolTable.rows(program).stream().anyMatch(TargetSyntax::isPush);
    if (!pushes || at == words.size() || words.get(at).text().isPresent()) {
      return false;
    }
    List<ShellWord> known = words.stream().filter(it -> it.text().isPresent()).toList();
    Optional<ShellWord> next = known.stream().filter(it -> !it.lead().startsWith("-")).findFirst();
    Optional<ToolTable.Match> match = ToolTable.find(program, known);
    return match.isPresent()
        ? TargetSyntax.mayPush(match.get())
        : next.isEmpty() || next.get().lead().matches(".*[/:].*");
  }

  /**
   * The words with those lists last that may have other elements than were seen: what they have is
   * there in their place.
   */
  static List<ShellWord> withListsLast(List<ShellWord> words) {
    List<ShellWord> sorted = new ArrayList<>();
    List<ShellWord> last = new ArrayList<>();
    for (ShellWord word : words) {
      boolean list =
          word.pieces().size() == 1
              && word.pieces().get(0) instanceof Piece.Variable it
              && it.name().endsWith("]");
      (list ? last : sorted).add(word);
    }
    sorted.addAll(last);
    return sorted;
  }
}
