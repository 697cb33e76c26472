package io.github.containerversions;

import io.github.containerversions.check.versions.Evidence;
import io.github.containerversions.model.BuildFile;
import io.github.containerversions.model.Container;
import io.github.containerversions.model.Declaration;
import io.github.containerversions.model.FileLocation;
import io.github.containerversions.model.Problem;
import io.github.containerversions.model.Reading;
import io.github.containerversions.model.Source;
import io.github.containerversions.source.command.CommandAnswer;
import io.github.containerversions.source.command.VersionCommand;
import io.github.containerversions.source.command.VersionCommands;
import io.github.containerversions.source.command.VersionRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user's commands are asked, once it is known which files cannot answer. */
final class VersionQuestions {
  /** The command of the contract, for packages that the configuration names. */
  private static final String DEFAULT_NIX_COMMAND = "dagger call nix-version --package={package}";

  private final Settings settings;
  private final Map<Source, VersionCommand> commands;

  private VersionQuestions(Settings settings, Map<Source, VersionCommand> commands) {
    this.settings = settings;
    this.commands = commands;
  }

  /**
   * The questions of a configuration.
   *
   * @throws CannotCheckException where a command line cannot be split into words
   */
  static VersionQuestions of(Settings settings) throws CannotCheckException {
    Map<Source, VersionCommand> commands = new EnumMap<>(Source.class);
    String nixCommand = settings.nixVersionCommand();
    add(
        commands,
        Source.NIX,
        "nixVersionCommand",
        nixCommand.isEmpty() ? DEFAULT_NIX_COMMAND : nixCommand);
    add(
        commands,
        Source.CONTAINER_PY,
        "containerPyVersionCommand",
        settings.containerPyVersionCommand());
    return new VersionQuestions(settings, commands);
  }

  private static void add(
      Map<Source, VersionCommand> commands, Source source, String parameter, String template)
      throws CannotCheckException {
    if (template.isEmpty()) {
      return;
    }
    try {
      commands.put(source, VersionCommand.parse(parameter, template));
    } catch (IllegalArgumentException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()));
    }
  }

  /** A question about one source of one container. */
  private record Question(int index, Source source, Reading reading, VersionRequest request) {}

  /** Whether a command could be asked about a container, as far as no file has to be read. */
  boolean concern(Container container) {
    boolean nix =
        !settings.nixVersionCommand().isEmpty()
            || settings.nixPackages().containsKey(container.name());
    return (nix && container.buildFiles().contains(BuildFile.DEFAULT_NIX))
        || (commands.containsKey(Source.CONTAINER_PY)
            && container.buildFiles().contains(BuildFile.CONTAINER_PY));
  }

  /** Whether a command would be asked about a container. */
  boolean arise(Evidence evidence) {
    return !questions(List.of(evidence)).isEmpty();
  }

  /**
   * The same evidence, with what the commands said where a file could not, and with what to
   * configure where a command could be asked and is not.
   */
  List<Evidence> answer(List<Evidence> read, Consumer<String> progress) {
    List<Evidence> evidence = read.stream().map(this::advised).toList();
    List<Question> questions = questions(evidence);
    if (questions.isEmpty()) {
      return evidence;
    }
    List<CommandAnswer> answers =
        new VersionCommands(settings.root(), settings.environment(), settings.commandTimeout())
            .ask(questions.stream().map(Question::request).toList(), progress);
    List<Evidence> answered = new ArrayList<>(evidence);
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      Evidence before = answered.get(question.index());
      Map<Source, Reading> readings = new EnumMap<>(before.readings());
      Source source =
          question.source() == Source.NIX ? Source.NIX_COMMAND : Source.CONTAINER_PY_COMMAND;
      readings.put(source, reading(source, question, answers.get(i)));
      answered.set(question.index(), new Evidence(before.container(), readings));
    }
    return answered;
  }

  private List<Question> questions(List<Evidence> evidence) {
    List<Question> questions = new ArrayList<>();
    for (int index = 0; index < evidence.size(); index++) {
      for (Source source : commands.keySet()) {
        question(index, source, evidence.get(index)).ifPresent(questions::add);
      }
    }
    return questions;
  }

  private Optional<Question> question(int index, Source source, Evidence evidence) {
    VersionCommand command = commands.get(source);
    Reading reading = evidence.readings().get(source);
    if (command == null || reading == null || !reading.canBeAsked()) {
      return Optional.empty();
    }
    String name = evidence.container().name();
    String packageName = source == Source.NIX ? packageName(name, reading) : "";
    if (packageName.isEmpty() && command.needsPackage()) {
      return Optional.empty();
    }
    return Optional.of(
        new Question(
            index,
            source,
            reading,
            new VersionRequest(command, evidence.container(), packageName)));
  }

  /** What a derivation names by itself is asked about where the configuration asks for it only. */
  private String packageName(String container, Reading reading) {
    return Optional.ofNullable(settings.nixPackages().get(container))
        .or(
            () ->
                settings.nixVersionCommand().isEmpty() ? Optional.empty() : reading.neededPackage())
        .orElse("");
  }

  private Evidence advised(Evidence evidence) {
    Reading reading = evidence.readings().get(Source.NIX);
    String name = evidence.container().name();
    if (reading == null
        || !reading.canBeAsked()
        || reading.neededPackage().isEmpty()
        || !settings.nixVersionCommand().isEmpty()
        || settings.nixPackages().containsKey(name)) {
      return evidence;
    }
    String entry = PackageEntry.of(name, reading.neededPackage().get());
    List<Problem> problems =
        reading.problems().stream()
            .map(
                it ->
                    new Problem(
                        it.kind(),
                        it.message(),
                        it.help() + ", or configure " + entry + " to have nixVersionCommand asked",
                        it.location(),
                        it.related()))
            .toList();
    Map<Source, Reading> readings = new EnumMap<>(evidence.readings());
    readings.put(
        Source.NIX,
        new Reading(reading.declarations(), problems, reading.followed(), reading.packages()));
    return new Evidence(evidence.container(), readings);
  }

  private static Reading reading(Source source, Question question, CommandAnswer answer) {
    Problem problem = question.reading().problems().get(0);
    if (answer instanceof CommandAnswer.Version version) {
      FileLocation file = new FileLocation(problem.location().file());
      return Reading.declared(
          List.of(new Declaration(source, version.version(), version.version(), file)));
    }
    CommandAnswer.Failure failure = (CommandAnswer.Failure) answer;
    return Reading.problem(
        Problem.of(
            problem.kind(),
            problem.message() + ", and " + failure.message(),
            failure.help(),
            problem.location()));
  }
}
