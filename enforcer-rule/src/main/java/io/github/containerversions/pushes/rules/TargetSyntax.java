package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the command line of a push says what it pushes, and whether it pushes at all. */
enum TargetSyntax {
  /** The first operand. */
  FIRST,
  /** The last operand. */
  LAST,
  /** The last operand that is an address, where its transport is {@code docker://}. */
  DOCKER_ADDRESS,
  /** The last operand, with {@code docker://} or no transport. */
  IMAGE_OR_TRANSPORT,
  /** The last operand, with {@code oci://}; the tag comes from elsewhere. */
  OCI_ADDRESS,
  /** The last operand is a registry, where the option {@code --dest} is {@code docker}. */
  SYNC,
  /** The options for tags, where an option or an output asks for the push. */
  BUILD,
  /** The options for tags, unless the result goes to a file. */
  TAGS,
  /** The same, and the first operand where there are none. */
  TAGS_OR_FIRST,
  /** The first operand, under the tag that the second is. */
  TAG_OF_FIRST,
  /** The first operand, with {@code oci://}. */
  OCI_FIRST,
  /** The last operand, with {@code oci://}. */
  OCI_LAST,
  /** The first operand, where an option asks for the push. */
  FIRST_IF,
  /** The values of options. */
  OPTION,
  /** The variable {@code KO_DOCKER_REPO}. */
  KO,
  /** A file says it. */
  NOT_NAMED;

  private static final String METADATA = "DOCKER_METADATA_OUTPUT_";

  private static final Set<String> OTHER_TRANSPORTS =
      Set.of(
          "containers-storage",
          "dir",
          "docker-archive",
          "docker-daemon",
          "oci",
          "oci-archive",
          "ocidir",
          "ostree",
          "sif",
          "tarball");

  /** Options that turn a push to a registry into something else. */
  private static final List<String> ELSEWHERE =
      List.of(
          "--dry-run", "--oci-layout", "--to-oci-layout", "--print", "--check", "--list", "--help");

  /**
   * What a push goes to.
   *
   * @param images what it pushes; empty where the command does not name it
   * @param host the registry where no image is named; {@link Host#UNKNOWN} where it is not
   */
  record Target(List<Image> images, Host host) {
    static Target of(Image image) {
      return new Target(List.of(image), Host.UNKNOWN);
    }
  }

  /** What a command pushes to; nothing where it pushes to no registry. */
  Optional<Target> target(
      String argument, Options options, List<ShellWord> operands, VariableScope values) {
    if (ELSEWHERE.stream().anyMatch(options::on)) {
      return Optional.empty();
    }
    return switch (this) {
      case FIRST_IF ->
          options.on(argument) ? FIRST.target("", options, operands, values) : Optional.empty();
      case OPTION -> {
        List<Image> images = new ArrayList<>();
        options
            .all(argument.split(",", -1))
            .forEach(it -> images.add(Image.of(values.resolve(it))));
        yield images.isEmpty() ? Optional.empty() : Optional.of(new Target(images, Host.UNKNOWN));
      }
      case KO -> ko(options, values);
      case OCI_FIRST ->
          operands.stream()
              .findFirst()
              .flatMap(it -> address(values.resolve(it), "oci://"))
              .map(it -> Target.of(Image.of(it)));
      case OCI_LAST ->
          // Values of options that are not in the table may stand after it.
          operands.stream()
              .filter(it -> it.lead().startsWith("oci://"))
              .findFirst()
              .or(() -> last(operands))
              .flatMap(it -> address(values.resolve(it), "oci://"))
              .map(it -> Target.of(Image.of(it)));
      case NOT_NAMED -> Optional.of(new Target(List.of(), Host.UNKNOWN));
      case BUILD ->
          BuildRequest.of(options, operands, values).push()
              ? Optional.of(new Target(tags(options, values), Host.UNKNOWN))
              : Optional.empty();
      case TAGS -> tagged(options, values).or(() -> unseen(options, operands, values));
      case TAGS_OR_FIRST ->
          tagged(options, values)
              .or(
                  () ->
                      goesToFile(options)
                          ? Optional.empty()
                          : FIRST.target("", options, operands, values));
      case SYNC -> sync(options, operands, values);
      case DOCKER_ADDRESS ->
          addressed(operands)
              .flatMap(it -> address(values.resolve(it), "docker://"))
              .map(it -> Target.of(Image.of(it)));
      case OCI_ADDRESS ->
          last(operands)
              .flatMap(it -> address(values.resolve(it), "oci://"))
              .map(it -> new Target(List.of(), Image.of(it).host()));
      case FIRST -> operands.stream().findFirst().map(values::resolve).flatMap(TargetSyntax::image);
      case LAST, IMAGE_OR_TRANSPORT ->
          last(operands).map(values::resolve).flatMap(TargetSyntax::image);
      case TAG_OF_FIRST ->
          operands.size() < 2
              ? Optional.empty()
              : Optional.of(
                  Target.of(
                      Image.of(values.resolve(operands.get(0)))
                          .under(values.resolve(operands.get(1)))));
    };
  }

