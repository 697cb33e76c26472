package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line of a program that pushes looks like (its manual).
 *
 * @param names the programs that share this command line
 * @param pushes the subcommands that push, and where they say what
 * @param logins the subcommands that log in
 * @param keychains where it looks for logins; the first is where it keeps its own
 * @param valued its own options that take the next word as their value
 */
record PushTool(
    Set<String> names,
    Map<String, TargetSyntax> pushes,
    Set<String> logins,
    List<AuthFile> keychains,
    Set<String> valued) {

  private static final PushTool SKOPEO =
      new PushTool(
          Set.of("skopeo"),
          Map.of("copy", TargetSyntax.DOCKER_ADDRESS, "sync", TargetSyntax.SYNC),
          Set.of("login"),
          List.of(AuthFile.CONTAINERS, AuthFile.DOCKER),
          Set.of("-s", "-d"));

  private static final PushTool DOCKER =
      new PushTool(
          Set.of("docker", "nerdctl"),
          Map.ofEntries(
              Map.entry("push", TargetSyntax.FIRST),
              Map.entry("image push", TargetSyntax.FIRST),
              Map.entry("manifest push", TargetSyntax.FIRST),
              Map.entry("build", TargetSyntax.BUILD),
              Map.entry("image build", TargetSyntax.BUILD),
              Map.entry("builder build", TargetSyntax.BUILD),
              Map.entry("buildx build", TargetSyntax.BUILD),
              Map.entry("buildx bake", TargetSyntax.BUILD),
              Map.entry("buildx imagetools create", TargetSyntax.TAGS),
              Map.entry("compose push", TargetSyntax.NOT_NAMED),
              Map.entry("compose build", TargetSyntax.BUILD)),
          Set.of("login"),
          List.of(AuthFile.DOCKER),
          Set.of());

  private static final PushTool DOCKER_COMPOSE =
      new PushTool(
          Set.of("docker-compose"),
          Map.of("push", TargetSyntax.NOT_NAMED, "build", TargetSyntax.BUILD),
          Set.of(),
          List.of(AuthFile.DOCKER),
          Set.of());

  private static final PushTool PODMAN =
      new PushTool(
          Set.of("podman"),
          Map.of(
              "push", TargetSyntax.IMAGE_OR_TRANSPORT,
              "image push", TargetSyntax.IMAGE_OR_TRANSPORT,
              "manifest push", TargetSyntax.IMAGE_OR_TRANSPORT,
              "artifact push", TargetSyntax.FIRST),
          Set.of("login"),
          List.of(AuthFile.CONTAINERS, AuthFile.DOCKER),
          Set.of());

  private static final PushTool BUILDAH =
      new PushTool(
          Set.of("buildah"),
          Map.of(
              "push", TargetSyntax.IMAGE_OR_TRANSPORT,
              "manifest push", TargetSyntax.IMAGE_OR_TRANSPORT,
              "commit", TargetSyntax.DOCKER_ADDRESS),
          Set.of("login"),
          List.of(AuthFile.CONTAINERS, AuthFile.DOCKER),
          Set.of());

  private static final PushTool CRANE =
      new PushTool(
          Set.of("crane", "gcrane", "krane"),
          Map.of(
              "push", TargetSyntax.LAST,
              "copy", TargetSyntax.LAST,
              "cp", TargetSyntax.LAST,
              "append", TargetSyntax.TAGS,
              "mutate", TargetSyntax.TAGS_OR_FIRST,
              "flatten", TargetSyntax.TAGS_OR_FIRST,
              "rebase", TargetSyntax.TAGS_OR_FIRST,
              "index append", TargetSyntax.TAGS_OR_FIRST,
              "index filter", TargetSyntax.TAGS_OR_FIRST,
              "tag", TargetSyntax.TAG_OF_FIRST),
          Set.of("auth login"),
          List.of(AuthFile.DOCKER, AuthFile.CONTAINERS),
          Set.of("-a", "-e"));

  private static final PushTool ORAS =
      new PushTool(
          Set.of("oras"),
          Map.of(
              "push", TargetSyntax.FIRST,
              "attach", TargetSyntax.FIRST,
              "manifest push", TargetSyntax.FIRST,
              "copy", TargetSyntax.LAST,
              "cp", TargetSyntax.LAST,
              "tag", TargetSyntax.TAG_OF_FIRST),
          Set.of("login"),
          List.of(AuthFile.DOCKER),
          Set.of("-a"));

  private static final PushTool REGCTL =
      new PushTool(
          Set.of("regctl"),
          Map.of(
              "image copy", TargetSyntax.LAST,
              "image cp", TargetSyntax.LAST,
              "image import", TargetSyntax.FIRST,
              "artifact put", TargetSyntax.FIRST,
              "index create", TargetSyntax.FIRST,
              "manifest put", TargetSyntax.FIRST),
          Set.of("registry login"),
          List.of(AuthFile.REGCTL, AuthFile.DOCKER),
          Set.of("-v"));

  private static final PushTool HELM =
      new PushTool(
          Set.of("helm"),
          Map.of("push", TargetSyntax.OCI_ADDRESS),
          Set.of("registry login"),
          List.of(AuthFile.HELM, AuthFile.DOCKER),
          Set.of("-n"));

  private static final List<PushTool> ALL =
      List.of(SKOPEO, DOCKER, DOCKER_COMPOSE, PODMAN, BUILDAH, CRANE, ORAS, REGCTL, HELM);

  /** No subcommand of any of them has more words. */
  static final int MOST_WORDS = 3;

  PushTool {
    names = Set.copyOf(names);
    pushes = Map.copyOf(pushes);
    logins = Set.copyOf(logins);
    keychains = List.copyOf(keychains);
    valued = Set.copyOf(valued);
  }

  static Optional<PushTool> named(String name) {
    return ALL.stream().filter(it -> it.names.contains(name)).findFirst();
  }

  /** Where a subcommand says what it pushes; empty where it is none that pushes. */
  Optional<TargetSyntax> destination(String subcommand) {
    return Optional.ofNullable(pushes.get(subcommand));
  }

  boolean isLogin(String subcommand) {
    return logins.contains(subcommand);
  }

  /** Its arguments, told apart. */
  Options options(List<ShellWord> arguments) {
    return Options.of(arguments, valued);
  }

  Set<AuthFile> reads() {
    return Set.copyOf(keychains);
  }

  AuthFile writes() {
    return keychains.get(0);
  }
}
