package io.github.containerversions.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The part of a rule that Maven sees: the parameters that both rules have, and one run.
 *
 * <p>Maven fills the fields from the POM, either as text or as the element itself, so that a
 * property can replace a value, and a wrong value gets a message of the rule. This class and its
 * subclasses are compiled for Java 11 (see the POM), so they cannot name a record.
 */
abstract class AbstractCheckRule extends AbstractEnforcerRule {
  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;
  private final String prefix;
  private final String exempted;

  private @Nullable String skip;
  private @Nullable String repositoryRoot;
  private @Nullable String reportDirectory;
  private @Nullable String annotations;
  private @Nullable String message;
  private List<String> reports = List.of();
  private @Nullable PlexusConfiguration exemptions;

  /**
   * A rule in a build.
   *
   * @param session the build
   * @param project the module that runs the rule
   * @param execution the execution of the plugin, with its configuration
   * @param prefix what the names of its properties start with
   * @param exempted what its exemptions name, which is also the name of their element
   */
  AbstractCheckRule(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      String prefix,
      String exempted) {
    this.session = session;
    this.project = project;
    this.execution = execution;
    this.prefix = prefix;
    this.exempted = exempted;
  }

  /**
   * There is one run for each build, repository root and configuration. The start time
   * distinguishes builds in the same daemon: plugins before 3.6.2 keep the ids of all builds.
   */
  @Override
  public final String getCacheId() {
    return session.getStartTime().toInstant().toEpochMilli()
        + "\n"
        + RuleRun.cacheId(run(), getLevel());
  }

  @Override
  public final void execute() throws EnforcerRuleException {
    RuleRun.execute(run(), getLevel(), getLog(), ReportClaims.of(session));
  }

  /**
   * Adds the rule's own parameters that have a user property.
   *
   * @param texts the scalars by their names; null where the POM does not have one
   * @param lists the lists by their names
   */
  abstract void addParameters(Map<String, @Nullable String> texts, Map<String, List<String>> lists);

  /** What the rule checks. */
  abstract Check check(Configuration configuration);

  /** The run that the fields as they are now ask for. */
  final CheckRun run() {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("skip", skip);
    texts.put("repositoryRoot", repositoryRoot);
    texts.put("reportDirectory", reportDirectory);
    texts.put("annotations", annotations);
    texts.put("message", message);
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put("reports", reports);
    addParameters(texts, lists);
    Parameters parameters = Parameters.of(prefix, texts, lists, session, project);
    Configuration configuration =
        new Configuration(
            parameters, () -> ExemptionElements.read(exempted, exemptions), session, project);
    String element = getClass().getAnnotation(Named.class).value();
    return new CheckRun(
        configuration,
        check(configuration),
        () -> PassedOver.refuse(element, execution.getConfiguration()));
  }
}
