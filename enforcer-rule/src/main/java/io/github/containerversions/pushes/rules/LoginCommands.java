package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Commands that log in and out, or that write the file with logins. */
final class LoginCommands {
  /** Programs that write to the last path or to each, which may be the folder of the file. */
  private static final Set<String> COPYING =
      Set.of("cp", "mv", "ln", "install", "tee", "rsync", "dd");

  /** What may be given the file with logins and writes nothing into it. */
  private static final Set<String> READING =
      Set.of(
          "[", "[[", "cat", "chmod", "chown", "echo", "export", "grep", "head", "jq", "kubectl",
          "ls", "mkdir", "printf", "rm", "stat", "test", "touch", "wc");

  /** How the paths of files with logins end. */
  private static final List<String> FILES =
      List.of(
          ".docker/config.json",
          "containers/auth.json",
          "helm/registry/config.json",
          ".regctl/config.json",
          ".dockercfg");

  private final VariableScope values;
  private final PushCredentials credentials;
  private final Consumer<Login> logins;
  private final Consumer<Logout> logouts;

  LoginCommands(
      VariableScope values,
      PushCredentials credentials,
      Consumer<Login> logins,
      Consumer<Logout> logouts) {
    this.values = values;
    this.credentials = credentials;
    this.logins = logins;
    this.logouts = logouts;
  }

  /** Takes note of what a command logs out of. */
  void logout(ToolTable.Row row, Options options, Command command) {
    boolean certain = !command.conditional() && !isElsewhere(options);
    for (Host host : loggedOut(row, options)) {
      logouts.accept(new Logout(host, row.keychains().get(0), certain));
    }
  }

  private List<Host> loggedOut(ToolTable.Row row, Options options) {
    boolean containers = row.keychains().get(0) == AuthFile.CONTAINERS;
    if (options.on("--all") || options.on("-a")) {
      return List.of(Host.UNKNOWN);
    } else if (options.operands().isEmpty()) {
      return List.of(
          containers ? Host.chosenBy("the configuration of podman") : Host.of(List.of()));
    }
    List<LocatedPiece> named = values.resolve(options.operands().get(0));
    String namespace = containers ? namespace(named) : "";
    return namespace.isEmpty()
        ? Host.all(named)
        : List.of(new Host(Host.of(named).name() + "/" + namespace, true));
  }

  /** Takes note of what a command logs in to. */
  void login(ToolTable.Row row, Options options, Command command, Location at) {
    List<ShellWord> named = options.operands();
    List<Push.Credential> secrets = new ArrayList<>();
    credentials.passwords(row, options, PushCredentials.piped(command), secrets);
    if (command.conditional()) {
      // Where it does not run, what its password is set from says nothing of the push.
      secrets.replaceAll(LoginCommands::inSomeCases);
    }
    Set<AuthFile> kept = isElsewhere(options) ? AuthFile.ALL : Set.of(row.keychains().get(0));
    boolean containers = row.keychains().get(0) == AuthFile.CONTAINERS;
    if (containers && named.isEmpty()) {
      // skopeo refuses it, podman and buildah take the first registry of their configuration.
      if (!row.programs().contains("skopeo")) {
        logins.accept(new Login(Host.UNKNOWN, at, secrets, kept, ""));
      }
      return;
    }
    for (Host host : hosts(row, options, named)) {
      String namespace = containers ? namespace(values.resolve(named.get(0))) : "";
      logins.accept(new Login(host, at, secrets, kept, namespace));
    }
  }

  /** Whether another file than the usual one is named for logins. */
  private boolean isElsewhere(Options options) {
    return !options
            .all("--authfile", "--compat-auth-file", "--registry-config", "--config")
            .isEmpty()
        || credentials.isFileNamed();
  }

  private static Push.Credential inSomeCases(Push.Credential credential) {
    return new Push.Credential(
        credential.secret().stream()
            .map(it -> it.isText() ? it : it.doubted("a login that runs in some cases only"))
            .toList());
  }

  /** What follows the host: such a login is kept for it alone (containers-auth.json(5)). */
  private static String namespace(List<LocatedPiece> registry) {
    String text = LocatedPiece.written(registry);
    int slash = text.indexOf('/');
    return slash < 0 || text.contains("://") ? "" : text.substring(slash + 1);
  }

  /** The registries that a login is for; those of clouds are known by their names. */
  private List<Host> hosts(ToolTable.Row row, Options options, List<ShellWord> named) {
    List<ShellWord> registry = options.all("-n", "--name");
    return switch (row.target()) {
      case "login-azure" ->
          registry.isEmpty()
              ? List.of(Host.of("*.azurecr.io"))
              : List.of(Host.azure(values.resolve(registry.get(0))));
      case "login-google" ->
          named.isEmpty()
              ? List.of(Host.of("*gcr.io"), Host.of("*-docker.pkg.dev"))
              : Host.listed(values.resolve(named.get(0)));
      case "login-somewhere" -> List.of(Host.UNKNOWN);
      default -> Host.all(named.isEmpty() ? List.of() : values.resolve(named.get(0)));
    };
  }

  /** A script may write the file with logins by itself. */
  void writesKeychain(Command command, List<ShellWord> words) {
    String program = words.isEmpty() ? "" : words.get(0).text().orElse("");
    boolean copies = COPYING.contains(program);
    for (ShellWord word : command.outputs()) {
      written(word, end(word, true));
    }
    if (!READING.contains(program)
        && ToolTable.rows(program).stream().allMatch(ToolTable.Row::isTold)) {
      for (ShellWord word : words) {
        String end = end(word, copies);
        written(word, copies && end.endsWith(".docker") ? end + "/config.json" : end);
      }
    }
  }

  private void written(ShellWord word, String end) {
    if (FILES.stream().anyMatch(end::endsWith)) {
      logins.accept(new Login(Host.UNKNOWN, word.location(), List.of(), AuthFile.ALL, ""));
    }
  }

  /** The text that a path ends in; that of a variable is looked up only where it is written to. */
  private String end(ShellWord word, boolean resolved) {
    List<LocatedPiece> pieces = resolved ? values.resolve(word) : LocatedPiece.of(word);
    String end = pieces.isEmpty() ? "" : pieces.get(pieces.size() - 1).text();
    return end.endsWith("/") ? end.substring(0, end.length() - 1) : end;
  }
}
