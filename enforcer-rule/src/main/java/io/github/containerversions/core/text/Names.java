package io.github.containerversions.core.text;

import java.util.Optional;

/**
 * The names that a text gives by its placeholders.
 *
 * @param container the name of a container; empty where the text has none
 * @param service a name in the inventory; empty where the text has none
 */
public record Names(String container, String service) {
  public static final Names NONE = new Names("", "");

  /** Whether it gives no name. */
  public boolean isNone() {
    return container.isEmpty() && service.isEmpty();
  }

  /** What two texts say together; empty where they contradict each other. */
  public Optional<Names> and(Names other) {
    return fits(container, other.container) && fits(service, other.service)
        ? Optional.of(
            new Names(
                container.isEmpty() ? other.container : container,
                service.isEmpty() ? other.service : service))
        : Optional.empty();
  }

  private static boolean fits(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
