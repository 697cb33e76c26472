package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page cannot show of a layout: links, and names that no page can hold. */
class LayoutOnDiskTest {
  private static final String DOCKERFILE = "ARG CONTAINER_APP_VERSION=1.0\nFROM scratch\n";

  @TempDir private Path root;

  private ExampleRepository repository(String configuration) {
    return new ExampleRepository(root)
        .with(
            Map.of(
                "pom.xml",
                "<containerVersionSync>" + configuration + "</containerVersionSync>",
                "service-versions.yaml",
                "services:\n- {name: web, current-version: '1.0'}\n",
                "web/Dockerfile",
                DOCKERFILE));
  }

  @Test
  void aLinkOutOfTheRepositoryIsMentionedAndNotFollowed(@TempDir Path outside)
      throws IOException, CannotCheckException {
    Files.writeString(outside.resolve("Dockerfile"), DOCKERFILE);
    Files.createSymbolicLink(root.resolve("result"), outside);

    assertThat(repository("<containersDirectory>.</containersDirectory>").says())
        .isEqualTo(
            "[unread-build-file] result is a symbolic link that leads out of the repository or to"
                + " git's own files, and is not followed: put a folder there if it is to be a"
                + " container\n"
                + "Container versions agree: 1 container checked (scope: all)");
  }

  @Test
  void aLinkWithinTheRepositoryIsAContainerOfItsOwn() throws IOException, CannotCheckException {
    Files.createDirectories(root.resolve("web"));
    Files.createSymbolicLink(root.resolve("again"), root.resolve("web"));

    assertThat(repository("<containersDirectory>.</containersDirectory>").says())
        .contains("1 of 2 containers")
        .contains("[inventory-version] again: no entry is named \"again\"");
  }

  @Test
  void aNameWithALineBreakBeginsNoLineOfAnError() throws IOException {
    String name = "a\n[ERROR] all is lost";
    Files.createDirectories(root.resolve(name).resolve(name));
    Files.writeString(root.resolve(name).resolve(name).resolve("Dockerfile"), DOCKERFILE);

    for (String glob : new String[] {"a*", "x*", "*/*/z"}) {
      assertThatThrownBy(
              () ->
                  repository("<containers><container>" + glob + "</container></containers>").says())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageContaining("a?[ERROR] all is lost/a?[ERROR] all is lost")
          .hasMessageNotContaining("\n");
    }
  }
}
