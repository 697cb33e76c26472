package io.github.containerversions.core.finding;

import java.time.LocalDate;

/**
 * A container or a workflow that is exempt from all rules, or from one.
 *
 * @param subject its name, or a {@linkplain SubjectGlob glob} of names
 * @param reason why, in the user's words; never empty
 * @param rule the id of the one rule, or {@link #EVERY_RULE}
 * @param until the last day on which it holds; {@link LocalDate#MAX} where it has no end
 */
public record Exemption(String subject, String reason, String rule, LocalDate until) {

  /** Stands for all rules. */
  public static final String EVERY_RULE = "";

  public boolean coversEveryRule() {
    return rule.equals(EVERY_RULE);
  }

  /** Whether it has an end. */
  public boolean ends() {
    return !until.equals(LocalDate.MAX);
  }

  /** Whether it still holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(until);
  }
}
