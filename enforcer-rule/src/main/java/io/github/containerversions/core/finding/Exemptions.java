package io.github.containerversions.core.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exemptions of a run, looked up by the name of a container or workflow. If a glob matches the
 * name, the result has the name in place of the glob.
 */
public final class Exemptions {
  private final Map<String, List<Exemption>> bySubject = new HashMap<>();
  private final Map<SubjectGlob, Exemption> globs = new LinkedHashMap<>();
  private final LocalDate today;

  /**
   * The exemptions of one run.
   *
   * @param all all that are configured
   * @param today the day that decides which of them still hold
   */
  public Exemptions(List<Exemption> all, LocalDate today) {
    this.today = today;
    for (Exemption each : all) {
      bySubject.computeIfAbsent(each.subject(), it -> new ArrayList<>()).add(each);
      if (SubjectGlob.isGlob(each.subject())) {
        globs.put(new SubjectGlob(each.subject()), each);
      }
    }
  }

  /** What excuses a subject from every rule; empty where it is to be checked. */
  public List<Exemption> fromEverything(String subject) {
    List<Exemption> all = of(subject);
    return all.isEmpty()
        ? all
        : all.stream().filter(it -> it.coversEveryRule() && it.holdsOn(today)).toList();
  }

  /** What excuses a subject from one rule alone. */
  public List<Exemption> fromRule(String subject, String rule) {
    return of(subject).stream().filter(it -> it.rule().equals(rule) && it.holdsOn(today)).toList();
  }

  /** What excused a subject once, and does no more. */
  public List<Exemption> ended(String subject) {
    List<Exemption> all = of(subject);
    return all.isEmpty() ? all : all.stream().filter(it -> !it.holdsOn(today)).toList();
  }

  private List<Exemption> of(String subject) {
    List<Exemption> named = bySubject.getOrDefault(subject, List.of());
    if (globs.isEmpty()) {
      return named;
    }
    List<Exemption> all = new ArrayList<>(SubjectGlob.isGlob(subject) ? List.of() : named);
    globs.forEach(
        (glob, it) -> {
          if (glob.matches(subject)) {
            all.add(new Exemption(subject, it.reason(), it.rule(), it.until()));
          }
        });
    return all;
  }
}
