package io.github.containerversions.enforcer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * {@code <registryPushAuth>}: every push to a registry has credentials, and the chain behind them
 * is whole.
 *
 * <p>All fields are text, and this class is compiled for Java 11, for the reasons that {@link
 * ContainerVersionSyncRule} gives.
 */
@Named("registryPushAuth")
public final class RegistryPushAuthRule extends AbstractEnforcerRule {
  private final MavenSession session;
  private final MavenProject project;

  private @Nullable String skip;
  private @Nullable String repositoryRoot;
  private @Nullable String secretsFile;
  private @Nullable String immutableTags;
  private @Nullable String reportDirectory;
  private @Nullable String annotations;
  private @Nullable String message;
  private List<String> workflowDirectories = List.of();
  private List<String> registries = List.of();
  private List<String> provisioningFiles = List.of();
  private List<String> reports = List.of();
  private List<Exemption> exemptions = List.of();

  @Inject
  public RegistryPushAuthRule(MavenSession session, MavenProject project) {
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

  private PushRun run() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put("workflowDirectories", workflowDirectories);
    lists.put("registries", registries);
    lists.put("provisioningFiles", provisioningFiles);
    lists.put("reports", reports);
    return new PushRun(session, project, scalars(lists), lists, exemptions);
  }

  /** Every parameter that has a user property; lists have their own form in the POM. */
  private Map<String, @Nullable String> scalars(Map<String, List<String>> lists) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    values.put("skip", skip);
    values.put("repositoryRoot", repositoryRoot);
    values.put("secretsFile", secretsFile);
    values.put("immutableTags", immutableTags);
    values.put("reportDirectory", reportDirectory);
    values.put("annotations", annotations);
    values.put("message", message);
    lists.keySet().forEach(it -> values.put(it, null));
    return values;
  }
}
