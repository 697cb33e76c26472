package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs the rule {@code <containerVersionSync>}, and fails if there are findings. */
@Mojo(name = "check", requiresProject = false, aggregator = true, threadSafe = true)
public final class CheckMojo extends GoalMojo {

  @Override
  void run() throws CannotCheckException, MojoFailureException, MojoExecutionException {
    ConfiguredElement rule = versions();
    check(rule, rule.sync());
  }
}
