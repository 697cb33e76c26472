package io.github.containerversions.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
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

/**
 * A Maven 3 that stays: it runs build after build in one virtual machine and one container, and so
 * keeps the classes of plugins loaded, as a daemon does. A program of its own, that {@link
 * ResidentProcess} starts with the libraries of a Maven on its class path.
 *
 * <p>Standard input holds the folder of a repository in each line, and {@code mvn validate} is run
 * there on two threads. What the build prints is followed by a line each for its errors, and by
 * what it left behind in the machine, between lines that start with {@value #MARK}.
 */
final class ResidentMaven {
  static final String MARK = "== ";
  static final String FAILED = MARK + "failed";
  static final String PASSED = MARK + "passed";
  static final String THREAD = MARK + "thread ";
  static final String OPEN = MARK + "open ";
  static final String OBJECTS = MARK + "objects ";
  static final String HEAP = MARK + "heap ";
  static final String END = MARK + "end";

  /** A line of a histogram: rank, instances, bytes, class, module. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+\\[?L?io\\.github\\.containerversions\\..*$");

  private final PlexusContainer container;
  private final Path localRepository;
  private final Path globalSettings;

  private ResidentMaven(Path localRepository, Path globalSettings) throws Exception {
    this.localRepository = localRepository;
    this.globalSettings = globalSettings;
    ClassLoader loader = ResidentMaven.class.getClassLoader();
    this.container =
        new DefaultPlexusContainer(
            new DefaultContainerConfiguration()
                .setClassWorld(new ClassWorld("plexus.core", loader))
                .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                .setAutoWiring(true)
                .setJSR250Lifecycle(true)
                .setName("maven"));
  }

  /**
   * Runs until standard input ends.
   *
   * @param arguments the local repository and the global settings
   */
  public static void main(String[] arguments) throws Exception {
    ResidentMaven maven = new ResidentMaven(Path.of(arguments[0]), Path.of(arguments[1]));
    BufferedReader roots = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String root = roots.readLine(); root != null; root = roots.readLine()) {
      maven.build(Path.of(root));
      maven.tellWhatIsLeft(Path.of(root));
      System.out.println(END);
    }
  }

  private void build(Path root) throws Exception {
    MavenExecutionResult result = container.lookup(Maven.class).execute(request(root));
    result.getExceptions().forEach(error -> System.out.println(error.getMessage()));
    System.out.println(result.hasExceptions() ? FAILED : PASSED);
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

  private void tellWhatIsLeft(Path root) throws IOException, JMException {
    // The histogram collects what is no longer used before it counts.
    System.out.println(OBJECTS + objects());
    System.out.println(HEAP + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    TreeSet<String> threads = new TreeSet<>();
    Thread.getAllStackTraces().keySet().forEach(thread -> threads.add(thread.getName()));
    threads.forEach(name -> System.out.println(THREAD + name));
    openFiles(root).forEach(file -> System.out.println(OPEN + file));
  }

  /** How many objects there are of the classes of the rule. */
  private static long objects() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return OURS.matcher(histogram).results().mapToLong(it -> Long.parseLong(it.group(1))).sum();
  }

  /** What of the repository this process holds open; nothing where the system does not tell. */
  private static List<Path> openFiles(Path root) throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return List.of();
    }
    try (Stream<Path> links = Files.list(descriptors)) {
      return links
          .filter(Files::isSymbolicLink)
          .flatMap(ResidentMaven::target)
          .filter(file -> file.startsWith(root))
          .toList();
    }
  }

  /** Where a descriptor leads; nowhere when it was closed in the meantime. */
  private static Stream<Path> target(Path link) {
    try {
      return Stream.of(Files.readSymbolicLink(link));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
