package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * The finding about an exemption that has ended. It is not a rule, and there is no exemption from
 * it.
 */
public final class ExpiredExemption {

  public static final RuleInfo INFO =
      new RuleInfo(
          "expired-exemption",
          "An exemption with a date is not used after that date",
          "The end of an exemption is a reminder to look at it again. If it ended silently, nobody"
              + " would.",
          "Remove the exemption and correct what it covered, or move its date.");

  private ExpiredExemption() {}

  /**
   * The findings, one for each.
   *
   * @param kind what the exemptions excused: a container, a workflow
   * @param ended the exemptions that have ended
   * @param place the file or folder that they are about
   */
  public static List<Finding> of(String kind, List<Exemption> ended, Location place) {
    List<Finding> findings = new ArrayList<>();
    for (Exemption exemption : ended) {
      findings.add(of(kind, exemption, place));
    }
    return findings;
  }

  private static Finding of(String kind, Exemption exemption, Location place) {
    String what =
        exemption.coversEveryRule() ? "the exemption" : "the exemption from " + exemption.rule();
    return new Finding(
        INFO.id(),
        exemption.subject(),
        what + " ended on " + exemption.until() + "; its reason was: " + exemption.reason(),
        "remove it from <exemptions> and correct the " + kind + ", or move its <until>",
        place,
        List.of());
  }
}
