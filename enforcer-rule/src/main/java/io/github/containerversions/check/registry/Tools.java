package io.github.containerversions.check.registry;

import io.github.containerversions.model.Location;
import io.github.containerversions.model.workflow.Command;
import io.github.containerversions.model.workflow.Piece;
import io.github.containerversions.model.workflow.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Recognises commands that push or log in: skopeo, docker, podman, buildah, crane, oras (their
 * manuals) and the {@code publish} function of a Dagger module.
 */
final class Tools {
  private static final Set<String> VALUED =
      Set.of(
          "-u",
          "--username",
          "-p",
          "--password",
          "--creds",
          "--dest-creds",
          "--src-creds",
          "--authfile",
          "--dest-authfile",
          "--src-authfile",
          "--dest-username",
          "--dest-password",
          "--src-username",
          "--src-password",
          "--dest-registry-token",
          "--src-registry-token",
          "--cert-dir",
          "--dest-cert-dir",
          "--src-cert-dir",
          "-f",
          "--format",
          "--file",
          "-t",
          "--tag",
          "-o",
          "--output",
          "--build-arg",
          "--platform",
          "--cache-from",
          "--cache-to",
          "--label",
          "--target",
          "--secret",
          "--ssh",
          "--network",
          "--builder",
          "--metadata-file",
          "--iidfile",
          "--progress",
          "--build-context",
          "--add-host",
          "--attest",
          "--annotation",
          "--digestfile",
          "--sign-by",
          "--additional-tag",
          "--retry-times",
          "--retry",
          "--retry-delay",
          "--compression-format",
          "--compression-level",
          "--dest-compress-format",
          "--dest-compress-level",
          "--encryption-key",
          "--override-arch",
          "--override-os",
          "--override-variant",
          "--policy",
          "--registries.d",
          "--tmpdir",
          "--command-timeout",
          "--image-refs",
          "-j",
          "--jobs",
          "--config",
          "--context",
          "-H",
          "--host",
          "-l",
          "--log-level",
          "--registry-config",
          "--artifact-type",
          "--annotation-file",
          "--identity-token",
          "--concurrency",
          "--allow",
          "--shm-size",
          "--ulimit");

  private static final Set<String> FILES =
      Set.of("--authfile", "--dest-authfile", "--registry-config", "--config");

  private static final Set<String> SECRET_FLAGS =
      Set.of("password", "passwd", "token", "secret", "cred");
  private static final Set<String> ADDRESS_FLAGS =
      Set.of("--address", "--image", "--ref", "--repository", "--registry-address");

  private final Values values;
  private final Consumer<Push> pushes;
  private final Consumer<Login> logins;

  Tools(Values values, Consumer<Push> pushes, Consumer<Login> logins) {
    this.values = values;
    this.pushes = pushes;
    this.logins = logins;
  }

  /** Looks at one command. */
  void look(Command command) {
    List<Word> words = Prefixes.without(command.words());
    if (words.isEmpty()) {
      return;
    }
    String path = words.get(0).text().orElse("");
    String tool = path.substring(path.lastIndexOf('/') + 1);
    List<Word> rest = words.subList(1, words.size());
    Location at = words.get(0).location();
    switch (tool) {
      case "dagger" -> dagger(rest, at);
      case "skopeo", "docker", "podman", "buildah", "crane", "gcrane", "oras", "nerdctl" ->
          container(tool, rest, at, command);
      case "aws", "az", "gcloud" -> cloud(rest, at);
      default -> {}
    }
  }

  private void container(String tool, List<Word> arguments, Location at, Command command) {
    Options options = Options.of(arguments, VALUED);
    List<Word> operands = options.operands();
    String first = operand(operands, 0);
    String second = operand(operands, 1);
    boolean nested =
        Set.of("image", "buildx", "builder", "manifest", "auth", "registry", "compose")
            .contains(first);
    String verb = nested ? second : first;
    List<Word> named = operands.subList(Math.min(nested ? 2 : 1, operands.size()), operands.size());
    String title = tool + " " + (nested ? first + " " + second : first);
    switch (verb) {
      case "login" -> login(options, named, at, command);
      case "push" -> push(tool, title, options, named, at, first.equals("compose"));
      case "copy", "cp" -> {
        if (!tool.equals("docker") && !tool.equals("podman")) {
          push(tool, title, options, named, at, false);
        }
      }
      case "build", "bake" -> build(title, options, at);
      default -> {}
    }
  }

