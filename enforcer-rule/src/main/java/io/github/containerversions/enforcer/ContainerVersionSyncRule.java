package io.github.containerversions.enforcer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * {@code <containerVersionSync>}: all declarations of a container's version agree.
 *
 * <p>Maven fills the fields from the POM, all as text: the user property that mirrors each may
 * replace it, and wrong values deserve our own words. This class is compiled for Java 11 (see the
 * POM), so it can name no record.
 */
@Named("containerVersionSync")
public final class ContainerVersionSyncRule extends AbstractEnforcerRule {
  private final MavenSession session;
  private final MavenProject project;

  private @Nullable String skip;
  private @Nullable String repositoryRoot;
  private @Nullable String containersDirectory;
  private @Nullable String inventoryFile;
  private @Nullable String versionArg;
  private @Nullable String scope;
  private @Nullable String allFiles;
  private @Nullable String baseRef;
  private @Nullable String nixVersionCommand;
  private @Nullable String containerPyVersionCommand;
  private @Nullable String commandTimeout;
  private @Nullable String reportDirectory;
  private @Nullable String annotations;
  private @Nullable String message;
  private List<String> reports = List.of();
  private List<Exemption> exemptions = List.of();
  private Properties serviceNames = new Properties();
  private Properties nixPackages = new Properties();

  @Inject
  public ContainerVersionSyncRule(MavenSession session, MavenProject project) {
    this.session = session;
    this.project = project;
  }

  /**
   * One run per build, repository root and configuration. The time that the build began at tells it
   * from others in the same daemon, which plugins before 3.6.2 remember as well.
   */
  @Override
  public String getCacheId() {
    return session.getStartTime().toInstant() + "\n" + run().cacheId(getLevel());
  }

  @Override
  public void execute() throws EnforcerRuleException {
    run().execute(getLevel(), getLog());
  }

  private SyncRun run() {
    return new SyncRun(session, project, scalars(), reports, exemptions, serviceNames, nixPackages);
  }

  /** Every parameter that has a user property; {@code reports} has its own form in the POM. */
  private Map<String, @Nullable String> scalars() {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    values.put("skip", skip);
    values.put("repositoryRoot", repositoryRoot);
    values.put("containersDirectory", containersDirectory);
    values.put("inventoryFile", inventoryFile);
    values.put("versionArg", versionArg);
    values.put("scope", scope);
    values.put("allFiles", allFiles);
    values.put("baseRef", baseRef);
    values.put("nixVersionCommand", nixVersionCommand);
    values.put("containerPyVersionCommand", containerPyVersionCommand);
    values.put("commandTimeout", commandTimeout);
    values.put("reports", null);
    values.put("reportDirectory", reportDirectory);
    values.put("annotations", annotations);
    values.put("message", message);
    return values;
  }
}
