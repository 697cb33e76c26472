package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Source;
import io.github.containerversions.versions.rules.ContainerReadings;
import io.github.containerversions.versions.site.command.CommandAnswer;
import io.github.containerversions.versions.site.command.VersionCommand;
import io.github.containerversions.versions.site.command.VersionCommands;
import io.github.containerversions.versions.site.command.VersionRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user's commands are asked, once it is known which files cannot answer. */
final class CommandFallback {
  private final VersionSettings settings;
  private final Map<Source, VersionCommand> commands;

  private CommandFallback(VersionSettings settings, Map<Source, VersionCommand> commands) {
    this.settings = settings;
    this.commands = commands;
  }

  /**
   * The questions of a configuration.
   *
   * @throws CannotCheckException where a command line cannot be split into words
   */
  static CommandFallback of(VersionSettings settings) throws CannotCheckException {
    Map<Source, VersionCommand> commands = new EnumMap<>(Source.class);
    add(commands, Source.NIX, "nixVersionCommand", settings.nixVersionCommand());
    add(
        commands,
        Source.CONTAINER_PY,
        "containerPyVersionCommand",
        settings.containerPyVersionCommand());
    return new CommandFallback(settings, commands);
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

  /** The same evidence, with what the commands said where a file could not. */
  List<ContainerReadings> answer(List<ContainerReadings> evidence, Consumer<String> progress) {
    List<Question> questions = questions(evidence);
    if (questions.isEmpty()) {
      return evidence;
    }
    List<CommandAnswer> answers =
        new VersionCommands(settings.root(), settings.environment(), settings.commandTimeout())
            .ask(questions.stream().map(Question::request).toList(), progress);
    List<ContainerReadings> answered = new ArrayList<>(evidence);
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      ContainerReadings before = answered.get(question.index());
      Map<Source, Reading> readings = new EnumMap<>(before.readings());
      Source source =
          question.source() == Source.NIX ? Source.NIX_COMMAND : Source.CONTAINER_PY_COMMAND;
      readings.put(source, reading(source, question, answers.get(i)));
      answered.set(question.index(), new ContainerReadings(before.container(), readings));
    }
    return answered;
  }

  private List<Question> questions(List<ContainerReadings> evidence) {
    List<Question> questions = new ArrayList<>();
    for (int index = 0; index < evidence.size(); index++) {
      for (Source source : commands.keySet()) {
        question(index, source, evidence.get(index)).ifPresent(questions::add);
      }
    }
    return questions;
  }

  private Optional<Question> question(int index, Source source, ContainerReadings evidence) {
    VersionCommand command = commands.get(source);
    Reading reading = evidence.readings().get(source);
    if (command == null || reading == null || !reading.canBeAsked()) {
      return Optional.empty();
    }
    String name = evidence.container().name();
    String packageName =
        source == Source.NIX
            ? Optional.ofNullable(settings.nixPackages().get(name))
                .or(reading::neededPackage)
                .orElse("")
            : "";
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

  private static Reading reading(Source source, Question question, CommandAnswer answer) {
    Problem problem = question.reading().problems().get(0);
    if (answer instanceof CommandAnswer.Version version) {
      FileLocation file = new FileLocation(problem.location().file());
      return Reading.declared(
          List.of(new Declaration(source, version.version(), version.line(), file)));
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
