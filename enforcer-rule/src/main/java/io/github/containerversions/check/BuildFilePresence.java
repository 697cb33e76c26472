package io.github.containerversions.check;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.FileLocation;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import java.util.List;

/** Rule 3: there is something to build. */
final class BuildFilePresence implements Rule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "build-file",
          "A container has a Dockerfile, a container.py or a default.nix",
          "A folder without a build file builds nothing, and no other rule can say anything about"
              + " it.",
          "Add a build file, remove the folder, or exempt it with a reason.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Evidence evidence) {
    Container container = evidence.container();
    if (!container.buildFiles().isEmpty()) {
      return List.of();
    }
    String name = container.name();
    return List.of(
        switch (container.presence()) {
          case PRESENT ->
              finding(
                  container,
                  "no build file: none of Dockerfile, container.py and default.nix exists",
                  "add one of them, remove the folder, or exempt "
                      + name
                      + " with a reason in <exemptions>");
          case UNLISTABLE ->
              finding(
                  container,
                  "the folder cannot be listed, so its build files cannot be known",
                  "give the user who runs the build the right to read it");
          case UNINITIALISED_SUBMODULE ->
              finding(
                  container,
                  "the folder is a submodule that is not initialised, so its build files cannot be"
                      + " known",
                  "run git submodule update --init " + container.directory());
          case OUTSIDE_SPARSE_CHECKOUT ->
              finding(
                  container,
                  "the folder is outside the sparse checkout, so its build files cannot be known",
                  "run git sparse-checkout add " + container.directory());
        });
  }

  private static Finding finding(Container container, String message, String help) {
    return new Finding(
        INFO.id(),
        container.name(),
        message,
        help,
        new FileLocation(container.directory()),
        List.of());
  }
}
