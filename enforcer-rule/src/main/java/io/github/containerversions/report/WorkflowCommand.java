package io.github.containerversions.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A workflow command of GitHub Actions, escaped as GitHub's own toolkit does ({@code
 * packages/core/src/command.ts}): its properties may hold no end of a property, its message no end
 * of a line. Neither may hold what another runner obeys, which sees the same line.
 */
final class WorkflowCommand {
  private final String name;
  private final Map<String, String> properties = new LinkedHashMap<>();

  WorkflowCommand(String name) {
    this.name = name;
  }

  /** Adds a property, whatever its value holds. */
  WorkflowCommand with(String key, String value) {
    properties.put(key, data(ConsoleText.of(value)).replace(":", "%3A").replace(",", "%2C"));
    return this;
  }

  /** Adds a property. */
  WorkflowCommand with(String key, int value) {
    return with(key, Integer.toString(value));
  }

  /**
   * The command, one line without its end.
   *
   * @param lines what it says, a text for each line that is shown
   */
  String says(Iterable<String> lines) {
    StringBuilder message = new StringBuilder();
    for (String line : lines) {
      message.append(message.isEmpty() ? "" : "\n").append(ConsoleText.of(line));
    }
    String list =
        properties.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(","));
    return "::" + name + (list.isEmpty() ? "" : " " + list) + "::" + data(message.toString());
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
