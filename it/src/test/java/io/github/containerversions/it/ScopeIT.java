package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which containers a run checks, with the machine's git; the room's own tests know every case. */
class ScopeIT {
  private static final List<String> CHECKED = List.of("ok", "failed");

  @Test
  void onABranchOnlyWhatItTouchesIsChecked() {
    Repository repository = onATopicBranch("minimal");
    repository
        .write("containers/loki/loki.yaml", "auth_enabled: false\n")
        .commit("Configure Loki")
        .write("notes.md", "nothing that a container depends on\n");

    Build build = validate(repository);

    assertThat(build.exitCode()).as(build.text()).isZero();
    assertThat(checked(build)).containsExactly("loki");
    String base = repository.git("rev-parse", "main").strip();
    assertThat(build.report().getObject("scope"))
        .containsEntry("mode", "changed")
        .containsEntry("reason", "base")
        .containsEntry("baseRef", "refs/heads/main")
        .containsEntry("baseCommit", base);
    assertThat(build.told())
        .isEqualTo(
            """
            Checking 1 of 2 containers (scope: changed, base): 2 files have changed since \
            refs/heads/main at %s
            container  Dockerfile  inventory  result
            loki       3.6.5       3.6.5      ok
            Container versions agree: 1 container checked, 1 not touched (scope: changed, base)
            """
                .formatted(base.substring(0, 10))
                .strip());
  }

  @Test
  void whatWasInDisorderBeforeFailsOnlyWhoTouchesIt() {
    Repository repository =
        Repository.copyOf("minimal")
            .replace("containers/ntfy/default.nix", "2.17.0", "2.15.0")
            .inGit();
    repository.git("switch", "--quiet", "--create", "topic");
    repository.write("containers/loki/loki.yaml", "auth_enabled: false\n");

    assertThat(validate(repository).exitCode()).isZero();

    repository.write("containers/ntfy/server.yml", "base-url: https://ntfy.home.arpa\n");
    Build build = validate(repository);
    assertThat(build.exitCode()).as(build.text()).isNotZero();
    assertThat(checked(build)).containsExactly("loki", "ntfy");
  }

  @Test
  void aFileThatDefaultNixTakesItsVersionFromBelongsToTheContainer() {
    Repository repository = onATopicBranch("homelab");
    repository.replace("containers/mealie/sources.nix", "3.10.2", "3.11.0");

    Build build = validate(repository);

    // Commands answer for the other two, so that no file tells whether they have changed.
    assertThat(checked(build)).containsExactly("authentik", "mealie", "vaultwarden");
    assertThat(build.failure())
        .isEqualTo(
            """
            Container versions disagree: 1 of 3 containers, 1 finding (scope: changed, base)
            service-versions.yaml:203:22 [version-agreement] mealie: service-versions.yaml says \
            v3.10.2, default.nix says 3.11.0; this branch moved default.nix to 3.11.0
                containers/mealie/sources.nix:4:14 "3.11.0"
                help: set current-version: "v3.11.0" for mealie in service-versions.yaml, or run \
            mvn io.github.containerversions:container-versions-enforcer-rule:1.0.0-SNAPSHOT:fix \
            -Dcontainer=mealie
            """
                .strip());
  }

  @Test
  void aTouchedInventoryConcernsEveryContainer() {
    Repository repository = onATopicBranch("minimal");
    repository.replace("service-versions.yaml", "services:", "# reviewed\nservices:");

    Build build = validate(repository);

    assertThat(checked(build)).containsExactly("loki", "ntfy");
    assertThat(build.report().getObject("scope")).containsEntry("reason", "inventory-changed");
  }

  @Test
  void onTheBaseBranchEveryContainerIsChecked() {
    Build build = validate(Repository.copyOf("minimal").inGit());

    assertThat(checked(build)).containsExactly("loki", "ntfy");
    assertThat(build.report().getObject("scope")).containsEntry("reason", "on-base");
  }

  @Test
  void aCheckoutOfOneBranchChecksEveryContainerAndSaysWhatToFetch() {
    Repository repository = Repository.copyOf("minimal").inGit();
    repository.git("branch", "--move", "topic");

    Build build = validate(repository);

    assertThat(checked(build)).containsExactly("loki", "ntfy");
    assertThat(build.report().getObject("scope")).containsEntry("reason", "no-base");
    assertThat(build.report().getObject("scope").getString("detail")).contains("fetch-depth: 0");
  }

