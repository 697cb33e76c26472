package io.github.containerversions.pushes.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into simple commands and their words (POSIX.1-2024, Shell Command Language, 2.3
 * and 2.7 to 2.10, and what bash adds to it).
 *
 * <p>One pass from left to right; a substitution is read where it stands, so the time is linear.
 */
public final class ShellReader {
  private static final Set<String> BEFORE_A_COMMAND =
      Set.of("if", "then", "elif", "else", "do", "while", "until", "!", "{", "time");

  /** What is defined deeper belongs to the function around it. */
  private static final int MAX_NESTED_FUNCTIONS = 20;

  private final Cursor cursor;
  private final WordReader words;
  private final List<CommandBuilder> commands = new ArrayList<>();
  private final Redirections redirections;
  private @Nullable Level level;

  /** What is open in the script, or in one substitution of it. */
  private static final class Level {
    final Blocks blocks;
    final Deque<Open> functions = new ArrayDeque<>();
    int braces;

    Level(Blocks blocks) {
      this.blocks = blocks;
    }
  }

  /** A function whose body is being read: it begins after some commands, within some braces. */
  private record Open(String name, int begin, int braces) {}

  private ShellReader(String text, Positions positions) {
    this.cursor = new Cursor(text);
    this.words =
        new WordReader(
            cursor,
            positions,
            new WordReader.Commands() {
              @Override
              public void read(boolean inParentheses) {
                commands(inParentheses);
              }

              @Override
              public void sets(String name, ShellWord value) {
                commands.add(CommandBuilder.weak(name, value));
              }
            });
    this.redirections = new Redirections(cursor, words);
  }

  /** Never fails: what does not end goes to the end of the script, which then is not complete. */
  public static Script read(String script, Positions positions) {
    ShellReader reader = new ShellReader(script, positions);
    reader.commands(false);
    return new Script(
        LoopRounds.in(reader.commands.stream().map(CommandBuilder::command).toList()),
        reader.cursor.isComplete() && !reader.redirections.areOpen());
  }

  /**
   * Reads a value of a workflow that no shell sees: text, and expressions of Actions.
   *
   * @param value the whole value
   */
  public static ShellWord value(String value, Positions positions) {
    return new ShellReader(value, positions).words.value();
  }

  /**
   * Reads a value in which variables and substitutions are replaced, and nothing is split.
   *
   * @param value the whole value
   */
  public static ShellWord expanded(String value, Positions positions) {
    return new ShellReader(value, positions).words.body(false);
  }

  /** Reads commands up to the end, or to the parenthesis that ends a substitution. */
  private void commands(boolean inParentheses) {
    Level outer = level;
    boolean conditional = outer != null && outer.blocks.isConditional();
    Level inner = new Level(new Blocks(conditional, this::mark));
    if (outer != null) {
      mark(Mark.SUBSHELL);
    }
    level = inner;
    read(inParentheses, inner);
    level = outer;
    inner.blocks.end();
    if (outer != null) {
      mark(Mark.END);
    }
  }

  private void mark(Mark mark) {
    commands.add(CommandBuilder.mark(mark));
  }

  private void read(boolean inParentheses, Level level) {
    CommandBuilder draft = new CommandBuilder();
    @Nullable CommandBuilder feeder = null;
    while (true) {
      cursor.skipBlanks();
      char c = cursor.peek(0);
      if (c == '(' && begins(draft, level)) {
        draft = new CommandBuilder();
      } else if (cursor.atEnd() || endsCommand(c)) {
        boolean pipe = c == '|' && cursor.peek(1) != '|';
        boolean any = draft.endsInAsterisk();
        if (!draft.isEmpty() && level.blocks.isPattern() && !draft.begins("case")) {
          draft = new CommandBuilder();
        } else if (!draft.isEmpty()) {
          draft.conditional = level.blocks.isConditional();
          draft.feeder = feeder;
          commands.add(draft);
          feeder = pipe ? draft : null;
          ends(draft, level);
          if (!pipe) {
            level.blocks.ends();
          }
          draft = new CommandBuilder();
        }
        if (cursor.atEnd()) {
          cursor.ended(!inParentheses);
          return;
        }
        if (cursor.looksAt("((")) {
          words.skipArithmetic();
          level.blocks.ends();
        } else if (separator(c, any, level) && inParentheses) {
          return;
        }
      } else if (c == '#') {
        cursor.skipLine();
      } else if (c == '<' || c == '>' || c == '&') {
        redirections.read(draft);
      } else {
        word(draft, level);
      }
    }
  }

