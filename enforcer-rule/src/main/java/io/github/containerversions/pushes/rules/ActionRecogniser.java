package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Recognises actions that push or log in. */
final class ActionRecogniser {
  private final VariableScope values;
  private final Consumer<Push> pushes;
  private final Consumer<Login> logins;

  ActionRecogniser(VariableScope values, Consumer<Push> pushes, Consumer<Login> logins) {
    this.values = values;
    this.pushes = pushes;
    this.logins = logins;
  }

  /** Looks at one step. */
  void look(Step.Use use) {
    String action = use.action().toLowerCase(Locale.ROOT);
    if (action.endsWith("docker/login-action")) {
      login(use, Set.of(AuthFile.DOCKER));
    } else if (action.endsWith("redhat-actions/podman-login")) {
      login(use, Set.of(AuthFile.CONTAINERS, AuthFile.DOCKER));
    } else if (action.endsWith("/build-push-action") || action.endsWith("/bake-action")) {
      build(use);
    } else if (action.endsWith("redhat-actions/push-to-registry")) {
      push(use);
    } else if (action.contains("login") || action.equals("google-github-actions/auth")) {
      logins.accept(new Login(Image.Host.UNKNOWN, use.location(), List.of(), AuthFile.ALL));
    }
  }

  private void login(Step.Use use, Set<AuthFile> keychains) {
    List<LocatedPiece> host = given(use, "registry");
    List<LocatedPiece> password = given(use, "password");
    logins.accept(
        new Login(
            Image.Host.of(host),
            use.location(),
            password.isEmpty() ? List.of() : List.of(new Push.Credential(password)),
            keychains));
  }

  /** Docker's own and those that stand in for it (docker/build-push-action, "Inputs"). */
  private void build(Step.Use use) {
    @Nullable ShellWord push = use.with().get("push");
    String output =
        LocatedPiece.inFull(given(use, "outputs")) + LocatedPiece.inFull(given(use, "set"));
    boolean asked = push != null && !push.is("false") && !push.is("");
    if (!asked && !output.contains("type=registry") && !output.contains("push=true")) {
      return;
    }
    List<Image> images = new ArrayList<>();
    for (List<LocatedPiece> tag : list(given(use, "tags"))) {
      images.add(Image.of(tag));
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
            "put a step with docker/login-action before it, with a password from secrets"));
  }

  /** An image and its tags, to a registry (redhat-actions/push-to-registry, "Action Inputs"). */
  private void push(Step.Use use) {
    List<LocatedPiece> password = given(use, "password");
    Image.Host host = Image.Host.of(given(use, "registry"));
    List<Image> images = new ArrayList<>();
    for (List<LocatedPiece> tag : list(given(use, "tags"))) {
      boolean whole = LocatedPiece.inFull(tag).indexOf(':') >= 0;
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
