package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Recognises actions that push or log in. */
final class ActionRecogniser {
  private final VariableScope values;
  private final Consumer<Note> notes;
  private final Consumer<Push> pushes;
  private final Consumer<Login> logins;

  ActionRecogniser(
      VariableScope values, Consumer<Push> pushes, Consumer<Login> logins, Consumer<Note> notes) {
    this.values = values;
    this.notes = notes;
    this.pushes = pushes;
    this.logins = logins;
  }

  /** Looks at one step. */
  void look(Step.Use use) {
    String name = ActionNames.last(use.action());
    switch (name) {
      case "login-action" -> login(use, Set.of(AuthFile.DOCKER));
      case "podman-login" -> login(use, Set.of(AuthFile.CONTAINERS, AuthFile.DOCKER));
      case "build-push-action", "bake-action" -> build(use);
      case "push-to-registry" -> push(use);
      case "metadata-action" -> metadata(use);
      case "amazon-ecr-login" -> {
        Image.Host host = Image.Host.of("*.dkr.ecr.*.amazonaws.com");
        boolean open = LocatedPiece.inFull(given(use, "registry-type")).equals("public");
        logins.accept(somewhere(use, open ? Image.Host.of("public.ecr.aws") : host));
      }
      case "setup-crane", "setup-ko" ->
          // They log in with the token of the job, as their own documentation says.
          logins.accept(somewhere(use, Image.Host.of("ghcr.io")));
      case "login" -> azure(use);
      default -> other(use, name);
    }
  }

  private Login somewhere(Step.Use use, Image.Host host) {
    return new Login(host, use.location(), List.of(), AuthFile.ALL);
  }

  /** azure/docker-login names the registry; azure/login is one to the cloud alone. */
  private void azure(Step.Use use) {
    List<LocatedPiece> server = given(use, "login-server");
    if (!server.isEmpty()) {
      List<LocatedPiece> password = given(use, "password");
      logins.accept(
          new Login(
              Image.Host.of(server),
              use.location(),
              password.isEmpty() ? List.of() : List.of(new Push.Credential(password)),
              Set.of(AuthFile.DOCKER)));
    } else if (!use.action().toLowerCase(Locale.ROOT).equals("azure/login")) {
      logins.accept(somewhere(use, Image.Host.UNKNOWN));
    }
  }

  /** An action that is not known may log in, set variables, or push by its name. */
  private void other(Step.Use use, String name) {
    if (ActionNames.isHarmless(use.action())) {
      return;
    }
    String shown = Shown.of(use.action());
    if (ActionNames.mayPush(name) && !use.action().startsWith("./")) {
      notes.accept(
          new Note(
              use.location(), "what " + shown + " does here may push, and is not followed", true));
    }
    logins.accept(somewhere(use, Image.Host.UNKNOWN));
    values.open("the action " + shown, true);
  }

  /** The images are the hosts of its output "tags"; its tags are known when it runs. */
  private void metadata(Step.Use use) {
    List<LocatedPiece> tags = new ArrayList<>();
    for (List<LocatedPiece> image : list(given(use, "images"))) {
      LocatedPiece first = image.get(0);
      if (!tags.isEmpty()) {
        tags.add(
            new LocatedPiece(
                new Piece.Text("\n", first.piece().start(), first.piece().end()), first.owner()));
      }
      tags.addAll(image);
      tags.add(
          new LocatedPiece(
              new Piece.Text(":", first.piece().start(), first.piece().end()), first.owner()));
      tags.add(
          new LocatedPiece(
              new Piece.Expression(
                  "steps." + use.frame().id() + ".outputs.version",
                  first.piece().start(),
                  first.piece().end()),
              first.owner()));
    }
    if (!tags.isEmpty()) {
      values.output(use.frame().id(), "tags", tags);
      values.export("DOCKER_METADATA_OUTPUT_TAGS", tags);
    }
  }

  private void login(Step.Use use, Set<AuthFile> keychains) {
    List<LocatedPiece> host = given(use, "registry");
    List<LocatedPiece> password = given(use, "password");
    if (!given(use, "registry-auth").isEmpty()) {
      logins.accept(somewhere(use, Image.Host.UNKNOWN));
      return;
    }
    logins.accept(
        new Login(
            Image.Host.of(host),
            use.location(),
            password.isEmpty() ? List.of() : List.of(new Push.Credential(password)),
            keychains));
  }

