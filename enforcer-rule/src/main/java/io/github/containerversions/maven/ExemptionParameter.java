package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.SubjectGlob;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code <exemptions>} of a rule, validated.
 *
 * @param kind what its exemptions name, which is also the name of the element: {@code container},
 *     {@code workflow}
 * @param called what an error calls that
 * @param rules the rules that they can excuse from
 */
record ExemptionParameter(String kind, String called, List<RuleInfo> rules) {

  List<io.github.containerversions.core.finding.Exemption> valid(List<Exemption> beans)
      throws CannotCheckException {
    List<io.github.containerversions.core.finding.Exemption> valid = new ArrayList<>();
    for (int index = 0; index < beans.size(); index++) {
      valid.add(valid(beans.get(index), index + 1));
    }
    return valid;
  }

  private io.github.containerversions.core.finding.Exemption valid(Exemption bean, int number)
      throws CannotCheckException {
    String subject = text(kind.equals("workflow") ? bean.getWorkflow() : bean.getContainer());
    if (subject.isEmpty()) {
      throw new CannotCheckException(
          "<exemption> number "
              + number
              + " has no <"
              + kind
              + ">: name the "
              + called
              + " that is exempt");
    }
    String reason = text(bean.getReason());
    if (reason.isEmpty()) {
      throw new CannotCheckException(
          "the <exemption> of "
              + subject
              + " has no <reason>: say why, so that others can tell when it no longer holds");
    }
    if (SubjectGlob.matchesAll(subject) && text(bean.getRule()).isEmpty()) {
      throw new CannotCheckException(
          "the <exemption> of "
              + subject
              + " has no <rule>, so nothing would be checked: name the rule that is switched off, or"
              + " set <skip>true</skip>");
    }
    return new io.github.containerversions.core.finding.Exemption(
        subject, reason, rule(subject, text(bean.getRule())), until(subject, bean));
  }

  private String rule(String subject, String id) throws CannotCheckException {
    List<String> ids = rules.stream().map(RuleInfo::id).toList();
    if (!id.isEmpty() && !ids.contains(id)) {
      throw new CannotCheckException(
          "<rule> of the <exemption> of "
              + subject
              + " is \""
              + id
              + "\"; allowed are: "
              + String.join(", ", ids));
    }
    return id;
  }

  private static LocalDate until(String subject, Exemption bean) throws CannotCheckException {
    String until = text(bean.getUntil());
    try {
      return until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until);
    } catch (DateTimeException e) {
      throw new CannotCheckException(
          "<until> of the <exemption> of "
              + subject
              + " is \""
              + until
              + "\"; allowed are: dates such as 2027-01-31");
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
