package org.apache.maven.plugins.enforcer;

import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Stands in for {@code <containerVersionSync>} on old plugins and old Java versions, and says why
 * it cannot run.
 */
@SuppressWarnings("unused") // written by Maven, read by nobody
public final class ContainerVersionSync extends UnsupportedHost {
  private PlexusConfiguration containersDirectory;
  private PlexusConfiguration containers;
  private PlexusConfiguration inventoryFile;
  private PlexusConfiguration inventoryKey;
  private PlexusConfiguration inventoryTags;
  private PlexusConfiguration versionArg;
  private PlexusConfiguration containerPyVariable;
  private PlexusConfiguration scope;
  private PlexusConfiguration allFiles;
  private PlexusConfiguration baseRef;
  private PlexusConfiguration nixVersionCommand;
  private PlexusConfiguration containerPyVersionCommand;
  private PlexusConfiguration commandTimeout;
  private PlexusConfiguration commandInputs;
  private PlexusConfiguration serviceNames;
  private PlexusConfiguration nixPackages;
  private PlexusConfiguration places;
  private PlexusConfiguration versionArgs;

  public ContainerVersionSync() {
    super("containerVersionSync");
  }
}
