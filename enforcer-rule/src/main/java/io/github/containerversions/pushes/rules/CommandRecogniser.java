package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Recognises commands that push or log in. */
final class CommandRecogniser {
  private static final List<String> CREDENTIALS =
      List.of(
          "--dest-password",
          "--to-password",
          "--password",
          "--pass",
          "-p",
          "--dest-registry-token",
          "--to-identity-token",
          "--identity-token");

  private static final List<String> FILES =
      List.of(
          "--authfile", "--config", "--dest-authfile", "--registry-config", "--to-registry-config");

  /** Variables that name another file than the usual one for logins. */
  private static final List<String> FILE_VARIABLES =
      List.of("REGISTRY_AUTH_FILE", "DOCKER_CONFIG", "HELM_REGISTRY_CONFIG", "REGCTL_CONFIG");

  private static final Set<String> COPYING = Set.of("cp", "mv", "ln", "install", "tee");

  private final VariableScope values;
  private final Consumer<Push> pushes;
  private final Consumer<Login> logins;

  CommandRecogniser(VariableScope values, Consumer<Push> pushes, Consumer<Login> logins) {
    this.values = values;
    this.pushes = pushes;
    this.logins = logins;
  }

  /** Looks at one command. */
  void look(Command command) {
    List<ShellWord> words = CommandWrappers.without(command.words());
    writesKeychain(command, words);
    if (words.isEmpty()) {
      return;
    }
    String path = words.get(0).text().orElse("");
    String tool = path.substring(path.lastIndexOf('/') + 1);
    List<ShellWord> rest = words.subList(1, words.size());
    Location at = words.get(0).location();
    switch (tool) {
      case "dagger" -> DaggerCall.push(rest, at, values).ifPresent(pushes);
      case "aws", "az", "gcloud" -> cloud(rest, at);
      default -> PushTool.named(tool).ifPresent(it -> run(it, tool, rest, command, at));
    }
  }

  /** Looks for the longest subcommand that the program has. */
  private void run(
      PushTool program, String tool, List<ShellWord> arguments, Command command, Location at) {
    Options options = program.options(arguments);
    List<ShellWord> operands = options.operands();
    for (int length = Math.min(PushTool.MOST_WORDS, operands.size()); length > 0; length--) {
      String subcommand =
          String.join(
              " ", operands.subList(0, length).stream().map(it -> it.text().orElse("")).toList());
      List<ShellWord> named = operands.subList(length, operands.size());
      Optional<TargetSyntax> destination = program.destination(subcommand);
      if (destination.isPresent()) {
        destination
            .get()
            .target(options, named, values)
            .map(it -> push(program, tool + " " + subcommand, options, it, command, at))
            .ifPresent(pushes);
        return;
      } else if (program.isLogin(subcommand)) {
        login(program, options, named, command, at);
        return;
      }
    }
  }

  private Push push(
      PushTool program,
      String title,
      Options options,
      TargetSyntax.Target target,
      Command command,
      Location at) {
    List<Push.Credential> credentials = new ArrayList<>();
    for (ShellWord both : options.all("--dest-creds", "--creds")) {
      credentials.add(new Push.Credential(LocatedPiece.after(values.resolve(both), ':')));
    }
    boolean reads = options.on("--password-stdin");
    passwords(options, reads ? piped(command) : List.of(), credentials);
    if (title.startsWith("docker") && values.isSet("DOCKER_AUTH_CONFIG")) {
      credentials.add(new Push.Credential(values.resolve("DOCKER_AUTH_CONFIG")));
    }
    boolean anonymous = options.on("--dest-no-creds");
    return new Push(
        title,
        at,
        target.images(),
        target.host(),
        credentials,
        anonymous ? List.of() : doubts(options, command),
        anonymous ? Set.of() : program.reads(),
        false,
        title.startsWith("skopeo")
            ? "add --dest-creds=\"<user>:$<VARIABLE>\", with the variable set in env from secrets"
            : "log in before it in the same job, with a password from secrets");
  }

  private void passwords(
      Options options, List<ShellWord> input, List<Push.Credential> credentials) {
    for (ShellWord secret : options.all(CREDENTIALS.toArray(String[]::new))) {
      credentials.add(new Push.Credential(values.resolve(secret)));
    }
    if (credentials.isEmpty()) {
      input.forEach(it -> credentials.add(new Push.Credential(values.resolve(it))));
    }
  }

  /** What may bring credentials and is not followed. */
  private List<String> doubts(Options options, Command command) {
    List<String> doubts = new ArrayList<>();
    for (String variable : FILE_VARIABLES) {
      if (values.isSet(variable)) {
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
          doubts.add("the arguments in $" + it.name());
        }
      }
    }
    return doubts;
  }

  private void login(
      PushTool program, Options options, List<ShellWord> named, Command command, Location at) {
    List<LocatedPiece> host = named.isEmpty() ? List.of() : values.resolve(named.get(0));
    List<Push.Credential> credentials = new ArrayList<>();
    passwords(options, piped(command), credentials);
    boolean elsewhere =
        !options.all("--authfile", "--compat-auth-file", "--registry-config", "--config").isEmpty()
            || FILE_VARIABLES.stream().anyMatch(values::isSet);
    logins.accept(
        new Login(
            Image.Host.of(host),
            at,
            credentials,
            elsewhere ? AuthFile.ALL : Set.of(program.writes())));
  }

  /** What a command reads as a password, where that can be seen. */
  private static List<ShellWord> piped(Command command) {
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

  /** Programs of cloud providers log in to registries that only they know. */
  private void cloud(List<ShellWord> words, Location at) {
    boolean logsIn =
        words.stream()
            .map(it -> it.text().orElse(""))
            .anyMatch(it -> it.equals("configure-docker") || it.equals("acr"));
    if (logsIn) {
      logins.accept(new Login(Image.Host.UNKNOWN, at, List.of(), Set.of(AuthFile.DOCKER)));
    }
  }

  /** A script may write the file with logins by itself. */
  private void writesKeychain(Command command, List<ShellWord> words) {
    List<ShellWord> written = new ArrayList<>(command.outputs());
    if (!words.isEmpty() && words.get(0).text().filter(COPYING::contains).isPresent()) {
      written.addAll(words);
    }
    for (ShellWord word : written) {
      List<Piece> pieces = word.pieces();
      if (!pieces.isEmpty()
          && pieces.get(pieces.size() - 1) instanceof Piece.Text end
          && (end.text().endsWith(".docker/config.json")
              || end.text().endsWith("containers/auth.json"))) {
        logins.accept(new Login(Image.Host.UNKNOWN, word.location(), List.of(), AuthFile.ALL));
      }
    }
  }
}
