package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Workflow files by path, to be read. */
record Texts(Map<String, String> texts) {
  static final String FILE = "build.yml";

  Texts with(String file, String text) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put(file, text);
    return new Texts(all);
  }

  static Texts workflow(String text) {
    return new Texts(Map.of(FILE, text));
  }

  /** A job of these steps, which begin on the fifth line, six columns in. */
  static Texts steps(String steps) {
    return workflow("on: push\njobs:\n  a:\n    steps:\n" + steps.indent(6));
  }

  Workflow read() {
    return new WorkflowReader(MemoryFiles.of(texts), texts.keySet()).read(FILE);
  }

  List<Step> readSteps() {
    return read().jobs().get(0).steps();
  }

  /** A word's text, with its expressions between braces. */
  static String shown(ShellWord word) {
    StringBuilder shown = new StringBuilder();
    for (Piece piece : word.pieces()) {
      if (piece instanceof Piece.Text text) {
        shown.append(text.text());
      } else if (piece instanceof Piece.Expression expression) {
        shown.append('{').append(expression.body()).append('}');
      }
    }
    return shown.toString();
  }

  static Map<String, String> shown(Map<String, ShellWord> words) {
    Map<String, String> shown = new TreeMap<>();
    words.forEach((name, word) -> shown.put(name, shown(word)));
    return shown;
  }
}
