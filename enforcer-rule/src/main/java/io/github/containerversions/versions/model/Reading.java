package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one source says of one container's version. There is always something: at least one
 * declaration or at least one problem, so that "nothing found" cannot pass for "agrees".
 *
 * @param declarations every declaration read, in the order of the file
 * @param problems why the version cannot be taken from here; where there is one, the declarations
 *     are evidence for the reader of the message, not a version to compare
 * @param followed files other than the source itself that the answer depends on, relative to the
 *     repository root; also those that were looked for and do not exist
 * @param packages the package whose version the source takes, where it names one; at most one
 */
public record Reading(
    List<Declaration> declarations,
    List<Problem> problems,
    Set<String> followed,
    List<String> packages) {

  public Reading {
    declarations = List.copyOf(declarations);
    problems = List.copyOf(problems);
    followed = Set.copyOf(followed);
    packages = List.copyOf(packages);
    if (declarations.isEmpty() && problems.isEmpty()) {
      throw new IllegalArgumentException("a reading with neither declaration nor problem");
    }
    if (packages.size() > 1) {
      throw new IllegalArgumentException("more than one package: " + packages);
    }
  }

  public static Reading declared(List<Declaration> declarations) {
    return new Reading(declarations, List.of(), Set.of(), List.of());
  }

  public static Reading problem(Problem problem) {
    return new Reading(List.of(), List.of(problem), Set.of(), List.of());
  }

  /** The one version that this source stands for; empty where there is a problem. */
  public Optional<Declaration> version() {
    return problems.isEmpty() ? Optional.of(declarations.get(0)) : Optional.empty();
  }

  /** The nixpkgs package whose version is meant, where the source names one. */
  public Optional<String> neededPackage() {
    return packages.stream().findFirst();
  }

  /** Whether a command may be asked: the file is sound, its version just cannot be known here. */
  public boolean canBeAsked() {
    return !problems.isEmpty()
        && problems.stream()
            .allMatch(
                problem ->
                    switch (problem.kind()) {
                      case ABSENT, UNKNOWN -> true;
                      case EMPTY, CONFLICT, SHAPE, SYNTAX, UNREADABLE -> false;
                    });
  }
}
