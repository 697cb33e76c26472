package io.github.containerversions.check.registry;

import io.github.containerversions.model.workflow.Word;
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
record Program(
    Set<String> names,
    Map<String, Destination> pushes,
    Set<String> logins,
    List<Keychain> keychains,
    Set<String> valued) {

  private static final Program SKOPEO =
      new Program(
          Set.of("skopeo"),
          Map.of("copy", Destination.DOCKER_ADDRESS, "sync", Destination.SYNC),
          Set.of("login"),
          List.of(Keychain.CONTAINERS, Keychain.DOCKER),
          Set.of("-s", "-d"));

  private static final Program DOCKER =
      new Program(
          Set.of("docker", "nerdctl"),
          Map.ofEntries(
              Map.entry("push", Destination.FIRST),
              Map.entry("image push", Destination.FIRST),
              Map.entry("manifest push", Destination.FIRST),
              Map.entry("build", Destination.BUILD),
              Map.entry("image build", Destination.BUILD),
              Map.entry("builder build", Destination.BUILD),
              Map.entry("buildx build", Destination.BUILD),
              Map.entry("buildx bake", Destination.BUILD),
              Map.entry("buildx imagetools create", Destination.TAGS),
              Map.entry("compose push", Destination.NOT_NAMED),
              Map.entry("compose build", Destination.BUILD)),
          Set.of("login"),
          List.of(Keychain.DOCKER),
          Set.of());

  private static final Program DOCKER_COMPOSE =
      new Program(
          Set.of("docker-compose"),
          Map.of("push", Destination.NOT_NAMED, "build", Destination.BUILD),
          Set.of(),
          List.of(Keychain.DOCKER),
          Set.of());

  private static final Program PODMAN =
      new Program(
          Set.of("podman"),
          Map.of(
              "push", Destination.IMAGE_OR_TRANSPORT,
              "image push", Destination.IMAGE_OR_TRANSPORT,
              "manifest push", Destination.IMAGE_OR_TRANSPORT,
              "artifact push", Destination.FIRST),
          Set.of("login"),
          List.of(Keychain.CONTAINERS, Keychain.DOCKER),
          Set.of());

  private static final Program BUILDAH =
      new Program(
          Set.of("buildah"),
          Map.of(
              "push", Destination.IMAGE_OR_TRANSPORT,
              "manifest push", Destination.IMAGE_OR_TRANSPORT,
              "commit", Destination.DOCKER_ADDRESS),
          Set.of("login"),
          List.of(Keychain.CONTAINERS, Keychain.DOCKER),
          Set.of());

  private static final Program CRANE =
      new Program(
          Set.of("crane", "gcrane", "krane"),
          Map.of(
              "push", Destination.LAST,
              "copy", Destination.LAST,
              "cp", Destination.LAST,
              "append", Destination.TAGS,
              "mutate", Destination.TAGS_OR_FIRST,
              "flatten", Destination.TAGS_OR_FIRST,
              "rebase", Destination.TAGS_OR_FIRST,
              "index append", Destination.TAGS_OR_FIRST,
              "index filter", Destination.TAGS_OR_FIRST,
              "tag", Destination.TAG_OF_FIRST),
          Set.of("auth login"),
          List.of(Keychain.DOCKER, Keychain.CONTAINERS),
          Set.of("-a", "-e"));

  private static final Program ORAS =
      new Program(
          Set.of("oras"),
          Map.of(
              "push", Destination.FIRST,
              "attach", Destination.FIRST,
              "manifest push", Destination.FIRST,
              "copy", Destination.LAST,
              "cp", Destination.LAST,
              "tag", Destination.TAG_OF_FIRST),
          Set.of("login"),
          List.of(Keychain.DOCKER),
          Set.of("-a"));

  private static final Program REGCTL =
      new Program(
          Set.of("regctl"),
          Map.of(
              "image copy", Destination.LAST,
              "image cp", Destination.LAST,
              "image import", Destination.FIRST,
              "artifact put", Destination.FIRST,
              "index create", Destination.FIRST,
              "manifest put", Destination.FIRST),
          Set.of("registry login"),
          List.of(Keychain.REGCTL, Keychain.DOCKER),
          Set.of("-v"));

  private static final Program HELM =
      new Program(
          Set.of("helm"),
          Map.of("push", Destination.OCI_ADDRESS),
          Set.of("registry login"),
          List.of(Keychain.HELM, Keychain.DOCKER),
          Set.of("-n"));

  private static final List<Program> ALL =
      List.of(SKOPEO, DOCKER, DOCKER_COMPOSE, PODMAN, BUILDAH, CRANE, ORAS, REGCTL, HELM);

  /** No subcommand of any of them has more words. */
  static final int MOST_WORDS = 3;

  Program {
    names = Set.copyOf(names);
    pushes = Map.copyOf(pushes);
    logins = Set.copyOf(logins);
    keychains = List.copyOf(keychains);
    valued = Set.copyOf(valued);
  }

  static Optional<Program> named(String name) {
    return ALL.stream().filter(it -> it.names.contains(name)).findFirst();
  }

  /** Where a subcommand says what it pushes; empty where it is none that pushes. */
  Optional<Destination> destination(String subcommand) {
    return Optional.ofNullable(pushes.get(subcommand));
  }

  boolean isLogin(String subcommand) {
    return logins.contains(subcommand);
  }

  /** Its arguments, told apart. */
  Options options(List<Word> arguments) {
    return Options.of(arguments, valued);
  }

  Set<Keychain> reads() {
    return Set.copyOf(keychains);
  }

  Keychain writes() {
    return keychains.get(0);
  }
}
