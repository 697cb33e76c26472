package io.github.containerversions.maven;

import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * {@code <containerVersionSync>}: the build stops if a container's version is declared differently
 * in different places.
 */
@Named("containerVersionSync")
public final class ContainerVersionSyncRule extends AbstractCheckRule {
  private @Nullable String containersDirectory;
  private List<String> containers = List.of();
  private @Nullable String inventoryFile;
  private @Nullable String inventoryKey;
  private List<String> inventoryTags = List.of();
  private @Nullable String versionArg;
  private @Nullable String containerPyVariable;
  private @Nullable String scope;
  private @Nullable String allFiles;
  private @Nullable String baseRef;
  private @Nullable String nixVersionCommand;
  private @Nullable String containerPyVersionCommand;
  private @Nullable String commandTimeout;
  private List<String> commandInputs = List.of();
  private @Nullable PlexusConfiguration serviceNames;
  private @Nullable PlexusConfiguration nixPackages;
  private @Nullable PlexusConfiguration places;
  private @Nullable PlexusConfiguration versionArgs;

  @Inject
  public ContainerVersionSyncRule(
      MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution, "containerVersions.", "container");
  }

  @Override
  void addParameters(Map<String, @Nullable String> texts, Map<String, List<String>> lists) {
    texts.put("containersDirectory", containersDirectory);
    texts.put("inventoryFile", inventoryFile);
    texts.put("inventoryKey", inventoryKey);
    texts.put("versionArg", versionArg);
    texts.put("containerPyVariable", containerPyVariable);
    texts.put("scope", scope);
    texts.put("allFiles", allFiles);
    texts.put("baseRef", baseRef);
    texts.put("nixVersionCommand", nixVersionCommand);
    texts.put("containerPyVersionCommand", containerPyVersionCommand);
    texts.put("commandTimeout", commandTimeout);
    lists.put("containers", containers);
    lists.put("inventoryTags", inventoryTags);
    lists.put("commandInputs", commandInputs);
  }

  @Override
  Check check(Configuration configuration) {
    return new SyncCheck(
        configuration,
        () -> NameMap.read("serviceNames", serviceNames),
        () -> NameMap.read("nixPackages", nixPackages),
        () -> PlaceElements.read(places),
        () -> NameMap.read("versionArgs", versionArgs));
  }
}