  /** Whether a command pushes, as far as can be told without the values of variables. */
  static boolean mayPush(ToolTable.Match match) {
    ToolTable.Row row = match.row();
    Options options = match.options();
    return isPush(row)
        && ELSEWHERE.stream().noneMatch(options::on)
        && (!row.target().equals("build") || options.on("--push"));
  }

  /** Whether a command is one that pushes, where its options ask for that. */
  static boolean isPush(ToolTable.Row row) {
    return !row.isOptions() && !row.isLogin() && !row.isTold() && !row.target().equals("logout");
  }

  /** Where ko pushes to (ko's manual, "Configuration"): "ko.local" and "kind.local" are local. */
  private static Optional<Target> ko(Options options, VariableScope values) {
    List<LocatedPiece> to = values.exportedValue("KO_DOCKER_REPO");
    boolean local =
        options.on("-L")
            || options.on("--local")
            || LocatedPiece.written(to).matches("(ko|kind)\\.local(/.*)?");
    if (local || isOff(options, "--push", values)) {
      return Optional.empty();
    }
    return Optional.of(
        to.isEmpty() ? new Target(List.of(), Host.UNKNOWN) : Target.of(Image.of(to)));
  }

  private static Optional<ShellWord> last(List<ShellWord> operands) {
    return operands.isEmpty() ? Optional.empty() : Optional.of(operands.get(operands.size() - 1));
  }

  /** The last word that has a transport, or may have one; others may be values of options. */
  private static Optional<ShellWord> addressed(List<ShellWord> operands) {
    return last(
        operands.stream().filter(it -> it.text().isEmpty() || it.lead().indexOf(':') > 0).toList());
  }

  /** What follows the scheme; nothing where another one stands there. */
  private static Optional<List<LocatedPiece>> address(List<LocatedPiece> parts, String scheme) {
    String lead = parts.isEmpty() ? "" : parts.get(0).text();
    if (lead.startsWith(scheme)) {
      return Optional.of(LocatedPiece.cut(parts, scheme.length()));
    }
    return lead.isEmpty() ? Optional.of(parts) : Optional.empty();
  }

  /** An image that may have a transport. */
  private static Optional<Target> image(List<LocatedPiece> parts) {
    String lead = parts.isEmpty() ? "" : parts.get(0).text();
    int colon = lead.indexOf(':');
    if (lead.startsWith("docker://")) {
      return Optional.of(Target.of(Image.of(LocatedPiece.cut(parts, "docker://".length()))));
    }
    boolean elsewhere = colon > 0 && OTHER_TRANSPORTS.contains(lead.substring(0, colon));
    return elsewhere ? Optional.empty() : Optional.of(Target.of(Image.of(parts)));
  }

  /** Whether a switch is there and turned off. */
  private static boolean isOff(Options options, String name, VariableScope values) {
    return options.all(name).stream()
        .anyMatch(it -> Options.isFalse(LocatedPiece.written(values.resolve(it))));
  }

  private static boolean goesToFile(Options options) {
    return options.has("-o") || options.has("--output");
  }

  private static Optional<Target> tagged(Options options, VariableScope values) {
    List<Image> images = tags(options, values);
    return images.isEmpty() || goesToFile(options)
        ? Optional.empty()
        : Optional.of(new Target(images, Host.UNKNOWN));
  }

  /**
   * Words that a substitution or a variable gives may hold the options for tags, as those that are
   * made of what docker/metadata-action gives.
   */
  private static Optional<Target> unseen(
      Options options, List<ShellWord> operands, VariableScope values) {
    if (goesToFile(options) || operands.stream().allMatch(it -> it.text().isPresent())) {
      return Optional.empty();
    }
    List<LocatedPiece> tags = values.exportedValue(METADATA + "TAGS");
    boolean ofMetadata =
        operands.stream()
            .flatMap(it -> it.pieces().stream())
            .anyMatch(it -> it instanceof Piece.Computed run && run.text().contains(METADATA));
    return Optional.of(
        new Target(
            ofMetadata ? LocatedPiece.list(tags).stream().map(Image::of).toList() : List.of(),
            Host.UNKNOWN));
  }

  static List<Image> tags(Options options, VariableScope values) {
    List<Image> images = new ArrayList<>();
    for (ShellWord tag : options.all("-t", "--tag", "--new_tag")) {
      images.add(Image.of(values.resolve(tag)));
    }
    for (ShellWord output : options.all("-o", "--output", "--set")) {
      Outputs.images(values.resolve(output)).forEach(images::add);
    }
    return images;
  }

  private static Optional<Target> sync(
      Options options, List<ShellWord> operands, VariableScope values) {
    boolean toRegistry = options.all("-d", "--dest").stream().anyMatch(it -> it.is("docker"));
    return toRegistry
        ? last(operands).map(it -> new Target(List.of(), Host.of(values.resolve(it))))
        : Optional.empty();
  }
}
