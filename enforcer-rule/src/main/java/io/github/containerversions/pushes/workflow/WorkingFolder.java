package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Mark;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The working directory of a script, command by command; that of a subshell ends with it. A folder
 * outside of the repository begins with two dots, so that nothing is read there.
 */
final class WorkingFolder {
  private static final int MAX_PUSHED = 100;

  private final ScriptFiles files;
  private final String script;
  private final Deque<Mark> open = new ArrayDeque<>();
  private final Deque<State> outer = new ArrayDeque<>();
  private State state;

  /**
   * What a shell knows of its folders.
   *
   * @param before where {@code cd -} leads
   * @param pushed where {@code popd} leads, the next one last
   */
  private record State(String now, String before, List<String> pushed) {
    State to(String folder) {
      return new State(folder, now, pushed);
    }
  }

  /**
   * The one that a script begins in.
   *
   * @param script the file of the script; empty for that of a step
   */
  WorkingFolder(ScriptFiles files, String script, String folder) {
    this.files = files;
    this.script = script;
    this.state = new State(folder, folder, List.of());
  }

  /** The path from the root of the repository. */
  String path() {
    return state.now();
  }

  /** Something begins or ends between two commands. */
  void mark(Mark mark) {
    if (mark == Mark.SUBSHELL) {
      outer.push(state);
    }
    if (mark == Mark.SUBSHELL || mark.isBranch()) {
      open.push(mark);
    } else if (mark == Mark.END && open.poll() == Mark.SUBSHELL) {
      state = outer.pop();
    }
  }

  /** A command has run. */
  void take(List<ShellWord> words) {
    String name = words.isEmpty() ? "" : words.get(0).lead();
    if (name.equals("cd")) {
      state = state.to(target(words));
    } else if (name.equals("pushd") && state.pushed().size() < MAX_PUSHED) {
      List<String> pushed = new ArrayList<>(state.pushed());
      pushed.add(state.now());
      state = new State(target(words), state.now(), List.copyOf(pushed));
    } else if (name.equals("popd") && !state.pushed().isEmpty()) {
      int last = state.pushed().size() - 1;
      String back = state.pushed().get(last);
      state = new State(back, state.now(), state.pushed().subList(0, last));
    }
  }

  /** Where a command leads; where that is not known, nothing says that it is elsewhere. */
  private String target(List<ShellWord> words) {
    int at = 1;
    while (at + 1 < words.size() && words.get(at).lead().matches("-[LPe]+|--")) {
      at++;
    }
    if (at >= words.size()) {
      return ".."; // the home folder
    } else if (at + 1 < words.size()) {
      return path();
    }
    ShellWord word = words.get(at);
    if (word.text().isEmpty()) {
      return files.folder(word, script, path()).orElse(path());
    }
    String to = word.lead();
    return to.equals("-")
        ? state.before()
        : to.startsWith("/") || to.startsWith("~") ? ".." : ScriptFiles.plain(path() + "/" + to);
  }
}