  /**
   * Goes over what stands between two commands.
   *
   * @param any whether the word before it is a pattern that fits everything
   * @return whether it is a parenthesis that nothing has opened
   */
  private boolean separator(char c, boolean any, Level level) {
    boolean twice = cursor.peek(1) == c;
    cursor.at++;
    switch (c) {
      case '&', '|' -> {
        if (twice) {
          cursor.at++;
          level.blocks.operator();
        } else if (c == '|') {
          level.blocks.pipe();
        }
      }
      case ';' -> {
        if (twice || cursor.peek(0) == '&') {
          cursor.at++;
          level.blocks.patternEnds();
        }
      }
      case '(' -> level.blocks.parenthesis();
      case ')' -> {
        return !level.blocks.closesParenthesis(any);
      }
      default -> redirections.lineEnds();
    }
    return false;
  }

  /** Goes over what stands before the body of a function in braces; false where none begins. */
  private boolean begins(CommandBuilder draft, Level level) {
    int ahead = 1;
    while (" \t".indexOf(cursor.peek(ahead)) >= 0) {
      ahead++;
    }
    if (cursor.peek(ahead) != ')' || draft.functionName().isEmpty()) {
      return false;
    }
    do {
      ahead++;
    } while (" \t\r\n".indexOf(cursor.peek(ahead)) >= 0);
    if (cursor.peek(ahead) != '{' || " \t\r\n".indexOf(cursor.peek(ahead + 1)) < 0) {
      return false;
    }
    cursor.skip(ahead + 1);
    opens(draft.functionName(), level);
    return true;
  }

  private void opens(String function, Level level) {
    level.braces++;
    if (level.functions.size() < MAX_NESTED_FUNCTIONS) {
      level.functions.push(new Open(function, commands.size(), level.braces));
    }
    level.blocks.function();
  }

  /** The brace that ends a function takes the commands of its body with it. */
  private void ends(CommandBuilder draft, Level level) {
    if (!draft.isBrace()) {
      return;
    }
    Open open = level.functions.peek();
    if (open != null && open.braces() == level.braces) {
      level.functions.pop();
      List<CommandBuilder> body = commands.subList(open.begin(), commands.size());
      CommandBuilder function = CommandBuilder.function(open.name(), List.copyOf(body));
      function.conditional = draft.conditional;
      body.clear();
      commands.add(function);
    }
    level.braces--;
  }

  private boolean endsCommand(char c) {
    return "\n;()|".indexOf(c) >= 0 || (c == '&' && cursor.peek(1) != '>');
  }

  private void word(CommandBuilder draft, Level level) {
    ShellWord word = words.word();
    if (redirections.isDescriptor(word)) {
      return;
    }
    if (draft.isEmpty()) {
      String name = word.text().orElse("");
      level.blocks.begins(name);
      level.braces += name.equals("{") ? 1 : 0;
      if (BEFORE_A_COMMAND.contains(name)) {
        return;
      }
    } else if (word.is("{") && draft.isNamedFunction()) {
      opens(draft.functionName(), level);
      draft.clear();
      return;
    }
    if (!array(word, draft)) {
      draft.add(word);
    }
  }

  /** Reads the elements of an array, where one begins after a word. */
  private boolean array(ShellWord word, CommandBuilder draft) {
    if (cursor.peek(0) != '(' || !draft.beginsArray(word)) {
      return false;
    }
    cursor.at++;
    List<ShellWord> elements = new ArrayList<>();
    while (!cursor.atEnd() && cursor.peek(0) != ')') {
      int start = cursor.at;
      if (cursor.peek(0) == '#') {
        cursor.skipLine();
      } else if (" \t\n".indexOf(cursor.peek(0)) >= 0) {
        cursor.at++;
      } else {
        elements.add(words.word());
        cursor.at += cursor.at == start ? 1 : 0;
      }
    }
    cursor.ended(!cursor.atEnd());
    cursor.skip(1);
    draft.addArray(word, elements);
    return true;
  }
}
