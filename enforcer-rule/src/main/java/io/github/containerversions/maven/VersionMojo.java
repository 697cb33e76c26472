package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.git.Git;
import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.report.ConsoleText;
import io.github.containerversions.report.ListText;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the version that all places of a container agree on, without a leading {@code v}. With
 * {@code -q} it prints nothing else. It fails if the places disagree.
 */
@Mojo(name = "version", requiresProject = false, aggregator = true, threadSafe = true)
public final class VersionMojo extends ContainerMojo {
  private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";
  private static final int COMMIT_DIGITS = 7;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The text to print, with {@code {version}}, and {@code {commit}} for seven digits of HEAD. */
  @Parameter(property = "form", defaultValue = "{version}")
  private String form = "{version}";

  @Override
  void run() throws CannotCheckException, MojoFailureException {
    VersionSettings settings = versions().sync().settings().ofAll();
    ContainerResult result = only(result(settings));
    Optional<String> version = result.version();
    if (version.isEmpty()) {
      throw new MojoFailureException("\n" + String.join("\n", ListText.full(result)));
    }
    if (!form.contains("{version}")) {
      throw new CannotCheckException("-Dform is \"" + form + "\"; it has no {version}");
    }
    String text = form.replace("{version}", version.get());
    if (text.contains("{commit}")) {
      text = text.replace("{commit}", commit(settings));
    }
    if (!text.matches(TAG)) {
      throw new MojoFailureException(
          ConsoleText.of(
              text
                  + " is no tag of an image: it may have letters, digits, underscores, dots and"
                  + " hyphens, at most 128"));
    }
    print(List.of(text));
  }

  private static String commit(VersionSettings settings) throws CannotCheckException {
    try {
      String head =
          new Git(settings.root(), settings.environment(), TIMEOUT)
              .run("", List.of("rev-parse", "--verify", "HEAD"));
      return head.strip().substring(0, COMMIT_DIGITS);
    } catch (GitFailure e) {
      throw new CannotCheckException("git cannot say what HEAD is: " + e.line());
    }
  }
}
