package io.github.containerversions.core.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * The findings about one subject, after its exemptions.
 *
 * @param findings what is reported, in the order of the rules
 * @param applied the exemptions that excused something
 * @param excused what they excused
 */
public record AppliedRules(
    List<Finding> findings, List<Exemption> applied, List<SuppressedFinding> excused) {

  public AppliedRules {
    findings = List.copyOf(findings);
    applied = List.copyOf(applied);
    excused = List.copyOf(excused);
  }

  /**
   * Applies every rule that the subject is not excused from.
   *
   * @param expired the findings about exemptions of the subject that have ended; they come first
   * @param rules the rules in the order in which their findings are reported
   * @param evidence what they look at
   * @param subject the name that exemptions have for it
   * @param exemptions those of the run
   */
  public static <E> AppliedRules of(
      List<Finding> expired,
      List<? extends Rule<E>> rules,
      E evidence,
      String subject,
      Exemptions exemptions) {
    List<Finding> findings = new ArrayList<>(expired);
    List<Exemption> applied = new ArrayList<>();
    List<SuppressedFinding> excused = new ArrayList<>();
    for (Rule<E> rule : rules) {
      List<Finding> found = rule.check(evidence);
      List<Exemption> excuses =
          found.isEmpty() ? List.of() : exemptions.fromRule(subject, rule.info().id());
      applied.addAll(excuses);
      if (excuses.isEmpty()) {
        findings.addAll(found);
      } else {
        found.forEach(it -> excused.add(new SuppressedFinding(it, excuses)));
      }
    }
    return new AppliedRules(findings, applied, excused);
  }
}
