package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what the plugin knows again a rule that it has run already. */
class CacheIdTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final MojoExecution EXECUTION =
      new MojoExecution(new Plugin(), "enforce", "container-versions");

  @TempDir Path root;

  @Test
  void twoModulesOfOneBuildShareARun() {
    MavenSession session = session(NOON);

    assertThat(sync(session, "app")).isEqualTo(sync(session, "library"));
    assertThat(pushes(session, "app")).isEqualTo(pushes(session, "library"));
  }

  @Test
  void anotherBuildOfTheSameDaemonIsAnotherRunEvenWhereSkippedOrWrong() {
    MavenSession first = session(NOON);
    MavenSession second = session(NOON.plusMillis(1));

    for (String skip : List.of("false", "true", "perhaps")) {
      first.getUserProperties().setProperty("containerVersions.skip", skip);
      second.getUserProperties().setProperty("containerVersions.skip", skip);
      first.getUserProperties().setProperty("registryPushAuth.skip", skip);
      second.getUserProperties().setProperty("registryPushAuth.skip", skip);

      assertThat(sync(second, "app")).isNotEqualTo(sync(first, "app"));
      assertThat(pushes(second, "app")).isNotEqualTo(pushes(first, "app"));
    }
  }

  private String sync(MavenSession session, String module) {
    return id(new ContainerVersionSyncRule(session, project(module), EXECUTION));
  }

  private String pushes(MavenSession session, String module) {
    return id(new RegistryPushAuthRule(session, project(module), EXECUTION));
  }

  private static String id(AbstractEnforcerRule rule) {
    return rule.getCacheId();
  }

  private MavenProject project(String module) {
    MavenProject project = new MavenProject();
    project.setFile(root.resolve(module).resolve("pom.xml").toFile());
    return project;
  }

  @SuppressWarnings("deprecation") // the one public way to a session without a container
  private MavenSession session(Instant start) {
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setBaseDirectory(root.toFile());
    request.setStartTime(Date.from(start));
    MavenSession session =
        new MavenSession(
            null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
    MavenProject top = project("");
    top.getBuild().setDirectory(root.resolve("target").toString());
    session.setProjects(List.of(top));
    return session;
  }
}
