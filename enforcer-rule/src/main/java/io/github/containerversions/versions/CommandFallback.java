package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.model.Container;
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
  /** The command of the contract, for packages that the configuration names. */
  private static final String DEFAULT_NIX_COMMAND = "dagger call nix-version --package={package}";

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
    String nixCommand = settings.commands().nixVersion();
    add(commands, NixSite.SITE, nixCommand.isEmpty() ? DEFAULT_NIX_COMMAND : nixCommand);
    add(commands, ContainerPySite.SITE, settings.commands().containerPyVersion());
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

  /** Whether a command could be asked about a container, as far as no file has to be read. */
  boolean concern(Container container) {
    boolean nix =
        !settings.commands().nixVersion().isEmpty()
            || settings.commands().nixPackages().containsKey(container.name());
    return (nix && container.buildFiles().contains(NixSite.FILE))
        || (commands.containsKey(ContainerPySite.SITE.id())
            && container.buildFiles().contains(ContainerPySite.FILE));
  }

  /** Whether a command would be asked about a container. */
  boolean arise(ContainerReadings container) {
    return !questions(List.of(container)).isEmpty();
  }

  /**
   * The same readings, with what the commands said where a file could not, and with what to
   * configure where a command could be asked and is not.
   */
  List<ContainerReadings> answer(List<ContainerReadings> read, Consumer<String> progress) {
    if (!canAsk(read)) {
      return read;
    }
    List<ContainerReadings> containers = read.stream().map(this::advised).toList();
    List<Question> questions = questions(containers);
    if (questions.isEmpty()) {
      return containers;
    }
    List<CommandAnswer> answers =
        new VersionCommands(settings.root(), settings.environment(), settings.commands().timeout())
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

  /** Whether there is a file that a command could answer for. */
  private static boolean canAsk(List<ContainerReadings> containers) {
    for (ContainerReadings container : containers) {
      for (SiteReading each : container.readings()) {
        if (each.reading().canBeAsked()) {
          return true;
        }
      }
    }
    return false;
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
        each.site().id().equals(NixSite.SITE.id())
            ? packageName(container.container().name(), each.reading())
            : "";
    if (packageName.isEmpty() && command.needsPackage()) {
      return Optional.empty();
    }
    return Optional.of(new VersionRequest(command, container.container(), packageName));
  }

  /** What a derivation names by itself is asked about where the configuration asks for it only. */
  private String packageName(String container, Reading reading) {
    return Optional.ofNullable(settings.commands().nixPackages().get(container))
        .or(
            () ->
                settings.commands().nixVersion().isEmpty()
                    ? Optional.empty()
                    : reading.neededPackage())
        .orElse("");
  }

  private ContainerReadings advised(ContainerReadings container) {
    String name = container.container().name();
    if (!settings.commands().nixVersion().isEmpty()
        || settings.commands().nixPackages().containsKey(name)) {
      return container;
    }
    return new ContainerReadings(
        container.container(),
        container.readings().stream()
            .map(it -> new SiteReading(it.site(), advised(name, it.reading())))
            .toList());
  }

  private static Reading advised(String container, Reading reading) {
    if (!reading.canBeAsked() || reading.neededPackage().isEmpty()) {
      return reading;
    }
    String entry = packageEntry(container, reading.neededPackage().get());
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
    return new Reading(reading.declarations(), problems, reading.followed(), reading.packages());
  }

  private static Reading reading(Reading unanswered, CommandAnswer answer) {
    Problem problem = unanswered.problems().get(0);
    if (answer instanceof CommandAnswer.Version version) {
      FileLocation file = new FileLocation(problem.location().file());
      return Reading.declared(
          List.of(new Declaration(version.version(), version.version(), file, true)));
    }
    CommandAnswer.Failure failure = (CommandAnswer.Failure) answer;
    return Reading.problem(
        Problem.of(
            problem.kind(),
            problem.message() + ", and " + failure.message(),
            failure.help(),
            problem.location()));
  }

  /**
   * The entry of {@code <nixPackages>} for a container, as it can be copied into a POM: in the form
   * of an element where the folder's name can be one, else in that of a property.
   */
  static String packageEntry(String container, String packageName) {
    // Maven takes an element of that name for the other form.
    boolean element =
        container.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !container.equals("property");
    return element
        ? "<nixPackages><%1$s>%2$s</%1$s></nixPackages>".formatted(container, packageName)
        : "<nixPackages><property><name>%s</name><value>%s</value></property></nixPackages>"
            .formatted(escaped(container), packageName);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
