package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Provisioning;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The secret is in the list of those that are provisioned. */
final class SecretNotProvisioned implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "secret-not-provisioned",
          "The secret behind a push is in the list of secrets that are provisioned",
          "A secret that the forge does not have is empty in every workflow, and the registry"
              + " refuses the push.",
          "Add the secret to secretsFile, or correct its name in the workflow.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(WorkflowFacts evidence) {
    Provisioning provisioning = evidence.provisioning();
    String file = provisioning.secretsFile();
    List<CredentialOrigin.Secret> secrets = Secrets.of(evidence);
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
    for (CredentialOrigin.Secret secret : secrets) {
      if (!provisioning.secrets().containsKey(secret.name())) {
        findings.add(
            finding(
                evidence,
                "the secret "
                    + Shown.of(secret.name())
                    + " is not among those that "
                    + file
                    + " lists"
                    + (provisioning.repository().isEmpty()
                        ? ""
                        : " for " + Shown.of(provisioning.repository())),
                "add an entry with name: "
                    + Shown.of(secret.name())
                    + " to a list secrets in "
                    + file,
                secret.location(),
                List.of(new RelatedLocation(new FileLocation(file), ""))));
      }
    }
    return findings.stream().distinct().toList();
  }

  /** A line for each secret that some of the repositories in the list do not have. */
  static List<Note> notes(WorkflowFacts evidence) {
    Provisioning provisioning = evidence.provisioning();
    List<Note> notes = new ArrayList<>();
    for (CredentialOrigin.Secret origin : Secrets.of(evidence)) {
      Provisioning.@Nullable Secret secret = provisioning.secrets().get(origin.name());
      if (secret != null
          && provisioning.repository().isEmpty()
          && !secret.repositories().isEmpty()
          && secret.repositories().size() < provisioning.repositories().size()) {
        notes.add(
            new Note(
                secret.location(),
                "the secret "
                    + Shown.of(secret.name())
                    + " is listed for "
                    + Shown.of(String.join(", ", new TreeSet<>(secret.repositories())))
                    + " and not for every repository here: secretsRepository says which is this"
                    + " one"));
      }
    }
    return notes;
  }
}
