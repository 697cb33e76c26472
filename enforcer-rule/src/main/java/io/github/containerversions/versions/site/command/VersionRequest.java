package io.github.containerversions.versions.site.command;

import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.versions.model.Container;
import java.util.Optional;

/**
 * A question for the version of a container.
 *
 * @param command the command to ask
 * @param container the container whose version is asked for
 * @param packageName the package to ask about; empty where none is known
 */
public record VersionRequest(VersionCommand command, Container container, String packageName) {

  /** Why the command must not be run with these names, where that is so. */
  Optional<CommandAnswer.Failure> objection() {
    if (command.needsPackage() && packageName.isEmpty()) {
      return refused(
          command.parameter() + " needs the name of a package, and none is known",
          "name the package under nixPackages");
    }
    if (command.needsPackage() && !isPackageName(packageName)) {
      return refused(
          Excerpt.quoted(packageName)
              + " is no name of a package that "
              + command.parameter()
              + " may be given",
          "name the package under nixPackages, with letters, digits and _ + . - only");
    }
    if (command.startsWordWithContainer() && container.name().startsWith("-")) {
      return refused(
          "the folder's name starts with a hyphen, so "
              + command.parameter()
              + " would take it for an option",
          "rename the folder");
    }
    if (container.name().chars().anyMatch(Character::isISOControl)) {
      return refused(
          "the folder's name has a control character in it, so "
              + command.parameter()
              + " is not asked",
          "rename the folder");
    }
    return Optional.empty();
  }

  FilledCommand question() {
    return new FilledCommand(command.parameter(), command.fill(container.name(), packageName));
  }

  private static Optional<CommandAnswer.Failure> refused(String message, String help) {
    return Optional.of(new CommandAnswer.Failure(message, help));
  }

  /** Whether a name matches {@code [A-Za-z0-9_+.][A-Za-z0-9_+.-]*}. */
  private static boolean isPackageName(String name) {
    return !name.startsWith("-")
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "_+.-".indexOf(c) >= 0);
  }
}