  /** Docker's own and those that stand in for it (docker/build-push-action, "Inputs"). */
  private void build(Step.Use use) {
    List<LocatedPiece> push = given(use, "push");
    String asks = LocatedPiece.inFull(push).strip();
    String output =
        LocatedPiece.inFull(given(use, "outputs")) + LocatedPiece.inFull(given(use, "set"));
    boolean asked = !asks.isEmpty() && !asks.equals("false");
    if (!asked && !Outputs.mayPush(output) && !output.startsWith("${{")) {
      return;
    }
    List<Image> images = new ArrayList<>();
    for (List<LocatedPiece> tag : list(given(use, "tags"))) {
      images.add(Image.of(tag));
    }
    if (images.isEmpty()) {
      images.addAll(Outputs.images(given(use, "outputs")));
      images.addAll(Outputs.images(given(use, "set")));
    }
    pushes.accept(
        new Push(
            use.action(),
            use.location(),
            images,
            Image.Host.UNKNOWN,
            values.isSet("DOCKER_AUTH_CONFIG")
                ? List.of(new Push.Credential(values.resolve("DOCKER_AUTH_CONFIG")))
                : List.of(),
            List.of(),
            Set.of(AuthFile.DOCKER),
            false,
            "put a step with docker/login-action before it, with a password from secrets",
            asks.startsWith("${{") ? asks.substring(3, asks.length() - 2).strip() : ""));
  }

  /** An image and its tags, to a registry (redhat-actions/push-to-registry, "Action Inputs"). */
  private void push(Step.Use use) {
    List<LocatedPiece> password = given(use, "password");
    Image.Host host = Image.Host.of(given(use, "registry"));
    List<Image> images = new ArrayList<>();
    for (List<LocatedPiece> tag : list(given(use, "tags"))) {
      boolean open = tag.stream().anyMatch(it -> !it.isText());
      boolean whole =
          LocatedPiece.inFull(tag).indexOf(':') >= 0 || (open && given(use, "registry").isEmpty());
      images.add(whole ? Image.of(tag) : new Image(host, tag, tag, List.of(), false));
    }
    if (images.isEmpty()) {
      images.add(new Image(host, given(use, "image"), List.of(), List.of(), false));
    }
    pushes.accept(
        new Push(
            "redhat-actions/push-to-registry",
            use.location(),
            images,
            Image.Host.UNKNOWN,
            password.isEmpty() ? List.of() : List.of(new Push.Credential(password)),
            List.of(),
            Set.of(AuthFile.CONTAINERS, AuthFile.DOCKER),
            false,
            "give it username and password, the password from secrets"));
  }

  private List<LocatedPiece> given(Step.Use use, String name) {
    ShellWord word = use.with().get(name);
    return word == null ? List.of() : values.resolve(word);
  }

  /** The entries of a list that is written on several lines or with commas. */
  private static List<List<LocatedPiece>> list(List<LocatedPiece> parts) {
    List<List<LocatedPiece>> entries = new ArrayList<>();
    List<LocatedPiece> entry = new ArrayList<>();
    for (LocatedPiece part : parts) {
      if (!(part.piece() instanceof Piece.Text text)) {
        entry.add(part);
        continue;
      }
      int from = 0;
      for (int at = 0; at <= text.text().length(); at++) {
        boolean ends = at < text.text().length() && ", \n\t".indexOf(text.text().charAt(at)) >= 0;
        if (ends || at == text.text().length()) {
          if (from < at) {
            Piece.Text piece =
                new Piece.Text(
                    text.text().substring(from, at), text.start() + from, text.start() + at);
            entry.add(new LocatedPiece(piece, part.owner()));
          }
          if (ends && !entry.isEmpty()) {
            entries.add(List.copyOf(entry));
            entry.clear();
          }
          from = at + 1;
        }
      }
    }
    if (!entry.isEmpty()) {
      entries.add(List.copyOf(entry));
    }
    return entries;
  }
}
