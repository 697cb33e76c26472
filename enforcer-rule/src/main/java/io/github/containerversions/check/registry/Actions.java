package io.github.containerversions.check.registry;

import io.github.containerversions.model.workflow.Piece;
import io.github.containerversions.model.workflow.Step;
import io.github.containerversions.model.workflow.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Recognises actions that push or log in. */
final class Actions {
  private final Values values;
  private final Consumer<Push> pushes;
  private final Consumer<Login> logins;

  Actions(Values values, Consumer<Push> pushes, Consumer<Login> logins) {
    this.values = values;
    this.pushes = pushes;
    this.logins = logins;
  }

  /** Looks at one step. */
  void look(Step.Use use) {
    String action = use.action().toLowerCase(Locale.ROOT);
    if (action.endsWith("docker/login-action") || action.endsWith("redhat-actions/podman-login")) {
      login(use);
    } else if (action.endsWith("docker/build-push-action")) {
      push(use);
    } else if (action.contains("login") || action.equals("google-github-actions/auth")) {
      logins.accept(new Login(Image.Host.UNKNOWN, use.location(), List.of()));
    }
  }

  private void login(Step.Use use) {
    List<Part> host = given(use, "registry");
    List<Part> password = given(use, "password");
    logins.accept(
        new Login(
            Image.Host.of(host),
            use.location(),
            password.isEmpty() ? List.of() : List.of(new Push.Credential(password))));
  }

  private void push(Step.Use use) {
    @Nullable Word push = use.with().get("push");
    List<Part> outputs = given(use, "outputs");
    String output = Part.shown(outputs);
    boolean asked = push != null && !push.is("false") && !push.is("");
    if (!asked && !output.contains("type=registry") && !output.contains("push=true")) {
      return;
    }
    List<Image> images = new ArrayList<>();
    for (List<Part> tag : list(given(use, "tags"))) {
      images.add(Image.of(tag));
    }
    pushes.accept(
        new Push(
            "docker/build-push-action",
            use.location(),
            images,
            Image.Host.UNKNOWN,
            List.of(),
            List.of(),
            false,
            "put a step with docker/login-action before it, with a password from secrets"));
  }

  private List<Part> given(Step.Use use, String name) {
    Word word = use.with().get(name);
    return word == null ? List.of() : values.resolve(word);
  }

  /** The entries of a list that is written on several lines or with commas. */
  private static List<List<Part>> list(List<Part> parts) {
    List<List<Part>> entries = new ArrayList<>();
    List<Part> entry = new ArrayList<>();
    for (Part part : parts) {
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
            entry.add(new Part(piece, part.owner()));
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
