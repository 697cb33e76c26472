package io.github.containerversions.core.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The exemptions of a run, asked by the name of what they excuse. */
public final class Exemptions {
  private final Map<String, List<Exemption>> bySubject;
  private final LocalDate today;

  /**
   * The exemptions of one run.
   *
   * @param all all that are configured
   * @param today the day that decides which of them still hold
   */
  public Exemptions(List<Exemption> all, LocalDate today) {
    this.bySubject = all.stream().collect(Collectors.groupingBy(Exemption::subject));
    this.today = today;
  }

  /** What excuses a subject from every rule; empty where it is to be checked. */
  public List<Exemption> fromEverything(String subject) {
    if (of(subject).isEmpty()) {
      return List.of();
    }
    return of(subject).stream().filter(it -> it.coversEveryRule() && it.holdsOn(today)).toList();
  }

  /** What excuses a subject from one rule alone. */
  public List<Exemption> fromRule(String subject, String rule) {
    return of(subject).stream().filter(it -> it.rule().equals(rule) && it.holdsOn(today)).toList();
  }

  /** What excused a subject once, and does no more. */
  public List<Exemption> ended(String subject) {
    return of(subject).stream().filter(it -> !it.holdsOn(today)).toList();
  }

  private List<Exemption> of(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }
}
