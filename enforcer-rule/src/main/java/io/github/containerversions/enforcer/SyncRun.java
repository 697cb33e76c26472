package io.github.containerversions.enforcer;

import io.github.containerversions.CannotCheckException;
import io.github.containerversions.ContainerVersionSync;
import io.github.containerversions.Settings;
import io.github.containerversions.model.Outcome;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.report.PassText;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import io.github.containerversions.report.Table;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.enforcer.rule.api.EnforcerLevel;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** One run of the rule inside Maven: tells what it does, writes the reports, ends the build. */
final class SyncRun {
  private final SyncConfiguration configuration;

  /**
   * A run.
   *
   * @param session the build
   * @param project the module that runs the rule
   * @param scalars every scalar parameter as the POM has it; null where it does not
   * @param reports the list {@code <reports>}
   * @param exemptions the list {@code <exemptions>}
   * @param serviceNames the map {@code <serviceNames>}
   * @param nixPackages the map {@code <nixPackages>}
   */
  SyncRun(
      MavenSession session,
      MavenProject project,
      Map<String, @Nullable String> scalars,
      List<String> reports,
      List<Exemption> exemptions,
      Properties serviceNames,
      Properties nixPackages) {
    this.configuration =
        new SyncConfiguration(
            new Parameters(SyncConfiguration.PREFIX, scalars, session.getUserProperties()),
            reports,
            exemptions,
            entries(serviceNames),
            entries(nixPackages),
            BuildPlace.of(session, project));
  }

  private static Map<String, String> entries(Properties properties) {
    Map<String, String> entries = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      entries.put(name.strip(), properties.getProperty(name, "").strip());
    }
    return entries;
  }

  /**
   * What makes this run another one than one before it. A configuration that is wrong has the error
   * for its identity, and is told of it once.
   */
  String cacheId(EnforcerLevel level) {
    try {
      return configuration.skip() ? "skip" : level + "\n" + configuration.identity();
    } catch (CannotCheckException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * Runs the check.
   *
   * @param level the Enforcer's own: whether findings stop the build
   * @throws EnforcerRuleError where it cannot be carried out, or its reports cannot be written
   * @throws EnforcerRuleException where there are findings
   */
  void execute(EnforcerLevel level, EnforcerLogger log) throws EnforcerRuleException {
    try {
      if (configuration.skip()) {
        log.info("Container versions are not checked: skip is set");
      } else {
        check(level, log);
      }
    } catch (CannotCheckException e) {
      throw new EnforcerRuleError("Container versions cannot be checked: " + e.getMessage());
    }
  }

  private void check(EnforcerLevel level, EnforcerLogger log)
      throws CannotCheckException, EnforcerRuleException {
    Settings settings = configuration.settings();
    Delivery delivery = configuration.delivery(settings.environment(), Ending.standardOutput());
    Outcome outcome =
        new ContainerVersionSync(settings, line -> log.info(ConsoleText.of(line))).run();

    log.info(PassText.scope(outcome));
    Table.render(outcome).forEach(log::info);
    PassText.warnings(outcome).forEach(log::warn);

    RunReport report =
        new RunReport(
            outcome,
            ContainerVersionSync.rules(),
            ContainerVersionSync.notices(),
            level == EnforcerLevel.WARN ? Severity.WARNING : Severity.ERROR);
    List<String> unwritten = delivery.deliver(report, log::warn);
    Ending.end(outcome, configuration.message(), unwritten);
    log.info(PassText.render(outcome));
  }
}
