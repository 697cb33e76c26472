package io.github.containerversions.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.CheckoutGap.Kind;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.site.ContainerFolders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is reported of folders that are not there to be looked into. */
class LayoutWarningsTest {

  @Test
  void aSubmoduleThatMayHoldContainersIsReportedWithItsRemedy() {
    ContainerLayout layout = ContainerLayout.matching(List.of(FolderGlob.of("*/docker")));
    CheckoutGap above = new CheckoutGap(Kind.UNINITIALISED_SUBMODULE, "more");
    CheckoutGap container = new CheckoutGap(Kind.UNINITIALISED_SUBMODULE, "web/docker");

    assertThat(
            LayoutWarnings.of(
                layout,
                new ContainerFolders(Path.of("."), layout, List.of(), List.of()),
                List.of(above, container),
                List.of()))
        .containsExactly(
            new Warning(
                "unread-build-file",
                "more is not on disk, and may hold containers: this is a submodule that is not"
                    + " initialised",
                "run git submodule update --init more"));
  }
}
