package io.github.containerversions.pushes.rules;

import java.util.Set;

/**
 * Which registries need credentials.
 *
 * @param registries the hosts that need them; empty for all
 * @param open the hosts that need none
 */
record Guard(Set<String> registries, Set<String> open) {

  /** Whether a push may go to a registry that asks for credentials. */
  boolean asks(Push push) {
    boolean guarded =
        registries.isEmpty()
            || push.hosts().stream().anyMatch(it -> !it.known() || registries.contains(it.name()));
    return guarded && !push.hosts().stream().allMatch(this::asksNobody);
  }

  private boolean asksNobody(Host host) {
    return host.isChosen()
        ? host.oneOf().stream().allMatch(this::asksNobody)
        : isOpen(withoutPort(host.name()));
  }

  /** All names and addresses of the machine itself, and those that are configured. */
  private boolean isOpen(String host) {
    return open.contains(host) || host.endsWith(".localhost") || host.matches("127(\\.\\d+){3}");
  }

  private static String withoutPort(String host) {
    int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
    return colon <= 0 ? host : host.substring(0, colon);
  }
}
