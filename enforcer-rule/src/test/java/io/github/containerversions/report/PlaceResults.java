package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.PlaceResult;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Remark;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.TagText;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.site.place.PlaceSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results of runs with a configured place, {@code deployment}, which may be behind. */
final class PlaceResults {
  static final Site DEPLOYMENT =
      new Site(
          "place:deployment",
          "deployment",
          "deployment",
          "",
          PlaceSite.RULE,
          PlaceSite.KIND.advice(),
          Site.Role.PLACE,
          LagLimit.REPORTED);

  /** As docs/places.md shows it. */
  static final Lag.Behind BEHIND =
      new Lag.Behind("b460333000000000000000000000000000000000", "2026-03-04", 44, 61);

  private PlaceResults() {}

  /** A version of the place, in a line of a file. */
  static Declaration deployed(String version, int line) {
    return new Declaration(
        version,
        version,
        VersionResults.span("deploy/web.yaml", line, 28, 28 + version.length()),
        false);
  }

  /** A version that the place has in a tag with a commit. */
  static Declaration tagged(String version, String commit) {
    return new Declaration(
        version,
        version,
        VersionResults.span("deploy/web.yaml", 1, 28, 28 + version.length()),
        false,
        new TagText(
            "{version}-{commit}",
            version + "-" + commit,
            VersionResults.span("deploy/web.yaml", 1, 28, 29 + version.length() + commit.length()),
            commit));
  }

  /** A container whose Dockerfile says 2.17.0 and whose place says these versions. */
  static ContainerResult container(String name, Map<Declaration, Lag> lags, Declaration... place) {
    return container(name, lags, Reading.declared(List.of(place)));
  }

  /** A container whose place has so many texts without a version. */
  static ContainerResult withoutVersion(String name, int texts) {
    List<Remark> remarks = new ArrayList<>();
    for (int line = 1; line <= texts; line++) {
      remarks.add(new Remark("latest", VersionResults.span("deploy/web.yaml", line, 20, 26)));
    }
    return container(
        name, Map.of(), new Reading(List.of(), List.of(), Set.of(), List.of(), remarks, List.of()));
  }

  static ContainerResult container(String name, Map<Declaration, Lag> lags, Reading place) {
    List<SiteReading> readings =
        new ArrayList<>(
            VersionResults.readings(
                VersionResults.declared(
                    Sites.DOCKERFILE, "2.17.0", "containers/" + name + "/Dockerfile")));
    readings.add(new SiteReading(DEPLOYMENT, place));
    return new ContainerResult(
        VersionResults.ok(name).container(),
        Status.OK,
        readings,
        List.of(),
        List.of(),
        List.of(),
        lags,
        "");
  }

  /** A run of these containers, with the place. */
  static VersionResult run(ContainerResult... containers) {
    return run(List.of(), containers);
  }

  /** The same, with what is wrong with the place as a whole. */
  static VersionResult run(List<Finding> ofThePlace, ContainerResult... containers) {
    List<Site> sites = new ArrayList<>(Sites.ALL);
    sites.add(DEPLOYMENT);
    return new VersionResult(
        VersionResults.ALL,
        sites,
        Arrays.asList(containers),
        List.of(),
        List.of(new PlaceResult("deployment", 3, 5, ofThePlace)));
  }
}
