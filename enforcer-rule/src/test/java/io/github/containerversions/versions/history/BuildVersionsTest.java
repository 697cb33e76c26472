package io.github.containerversions.versions.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the build files of {@code containers/web} declare together. */
class BuildVersionsTest {
  private static final Container WEB = new Container("web", "containers/web", "web", List.of());
  private static final FileLocation FILE = new FileLocation("containers/web/a");

  private static Reading version(String version, String... followed) {
    return new Reading(
        List.of(new Declaration(version, version, FILE)), List.of(), Set.of(followed), List.of());
  }

  private static BuildVersions of(Reading... readings) {
    return BuildVersions.of(List.of(readings), WEB);
  }

  @Test
  void versionsThatDifferByALeadingVAreOne() {
    assertThat(of(version("1.0"), version("v1.0")))
        .isEqualTo(new BuildVersions(Set.of("1.0"), "v1.0", true, false));
  }

  @Test
  void eachBuildFileMayDeclareAnother() {
    assertThat(of(version("1.0"), version("2.0")).versions()).containsExactly("1.0", "2.0");
  }

  @Test
  void oneThatCannotBeReadMayHaveDeclaredAnother() {
    Reading unread = Reading.problem(Problem.of(Problem.Kind.ABSENT, "no version", "", FILE));

    assertThat(of(unread, version("1.0")))
        .isEqualTo(new BuildVersions(Set.of("1.0"), "1.0", false, false));
    assertThat(of(unread)).isEqualTo(new BuildVersions(Set.of(), "", false, false));
  }

  @Test
  void onlyFilesOutsideOfTheFolderCountAsOutside() {
    assertThat(of(version("1.0", "containers/web/b/c")).followsOutside()).isFalse();
    assertThat(of(version("1.0", "containers/web/b", "containers/website/b")).followsOutside())
        .isTrue();
    assertThat(of(version("1.0", "flake.lock"), version("1.0")).followsOutside()).isTrue();
  }
}
