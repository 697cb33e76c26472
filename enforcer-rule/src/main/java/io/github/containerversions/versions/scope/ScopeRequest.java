package io.github.containerversions.versions.scope;

import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What decides which containers a run checks. All paths but the first are relative to the
 * repository root, with {@code /}.
 *
 * @param repositoryRoot where relative paths start; may lie below the top of git's working tree
 * @param mode what the user asked for
 * @param baseRef the branch to compare with, as configured; empty to have it found
 * @param containers which folders are containers
 * @param buildFiles the names of the files that make a folder buildable
 * @param inventoryFile the inventory; a change of it touches every container; empty for none
 * @param configurationFiles the POMs from the configuring module up to the root; likewise
 * @param environment the process environment, {@code System.getenv()} outside of tests
 */
public record ScopeRequest(
    Path repositoryRoot,
    Scope.Mode mode,
    String baseRef,
    ContainerLayout containers,
    List<String> buildFiles,
    String inventoryFile,
    List<String> configurationFiles,
    Map<String, String> environment) {

  public ScopeRequest {
    inventoryFile = plain(inventoryFile);
    List<String> plain = new ArrayList<>();
    for (String file : configurationFiles) {
      plain.add(plain(file));
    }
    configurationFiles = List.copyOf(plain);
    buildFiles = List.copyOf(buildFiles);
    environment = Map.copyOf(environment);
  }

  /** As git writes it: {@code ./a//b/} is {@code a/b}. */
  private static String plain(String path) {
    Path normal = Path.of(path).normalize();
    return normal.toString().replace(normal.getFileSystem().getSeparator(), "/");
  }
}
