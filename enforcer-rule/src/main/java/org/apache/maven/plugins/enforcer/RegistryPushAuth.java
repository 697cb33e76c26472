package org.apache.maven.plugins.enforcer;

import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Stands in for {@code <registryPushAuth>} on old plugins and old Java versions, and says why it
 * cannot run.
 */
@SuppressWarnings("unused") // written by Maven, read by nobody
public final class RegistryPushAuth extends UnsupportedHost {
  private PlexusConfiguration secretsFile;
  private PlexusConfiguration secretsRepository;
  private PlexusConfiguration immutableTags;
  private PlexusConfiguration workflowDirectories;
  private PlexusConfiguration registries;
  private PlexusConfiguration openRegistries;
  private PlexusConfiguration provisioningFiles;

  public RegistryPushAuth() {
    super("registryPushAuth");
  }
}
