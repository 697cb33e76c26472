package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.CommandWrappers;
import io.github.containerversions.pushes.workflow.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Recognises commands that push or log in. */
final class CommandRecogniser {
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

  /** What only shows or compares its words, or does something else with them. */
  private static final Set<String> READING =
      Set.of(
          "echo",
          "printf",
          "cat",
          "grep",
          "sed",
          "awk",
          "jq",
          "yq",
          "test",
          "[",
          "[[",
          "for",
          "case",
          "git",
          "gh",
          "export",
          "local",
          "declare",
          "readonly",
          "which",
          "type",
          "read",
          "kubectl");

  /** Options with which nothing is pushed. */
  private static final List<String> NOT_IN_EARNEST =
      List.of("--dry-run", "--just-print", "--recon", "--snapshot", "--skip-publish");

  private static final Set<String> COPYING = Set.of("cp", "mv", "ln", "install", "tee");

  private final VariableScope values;
  private final Consumer<Push> pushes;
  private final Consumer<Login> logins;
  private final BiConsumer<Host, AuthFile> logouts;
  private final Consumer<Note> notes;

  CommandRecogniser(
      VariableScope values,
      Consumer<Push> pushes,
      Consumer<Login> logins,
      BiConsumer<Host, AuthFile> logouts,
      Consumer<Note> notes) {
    this.values = values;
    this.pushes = pushes;
    this.logins = logins;
    this.logouts = logouts;
    this.notes = notes;
  }

  /** The words of a command from the name of its program or function on. */
  List<ShellWord> words(Command command) {
    List<ShellWord> words = CommandWrappers.without(Xargs.filled(command, values));
    boolean evaluates = words.size() > 1 && words.get(0).is("eval");
    // A list of words is a command where eval is given it, up to quotes in the words.
    return named(
        evaluates && Arguments.isList(words.get(1)) ? words.subList(1, words.size()) : words);
  }

  /** Looks at one command. */
  void look(Command command, List<ShellWord> words) {
    writesKeychain(command, words);
    if (words.isEmpty()) {
      return;
    }
    String path = end(words.get(0));
    String tool = path.substring(path.lastIndexOf('/') + 1);
    List<ShellWord> rest =
        words.subList(1, words.size()).stream()
            .flatMap(it -> values.script().expanded(it).stream())
            .toList();
    Location at = words.get(0).location();
    if (tool.isEmpty()) {
      unknown(words, rest, at);
    } else if (tool.equals("dagger")) {
      DaggerCall.push(rest, at, values).ifPresent(pushes);
    } else {
      Optional<ToolTable.Match> match =
          ToolTable.find(tool, rest).or(() -> ToolTable.find(tool, MaybePush.withListsLast(rest)));
      if (match.isEmpty() && command.words().get(0).is("nix")) {
        match = ToolTable.find("nix", command.words().subList(1, command.words().size()));
        match.ifPresent(it -> run(it, "nix", command, at));
      } else if (match.isPresent()) {
        run(match.get(), tool, command, at);
      } else if (!READING.contains(tool)
          && command.followed().isEmpty()
          && MaybePush.is(tool, rest)) {
        notes.accept(
            new Note(
                at, "what " + Shown.of(tool) + " runs here may push, and is not followed", true));
      }
    }
  }

  /** A program may be named by a variable, with words of its own, or with none. */
  private List<ShellWord> named(List<ShellWord> words) {
    if (words.isEmpty() || words.get(0).text().isPresent()) {
      return words;
    }
    ShellWord first = words.get(0);
    List<ShellWord> array = values.script().expanded(first);
    if (array.size() != 1 || !array.get(0).equals(first)) {
      List<ShellWord> whole = new ArrayList<>(array);
      whole.addAll(words.subList(1, words.size()));
      return CommandWrappers.without(whole);
    }
    List<List<LocatedPiece>> value = Words.of(values.resolve(first));
    boolean known = !value.isEmpty() && value.get(0).stream().allMatch(LocatedPiece::isText);
    if (!known && !value.isEmpty()) {
      return words;
    }
    LocatedPiece place = new LocatedPiece(first.pieces().get(0), first);
    List<ShellWord> all = new ArrayList<>();
    value.forEach(it -> all.add(Words.word(it, place)));
    all.addAll(words.subList(1, words.size()));
    return CommandWrappers.without(all);
  }

  /** A program that cannot be known may push where its words say so. */
  private void unknown(List<ShellWord> words, List<ShellWord> rest, Location at) {
    if (MaybePush.isUnknown(words.get(0), rest)) {
      String shown = LocatedPiece.shown(LocatedPiece.of(words.get(0)));
      notes.accept(
          new Note(at, "what " + shown + " runs here may push, and is not followed", true));
    }
  }

  /** The text that the name of a program ends in: its folder may be computed. */
  private static String end(ShellWord word) {
    List<Piece> pieces = word.pieces();
    return word.text()
        .orElse(
            !pieces.isEmpty()
                    && pieces.get(pieces.size() - 1) instanceof Piece.Text it
                    && it.text().startsWith("/")
                ? it.text()
                : "");
  }

