package io.github.containerversions.core.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The result of a run of either rule, with everything that the forms of report need. */
public interface RunResult {

  /** Everything there is to judge, in the order of the reports. */
  List<? extends SubjectResult> judged();

  /** What else is worth telling; never a reason to fail. */
  List<Warning> warnings();

  /** All findings, in the order of what they are about. */
  default List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (SubjectResult each : judged()) {
      findings.addAll(each.findings());
    }
    return Collections.unmodifiableList(findings);
  }

  /** The exemptions because of which something was not looked at. */
  default List<Exemption> exemptions() {
    return judged().stream()
        .filter(SubjectResult::exempt)
        .flatMap(it -> it.excuses().stream())
        .toList();
  }
}
