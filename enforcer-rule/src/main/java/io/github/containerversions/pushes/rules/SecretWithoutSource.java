package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Provisioning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variable that holds a secret's value is set. */
final class SecretWithoutSource implements PushRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "secret-without-source",
          "The variable that holds the value of a secret is set in a provisioning file",
          "Without a value, the secret keeps its old value, or the play that provisions it fails"
              + " long after the change that broke it.",
          "Set the variable in one of the provisioningFiles, or correct value_var in secretsFile.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(WorkflowFacts evidence) {
    Provisioning provisioning = evidence.provisioning();
    List<Finding> findings = new ArrayList<>();
    if (provisioning.sourceFiles().isEmpty()) {
      return findings;
    }
    for (CredentialOrigin.Secret origin : Secrets.of(evidence)) {
      Provisioning.@Nullable Secret secret = provisioning.secrets().get(origin.name());
      if (secret != null
          && !secret.variable().isEmpty()
          && provisioning.computed().isEmpty()
          && !provisioning.variables().containsKey(secret.variable())) {
        findings.add(withoutSource(evidence, secret));
      }
    }
    return findings.stream().distinct().toList();
  }

  /** A line for each variable that may be set under a name that is computed. */
  static List<Note> notes(WorkflowFacts evidence) {
    Provisioning provisioning = evidence.provisioning();
    List<Note> notes = new ArrayList<>();
    for (CredentialOrigin.Secret origin : Secrets.of(evidence)) {
      Provisioning.@Nullable Secret secret = provisioning.secrets().get(origin.name());
      if (secret != null
          && !secret.variable().isEmpty()
          && !provisioning.computed().isEmpty()
          && !provisioning.variables().containsKey(secret.variable())) {
        notes.add(
            new Note(
                provisioning.computed().get(0),
                "whether this sets "
                    + Shown.of(secret.variable())
                    + " is not known: the name is computed"));
      }
    }
    return notes;
  }

  private Finding withoutSource(WorkflowFacts evidence, Provisioning.Secret secret) {
    Provisioning provisioning = evidence.provisioning();
    for (Problem problem : provisioning.problems()) {
      if (!problem.location().file().equals(provisioning.secretsFile())) {
        return finding(
            evidence,
            "cannot tell where " + Shown.of(secret.variable()) + " is set: " + problem.message(),
            problem.help(),
            problem.location(),
            List.of());
      }
    }
    String files = String.join(", ", provisioning.sourceFiles());
    @Nullable Location empty = provisioning.empty().get(secret.variable());
    List<RelatedLocation> related =
        empty != null
            ? List.of(new RelatedLocation(empty, "set to nothing"))
            : provisioning.sourceFiles().stream()
                .map(it -> new RelatedLocation(new FileLocation(it), ""))
                .toList();
    return finding(
        evidence,
        "the secret "
            + Shown.of(secret.name())
            + " takes its value from "
            + Shown.of(secret.variable())
            + ", which "
            + (empty == null ? "is set nowhere in " : "is set to nothing in ")
            + (empty == null ? files : empty.file()),
        "set " + Shown.of(secret.variable()) + " there, from the store that holds the value",
        secret.variableLocation(),
        related);
  }
}