  private void run(ToolTable.Match match, String tool, Command command, Location at) {
    ToolTable.Row row = match.row();
    Options options = match.options();
    String title = (tool + " " + String.join(" ", row.subcommand())).strip();
    if (row.target().equals("logout")) {
      logout(row, options);
    } else if (row.isLogin()) {
      login(row, options, options.operands(), command, at);
    } else if (row.isTold()) {
      told(match, title, command, at);
    } else if (command.followed().isEmpty()) {
      int colon = row.target().indexOf(':');
      String kind = colon < 0 ? row.target() : row.target().substring(0, colon);
      TargetSyntax.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'))
          .target(row.argument(), options, options.operands(), values)
          .or(() -> fromInput(command))
          .map(it -> push(row, title, options, it, command, at))
          .ifPresentOrElse(pushes, () -> unseen(row, title, options, at));
    }
  }

  /** A build whose options are not known may push, too. */
  private void unseen(ToolTable.Row row, String title, Options options, Location at) {
    String unseen =
        row.target().equals("build")
            ? BuildRequest.of(options, options.operands(), values).unseen()
            : "";
    if (!unseen.isEmpty()) {
      notes.accept(new Note(at, "whether " + title + " pushes here depends on " + unseen, true));
    }
  }

  /** What xargs gives it is known only when it runs. */
  private static Optional<TargetSyntax.Target> fromInput(Command command) {
    boolean given = command.words().stream().anyMatch(it -> it.is("xargs"));
    return given
        ? Optional.of(new TargetSyntax.Target(List.of(), Host.of("what xargs reads")))
        : Optional.empty();
  }

  private void told(ToolTable.Match match, String title, Command command, Location at) {
    ToolTable.Row row = match.row();
    if (NOT_IN_EARNEST.stream().anyMatch(match.options()::on)
        || (row.programs().contains("make") && match.options().on("-n"))) {
      return;
    }
    boolean words = row.target().startsWith("told-words");
    List<ShellWord> given = new ArrayList<>(command.words());
    command.assignments().forEach(it -> given.add(it.value()));
    String all =
        String.join(
            " ", given.stream().map(it -> LocatedPiece.written(LocatedPiece.of(it))).toList());
    boolean says =
        row.target().equals("told")
            || List.of(row.argument().split("\\|", -1)).stream()
                .anyMatch(it -> says(all, it, words));
    if (says && command.followed().stream().noneMatch(it -> runs(it.script()))) {
      notes.accept(
          new Note(at, "what " + title + " runs here may push, and is not followed", true));
    }
  }

  /** Whether a script has a command at all; a recipe may do nothing but need others. */
  private static boolean runs(Script script) {
    return script.commands().stream().anyMatch(it -> !it.words().isEmpty());
  }

  /** By whole words where people chose the name, or an option as it stands. */
  private static boolean says(String all, String word, boolean words) {
    return words
        ? all.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
        : all.contains(word);
  }

  private void logout(ToolTable.Row row, Options options) {
    Host host =
        options.operands().isEmpty()
            ? Host.of(List.of())
            : Host.of(values.resolve(options.operands().get(0)));
    boolean all = options.on("--all") || options.on("-a");
    if (row.keychains().get(0) == AuthFile.CONTAINERS && !options.operands().isEmpty()) {
      String namespace = namespace(values.resolve(options.operands().get(0)));
      host = namespace.isEmpty() ? host : new Host(host.name() + "/" + namespace, true);
    }
    logouts.accept(all ? Host.UNKNOWN : host, row.keychains().get(0));
  }

  private Push push(
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
        target.images(),
        target.host(),
        credentials,
        anonymous ? List.of() : doubts(row, title, target, options, command),
        anonymous ? Set.of() : Set.copyOf(row.keychains()),
        false,
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

  private void passwords(
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

  private void login(
      ToolTable.Row row, Options options, List<ShellWord> named, Command command, Location at) {
    List<Push.Credential> credentials = new ArrayList<>();
    passwords(row, options, piped(command), credentials);
    if (command.conditional()) {
      // Where it does not run, what its password is set from says nothing of the push.
      credentials.replaceAll(CommandRecogniser::inSomeCases);
    }
    boolean elsewhere =
        !options.all("--authfile", "--compat-auth-file", "--registry-config", "--config").isEmpty()
            || FILE_VARIABLES.stream()
                .anyMatch(it -> !it.equals("DOCKER_CONFIG") && values.isExported(it));
    Set<AuthFile> kept = elsewhere ? AuthFile.ALL : Set.of(row.keychains().get(0));
    boolean containers = row.keychains().get(0) == AuthFile.CONTAINERS;
    if (containers && named.isEmpty()) {
      // skopeo refuses it, podman and buildah take the first registry of their configuration.
      if (!row.programs().contains("skopeo")) {
        logins.accept(new Login(Host.UNKNOWN, at, credentials, kept, ""));
      }
      return;
    }
    for (Host host : hosts(row, options, named)) {
      String namespace = containers ? namespace(values.resolve(named.get(0))) : "";
      logins.accept(new Login(host, at, credentials, kept, namespace));
    }
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
        logins.accept(new Login(Host.UNKNOWN, word.location(), List.of(), AuthFile.ALL, ""));
      }
    }
  }
}
