package io.github.containerversions.versions.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Rule;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.List;

/** What a place that may be behind states was built once, and is not behind by too much. */
final class PlaceVersion implements Rule<ContainerReadings> {

  private static final RuleInfo INFO =
      new RuleInfo(
          "place-version",
          "A place that may be behind states a version that a build file declared, within its"
              + " limit",
          "A version that no commit declared was never built: it is misspelt, or belongs to an"
              + " image from elsewhere.",
          "Write a version that a build file declares or has declared, with the commit that"
              + " declared it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ContainerReadings evidence) {
    List<Finding> findings = new ArrayList<>();
    for (SiteDeclaration stated : evidence.lagging()) {
      Lag lag = evidence.lags().get(stated.declaration());
      String says = stated.title() + " says " + VersionText.named(stated.version().strip());
      if (lag instanceof Lag.NeverDeclared) {
        findings.add(
            finding(
                evidence,
                stated,
                says + ", which no commit in the history of HEAD declared",
                Advice.set(evidence.container(), stated, built(evidence))));
      } else if (lag instanceof Lag.OtherAtCommit other) {
        findings.add(
            finding(
                evidence,
                stated,
                says + ", and the commit " + other.commit() + " declared " + other.declared(),
                "write the commit that declared "
                    + stated.version()
                    + ", or the version that "
                    + other.commit()
                    + " declared"));
      } else if (lag instanceof Lag.Behind behind && !stated.site().lag().allows(behind)) {
        findings.add(
            finding(
                evidence,
                stated,
                says
                    + ", which is behind by "
                    + count(behind.commits(), "commit")
                    + " and "
                    + count(behind.days(), "day")
                    + "; at most "
                    + stated.site().lag()
                    + " are allowed",
                Advice.set(evidence.container(), stated, built(evidence))));
      }
    }
    return findings;
  }

  private static String built(ContainerReadings evidence) {
    return evidence.built().stream().findFirst().orElse("the version that is built");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static Finding finding(
      ContainerReadings evidence, SiteDeclaration stated, String message, String help) {
    return new Finding(
        INFO.id(),
        evidence.container().name(),
        message,
        help,
        stated.declaration().location(),
        List.of());
  }
}
