package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.model.Reading;

/** The list of services, and the version that each runs. */
public interface Inventory {

  /**
   * What the inventory says of one service; entries that nobody asks for are not judged.
   *
   * @param service the name of the service in the inventory
   * @return the version of its entry, or why there is none; where the file as a whole cannot be
   *     used, that problem, whatever the service
   */
  Reading versionOf(String service);

  /**
   * An inventory that gives the same problem for every service, such as a file of wrong encoding.
   */
  static Inventory unusable(Problem problem) {
    return service -> Reading.problem(problem);
  }
}
