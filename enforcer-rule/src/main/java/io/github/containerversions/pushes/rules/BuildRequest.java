package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether the command line of a build with BuildKit asks for a push (docker buildx build).
 *
 * @param push whether it does, or does in some cases
 * @param doubt what decides that; empty where it certainly does
 * @param unseen the word that may hold the options for it, where nothing else asks; empty for none
 */
record BuildRequest(boolean push, String doubt, String unseen) {

  /** How people call what holds options. */
  private static final Pattern OPTIONS =
      Pattern.compile("(?i)arg|opt|flag|param|push|output|extra");

  private static final Pattern PUSH = Pattern.compile("(?s).*\\s--push(=true)?\\s.*");

  private static final BuildRequest SURE = new BuildRequest(true, "", "");

  static BuildRequest of(Options options, List<ShellWord> operands, VariableScope values) {
    String doubt = "";
    String unseen = "";
    // With another call than "build", BuildKit describes the build and does nothing.
    if (options.all("--call").stream()
        .anyMatch(it -> it.text().filter(text -> !text.startsWith("build")).isPresent())) {
      return new BuildRequest(false, "", "");
    }
    List<ShellWord> switches = options.all("--push");
    if (options.has("--push") && switches.isEmpty()) {
      return SURE;
    }
    for (ShellWord word : switches) {
      Says says = Says.of(word, values, it -> !Options.isFalse(it.strip()));
      if (says.all()) {
        return SURE;
      }
      doubt = says.doubt(doubt, word);
    }
    for (ShellWord word : options.all("-o", "--output", "--set")) {
      Says says = Says.of(word, values, Outputs::mayPush);
      if (says.all()) {
        return SURE;
      }
      doubt = says.doubt(doubt, word);
    }
    for (ShellWord word : options.all("--cache-to")) {
      if (LocatedPiece.written(LocatedPiece.of(word)).contains("type=registry")) {
        return SURE;
      }
    }
    for (ShellWord word : operands) {
      if (word.text().isEmpty()) {
        Says says = Says.of(word, values, it -> PUSH.matcher(it).matches() || Outputs.mayPush(it));
        if (says.all()) {
          return SURE;
        }
        doubt = says.doubt(doubt, word);
        unseen = unseen.isEmpty() && mayHoldOptions(word, values) ? shown(word) : unseen;
      }
    }
    return new BuildRequest(!doubt.isEmpty(), doubt, doubt.isEmpty() ? unseen : "");
  }

  /** How many of the values that a word may have say something. */
  private record Says(boolean any, boolean all) {
    static Says of(ShellWord word, VariableScope values, Predicate<String> asked) {
      List<Boolean> answers =
          Ways.of(values.resolve(word)).stream()
              .map(it -> " " + LocatedPiece.written(it).toLowerCase(Locale.ROOT) + " ")
              .map(asked::test)
              .toList();
      return new Says(answers.contains(true), !answers.contains(false));
    }

    String doubt(String before, ShellWord word) {
      return any && before.isEmpty() ? "which of several values " + shown(word) + " has" : before;
    }
  }

  /** Whether a word that is not known may become options, by its form or its name. */
  private static boolean mayHoldOptions(ShellWord word, VariableScope values) {
    if (word.pieces().size() != 1) {
      return false;
    }
    Piece piece = word.pieces().get(0);
    if (piece instanceof Piece.Variable it
        && (it.name().endsWith("]") || Arguments.from(it.name()) > 0)) {
      return !values.script().isArray(it);
    }
    boolean named =
        piece instanceof Piece.Computed run
            ? OPTIONS.matcher(run.text()).find()
            : OPTIONS.matcher(LocatedPiece.written(LocatedPiece.of(word))).find();
    return named
        && Words.splits(word)
        && values.resolve(word).stream()
            .anyMatch(it -> !it.isText() && !values.isUnset(it) && !isHarmless(it.piece()));
  }

  /** What a Makefile computes has a word in its place that says whether that may push. */
  private static boolean isHarmless(Piece piece) {
    return piece instanceof Piece.OneOf
        || (piece instanceof Piece.Computed run && run.text().equals("$(:)"));
  }

  private static String shown(ShellWord word) {
    return word.pieces().stream().allMatch(it -> it instanceof Piece.Computed)
        ? "what a command prints"
        : LocatedPiece.shown(LocatedPiece.of(word)).replace("[?]", "[@]");
  }
}
