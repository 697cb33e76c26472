package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The branches, shells and functions of a script that have begun and not ended. */
final class Branches {
  /**
   * Each branch hands what it changes to the one around it; deeper ones are read as if they ran.
   */
  private static final int MAX_DEPTH = 50;

  /** Nobody writes so many variables that a function has set where it returns. */
  private static final int MAX_RETURNED = 100_000;

  private final Shell shell;
  private final Deque<Branch> branches = new ArrayDeque<>();
  private int deeper;
  private int returned;

  Branches(Shell shell) {
    this.shell = shell;
  }

  /** A variable is about to be changed. */
  void changes(String name) {
    Branch branch = branches.peek();
    if (branch != null && branch.changed.add(name) && !branch.before.containsKey(name)) {
      branch.before.put(name, shell.variable(name));
    }
  }

  /** The script ends here in some cases, or always. */
  void exits() {
    for (Branch branch : branches) {
      if (branch.kind == Branch.Kind.SUBSHELL) {
        return;
      }
      branch.left = true;
      if (branch.kind == Branch.Kind.BRANCH) {
        return;
      }
    }
  }

  /** The function, or the file that is read into the script, ends here in some cases, or always. */
  void returns() {
    Branch branch = branches.peek();
    if (branch != null && branch.kind != Branch.Kind.SUBSHELL) {
      if (!branch.left) {
        endAround(Branch.Kind.FUNCTION);
      }
      branch.left = true;
    }
  }

  /** A loop may end here, or begin again. */
  void endsLoop() {
    endAround(Branch.Kind.BRANCH);
  }

  /** What is set now is what the branches around this one end with in some cases. */
  private void endAround(Branch.Kind kind) {
    Map<String, Shell.Variable> before = new LinkedHashMap<>();
    for (Branch branch : branches) {
      if (branch.kind == Branch.Kind.SUBSHELL || returned > MAX_RETURNED) {
        return;
      }
      before.putAll(branch.before);
      boolean ends =
          branch.kind == kind && (kind == Branch.Kind.FUNCTION || branch != branches.peek());
      if (ends) {
        before.keySet().forEach(it -> branch.end(it, shell.variable(it)));
        returned += before.size();
        branch.ended++;
      }
      if (branch.kind == Branch.Kind.FUNCTION) {
        return;
      }
    }
  }

  int depth() {
    return branches.size();
  }

  /** Ends the branches that were begun after there were so many. */
  void endBranches(int depth) {
    while (branches.size() > depth) {
      mark(Mark.END, Arguments.NONE);
    }
  }

  /** A function begins, or a file that is read into the script. */
  void beginFunction() {
    if (deeper == 0) {
      branches.push(new Branch(Branch.Kind.FUNCTION, Arguments.NONE));
    }
  }

  /**
   * Something begins or ends between two commands.
   *
   * @param words what the script or the function is given
   * @return the same, or what it was given before where a shell ends that has its own
   */
  Arguments mark(Mark mark, Arguments words) {
    Branch branch = branches.peek();
    boolean begins = mark == Mark.SUBSHELL || mark.isBranch();
    if (mark != Mark.NONE && (deeper > 0 || (begins && branches.size() == MAX_DEPTH))) {
      deeper += begins ? 1 : mark == Mark.END ? -1 : 0;
    } else if (begins) {
      branches.push(
          new Branch(mark == Mark.SUBSHELL ? Branch.Kind.SUBSHELL : Branch.Kind.BRANCH, words));
    } else if (mark != Mark.NONE && branch != null) {
      if (mark == Mark.END) {
        branches.pop();
      } else {
        branch.last = mark == Mark.LAST_BRANCH;
      }
      undo(branch);
      if (mark == Mark.END && branch.kind == Branch.Kind.SUBSHELL) {
        return branch.words;
      } else if (mark == Mark.END) {
        join(branch);
      }
    }
    return words;
  }

  private void undo(Branch branch) {
    for (String name : branch.changed) {
      if (!branch.left) {
        branch.end(name, shell.variable(name));
      }
      Shell.Variable before = branch.before.get(name);
      if (before != null) {
        shell.put(name, before);
      }
    }
    branch.changed.clear();
    branch.ended += branch.left ? 0 : 1;
    branch.left = false;
  }

  private void join(Branch branch) {
    branch.before.forEach(
        (name, before) -> {
          List<Shell.Variable> ends = branch.ends.getOrDefault(name, List.of());
          Shell.Variable joined = branch.last && ends.size() == branch.ended ? null : before;
          for (Shell.Variable end : ends) {
            joined = joined == null ? end : shell.either(name, joined, end);
          }
          shell.restore(name, joined == null ? before : joined);
        });
  }
}