  private static String operand(List<Word> operands, int index) {
    return index < operands.size() ? operands.get(index).text().orElse("") : "";
  }

  private void push(
      String tool, String title, Options options, List<Word> named, Location at, boolean unnamed) {
    if (unnamed) {
      add(title, at, List.of(), options);
      return;
    }
    if (named.isEmpty()) {
      return; // the tool itself refuses that
    }
    boolean firstNames = tool.equals("oras") && title.endsWith("push");
    List<Part> image = values.resolve(named.get(firstNames ? 0 : named.size() - 1));
    String lead = image.get(0).text();
    boolean transports = !tool.equals("crane") && !tool.equals("gcrane") && !tool.equals("oras");
    if (lead.startsWith("docker://")) {
      image = cut(image, "docker://".length());
    } else if (tool.equals("skopeo") && !lead.isEmpty()) {
      return; // another transport: an archive, a folder, a daemon
    } else if (transports && named.size() > 1 && isTransport(lead)) {
      return;
    }
    add(title, at, List.of(Image.of(image)), options);
  }

  private static boolean isTransport(String lead) {
    return List.of(
            "dir:",
            "docker-archive:",
            "docker-daemon:",
            "oci:",
            "oci-archive:",
            "containers-storage:")
        .stream()
        .anyMatch(lead::startsWith);
  }

  private static List<Part> cut(List<Part> parts, int length) {
    Part first = parts.get(0);
    List<Part> rest = new ArrayList<>(parts.subList(1, parts.size()));
    if (first.piece() instanceof Piece.Text text && text.text().length() > length) {
      rest.add(
          0,
          new Part(
              new Piece.Text(text.text().substring(length), text.start() + length, text.end()),
              first.owner()));
    }
    return rest;
  }

  private void build(String title, Options options, Location at) {
    boolean byOutput =
        options.all("-o", "--output").stream()
            .map(it -> it.lead().toLowerCase(Locale.ROOT))
            .anyMatch(it -> it.contains("type=registry") || it.contains("push=true"));
    if (options.on("--push") || byOutput) {
      List<Image> images = new ArrayList<>();
      for (Word tag : options.all("-t", "--tag")) {
        images.add(Image.of(values.resolve(tag)));
      }
      add(title, at, images, options);
    }
  }

  private void dagger(List<Word> words, Location at) {
    int call = -1;
    int publish = -1;
    for (int index = 0; index < words.size(); index++) {
      String text = words.get(index).text().orElse("");
      if (text.equals("call") && call < 0) {
        call = index;
      } else if (text.startsWith("publish") && call >= 0) {
        publish = index;
      }
    }
    if (publish < 0) {
      return;
    }
    List<Push.Credential> credentials = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    List<Image> images = new ArrayList<>();
    Image.Host host = Image.Host.UNKNOWN;
    boolean unique = false;
    for (int index = call + 1; index < words.size(); index++) {
      String lead = words.get(index).lead();
      if (!lead.startsWith("--")) {
        continue;
      }
      int equals = lead.indexOf('=');
      boolean next = equals < 0 && index + 1 < words.size();
      if (equals < 0 && (!next || words.get(index + 1).lead().startsWith("-"))) {
        continue;
      }
      String flag = equals < 0 ? lead : lead.substring(0, equals);
      Word value = equals < 0 ? words.get(index + 1) : words.get(index).after(equals + 1);
      List<Part> parts = values.resolve(value);
      unique |= Expressions.isUnique(flag + " " + Part.shown(parts));
      if (SECRET_FLAGS.stream().anyMatch(flag.toLowerCase(Locale.ROOT)::contains)) {
        secret(value, credentials, doubts);
      } else if (flag.equals("--registry")) {
        host = Image.Host.of(parts);
      } else if (ADDRESS_FLAGS.contains(flag)) {
        images.add(Image.of(parts));
      }
    }
    String name = words.get(publish).text().orElse("publish");
    pushes.accept(
        new Push(
            "dagger call " + name,
            at,
            images,
            host,
            credentials,
            doubts,
            unique,
            "add --registry-password=env:<VARIABLE>, with the variable set in env from secrets"));
  }

