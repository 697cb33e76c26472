package io.github.containerversions.pushes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be told of an expression of Actions without evaluating it. */
final class Expressions {

  /** Tokens that the runner makes for each job; nobody provisions them. */
  private static final Set<String> BUILT_IN =
      Set.of("GITHUB_TOKEN", "GITEA_TOKEN", "FORGEJO_TOKEN");

  private static final Set<String> RUNNER_TOKENS =
      Set.of("github.token", "gitea.token", "forgejo.token", "forge.token");

  /** Contexts whose values come of something that ran or was chosen elsewhere. */
  private static final List<String> OPEN =
      List.of("steps.", "needs.", "matrix.", "fromjson(", "jobs.", "secrets[", "(secrets)");

  private Expressions() {}

  /** The names of the secrets in an expression, in capitals. */
  static List<String> secrets(String body) {
    List<String> names = new ArrayList<>();
    // Offsets are those of this text alone: a letter may become two when it is made small.
    String lower = body.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf("secrets"); at >= 0; at = lower.indexOf("secrets", at + 1)) {
      boolean apart = at == 0 || !(isName(lower.charAt(at - 1)) || lower.charAt(at - 1) == '.');
      int name = at + "secrets".length();
      if (lower.startsWith(".", name)) {
        name++;
      } else if (lower.startsWith("['", name)) {
        name += 2;
      } else {
        continue;
      }
      int end = name;
      while (end < lower.length() && isName(lower.charAt(end))) {
        end++;
      }
      if (apart && end > name) {
        names.add(lower.substring(name, end).toUpperCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Whether the runner itself provides a secret. */
  static boolean isBuiltIn(String secret) {
    return BUILT_IN.contains(secret);
  }

  static boolean isRunnerToken(String body) {
    return RUNNER_TOKENS.contains(body.toLowerCase(Locale.ROOT));
  }

  /** Whether the expression is a text, or falls back to one. */
  static boolean isLiteral(String body) {
    int fallback = body.lastIndexOf("||");
    String last = (fallback < 0 ? body : body.substring(fallback + 2)).strip();
    return last.length() > 2 && last.startsWith("'") && last.endsWith("'");
  }

  /** Whether what it gives depends on something that did not happen yet. */
  static boolean isOpen(String body) {
    String lower = body.toLowerCase(Locale.ROOT);
    return OPEN.stream().anyMatch(lower::contains);
  }

  /** The name in {@code context.name}, where the expression is nothing else; else nothing. */
  static String member(String body, String context) {
    if (!body.startsWith(context + ".")) {
      return "";
    }
    String name = body.substring(context.length() + 1);
    return name.chars().allMatch(it -> isName((char) it)) ? name : "";
  }

  /**
   * The step and the name in {@code steps.<id>.outputs.<name>}, with a dot between them; the same
   * after {@code needs.} for another job; else nothing.
   */
  static String output(String body) {
    String[] parts = body.split("\\.", -1);
    if (parts.length != 4 || !parts[2].equals("outputs")) {
      return "";
    }
    String name = parts[1] + "." + parts[3];
    return parts[0].equals("steps") ? name : parts[0].equals("needs") ? "needs." + name : "";
  }

  /** The expression as messages show it: a text in it may be a secret. */
  static String shown(String body) {
    return body.indexOf('\'') < 0 ? body : "…";
  }

  private static boolean isName(char c) {
    return c == '_' || c == '-' || Character.isLetterOrDigit(c);
  }
}
