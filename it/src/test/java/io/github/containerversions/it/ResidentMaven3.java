package io.github.containerversions.it;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.Maven;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequestPopulator;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuilder;
import org.codehaus.plexus.DefaultContainerConfiguration;
import org.codehaus.plexus.DefaultPlexusContainer;
import org.codehaus.plexus.PlexusConstants;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.classworlds.ClassWorld;

/** Maven 3 as it is embedded: one container, and one request for each build. */
final class ResidentMaven3 implements ResidentMaven.Builds {
  private final PlexusContainer container;
  private final Path localRepository;
  private final Path globalSettings;

  ResidentMaven3(Path localRepository, Path globalSettings) throws Exception {
    this.localRepository = localRepository;
    this.globalSettings = globalSettings;
    ClassLoader loader = ResidentMaven3.class.getClassLoader();
    this.container =
        new DefaultPlexusContainer(
            new DefaultContainerConfiguration()
                .setClassWorld(new ClassWorld("plexus.core", loader))
                .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                .setAutoWiring(true)
                .setJSR250Lifecycle(true)
                .setName("maven"));
  }

  @Override
  public boolean validate(Path root) throws Exception {
    MavenExecutionResult result = container.lookup(Maven.class).execute(request(root));
    result.getExceptions().forEach(error -> System.out.println(error.getMessage()));
    return !result.hasExceptions();
  }

  @SuppressWarnings("deprecation") // what 3.9 has instead, 3.6 has not
  private MavenExecutionRequest request(Path root) throws Exception {
    Properties system = new Properties();
    system.putAll(System.getProperties());
    System.getenv().forEach((name, value) -> system.setProperty("env." + name, value));
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setSystemProperties(system);
    request.setBaseDirectory(root.toFile());
    request.setMultiModuleProjectDirectory(root.toFile());
    request.setPom(root.resolve("pom.xml").toFile());
    request.setGoals(List.of("validate"));
    request.setInteractiveMode(false);
    request.setBuilderId("multithreaded");
    request.setDegreeOfConcurrency(2);
    MavenExecutionRequestPopulator populator =
        container.lookup(MavenExecutionRequestPopulator.class);
    populator.populateFromSettings(request, settings());
    request.setLocalRepositoryPath(localRepository.toFile());
    return populator.populateDefaults(request);
  }

  private Settings settings() throws Exception {
    return container
        .lookup(SettingsBuilder.class)
        .build(
            new DefaultSettingsBuildingRequest()
                .setGlobalSettingsFile(globalSettings.toFile())
                .setUserSettingsFile(new File(System.getProperty("user.home"), ".m2/settings.xml"))
                .setSystemProperties(System.getProperties()))
        .getEffectiveSettings();
  }
}
