package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rule as git's own pre-commit hook: a commit that drifts is refused. */
class CommitHookIT {

  @Test
  void aStagedDriftIsRefusedAndItsFixAccepted() {
    Repository repository = Repository.copyOf("minimal").inGit();
    repository.git("switch", "--quiet", "--create", "bump-loki");
    installHook(repository);

    repository.replace("containers/loki/Dockerfile", "3.6.5", "3.7.0");
    repository.git("add", "containers/loki/Dockerfile");

    assertThat(commit(repository))
        .contains(
            "[version-agreement] loki: service-versions.yaml says 3.6.5, Dockerfile says 3.7.0; this"
                + " branch moved Dockerfile to 3.7.0");
    assertThat(repository.git("log", "--format=%s")).isEqualTo("First commit\n");

    repository.replace("service-versions.yaml", "3.6.5", "3.7.0");
    repository.git("add", "service-versions.yaml");

    assertThat(commit(repository)).doesNotContain("[ERROR]");
    assertThat(repository.git("log", "--format=%s")).isEqualTo("Bump\nFirst commit\n");
  }

  @Test
  void aCommitOfAllChangesIsCheckedWhileGitHoldsAnIndexOfItsOwn() {
    Repository repository = Repository.copyOf("minimal").inGit();
    repository.git("switch", "--quiet", "--create", "bump-loki");
    installHook(repository);
    repository.replace("containers/loki/Dockerfile", "3.6.5", "3.7.0");

    assertThat(commit(repository, "--all")).contains("[version-agreement] loki");
    assertThat(commit(repository, "--", "containers/loki/Dockerfile"))
        .contains("[version-agreement] loki");
    assertThat(repository.git("log", "--format=%s")).isEqualTo("First commit\n");
    assertThat(repository.git("diff", "--cached", "--name-only")).isEmpty();
  }

  /** What a commit printed, whether git made it or not. */
  private static String commit(Repository repository, String... arguments) {
    String[] command = new String[arguments.length + 4];
    command[0] = "commit";
    command[1] = "--quiet";
    command[2] = "--message";
    command[3] = "Bump";
    System.arraycopy(arguments, 0, command, 4, arguments.length);
    try {
      return repository.git(command);
    } catch (IllegalStateException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static void installHook(Repository repository) {
    Installation installation = Installation.get();
    repository.script(
        ".git/hooks/pre-commit",
        """
        export JAVA_HOME='%s' MAVEN_BASEDIR="$PWD"
        exec '%s/bin/mvn' -B -ntp -q -gs '%s' -Dmaven.repo.local='%s' validate
        """
            .formatted(
                System.getProperty("java.home"),
                installation.mavenHome(),
                installation.globalSettings(),
                installation.localRepository()));
  }
}
