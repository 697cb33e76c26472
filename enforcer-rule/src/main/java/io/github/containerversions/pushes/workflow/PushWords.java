package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Script;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words about pushing images, in names that people chose and in files that the rule does not read
 * as commands.
 */
public final class PushWords {
  private static final List<String> NAMES =
      List.of("push", "publish", "release", "deploy", "image");

  /** A program of the table, and on the same line a word with which it pushes. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\b(?:docker|podman|buildah|nerdctl|skopeo|g?crane|oras|regctl|helm|kaniko|buildx|flux|ko"
              + "|cosign|imgpkg|CONTAINER_TOOL)\\b[^\\n]{0,200}?"
              + "(?:\\b(?:push|publish|sync|imagetools|attest|attach|sign)\\b|--push\\b|docker://"
              + "|--destination\\b|type=registry)");

  /** The command of aws that only prints a password is no login. */
  private static final Pattern LOGIN = Pattern.compile("(?i)log[-_]?in(?!-password)");

  private PushWords() {}

  /** Whether a name that people chose sounds like a push. */
  public static boolean mayPush(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::contains);
  }

  /** Whether a script, or a function that it defines, has a word that sounds like a push. */
  static boolean mayPush(Script script) {
    return script.commands().stream()
        .anyMatch(
            it ->
                it.words().stream().anyMatch(word -> word.lead().contains("push"))
                    || it.defines().stream().anyMatch(function -> mayPush(function.body())));
  }

  /** Whether a text that is not read as commands has a word about a login. */
  public static boolean mayLogIn(String text) {
    return LOGIN.matcher(text).find();
  }

  /** Whether a text that is not read as commands holds what looks like one that pushes. */
  public static boolean holdPush(String text) {
    return COMMAND.matcher(text).find();
  }
}
