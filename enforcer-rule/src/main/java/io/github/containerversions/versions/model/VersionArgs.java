package io.github.containerversions.versions.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What declares the version in a Dockerfile: names of {@code ARG}s in the order in which they are
 * looked for, separated by commas.
 *
 * @param names those of all containers
 * @param byContainer those of single containers, in place of the others
 */
public record VersionArgs(String names, Map<String, String> byContainer) {

  /** Stands for the tag of the last stage's base image. */
  public static final String FROM = "FROM";

  /** Stands for the name of the container, in capitals. */
  private static final String NAME = "{NAME}";

  private static final Pattern ALLOWED =
      Pattern.compile("(?:\\{NAME}|[A-Za-z_])(?:\\{NAME}|[A-Za-z0-9_])*");

  public VersionArgs {
    byContainer = Map.copyOf(byContainer);
  }

  /** The same for all containers. */
  public static VersionArgs of(String names) {
    return new VersionArgs(names, Map.of());
  }

  /** Whether a text is a list of names. */
  public static boolean isValid(String names) {
    for (String each : split(names)) {
      if (!ALLOWED.matcher(each).matches()) {
        return false;
      }
    }
    return true;
  }

  /** The names to look for in the Dockerfile of a container, in order. */
  public List<String> of(Container container) {
    String all = byContainer.getOrDefault(container.name(), names);
    Set<String> own = new LinkedHashSet<>();
    for (String each : split(all)) {
      own.add(each.contains(NAME) ? each.replace(NAME, identifier(container.name())) : each);
    }
    return List.copyOf(own);
  }

  /** A name in capitals, with an underscore for whatever no variable has in its name. */
  private static String identifier(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }

  private static List<String> split(String names) {
    List<String> split = new ArrayList<>();
    for (String each : names.split(",", -1)) {
      split.add(each.strip());
    }
    return split;
  }
}
