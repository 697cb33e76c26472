package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.rules.ContainerReadings;
import io.github.containerversions.versions.site.command.CommandAnswer;
import io.github.containerversions.versions.site.command.VersionCommand;
import io.github.containerversions.versions.site.command.VersionCommands;
import io.github.containerversions.versions.site.command.VersionRequest;
import io.github.containerversions.versions.site.nix.NixSite;
import io.github.containerversions.versions.site.python.ContainerPySite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The user's commands, asked where a file cannot say its version. */
final class CommandFallback {
  private final VersionSettings settings;

  /** The command of each site that has one, by the id of the site. */
  private final Map<String, VersionCommand> commands;

  private CommandFallback(VersionSettings settings, Map<String, VersionCommand> commands) {
    this.settings = settings;
    this.commands = commands;
  }

  /**
   * The commands of a configuration.
   *
   * @throws CannotCheckException where a command line cannot be split into words
   */
  static CommandFallback of(VersionSettings settings) throws CannotCheckException {
    Map<String, VersionCommand> commands = new LinkedHashMap<>();
    add(commands, NixSite.SITE, settings.nixVersionCommand());
    add(commands, ContainerPySite.SITE, settings.containerPyVersionCommand());
    return new CommandFallback(settings, commands);
  }

  private static void add(Map<String, VersionCommand> commands, Site site, String template)
      throws CannotCheckException {
    if (template.isEmpty()) {
      return;
    }
    try {
      commands.put(site.id(), VersionCommand.parse(site.command(), template));
    } catch (IllegalArgumentException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()));
    }
  }

  /** A question about one reading of one container: their places in the lists. */
  private record Question(int container, int reading, VersionRequest request) {}

  /** The same readings, with what the commands said where a file could not. */
  List<ContainerReadings> answer(List<ContainerReadings> containers, Consumer<String> progress) {
    List<Question> questions = questions(containers);
    if (questions.isEmpty()) {
      return containers;
    }
    List<CommandAnswer> answers =
        new VersionCommands(settings.root(), settings.environment(), settings.commandTimeout())
            .ask(questions.stream().map(Question::request).toList(), progress);
    List<ContainerReadings> answered = new ArrayList<>(containers);
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      ContainerReadings before = answered.get(question.container());
      List<SiteReading> readings = new ArrayList<>(before.readings());
      SiteReading unanswered = readings.get(question.reading());
      readings.set(
          question.reading(),
          new SiteReading(unanswered.site(), reading(unanswered.reading(), answers.get(i))));
      answered.set(question.container(), new ContainerReadings(before.container(), readings));
    }
    return answered;
  }

  private List<Question> questions(List<ContainerReadings> containers) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < containers.size(); i++) {
      List<SiteReading> readings = containers.get(i).readings();
      for (int j = 0; j < readings.size(); j++) {
        int container = i;
        int reading = j;
        request(containers.get(i), readings.get(j))
            .ifPresent(it -> questions.add(new Question(container, reading, it)));
      }
    }
    return questions;
  }

  private Optional<VersionRequest> request(ContainerReadings container, SiteReading each) {
    VersionCommand command = commands.get(each.site().id());
    if (command == null || !each.reading().canBeAsked()) {
      return Optional.empty();
    }
    String packageName =
        Optional.ofNullable(settings.nixPackages().get(container.container().name()))
            .filter(it -> each.site().equals(NixSite.SITE))
            .or(() -> each.reading().neededPackage())
            .orElse("");
    if (packageName.isEmpty() && command.needsPackage()) {
      return Optional.empty();
    }
    return Optional.of(new VersionRequest(command, container.container(), packageName));
  }

  private static Reading reading(Reading unanswered, CommandAnswer answer) {
    Problem problem = unanswered.problems().get(0);
    if (answer instanceof CommandAnswer.Version version) {
      FileLocation file = new FileLocation(problem.location().file());
      return Reading.declared(
          List.of(new Declaration(version.version(), version.line(), file, true)));
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
