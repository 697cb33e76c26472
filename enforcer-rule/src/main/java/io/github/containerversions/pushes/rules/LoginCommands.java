package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Commands that log in and out, or that write the file with logins. */
final class LoginCommands {
  private static final Set<String> COPYING = Set.of("cp", "mv", "ln", "install", "tee");

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
        logins.accept(new Login(Host.UNKNOWN, word.location(), List.of(), AuthFile.ALL, ""));
      }
    }
  }
}
