package io.github.containerversions.maven;

import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * {@code <registryPushAuth>}: the build stops if a push to a registry in a workflow has no
 * credentials, or if the secret behind them is not provisioned.
 */
@Named("registryPushAuth")
public final class RegistryPushAuthRule extends AbstractCheckRule {
  private @Nullable String secretsFile;
  private @Nullable String secretsRepository;
  private @Nullable String immutableTags;
  private List<String> workflowDirectories = List.of();
  private List<String> registries = List.of();
  private List<String> openRegistries = List.of();
  private List<String> provisioningFiles = List.of();

  @Inject
  public RegistryPushAuthRule(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution, "registryPushAuth.", "workflow");
  }

  @Override
  void addParameters(Map<String, @Nullable String> texts, Map<String, List<String>> lists) {
    texts.put("secretsFile", secretsFile);
    texts.put("secretsRepository", secretsRepository);
    texts.put("immutableTags", immutableTags);
    lists.put("workflowDirectories", workflowDirectories);
    lists.put("registries", registries);
    lists.put("openRegistries", openRegistries);
    lists.put("provisioningFiles", provisioningFiles);
  }

  @Override
  Check check(Configuration configuration) {
    return new PushCheck(configuration);
  }
}
