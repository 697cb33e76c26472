package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.DuplicateRealmException;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A rule as Maven makes it: from the XML of a POM and the properties of a command line. */
final class ConfiguredRule {

  /** The rules, by the name of their element. */
  private static final Map<String, Class<? extends AbstractCheckRule>> RULES =
      Map.of(
          "containerVersionSync", ContainerVersionSyncRule.class,
          "registryPushAuth", RegistryPushAuthRule.class);

  private final AbstractCheckRule rule;

  private ConfiguredRule(AbstractCheckRule rule) {
    this.rule = rule;
  }

  /** The names of all parameters that an element can have: one field each, and the level. */
  static Set<String> parameters(String element) {
    Set<String> names =
        Stream.of(AbstractCheckRule.class, RULES.get(element))
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .map(Field::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    names.removeAll(Set.of("session", "project", "execution", "prefix", "exempted"));
    names.add("level");
    return names;
  }

  /**
   * A rule in the POM of a repository.
   *
   * @param element the rule
   * @param xml what stands between its tags
   * @param properties from {@code -D}, as {@code name=value} or only the name
   */
  static ConfiguredRule of(String element, Path root, String xml, List<String> properties) {
    try {
      AbstractCheckRule rule =
          RULES
              .get(element)
              .getConstructor(MavenSession.class, MavenProject.class, MojoExecution.class)
              .newInstance(session(root, properties), project(root), execution(element, xml));
      new BasicComponentConfigurator()
          .configureComponent(
              rule,
              new XmlPlexusConfiguration(
                  Xpp3DomBuilder.build(
                      new StringReader("<%1$s>%2$s</%1$s>".formatted(element, xml)))),
              new ClassWorld().newRealm("parameters", ConfiguredRule.class.getClassLoader()));
      rule.setLog(silence());
      return new ConfiguredRule(rule);
    } catch (ReflectiveOperationException
        | XmlPullParserException
        | IOException
        | DuplicateRealmException
        | ComponentConfigurationException e) {
      throw new AssertionError(xml, e);
    }
  }

  private static MojoExecution execution(String element, String xml)
      throws XmlPullParserException, IOException {
    MojoExecution execution = new MojoExecution(new Plugin(), "enforce", "container-versions");
    execution.setConfiguration(
        Xpp3DomBuilder.build(
            new StringReader(
                "<configuration><rules><%1$s>%2$s</%1$s></rules></configuration>"
                    .formatted(element, xml))));
    return execution;
  }

  private static MavenProject project(Path root) {
    MavenProject project = new MavenProject();
    project.setFile(root.resolve("pom.xml").toFile());
    project.getBuild().setDirectory(root.resolve("target").toString());
    return project;
  }

  @SuppressWarnings("deprecation") // nobody makes a session but Maven
  private static MavenSession session(Path root, List<String> arguments) {
    Properties properties = new Properties();
    for (String argument : arguments) {
      String[] halves = argument.split("=", 2);
      properties.setProperty(halves[0], halves.length == 1 ? "true" : halves[1]);
    }
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setUserProperties(properties);
    request.setBaseDirectory(root.toFile());
    MavenSession session =
        new MavenSession(
            null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    session.setProjects(List.of(project(root)));
    return session;
  }

  /** What ends the build; empty where nothing does. */
  String says() {
    try {
      rule.execute();
      return "";
    } catch (EnforcerRuleException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** All that the configuration comes down to, in a form that can be compared. */
  List<String> effect() throws CannotCheckException {
    CheckRun run = rule.run();
    Record settings =
        run.check() instanceof PushCheck pushes
            ? pushes.settings()
            : ((SyncCheck) run.check()).settings();
    Configuration configuration = run.configuration();
    ReportOutputs delivery =
        configuration.delivery(run.check().reportFolder(), Map.of(), System.out);
    return effect(settings, delivery, configuration.skip(), configuration.message());
  }

  private List<String> effect(
      Record settings, ReportOutputs delivery, boolean skip, String message) {
    return List.of(
        settings.toString(),
        delivery.forms().toString(),
        delivery.directory().normalize().toString(),
        delivery.annotations().toString(),
        "skip " + skip,
        message,
        rule.getLevel().toString());
  }

  /** Nobody reads the log of a test. */
  private static EnforcerLogger silence() {
    return (EnforcerLogger)
        Proxy.newProxyInstance(
            ConfiguredRule.class.getClassLoader(),
            new Class<?>[] {EnforcerLogger.class},
            (logger, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
  }
}
