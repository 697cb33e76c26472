package io.github.containerversions.versions;

import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Scope.Changes;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The containers that are in scope because a command answers for them: what a command says may
 * change with any file, such as a {@code flake.lock}, unless {@code commandInputs} says with which.
 */
final class CommandScope {
  private final Scope scope;
  private final Predicate<Container> needsCommand;
  private final boolean open;
  private final String cause;
  private final Set<String> added = ConcurrentHashMap.newKeySet();

  /**
   * What commands add to a scope.
   *
   * @param needsCommand whether a command would be asked about a container; may be dear
   */
  CommandScope(Scope scope, VersionSettings settings, Predicate<Container> needsCommand) {
    this.scope = scope;
    this.needsCommand = needsCommand;
    if (scope.changes() instanceof Changes.Files files && !settings.commands().inputs().isEmpty()) {
      // A folder that git lists as one path is a submodule: which of its files changed is not
      // known.
      Optional<String> changed =
          settings
              .commands()
              .inputs()
              .firstOf(files.paths())
              .or(
                  () ->
                      files.paths().stream()
                          .filter(it -> Files.isDirectory(settings.root().resolve(it)))
                          .findFirst());
      this.open = changed.isPresent();
      this.cause = changed.map(it -> ", and " + it + " has changed").orElse("");
    } else {
      this.open = scope.changes() instanceof Changes.Files;
      this.cause = "";
    }
  }

  /** Whether a container that no change touches is checked all the same; any thread may ask. */
  boolean covers(Container container) {
    if (!open || !needsCommand.test(container)) {
      return false;
    }
    added.add(container.name());
    return true;
  }

  /** The scope, with what was added to it. */
  Scope described() {
    if (added.isEmpty()) {
      return scope;
    }
    String count = added.size() == 1 ? "1 container is" : added.size() + " containers are";
    return new Scope(
        scope.mode(),
        scope.reason(),
        scope.base(),
        scope.detail() + "; " + count + " checked because a version command is asked" + cause,
        scope.changes());
  }
}
