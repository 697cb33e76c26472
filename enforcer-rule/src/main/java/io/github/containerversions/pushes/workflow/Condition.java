package io.github.containerversions.pushes.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An expression that decides whether something happens, such as {@code if} (GitHub Docs,
 * "Expressions"): parts that must all hold. Only values that are known from the text are evaluated.
 */
public final class Condition {
  public static final String NEVER = "false";

  private static final Set<String> HOLDS =
      Set.of("", "true", "success()", "always()", "!cancelled()", "!failure()");

  private Condition() {}

  /**
   * A condition in a form that can be compared: without what always holds, {@link #NEVER} where it
   * cannot hold, empty where it always does.
   *
   * @param text the expression, with or without <code>${{ }}</code>
   * @param inputs the text of an input, where it is known
   */
  public static String of(String text, Function<String, Optional<String>> inputs) {
    Set<String> parts = new LinkedHashSet<>();
    for (String part : parts(bare(text))) {
      String known = known(part, inputs);
      if (known.equals(NEVER)) {
        return NEVER;
      }
      if (!HOLDS.contains(known)) {
        parts.add(known);
      }
    }
    return String.join("&&", parts);
  }

  /** Both conditions. */
  public static String both(String one, String other) {
    if (one.equals(NEVER) || other.equals(NEVER)) {
      return NEVER;
    }
    return one.isEmpty() || other.isEmpty() ? one + other : one + "&&" + other;
  }

  /** Whether a condition certainly holds where another does. */
  public static boolean follows(String condition, String given) {
    List<String> known = parts(given);
    return condition.isEmpty()
        || parts(condition).stream()
            .allMatch(
                part ->
                    known.contains(part)
                        || split(part, "||").stream()
                            .map(Condition::bare)
                            .anyMatch(known::contains));
  }

  /** Without spaces outside of texts, signs of an expression and brackets around all of it. */
  public static String bare(String text) {
    String rest = text.strip();
    if (rest.startsWith("${{") && rest.indexOf("}}") == rest.length() - 2) {
      rest = rest.substring(3, rest.length() - 2);
    }
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < rest.length(); at++) {
      char c = rest.charAt(at);
      quoted ^= c == '\'';
      if (quoted || !Character.isWhitespace(c)) {
        plain.append(c);
      }
    }
    String all = plain.toString();
    while (all.startsWith("(") && end(all, 0) == all.length() - 1) {
      all = all.substring(1, all.length() - 1);
    }
    return all;
  }

  private static List<String> parts(String bare) {
    List<String> parts = new ArrayList<>();
    if (split(bare, "||").size() > 1) {
      parts.add(bare);
      return parts;
    }
    List<String> split = split(bare, "&&");
    for (String part : split) {
      if (split.size() == 1) {
        parts.add(part);
      } else {
        parts.addAll(parts(bare(part)));
      }
    }
    return parts;
  }

  /** What stands between signs, those in texts and in brackets apart. */
  public static List<String> split(String text, String sign) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0 && text.startsWith(sign, at)) {
          parts.add(text.substring(from, at));
          from = at + sign.length();
          at = from - 1;
        }
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Where the bracket at a place ends; -1 where it does not. */
  private static int end(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return at;
        }
      }
    }
    return -1;
  }

  /** An input, or its comparison with a text, where it is known; else the part as it is. */
  private static String known(String part, Function<String, Optional<String>> inputs) {
    boolean not = part.startsWith("!") && !part.startsWith("!=");
    String rest = bare(not ? part.substring(1) : part);
    int equals = rest.indexOf("==");
    int differs = rest.indexOf("!=");
    int sign = equals >= 0 ? equals : differs;
    String left = sign < 0 ? rest : rest.substring(0, sign);
    String name = left.startsWith(Given.MATRIX) ? left : Given.member(left, "inputs.");
    Optional<String> value = name.isEmpty() ? Optional.empty() : inputs.apply(name);
    if (value.isEmpty()) {
      return part.equals("!true") ? NEVER : part.equals("!false") ? "" : part;
    }
    boolean holds;
    if (sign < 0) {
      holds = !value.get().isEmpty() && !value.get().equals("false");
    } else {
      String right = rest.substring(sign + 2);
      if (!right.matches("'[^']*'|true|false")) {
        return part;
      }
      holds = right.replace("'", "").equalsIgnoreCase(value.get()) == (equals >= 0);
    }
    return holds == not ? NEVER : "";
  }
}
