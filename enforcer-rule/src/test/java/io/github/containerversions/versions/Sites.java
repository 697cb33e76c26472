package io.github.containerversions.versions;

import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.site.dockerfile.DockerfileSite;
import io.github.containerversions.versions.site.inventory.InventorySite;
import io.github.containerversions.versions.site.nix.NixSite;
import io.github.containerversions.versions.site.python.ContainerPySite;
import java.util.List;

/** The sites of the default configuration, for tests that have no repository. */
public final class Sites {
  public static final Site DOCKERFILE = DockerfileSite.SITE;
  public static final Site CONTAINER_PY = ContainerPySite.SITE;
  public static final Site NIX = NixSite.SITE;
  public static final Site INVENTORY = InventorySite.site("service-versions.yaml");
  public static final List<Site> ALL = List.of(DOCKERFILE, CONTAINER_PY, NIX, INVENTORY);

  private Sites() {}
}
