package io.github.containerversions.pushes.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a round of a loop leaves for the next one: a variable that the body uses before it sets it
 * has the value from before the loop, or one that the body sets. Each loop begins with such values,
 * as if they were set in some cases. A variable that only grows, as a list of options does, is left
 * as it is in the first round.
 */
final class LoopRounds {

  /** What is set counts for the loops among so many commands around it. */
  private static final int MAX_AROUND = 20;

  private static final int MAX_VALUES = 20;

  /** What is open around a command; a loop where it can run again. */
  private static final class Open {
    final Mark mark;
    final int begin;
    final Set<String> used = new HashSet<>();
    final Set<String> sure = new HashSet<>();
    final Set<String> growing = new HashSet<>();
    final List<Command.Assignment> values = new ArrayList<>();

    Open(Mark mark, int begin) {
      this.mark = mark;
      this.begin = begin;
    }

    void uses(ShellWord word) {
      for (Piece piece : word.pieces()) {
        if (piece instanceof Piece.Variable variable) {
          if (!sure.contains(variable.name())) {
            used.add(variable.name());
          }
          variable.otherwise().forEach(this::uses);
        }
      }
    }

    void sets(Command.Assignment assignment, boolean surely) {
      String name = assignment.name();
      if (assignment.array().isPresent() || assignment.weak() || holds(assignment.value(), name)) {
        growing.add(name);
      } else if (values.size() < MAX_VALUES) {
        values.add(assignment);
        if (surely) {
          sure.add(name);
        }
      }
    }

    private static boolean holds(ShellWord value, String name) {
      return value.pieces().stream()
          .anyMatch(it -> it instanceof Piece.Variable variable && variable.name().equals(name));
    }

    /** What the loop begins with, each in some cases. */
    List<Command> earlier() {
      List<Command> earlier = new ArrayList<>();
      for (Command.Assignment each : values) {
        if (used.contains(each.name()) && !growing.contains(each.name())) {
          earlier.add(Command.marking(Mark.BRANCH));
          earlier.add(
              Command.assigning(
                  List.of(new Command.Assignment(each.name(), constant(each.value()))), true));
          earlier.add(Command.marking(Mark.END));
        }
      }
      return earlier;
    }

    /** A value as it is in any round; unknown where it is of variables. */
    private static ShellWord constant(ShellWord value) {
      if (value.text().isPresent()) {
        return value;
      }
      int end = Math.max(value.end(), value.start() + 1);
      return new ShellWord(
          List.of(new Piece.Computed("", value.start(), end)),
          value.start(),
          end,
          value.positions());
    }
  }

  private LoopRounds() {}

  /** The commands of a script or a function, with what their loops begin with. */
  static List<Command> in(List<Command> commands) {
    Map<Integer, List<Command>> earlier = new HashMap<>();
    Deque<Open> open = new ArrayDeque<>();
    for (int at = 0; at < commands.size(); at++) {
      Command command = commands.get(at);
      switch (command.mark()) {
        case LOOP, BRANCH, SUBSHELL -> open.push(new Open(command.mark(), at));
        case END -> {
          Open ended = open.poll();
          if (ended != null && ended.mark == Mark.LOOP) {
            earlier.put(ended.begin, ended.earlier());
          }
        }
        default -> take(command, open);
      }
    }
    return earlier.isEmpty() ? commands : with(commands, earlier);
  }

  private static void take(Command command, Deque<Open> open) {
    boolean surely = true;
    boolean stays = true;
    int around = 0;
    for (Open each : open) {
      if (++around > MAX_AROUND) {
        return;
      }
      if (each.mark == Mark.LOOP) {
        take(command, each, surely, stays);
      }
      surely = false;
      stays &= each.mark != Mark.SUBSHELL;
    }
  }

  private static void take(Command command, Open loop, boolean surely, boolean stays) {
    command.words().forEach(loop::uses);
    command.input().forEach(loop::uses);
    command.assignments().forEach(it -> loop.uses(it.value()));
    if (stays && command.setsForGood()) {
      command.assignments().forEach(it -> loop.sets(it, surely));
    }
  }

  private static List<Command> with(List<Command> commands, Map<Integer, List<Command>> earlier) {
    List<Command> all = new ArrayList<>();
    for (int at = 0; at < commands.size(); at++) {
      all.add(commands.get(at));
      all.addAll(earlier.getOrDefault(at, List.of()));
    }
    return all;
  }
}
