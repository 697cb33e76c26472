package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.report.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: the configuration of the rule in the POM, and how they end. They need no
 * POM, and run once in a reactor.
 */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class GoalMojo extends AbstractMojo {
  private static final String EXECUTION = "execution";

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** What a goal does. */
  abstract void run() throws CannotCheckException, MojoFailureException, MojoExecutionException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      run();
    } catch (CannotCheckException e) {
      throw new MojoExecutionException(ConsoleText.lines(String.valueOf(e.getMessage())));
    }
  }

  /** A rule as the POM configures it, or by its defaults. */
  final ConfiguredElement rule(String element, String prefix, String exempted, RuleParameters names)
      throws CannotCheckException {
    MavenProject project = session.getTopLevelProject();
    String chosen = String.valueOf(session.getUserProperties().getProperty(prefix + EXECUTION, ""));
    RuleElement found = RuleElement.find(project, element, chosen, prefix + EXECUTION);
    found.refuseUnknown(names.all());
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    names.texts().forEach(it -> texts.put(it, found.text(it)));
    texts.put(EXECUTION, null);
    Map<String, List<String>> lists = new LinkedHashMap<>();
    names.lists().forEach(it -> lists.put(it, found.list(it)));
    Configuration configuration =
        new Configuration(
            Parameters.of(prefix, texts, lists, session, project),
            () -> ExemptionElements.read(exempted, found.elements("exemptions")),
            MavenPaths.of(session, project));
    configuration.refuseUnknownProperties();
    return new ConfiguredElement(found, configuration);
  }

  /** The rule {@code <containerVersionSync>}. */
  final ConfiguredElement versions() throws CannotCheckException {
    return rule("containerVersionSync", "containerVersions.", "container", RuleParameters.VERSIONS);
  }

  /**
   * A rule.
   *
   * @param element its element in the POM
   * @param configuration what that and properties say
   */
  record ConfiguredElement(RuleElement element, Configuration configuration) {

    SyncCheck sync() {
      return new SyncCheck(
          configuration,
          () -> NameMap.read("serviceNames", element.elements("serviceNames")),
          () -> NameMap.read("nixPackages", element.elements("nixPackages")),
          () -> PlaceElements.read(element.elements("places")),
          () -> NameMap.read("versionArgs", element.elements("versionArgs")));
    }

    boolean warnsOnly() {
      return "WARN".equals(PomText.of(element.text("level")));
    }
  }

  /** Runs a check as the Enforcer does. */
  final void check(ConfiguredElement rule, Check check)
      throws MojoExecutionException, MojoFailureException {
    boolean warns = rule.warnsOnly();
    CheckRun.End end =
        new CheckRun(rule.configuration(), check, () -> {})
            .execute(warns ? Severity.WARNING : Severity.ERROR, lines(), ReportClaims.of(session));
    switch (end.status()) {
      case PASSED -> {}
      case FAILED -> {
        if (!warns) {
          throw new MojoFailureException("\n" + end.text());
        }
        getLog().warn(end.text());
      }
      case ERROR -> throw new MojoExecutionException("\n" + end.text());
    }
  }

  private CheckRun.Log lines() {
    return new CheckRun.Log() {
      @Override
      public void info(String line) {
        getLog().info(line);
      }

      @Override
      public void warn(String line) {
        getLog().warn(line);
      }
    };
  }

  /** Writes lines to standard output itself, where no logger puts anything before them. */
  static void print(List<String> lines) throws CannotCheckException {
    OutputStream out = CheckRun.standardOutput();
    try {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new CannotCheckException("standard output cannot be written to: " + e.getMessage());
    }
  }
}
