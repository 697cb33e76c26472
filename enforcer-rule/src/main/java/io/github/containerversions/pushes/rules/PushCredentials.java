package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The credentials that a command has of its own, and what may bring others. */
final class PushCredentials {
  private static final List<String> FILES =
      List.of(
          "--authfile", "--config", "--dest-authfile", "--registry-config", "--to-registry-config");

  /** Variables that name another file than the usual one for logins. */
  private static final List<String> FILE_VARIABLES =
      List.of("REGISTRY_AUTH_FILE", "DOCKER_CONFIG", "HELM_REGISTRY_CONFIG", "REGCTL_CONFIG");

  /** Carvel's manual, "Authentication", "Via environment variables". */
  private static final List<String> IMGPKG_VARIABLES =
      List.of(
          "IMGPKG_PASSWORD",
          "IMGPKG_TOKEN",
          "IMGPKG_REGISTRY_PASSWORD",
          "IMGPKG_REGISTRY_TOKEN",
          "IMGPKG_REGISTRY_PASSWORD_0",
          "IMGPKG_REGISTRY_TOKEN_0");

  private final VariableScope values;
  private final Consumer<Note> notes;

  PushCredentials(VariableScope values, Consumer<Note> notes) {
    this.values = values;
    this.notes = notes;
  }

  /** A push with its credentials. */
  Push push(
      ToolTable.Row row,
      String title,
      Options options,
      TargetSyntax.Target target,
      Command command,
      Location at) {
    List<Push.Credential> credentials = new ArrayList<>();
    boolean userless = false;
    for (String option : row.credentials()) {
      if (option.endsWith(":")) {
        for (ShellWord both : options.all(option.substring(0, option.length() - 1))) {
          userless |= userless(option, values.resolve(both), at, credentials);
        }
      }
    }
    boolean reads = options.on("--password-stdin");
    passwords(row, options, reads ? piped(command) : List.of(), credentials);
    if (title.startsWith("docker") && values.isExported("DOCKER_AUTH_CONFIG")) {
      credentials.add(new Push.Credential(values.exportedValue("DOCKER_AUTH_CONFIG")));
    }
    if (title.startsWith("imgpkg")) {
      IMGPKG_VARIABLES.stream()
          .filter(values::isExported)
          .forEach(it -> credentials.add(new Push.Credential(values.exportedValue(it))));
    }
    boolean anonymous = options.on("--dest-no-creds") || (userless && credentials.isEmpty());
    return new Push(
        title,
        at,
        PushedTags.of(title, target.images(), options, values),
        target.host(),
        credentials,
        anonymous ? List.of() : doubts(row, title, target, options, command),
        anonymous ? Set.of() : Set.copyOf(row.keychains()),
        PushedTags.areNone(title),
        title.startsWith("skopeo")
            ? "add --dest-creds=\"<user>:$<VARIABLE>\", with the variable set in env from secrets"
            : "log in before it in the same job, with a password from secrets");
  }

  /**
   * Adds the password after the user of {@code --dest-creds=user:password}. A text without a colon
   * is a user without a password, and then no login counts.
   */
  private boolean userless(
      String option, List<LocatedPiece> both, Location at, List<Push.Credential> credentials) {
    boolean colon = both.stream().anyMatch(it -> it.text().indexOf(':') >= 0);
    if (!colon && both.stream().allMatch(LocatedPiece::isText)) {
      return true;
    }
    if (!colon) {
      notes.accept(
          new Note(
              at,
              "whether "
                  + option.substring(0, option.length() - 1)
                  + " holds a user and a colon before the password is not known"));
    }
    credentials.add(new Push.Credential(LocatedPiece.after(both, ':')));
    return false;
  }

  /** Adds the passwords that options hold, or else what the command reads. */
  void passwords(
      ToolTable.Row row,
      Options options,
      List<ShellWord> input,
      List<Push.Credential> credentials) {
    for (String option : row.credentials()) {
      for (ShellWord secret : options.all(option)) {
        credentials.add(new Push.Credential(values.resolve(secret)));
      }
    }
    if (credentials.isEmpty()) {
      input.forEach(it -> credentials.add(new Push.Credential(values.resolve(it))));
    }
  }

  /** Whether a variable names another file for logins than the usual one of its program. */
  boolean isFileNamed() {
    return FILE_VARIABLES.stream()
        .anyMatch(it -> !it.equals("DOCKER_CONFIG") && values.isExported(it));
  }

  /** What may bring credentials and is not followed. */
  private List<String> doubts(
      ToolTable.Row row,
      String title,
      TargetSyntax.Target target,
      Options options,
      Command command) {
    List<String> doubts = new ArrayList<>(OwnKeychains.doubts(title, target, options, values));
    if (row.target().equals("build")) {
      String asked = BuildRequest.of(options, options.operands(), values).doubt();
      doubts.addAll(asked.isEmpty() ? List.of() : List.of(asked));
    }
    for (String variable : FILE_VARIABLES) {
      if (values.isExported(variable)) {
        doubts.add("the file that " + variable + " names");
      }
    }
    for (String option : FILES) {
      if (!options.all(option).isEmpty()) {
        doubts.add("the file given with " + option);
      }
    }
    if (options.on("--password-stdin") && piped(command).isEmpty()) {
      doubts.add("what it reads from its standard input");
    }
    for (ShellWord operand : options.operands()) {
      for (LocatedPiece part : values.resolve(operand)) {
        if (part.piece() instanceof Piece.Variable it && it.name().contains("[")) {
          doubts.add("the arguments in $" + it.name().replace("[?]", "[@]"));
        }
      }
    }
    return doubts;
  }

  /** What a command reads as a password, where that can be seen. */
  static List<ShellWord> piped(Command command) {
    if (!command.input().isEmpty()) {
      return command.input();
    }
    if (command.feeder().isEmpty()) {
      return List.of();
    }
    List<ShellWord> words = command.feeder().get(0).words();
    String printer = words.isEmpty() ? "" : words.get(0).text().orElse("");
    if (words.size() > 1 && (printer.equals("echo") || printer.equals("printf"))) {
      return List.of(words.get(words.size() - 1));
    }
    return command.feeder().get(0).input();
  }
}
