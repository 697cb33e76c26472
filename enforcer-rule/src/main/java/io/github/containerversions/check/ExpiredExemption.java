package io.github.containerversions.check;

import io.github.containerversions.model.Container;
import io.github.containerversions.model.Exemption;
import io.github.containerversions.model.FileLocation;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import java.util.List;

/**
 * The finding about an exemption that has ended. It is no {@link Rule}: nothing excuses from it.
 */
final class ExpiredExemption {

  static final RuleInfo INFO =
      new RuleInfo(
          "expired-exemption",
          "An exemption with a date is not used after that date",
          "An exemption with an end was meant to be looked at again. Were it to lapse in silence,"
              + " nobody would.",
          "Remove the exemption and put the container right, or move its date on.");

  private ExpiredExemption() {}

  static Finding of(Container container, Exemption exemption) {
    String what =
        exemption.coversEveryRule() ? "the exemption" : "the exemption from " + exemption.rule();
    return new Finding(
        INFO.id(),
        container.name(),
        what + " ended on " + exemption.until() + "; its reason was: " + exemption.reason(),
        "remove it from <exemptions> and put the container right, or move its <until> on",
        new FileLocation(container.directory()),
        List.of());
  }
}
