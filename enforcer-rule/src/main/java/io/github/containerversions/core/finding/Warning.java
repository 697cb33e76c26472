package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Excerpt;

/**
 * A message that is not a finding and never stops the build.
 *
 * @param rule the id under which documentation explains it
 * @param message what was noticed, one line without a final full stop
 * @param help what to change, one line
 */
public record Warning(String rule, String message, String help) {

  public Warning {
    message = Excerpt.cut(message, Excerpt.MESSAGE);
    help = Excerpt.cut(help, Excerpt.HELP);
  }
}