  /** A secret of Dagger (Dagger's manual, "Secrets"): text names the provider before a colon. */
  private void secret(Word value, List<Push.Credential> credentials, List<String> doubts) {
    String lead = value.lead();
    int scheme = lead.indexOf(':');
    if (lead.startsWith("env:") || lead.startsWith("env://")) {
      Word name = value.after(lead.startsWith("env://") ? 6 : 4);
      String variable = name.text().orElse("");
      if (values.isSet(variable)) {
        credentials.add(new Push.Credential(values.resolve(variable)));
      } else if (!variable.isEmpty()) {
        Piece unset = new Piece.Variable(variable, name.start(), name.end());
        credentials.add(new Push.Credential(List.of(new Part(unset, name))));
      } else {
        doubts.add("the variable it takes the password from");
      }
    } else if (scheme > 0
        && Set.of("file", "cmd", "op", "vault", "libsecret", "aws", "gcp")
            .contains(lead.substring(0, scheme))) {
      doubts.add("the " + lead.substring(0, scheme) + ": it takes the password from");
    } else {
      credentials.add(new Push.Credential(values.resolve(value)));
    }
  }

  private void cloud(List<Word> words, Location at) {
    boolean logsIn =
        words.stream()
            .map(it -> it.text().orElse(""))
            .anyMatch(it -> it.equals("configure-docker") || it.equals("acr"));
    if (logsIn) {
      logins.accept(new Login(Image.Host.UNKNOWN, at, List.of()));
    }
  }

  private void login(Options options, List<Word> named, Location at, Command command) {
    List<Part> host = named.isEmpty() ? List.of() : values.resolve(named.get(0));
    List<Push.Credential> credentials = new ArrayList<>();
    for (Word password : options.all("-p", "--password", "--identity-token")) {
      credentials.add(new Push.Credential(values.resolve(password)));
    }
    if (credentials.isEmpty()) {
      piped(command).forEach(it -> credentials.add(new Push.Credential(values.resolve(it))));
    }
    logins.accept(new Login(Image.Host.of(host), at, credentials));
  }

  /** What a login reads as its password, where that can be seen. */
  private static List<Word> piped(Command command) {
    if (!command.input().isEmpty()) {
      return command.input();
    }
    if (command.feeder().isEmpty()) {
      return List.of();
    }
    List<Word> words = command.feeder().get(0).words();
    String printer = words.isEmpty() ? "" : words.get(0).text().orElse("");
    if (words.size() > 1 && (printer.equals("echo") || printer.equals("printf"))) {
      return List.of(words.get(words.size() - 1));
    }
    return command.feeder().get(0).input();
  }

  private void add(String title, Location at, List<Image> images, Options options) {
    List<Push.Credential> credentials = new ArrayList<>();
    for (Word both : options.all("--dest-creds", "--creds")) {
      credentials.add(new Push.Credential(Part.after(values.resolve(both), ':')));
    }
    for (Word secret :
        options.all(
            "--dest-password", "--password", "-p", "--dest-registry-token", "--identity-token")) {
      credentials.add(new Push.Credential(values.resolve(secret)));
    }
    List<String> doubts = new ArrayList<>();
    if (values.isSet("DOCKER_AUTH_CONFIG")) {
      credentials.add(new Push.Credential(values.resolve("DOCKER_AUTH_CONFIG")));
    }
    for (String file : List.of("REGISTRY_AUTH_FILE", "DOCKER_CONFIG")) {
      if (values.isSet(file)) {
        doubts.add("the file that " + file + " names");
      }
    }
    FILES.stream()
        .sorted()
        .filter(it -> !options.all(it).isEmpty())
        .forEach(it -> doubts.add("the file given with " + it));
    for (Word operand : options.operands()) {
      for (Part part : values.resolve(operand)) {
        if (part.piece() instanceof Piece.Variable it && it.name().contains("[")) {
          doubts.add("the arguments in $" + it.name());
        }
      }
    }
    boolean unique = false;
    pushes.accept(
        new Push(
            title, at, images, Image.Host.UNKNOWN, credentials, doubts, unique, advice(title)));
  }

  private static String advice(String title) {
    return title.startsWith("skopeo")
        ? "add --dest-creds=\"<user>:$<VARIABLE>\", with the variable set in env from secrets"
        : "log in before it in the same job, with a password from secrets";
  }
}
