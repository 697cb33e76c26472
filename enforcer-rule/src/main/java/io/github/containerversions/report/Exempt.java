package io.github.containerversions.report;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.text.Excerpt;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is exempt from every rule and was not looked at, and why. */
final class Exempt {

  /** The most of the line that names them, in bytes; what does not fit is counted. */
  private static final int MAX_LINE = 4096;

  private Exempt() {}

  /** All of a run with their reasons, on one line; empty where there are none. */
  static Optional<String> line(RunResult outcome) {
    StringBuilder line = new StringBuilder();
    int size = 0;
    int more = 0;
    for (SubjectResult subject : outcome.judged()) {
      Optional<String> reasons = reasons(subject);
      if (reasons.isEmpty()) {
        continue;
      }
      String shown =
          Excerpt.cut(subject.name(), Excerpt.NAME)
              + " ("
              + Excerpt.cut(reasons.get(), Excerpt.HELP)
              + ")";
      size += Excerpt.size(shown);
      if (size > MAX_LINE) {
        more++;
      } else {
        line.append(line.isEmpty() ? "Exempt: " : "; ").append(ConsoleText.of(shown));
      }
    }
    if (more > 0) {
      line.append(" and ").append(more).append(" more");
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
  }

  /** The same of one subject, which the reader knows the name of. */
  static Optional<String> phrase(SubjectResult subject) {
    return reasons(subject).map(it -> "exempt: " + it);
  }

  /** Why a subject is exempt from every rule; empty where it is not. */
  private static Optional<String> reasons(SubjectResult subject) {
    return subject.exempt()
        ? Optional.of(
            subject.excuses().stream()
                .map(Exemption::reason)
                .distinct()
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }
}