  @Test
  void withoutGitEveryContainerIsChecked() {
    Path elsewhere = Path.of(System.getProperty("java.io.tmpdir"));
    Repository repository = Repository.copyOf("minimal", elsewhere);
    try {
      Build build = validate(repository);

      assertThat(build.exitCode()).as(build.text()).isZero();
      assertThat(checked(build)).containsExactly("loki", "ntfy");
      assertThat(build.report().getObject("scope")).containsEntry("reason", "no-git");
    } finally {
      repository.delete("");
    }
  }

  @Test
  void aWorktreeIsItsOwnRoot() {
    Repository repository = Repository.copyOf("minimal").inGit();
    Repository worktree = repository.sibling("-worktree");
    repository.git("worktree", "add", "--quiet", "-b", "topic", worktree.root().toString());
    worktree.replace("containers/loki/Dockerfile", "3.6.5", "3.6.6");

    Build build = validate(worktree);

    assertThat(checked(build)).containsExactly("loki");
    assertThat(build.exitCode()).isNotZero();
  }

  @Test
  void aDriftThatGitWasAskedNotToLookAtIsFound() {
    Repository repository = onATopicBranch("minimal");
    repository.write("notes.md", "own\n").commit("Take notes");
    repository.git("update-index", "--skip-worktree", "containers/loki/Dockerfile");
    repository.replace("containers/loki/Dockerfile", "3.6.5", "3.6.6");

    Build build = validate(repository);

    assertThat(checked(build)).containsExactly("loki");
    assertThat(build.exitCode()).as(build.text()).isNotZero();

    repository.delete("containers/loki/Dockerfile");
    assertThat(validate(repository).text())
        .contains("git update-index --no-skip-worktree containers/loki/Dockerfile");
  }

  @Test
  void noProgramOfTheRepositorysConfigurationIsRun() throws IOException {
    Repository repository = onATopicBranch("minimal");
    Path ran = repository.root().resolve(".git/ran");
    Path program = repository.root().resolve(".git/program");
    repository.write(".gitattributes", "* filter=x\n").commit("Filter");
    repository.write(".git/program", "#!/bin/sh\ntouch '" + ran + "'\ncat\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path hook = repository.root().resolve(".git/hooks/post-index-change");
    Files.createDirectories(hook.getParent());
    Files.copy(program, hook, StandardCopyOption.COPY_ATTRIBUTES);
    repository.git("config", "filter.x.clean", program.toString());
    repository.git("config", "core.fsmonitor", program.toString());
    repository.replace("containers/loki/Dockerfile", "3.6.5", "3.6.6");
    Files.deleteIfExists(ran);

    Build build = validate(repository);

    assertThat(checked(build)).containsExactly("loki");
    assertThat(ran).doesNotExist();
    repository.git("status");
    assertThat(ran).exists();
  }

  @Test
  void aParentPomElsewhereIsConfiguration() {
    Repository repository = Repository.copyOf("minimal");
    repository.write(
        "parent/pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>parent</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
        </project>
        """);
    repository.replace(
        "pom.xml",
        "<modelVersion>4.0.0</modelVersion>",
        "<modelVersion>4.0.0</modelVersion><parent><groupId>org.example</groupId>"
            + "<artifactId>parent</artifactId><version>1</version>"
            + "<relativePath>parent/pom.xml</relativePath></parent>");
    repository.inGit();
    repository.git("switch", "--quiet", "--create", "topic");
    repository.replace("parent/pom.xml", "<project>", "<project><!-- changed -->");

    Build build = validate(repository);

    assertThat(build.report().getObject("scope")).containsEntry("reason", "configuration-changed");
    assertThat(checked(build)).containsExactly("loki", "ntfy");
  }

  private static Repository onATopicBranch(String sample) {
    Repository repository = Repository.copyOf(sample).inGit();
    repository.git("switch", "--quiet", "--create", "topic");
    return repository;
  }

  private static Build validate(Repository repository) {
    return repository.validate("-DcontainerVersions.reports=json");
  }

  private static List<String> checked(Build build) {
    JsonArray containers = build.report().getArray("containers");
    return containers.stream()
        .map(JsonObject.class::cast)
        .filter(container -> CHECKED.contains(container.getString("status")))
        .map(container -> container.getString("name"))
        .toList();
  }
}
