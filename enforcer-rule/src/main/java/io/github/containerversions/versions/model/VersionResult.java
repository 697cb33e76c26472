package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.RunResult;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.finding.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a run.
 *
 * @param scope which containers were checked, and why
 * @param sites every site that a container may use, in the order of tables
 * @param containers every container of the repository, sorted by name
 * @param warnings what else is worth reporting; never a reason to fail
 * @param places the configured places, in their order
 */
public record VersionResult(
    Scope scope,
    List<Site> sites,
    List<ContainerResult> containers,
    List<Warning> warnings,
    List<PlaceResult> places)
    implements RunResult {

  public VersionResult {
    sites = List.copyOf(sites);
    containers = List.copyOf(containers);
    warnings = List.copyOf(warnings);
    places = List.copyOf(places);
  }

  /** The result of a run without places. */
  public VersionResult(
      Scope scope, List<Site> sites, List<ContainerResult> containers, List<Warning> warnings) {
    this(scope, sites, containers, warnings, List.of());
  }

  public List<ContainerResult> checked() {
    List<ContainerResult> checked = new ArrayList<>();
    for (ContainerResult each : containers) {
      if (each.checked()) {
        checked.add(each);
      }
    }
    return checked;
  }

  public List<ContainerResult> failed() {
    return withStatus(ContainerResult.Status.FAILED);
  }

  /** Those that passed with nothing to compare with. */
  public List<ContainerResult> uncompared() {
    List<ContainerResult> uncompared = new ArrayList<>();
    for (ContainerResult each : containers) {
      if (each.isUncompared()) {
        uncompared.add(each);
      }
    }
    return uncompared;
  }

  public List<ContainerResult> withStatus(ContainerResult.Status status) {
    List<ContainerResult> all = new ArrayList<>();
    for (ContainerResult each : containers) {
      if (each.status() == status) {
        all.add(each);
      }
    }
    return all;
  }

  @Override
  public List<SubjectResult> judged() {
    List<SubjectResult> judged = new ArrayList<>(containers);
    judged.addAll(places);
    return judged;
  }
}
