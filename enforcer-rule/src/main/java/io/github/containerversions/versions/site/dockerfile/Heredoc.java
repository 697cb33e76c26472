package io.github.containerversions.versions.site.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A heredoc that an instruction opens (Dockerfile reference, "Here-Documents").
 *
 * @param name the line that closes it
 * @param chomp whether tabs before that line are ignored ({@code <<-})
 */
record Heredoc(String name, boolean chomp) {

  /** The exec form, {@code RUN ["a", "b"]}: a JSON array of strings (RFC 8259). */
  private static final Pattern EXEC_FORM =
      Pattern.compile(
          "_\\[_(?:STRING_(?:,_STRING_)*+)?+\\]_"
              .replace(
                  "STRING", "\"(?:[^\"\\\\\\x00-\\x1F]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"")
              .replace("_", "[ \\t\\r\\n]*+"));

  /**
   * The heredocs of an {@code ADD}, {@code COPY} or {@code RUN}, in order.
   *
   * @throws ShellWordException if the name of one cannot be determined
   */
  static List<Heredoc> in(Instruction instruction) throws ShellWordException {
    if (isExecForm(instruction.text(), instruction.from(), instruction.to())) {
      return List.of();
    }
    LogicalLine line = instruction.line();
    List<Heredoc> heredocs = new ArrayList<>();
    for (String word : words(line.text().substring(line.from(), line.to()))) {
      Heredoc heredoc = ofWord(word);
      if (heredoc != null) {
        heredocs.add(heredoc);
      }
    }
    return heredocs;
  }

  /** Whether a range of a text is in exec form; anything else is for the shell. */
  static boolean isExecForm(String text, int from, int to) {
    return EXEC_FORM.matcher(text).region(from, to).matches();
  }

  /** A line that does not split into words, for an open quote say, holds no heredoc. */
  private static List<String> words(String line) throws ShellWordException {
    try {
      return ShellWord.splitAsWritten(line);
    } catch (ShellWordException e) {
      if (e.isLimit()) {
        throw e;
      }
      return List.of();
    }
  }

  /** A heredoc's word: a file descriptor or none, the operator, the name. */
  private static @Nullable Heredoc ofWord(String word) throws ShellWordException {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    if (!word.startsWith("<<", at)) {
      return null;
    }
    at += 2;
    boolean chomp = word.startsWith("-", at);
    if (chomp) {
      at++;
    }
    while (at < word.length() && " \t\f\r\n".indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    if (at == word.length() || word.indexOf('<', at) >= 0) {
      return null;
    }
    List<String> names = ShellWord.split(word.substring(at));
    return names.size() == 1 ? new Heredoc(names.get(0), chomp) : null;
  }
}
