package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs the rule {@code <registryPushAuth>}, and fails if there are findings. */
@Mojo(name = "check-pushes", requiresProject = false, aggregator = true, threadSafe = true)
public final class CheckPushesMojo extends GoalMojo {

  @Override
  void run() throws CannotCheckException, MojoFailureException, MojoExecutionException {
    ConfiguredElement rule =
        rule("registryPushAuth", "registryPushAuth.", "workflow", RuleParameters.PUSHES);
    check(rule, new PushCheck(rule.configuration()));
  }
}
