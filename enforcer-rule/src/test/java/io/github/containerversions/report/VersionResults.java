package io.github.containerversions.report;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.finding.SuppressedFinding;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.FolderLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.Sites;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.ContainerResult.Status;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteDeclaration;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionResult;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outcomes for the tests of renderers. */
final class VersionResults {
  static final Scope ALL =
      new Scope(
          Scope.Mode.ALL,
          Scope.Reason.REQUESTED,
          new Base.None(),
          "every container is checked on request",
          new Scope.Changes.Everything());

  static final Scope SINCE_MAIN =
      new Scope(
          Scope.Mode.CHANGED,
          Scope.Reason.BASE,
          new Base.Branch("refs/remotes/origin/main", "4f2a0000000000000000000000000000000000aa"),
          "touched since refs/remotes/origin/main",
          new Scope.Changes.Files(Set.of("containers/ntfy/default.nix")));

  private VersionResults() {}

  static VersionResult of(Scope scope, ContainerResult... results) {
    return new VersionResult(scope, Sites.ALL, List.of(results), List.of());
  }

  /** One container of each kind, and a warning. */
  static VersionResult example() {
    return new VersionResult(
        SINCE_MAIN,
        Sites.ALL,
        List.of(
            untouched("cv"),
            exempt("kubectl"),
            ok(
                "loki",
                declared(Sites.DOCKERFILE, "v3.6.5", "containers/loki/Dockerfile"),
                asked("3.6.5", "containers/loki/default.nix"),
                declared(Sites.INVENTORY, "3.6.5", "service-versions.yaml")),
            excused("mealie", noBuildFile("mealie")),
            driftedNtfy()),
        List.of(
            new Warning(
                "stale-configuration",
                "<serviceNames> names quartz, which is no container",
                "remove the entry from <serviceNames>, or correct the name")));
  }

  /** The example of the contract: {@code ntfy}, whose derivation lags behind. */
  static ContainerResult driftedNtfy() {
    SiteDeclaration dockerfile =
        stated(
            Sites.DOCKERFILE, "v2.17.0", "v2.17.0", span("containers/ntfy/Dockerfile", 4, 29, 36));
    SiteDeclaration nix =
        stated(Sites.NIX, "2.15.0", "\"2.15.0\"", span("containers/ntfy/default.nix", 7, 14, 20));
    SiteDeclaration inventory =
        stated(
            Sites.INVENTORY, "v2.17.0", "\"v2.17.0\"", span("service-versions.yaml", 38, 23, 30));
    Finding finding =
        new Finding(
            "version-agreement",
            "ntfy",
            "default.nix says 2.15.0, Dockerfile and service-versions.yaml say v2.17.0",
            "set version = \"2.17.0\" in containers/ntfy/default.nix, or move the other two to"
                + " 2.15.0",
            nix.declaration().location(),
            List.of(
                new RelatedLocation(
                    dockerfile.declaration().location(), dockerfile.declaration().written()),
                new RelatedLocation(
                    inventory.declaration().location(), inventory.declaration().written())));
    return new ContainerResult(
        container("ntfy"),
        Status.FAILED,
        readings(dockerfile, nix, inventory),
        List.of(finding),
        List.of());
  }

  static ContainerResult ok(String name, SiteDeclaration... declarations) {
    return new ContainerResult(
        container(name), Status.OK, readings(declarations), List.of(), List.of());
  }

  static ContainerResult failed(String name, Finding... findings) {
    return new ContainerResult(
        container(name), Status.FAILED, List.of(), List.of(findings), List.of());
  }

  static ContainerResult exempt(String name) {
    Exemption exemption =
        new Exemption(name, "a tool, no service", Exemption.EVERY_RULE, LocalDate.MAX);
    return new ContainerResult(
        container(name), Status.EXEMPT, List.of(), List.of(), List.of(exemption));
  }

  /** A container that is exempt from the one rule that finds something. */
  static ContainerResult excused(String name, Finding finding) {
    Exemption exemption =
        new Exemption(name, "built elsewhere", finding.rule(), LocalDate.of(2027, 1, 31));
    return new ContainerResult(
        container(name),
        Status.OK,
        List.of(),
        List.of(),
        List.of(exemption),
        List.of(new SuppressedFinding(finding, List.of(exemption))),
        Map.of());
  }

  static ContainerResult untouched(String name) {
    return new ContainerResult(
        container(name), Status.OUT_OF_SCOPE, List.of(), List.of(), List.of());
  }

  static Finding noBuildFile(String name) {
    return new Finding(
        "build-file",
        name,
        "no build file",
        "add one",
        new FolderLocation("containers/" + name),
        List.of());
  }

  static SiteDeclaration declared(Site site, String version, String file) {
    return stated(site, version, version, span(file, 1, 27, 27 + version.length()));
  }

  static SiteDeclaration stated(Site site, String version, String written, Location location) {
    return new SiteDeclaration(site, new Declaration(version, written, location));
  }

  static SiteDeclaration asked(String version, String file) {
    return new SiteDeclaration(
        Sites.NIX, new Declaration(version, version, new FileLocation(file), true));
  }

  static SourceSpan span(String file, int line, int column, int endColumn) {
    return new SourceSpan(file, line, column, line, endColumn);
  }

  private static Container container(String name) {
    return new Container(name, "containers/" + name, name, List.of());
  }

  static List<SiteReading> readings(SiteDeclaration... stated) {
    return Arrays.stream(stated)
        .map(it -> new SiteReading(it.site(), Reading.declared(List.of(it.declaration()))))
        .toList();
  }
}
