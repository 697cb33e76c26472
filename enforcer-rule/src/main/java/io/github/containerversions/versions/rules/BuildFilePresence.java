package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import java.util.List;

/** Rule 3: there is something to build. */
final class BuildFilePresence implements Rule<ContainerReadings> {

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
  public List<Finding> check(ContainerReadings evidence) {
    Container container = evidence.container();
    if (!container.gaps().isEmpty()) {
      return container.gaps().stream().map(gap -> gap(container, gap)).toList();
    }
    if (!container.buildFiles().isEmpty()) {
      return List.of();
    }
    return List.of(
        finding(
            container,
            "no build file: none of Dockerfile, container.py and default.nix exists"
                + (container.variants().isEmpty()
                    ? ""
                    : ", and " + container.variants().get(0) + " is not read"),
            "add one of them, remove the folder, or exempt "
                + container.name()
                + " with a reason in <exemptions>",
            new FolderLocation(container.directory())));
  }

  /** What is not on disk may hold a version that nobody compared. */
  private static Finding gap(Container container, CheckoutGap gap) {
    boolean inContainer = gap.path().startsWith(container.directory() + "/");
    return finding(
        container,
        "cannot tell which build files there are: " + gap.explanation(),
        gap.remedy(),
        inContainer ? new FileLocation(gap.path()) : new FolderLocation(gap.path()));
  }

  private static Finding finding(Container container, String message, String help, Location place) {
    return new Finding(INFO.id(), container.name(), message, help, place, List.of());
  }
}
