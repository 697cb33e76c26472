package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.finding.SuppressedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result for one container. Each container ends in exactly one status.
 *
 * @param container the container
 * @param status how it ended
 * @param readings what each of its sites says; empty unless it was judged
 * @param findings what is wrong; not empty if and only if the status is {@code FAILED}
 * @param excuses the exemptions that were applied
 * @param excused what would be wrong, were the container not exempt from one rule or another; a
 *     container that is exempt from all is not judged and has none
 * @param lags how its places that may be behind relate to what is built
 * @param right where its sites disagree, the version that all of them are to say, as one writes it;
 *     empty where they agree or it cannot be known
 */
public record ContainerResult(
    Container container,
    Status status,
    List<SiteReading> readings,
    List<Finding> findings,
    List<Exemption> excuses,
    List<SuppressedFinding> excused,
    Map<Declaration, Lag> lags,
    String right)
    implements SubjectResult {

  /** The status of a container. The ids are in every report. */
  public enum Status {
    OK("ok"),
    FAILED("failed"),
    EXEMPT("exempt"),
    OUT_OF_SCOPE("out-of-scope");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public ContainerResult {
    readings = List.copyOf(readings);
    findings = List.copyOf(findings);
    excuses = List.copyOf(excuses);
    excused = List.copyOf(excused);
    lags = Map.copyOf(lags);
    if (findings.isEmpty() == (status == Status.FAILED)) {
      throw new IllegalArgumentException(status + " with " + findings.size() + " findings");
    }
  }

  /** A result without excused findings. */
  public ContainerResult(
      Container container,
      Status status,
      List<SiteReading> readings,
      List<Finding> findings,
      List<Exemption> excuses) {
    this(container, status, readings, findings, excuses, List.of(), Map.of(), "");
  }

  @Override
  public String name() {
    return container.name();
  }

  @Override
  public boolean exempt() {
    return status == Status.EXEMPT;
  }

  /** Whether the rules were applied. */
  public boolean checked() {
    return switch (status) {
      case OK, FAILED -> true;
      case EXEMPT, OUT_OF_SCOPE -> false;
    };
  }

  /** Whether it passed with one site alone, so that nothing was compared. */
  public boolean isUncompared() {
    return status == Status.OK && readings.size() == 1 && excuses.isEmpty();
  }

  /** Every declaration read, in the order of the sites. */
  public List<SiteDeclaration> declarations() {
    List<SiteDeclaration> declarations = new ArrayList<>();
    for (SiteReading each : readings) {
      for (Declaration declaration : each.reading().declarations()) {
        declarations.add(new SiteDeclaration(each.site(), declaration));
      }
    }
    return declarations;
  }

  /** The version that all sources agree on, normalised; empty unless the status is {@code OK}. */
  public Optional<String> version() {
    if (status != Status.OK) {
      return Optional.empty();
    }
    List<String> versions =
        readings.stream()
            .flatMap(it -> it.versions().stream())
            .map(declaration -> VersionText.normalise(declaration.version()))
            .distinct()
            .toList();
    return versions.size() == 1 ? Optional.of(versions.get(0)) : Optional.empty();
  }
}
