package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Positions;
import java.util.Arrays;
import java.util.Set;

/**
 * Text of a recipe as the shell gets it: variables of make and just become those of the shell, and
 * every character keeps its place.
 */
final class Expansion implements Positions {
  /** The variables that have the target and the stem of a recipe of make. */
  static final String TARGET = "MAKE_TARGET";

  static final String STEM = "MAKE_STEM";

  private final SourceText source;
  private final boolean just;
  private final Set<String> pushing;
  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[64];

  Expansion(SourceText source, boolean just) {
    this(source, just, Set.of());
  }

  /**
   * Text that is empty still.
   *
   * @param just whether it is of a justfile
   * @param pushing the functions of a Makefile that may push
   */
  Expansion(SourceText source, boolean just, Set<String> pushing) {
    this.source = source;
    this.just = just;
    this.pushing = pushing;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  /** Adds what the file does not hold as it stands, at the place of something in it. */
  void insert(String inserted, int offset) {
    inserted.chars().forEach(it -> put((char) it, offset));
  }

  /** Adds a stretch of the file; that of a recipe without the signs before a command. */
  void add(int start, int end, boolean line) {
    String content = source.content();
    int at = start;
    while (line && at < end && " \t@-+".indexOf(content.charAt(at)) >= 0) {
      at++;
    }
    while (at < end) {
      int close;
      if (!just && content.startsWith("$$", at)) {
        put('$', at);
        at += 2;
      } else if (!just && content.charAt(at) == '$' && at + 1 < end && automatic(content, at)) {
        at += 2;
      } else if (!just
          && content.startsWith("$(", at)
          && (close = name(content, at + 2, end)) > 0
          && content.charAt(close) == ')') {
        variable(content, at, at + 2, close, close);
        at = close + 1;
      } else if (!just && (close = function(content, at, end)) > 0) {
        String value = MakeFunctions.shell(content.substring(at + 2, close), pushing);
        for (int index = 0; index < value.length(); index++) {
          put(value.charAt(index), index < value.length() - 1 ? at : close);
        }
        at = close + 1;
      } else if (just
          && content.startsWith("{{", at)
          && (close = content.indexOf("}}", at)) > 0
          && close < end) {
        variable(content, at, at + 2, close, close + 1);
        at = close + 2;
      } else {
        put(content.charAt(at), at);
        at++;
      }
    }
    if (line) {
      put('\n', Math.max(start, end - 1));
    }
  }

  /** GNU make's manual, "Automatic Variables". */
  private boolean automatic(String content, int at) {
    char sign = content.charAt(at + 1);
    if ("@*<^?+|".indexOf(sign) < 0) {
      return false;
    }
    String shown = sign == '@' ? "${" + TARGET + "}" : sign == '*' ? "${" + STEM + "}" : "$(:)";
    for (int index = 0; index < shown.length(); index++) {
      put(shown.charAt(index), index < shown.length() - 1 ? at : at + 1);
    }
    return true;
  }

  /** Between the first and the last of its characters nothing has a place of its own. */
  private void variable(String content, int at, int from, int to, int last) {
    String name = content.substring(from, to).strip();
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_-]*");
    // What is computed by make or just is a substitution to us: something that cannot be known.
    String text = PushWords.mayPush(name) ? "$(: push)" : "$(:)";
    String shown = plain ? "${" + name.replace('-', '_') + "}" : text;
    for (int index = 0; index < shown.length(); index++) {
      put(shown.charAt(index), index < shown.length() - 1 ? at : last);
    }
  }

  /** Where a function of make ends that begins here; -1 where none does. */
  private static int function(String content, int at, int end) {
    if (!content.startsWith("$(", at) || !MakeFunctions.begins(content, at + 2)) {
      return -1;
    }
    int depth = 0;
    for (int place = at + 1; place < Math.min(end, at + MakeFunctions.MAX_LENGTH); place++) {
      char c = content.charAt(place);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return place;
      }
    }
    return -1;
  }

  /** The end of a name; -1 where none stands there. */
  private static int name(String content, int from, int end) {
    int at = from;
    while (at < end
        && (Character.isLetterOrDigit(content.charAt(at)) || content.charAt(at) == '_')) {
      at++;
    }
    return at > from && at < end ? at : -1;
  }

  private void put(char c, int offset) {
    if (text.length() == offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[text.length()] = offset;
    text.append(c);
  }

  @Override
  public Location of(int start, int end) {
    if (text.isEmpty()) {
      return source.span(0, 0);
    }
    int first = Math.min(start, text.length() - 1);
    int last = Math.max(first, Math.min(end, text.length()) - 1);
    return source.span(offsets[first], offsets[last] + 1);
  }
}
