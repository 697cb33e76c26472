package io.github.containerversions.enforcer;

import io.github.containerversions.CannotCheckException;
import io.github.containerversions.RegistryPushAuth;
import io.github.containerversions.RegistrySettings;
import io.github.containerversions.model.workflow.PushOutcome;
import io.github.containerversions.report.PassText;
import io.github.containerversions.report.PushText;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.enforcer.rule.api.EnforcerLevel;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** One run of the rule about pushes inside Maven. */
final class PushRun {
  static final String PREFIX = "registryPushAuth.";

  private final Parameters parameters;
  private final Places places;
  private final Map<String, List<String>> lists;
  private final List<Exemption> exemptions;

  /**
   * A run.
   *
   * @param session the build
   * @param project the module that runs the rule
   * @param scalars every parameter that has a user property, as the POM has it; null where it does
   *     not
   * @param lists the lists of the POM by their names
   * @param exemptions the list {@code <exemptions>}
   */
  PushRun(
      MavenSession session,
      MavenProject project,
      Map<String, @Nullable String> scalars,
      Map<String, List<String>> lists,
      List<Exemption> exemptions) {
    this(
        new Parameters(PREFIX, scalars, session.getUserProperties()),
        lists,
        exemptions,
        BuildPlace.of(session, project));
  }

  PushRun(
      Parameters parameters,
      Map<String, List<String>> lists,
      List<Exemption> exemptions,
      BuildPlace place) {
    this.parameters = parameters;
    this.places = new Places(parameters, place, "registry-push-auth");
    this.lists = lists;
    this.exemptions = exemptions;
  }

  /** What makes this run another one than one before it. */
  String cacheId(EnforcerLevel level) {
    try {
      return parameters.flag("skip")
          ? "skip"
          : String.join(
              "\n",
              level.toString(),
              places.root().toString(),
              parameters.toString(),
              new TreeMap<>(lists).toString(),
              exemptions.toString());
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
      if (parameters.flag("skip")) {
        log.info("Registry pushes are not checked: skip is set");
      } else {
        check(level, log);
      }
    } catch (CannotCheckException e) {
      throw new EnforcerRuleError("Registry pushes cannot be checked: " + e.getMessage());
    }
  }

  private void check(EnforcerLevel level, EnforcerLogger log)
      throws CannotCheckException, EnforcerRuleException {
    RegistrySettings settings = settings();
    Delivery delivery =
        places.delivery(list("reports"), settings.environment(), Ending.standardOutput());
    PushOutcome outcome = new RegistryPushAuth(settings).run();

    log.info(PushText.checking(outcome));
    PushText.notes(outcome).forEach(log::info);
    PassText.warnings(outcome).forEach(log::warn);

    RunReport report =
        new RunReport(
            outcome,
            RegistryPushAuth.rules(),
            RegistryPushAuth.notices(),
            level == EnforcerLevel.WARN ? Severity.WARNING : Severity.ERROR);
    List<String> unwritten = delivery.deliver(report, log::warn);
    Ending.end(outcome, parameters.text("message", ""), unwritten);
    log.info(PassText.render(outcome));
  }

  RegistrySettings settings() throws CannotCheckException {
    parameters.refuseUnknownProperties();
    Path root = places.root();
    String secretsFile = parameters.text("secretsFile", "");
    List<String> provisioning = paths("provisioningFiles");
    if (secretsFile.isEmpty() && !provisioning.isEmpty()) {
      throw new CannotCheckException(
          parameters.given("provisioningFiles")
              + " needs <secretsFile>: without it, which variable holds a secret's value is not"
              + " known");
    }
    Set<String> registries =
        parameters.list("registries", list("registries")).stream()
            .map(it -> it.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new RegistrySettings(
        root,
        paths("workflowDirectories"),
        registries,
        secretsFile.isEmpty() ? "" : places.below("secretsFile", secretsFile),
        provisioning,
        parameters.flag("immutableTags"),
        new ExemptionParameter("workflow", "file", RegistryPushAuth.exemptibleRules())
            .valid(exemptions),
        LocalDate.now(ZoneOffset.UTC),
        System.getenv());
  }

  private List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  private List<String> paths(String name) throws CannotCheckException {
    List<String> paths = new ArrayList<>();
    for (String path : parameters.list(name, list(name))) {
      paths.add(places.below(name, path));
    }
    return paths;
  }
}
