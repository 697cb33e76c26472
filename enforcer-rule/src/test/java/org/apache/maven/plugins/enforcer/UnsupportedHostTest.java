package org.apache.maven.plugins.enforcer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.maven.ContainerVersionSyncRule;
import io.github.containerversions.maven.RegistryPushAuthRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes that stand in for the rules where those cannot be loaded. */
class UnsupportedHostTest {

  @Test
  void everyParameterOfARuleIsTaken() {
    assertThat(parameters(ContainerVersionSync.class, UnsupportedHost.class))
        .containsAll(
            parameters(
                ContainerVersionSyncRule.class, ContainerVersionSyncRule.class.getSuperclass()));
    assertThat(parameters(RegistryPushAuth.class, UnsupportedHost.class))
        .containsAll(
            parameters(RegistryPushAuthRule.class, RegistryPushAuthRule.class.getSuperclass()))
        .contains("level");
  }

  private static Set<String> parameters(Class<?>... types) {
    Set<String> names =
        Stream.of(types)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .map(Field::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    names.removeAll(Set.of("session", "project", "prefix", "exempted", "execution"));
    return names;
  }

  @Test
  void thePluginIsTheReasonWhereItsApiIsOldAndJavaOtherwise() {
    assertThat(new ContainerVersionSync().reason(false, "1.8.0_402"))
        .isEqualTo(
            "<containerVersionSync> needs maven-enforcer-plugin 3.2.1 or newer: raise its <version>"
                + " in the POM");
    assertThat(new RegistryPushAuth().reason(true, "11.0.2"))
        .isEqualTo(
            "<registryPushAuth> needs Java 17 or newer, and this build runs on Java 11.0.2: set"
                + " JAVA_HOME to a newer one");
  }

  @Test
  void runningEndsTheBuildWhateverTheEnforcerIsSetTo() {
    assertThatThrownBy(() -> new ContainerVersionSync().execute(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("<containerVersionSync> needs ");
  }
}
