package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.ActionTable;
import io.github.containerversions.pushes.workflow.Condition;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.PushWords;
import io.github.containerversions.pushes.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    ActionTable.Row row = ActionTable.find(use.action());
    switch (row.does()) {
      case "login" -> login(use, row);
      case "login-ko" -> ko(use, row);
      case "login-ecr" -> {
        Host host = Host.of("*.dkr.ecr.*.amazonaws.com");
        boolean open = LocatedPiece.written(given(use, "registry-type")).equals("public");
        logins.accept(somewhere(use, open ? Host.of("public.ecr.aws") : host));
      }
      case "build" -> build(use);
      case "push" -> push(use);
      case "images" -> metadata(use);
      case "lowercase" ->
          values.handed().output(use.frame().id(), "lowercase", given(use, row.input()));
      case "told" -> mayPush(use);
      case "harmless" -> textual(use);
      case "harmless-without" -> {
        String text = LocatedPiece.written(given(use, row.input()));
        if (List.of(row.words().split("\\|", -1)).stream().anyMatch(text::contains)) {
          other(use);
        }
      }
      default -> other(use);
    }
  }

  private Login somewhere(Step.Use use, Host host) {
    return new Login(host, use.location(), List.of(), AuthFile.ALL, "");
  }

  private static Set<AuthFile> keychains(ActionTable.Row row) {
    return row.keychains().stream().map(AuthFile::valueOf).collect(Collectors.toSet());
  }

  /** It logs in to ghcr.io where no repository for images is set, and then sets that. */
  private void ko(Step.Use use, ActionTable.Row row) {
    if (!values.isExported("KO_DOCKER_REPO")) {
      logins.accept(
          new Login(Host.of(row.registry()), use.location(), List.of(), keychains(row), ""));
      int start = 0;
      Piece host = new Piece.Text(row.registry() + "/", start, start + 1);
      Piece name = new Piece.Expression("github.repository", start, start + 1);
      ShellWord word =
          new ShellWord(List.of(host, name), start, start + 1, (from, to) -> use.location());
      values.handed().export("KO_DOCKER_REPO", LocatedPiece.of(word));
    } else {
      values.handed().export("KO_DOCKER_REPO", values.exportedValue("KO_DOCKER_REPO"));
    }
  }

  /** An action that is not known may log in, set variables, or push by its name. */
  private void other(Step.Use use) {
    String shown = Shown.of(use.action());
    if (!use.action().startsWith("./") && !use.action().endsWith("dagger-for-github")) {
      String push = LocatedPiece.written(given(use, "push")).strip();
      boolean told = !push.isEmpty() && !push.equals("false");
      if (told || ActionTable.mayPush(use.action())) {
        mayPush(use);
      } else {
        textual(use);
      }
    }
    logins.accept(somewhere(use, Host.chosenBy(use.action().contains("://") ? "an image" : shown)));
    values.open("the action " + shown, true);
  }

  /** Commands that push may stand in what an action is given. */
  private void textual(Step.Use use) {
    for (ShellWord word : use.with().values()) {
      if (PushWords.holdPush(LocatedPiece.written(LocatedPiece.of(word)))) {
        mayPush(use);
        return;
      }
    }
  }

  private void mayPush(Step.Use use) {
    notes.accept(
        new Note(
            use.location(),
            "what " + Shown.of(use.action()) + " does here may push, and is not followed",
            true));
  }

  /** The images are the hosts of its output "tags"; its tags are known when it runs. */
  private void metadata(Step.Use use) {
    List<List<LocatedPiece>> images = new ArrayList<>();
    for (List<LocatedPiece> entry : LocatedPiece.list(given(use, "images"))) {
      String lead = entry.get(0).text();
      if (lead.startsWith("enable=")) {
        enable(LocatedPiece.cut(entry, "enable=".length()), images);
        continue;
      }
      List<LocatedPiece> image =
          lead.startsWith("name=") ? LocatedPiece.cut(entry, "name=".length()) : entry;
      images.add(image.isEmpty() ? List.of() : tagged(image, use.frame().id()));
    }
    List<LocatedPiece> tags = new ArrayList<>();
    for (List<LocatedPiece> image : images) {
      if (!tags.isEmpty() && !image.isEmpty()) {
        tags.add(text("\n", image.get(0)));
      }
      tags.addAll(image);
    }
    if (!tags.isEmpty()) {
      values.handed().output(use.frame().id(), "tags", tags);
      values.handed().export("DOCKER_METADATA_OUTPUT_TAGS", tags);
    }
  }

  private static List<LocatedPiece> tagged(List<LocatedPiece> image, String id) {
    LocatedPiece first = image.get(0);
    int start = first.piece().start();
    Piece version =
        new Piece.Expression("steps." + id + ".outputs.version", start, first.piece().end());
    List<LocatedPiece> tagged = new ArrayList<>(image);
    tagged.add(text(":", first));
    tagged.add(new LocatedPiece(version, first.owner()));
    return tagged;
  }

  private static LocatedPiece text(String text, LocatedPiece place) {
    Piece piece = new Piece.Text(text, place.piece().start(), place.piece().end());
    return new LocatedPiece(piece, place.owner());
  }

  /** The last image is there, or not, or whether it is comes out when it runs. */
  private static void enable(List<LocatedPiece> value, List<List<LocatedPiece>> images) {
    int last = images.size() - 1;
    String text = LocatedPiece.written(value);
    if (last < 0 || images.get(last).isEmpty() || text.equals("true")) {
      return;
    }
    List<LocatedPiece> image = images.get(last);
    String condition = "";
    if (value.size() == 1 && value.get(0).piece() instanceof Piece.Expression it) {
      String bare = Condition.bare(it.body());
      condition = bare + "&&" + bare + "=='true'";
    }
    images.set(
        last, text.equals("false") ? List.of() : Choices.maybe(image, image.get(0), condition));
  }

  private void login(Step.Use use, ActionTable.Row row) {
    List<LocatedPiece> several = given(use, "registry-auth");
    if (several.isEmpty()) {
      login(use, row, given(use, row.input()), given(use, row.words()));
    } else if (several.get(0).isText()) {
      for (Map<String, List<LocatedPiece>> entry : RegistryAuth.entries(several)) {
        login(
            use,
            row,
            entry.getOrDefault("registry", List.of()),
            entry.getOrDefault("password", List.of()));
      }
    } else {
      logins.accept(somewhere(use, Host.UNKNOWN));
    }
  }

  private void login(
      Step.Use use, ActionTable.Row row, List<LocatedPiece> host, List<LocatedPiece> password) {
    Host usual = row.registry().isEmpty() ? Host.UNKNOWN : Host.of(row.registry());
    logins.accept(
        new Login(
            host.isEmpty() ? usual : Host.of(host),
            use.location(),
            password.isEmpty() ? List.of() : List.of(new Push.Credential(password)),
            keychains(row),
            ""));
  }

  /** Docker's own and those that stand in for it (docker/build-push-action, "Inputs"). */
  private void build(Step.Use use) {
    List<LocatedPiece> push = given(use, "push");
    String asks = LocatedPiece.written(push).strip();
    String output =
        LocatedPiece.written(given(use, "outputs")) + LocatedPiece.written(given(use, "set"));
    String when = asks.equals("false") ? Condition.NEVER : "";
    if (push.size() == 1 && push.get(0).piece() instanceof Piece.Expression it) {
      when = Condition.of(it.body(), it.given() ? any -> Optional.empty() : values::input);
    }
    boolean asked = !asks.isEmpty() && !when.equals(Condition.NEVER);
    BakedImages baked = BakedImages.of(use, values);
    if (!asked && !baked.push() && !Outputs.mayPush(output) && !output.startsWith("${{")) {
      return;
    }
    List<Image> images = new ArrayList<>();
    for (List<LocatedPiece> tag : LocatedPiece.list(given(use, "tags"))) {
      images.add(Image.of(tag));
    }
    if (images.isEmpty()) {
      images.addAll(Outputs.images(given(use, "outputs")));
      images.addAll(Outputs.images(given(use, "set")));
      ShellWord files = use.with().get("files");
      images.addAll(images.isEmpty() ? baked.images() : List.of());
      images.addAll(files == null ? List.of() : Outputs.ofMetadata(files, values));
    }
    pushes.accept(
        new Push(
            use.action(),
            use.location(),
            images,
            Host.UNKNOWN,
            values.isExported("DOCKER_AUTH_CONFIG")
                ? List.of(new Push.Credential(values.exportedValue("DOCKER_AUTH_CONFIG")))
                : List.of(),
            List.of(),
            Set.of(AuthFile.DOCKER),
            false,
            "put a step with docker/login-action before it, with a password from secrets",
            when));
  }

  /** An image and its tags, to a registry (redhat-actions/push-to-registry, "Action Inputs"). */
  private void push(Step.Use use) {
    List<LocatedPiece> password = given(use, "password");
    Host host = Host.of(given(use, "registry"));
    List<Image> images = new ArrayList<>();
    for (List<LocatedPiece> tag : LocatedPiece.list(given(use, "tags"))) {
      boolean open = tag.stream().anyMatch(it -> !it.isText());
      boolean whole =
          LocatedPiece.written(tag).indexOf(':') >= 0 || (open && given(use, "registry").isEmpty());
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
            Host.UNKNOWN,
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
}
