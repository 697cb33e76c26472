package io.github.containerversions.check.registry;

import io.github.containerversions.model.FileLocation;
import io.github.containerversions.model.Finding;
import io.github.containerversions.model.Place;
import io.github.containerversions.model.Problem;
import io.github.containerversions.model.RuleInfo;
import io.github.containerversions.model.workflow.Provisioning;
import java.util.ArrayList;
import java.util.List;

/** The secret is in the list of those that are provisioned. */
final class SecretNotProvisioned implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "secret-not-provisioned",
          "The secret behind a push is in the list of secrets that are provisioned",
          "A secret that nobody gives to the forge is empty text in every workflow, and the push is"
              + " refused.",
          "Add the secret to secretsFile, or correct its name in the workflow.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Evidence evidence) {
    Provisioning provisioning = evidence.provisioning();
    String file = provisioning.secretsFile();
    List<Origin.Secret> secrets = Secrets.of(evidence);
    if (file.isEmpty() || secrets.isEmpty()) {
      return List.of();
    }
    for (Problem problem : provisioning.problems()) {
      if (problem.location().file().equals(file)) {
        return List.of(
            finding(
                evidence,
                "cannot tell which secrets are provisioned: " + problem.message(),
                problem.help(),
                problem.location(),
                List.of()));
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Origin.Secret secret : secrets) {
      if (!provisioning.secrets().containsKey(secret.name())) {
        findings.add(
            finding(
                evidence,
                "the secret "
                    + Shown.of(secret.name())
                    + " is not among those that "
                    + file
                    + " lists",
                "add an entry with name: "
                    + Shown.of(secret.name())
                    + " to a list secrets in "
                    + file,
                secret.location(),
                List.of(new Place(new FileLocation(file), ""))));
      }
    }
    return findings.stream().distinct().toList();
  }
}
