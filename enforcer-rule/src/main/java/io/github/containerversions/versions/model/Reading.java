package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one site says of one container's version. There is always something: at least one
 * declaration, problem or remark, so that "nothing found" cannot pass for "agrees".
 *
 * @param declarations every declaration read, in the order of the file
 * @param problems why the version cannot be taken from here; where there is one, the declarations
 *     are evidence for the reader of the message, not a version to compare
 * @param followed files other than the source itself that the answer depends on, relative to the
 *     repository root; also those that were looked for and do not exist
 * @param packages the package whose version the source takes, where it names one; at most one
 * @param remarks what stands there and is no version
 * @param warnings what else is worth reporting of the source
 */
public record Reading(
    List<Declaration> declarations,
    List<Problem> problems,
    Set<String> followed,
    List<String> packages,
    List<Remark> remarks,
    List<Warning> warnings) {

  /** A reading without remarks and warnings. */
  public Reading(
      List<Declaration> declarations,
      List<Problem> problems,
      Set<String> followed,
      List<String> packages) {
    this(declarations, problems, followed, packages, List.of(), List.of());
  }

  /** So many places are named of values that are no versions. */
  private static final int MAX_PLACES = 5;

  public Reading {
    declarations = List.copyOf(declarations);
    problems = List.copyOf(problems);
    followed = Set.copyOf(followed);
    packages = List.copyOf(packages);
    warnings = List.copyOf(warnings);
    remarks = List.copyOf(remarks);
    if (declarations.isEmpty() && problems.isEmpty() && remarks.isEmpty()) {
      throw new IllegalArgumentException("a reading with neither declaration nor problem");
    }
    if (packages.size() > 1) {
      throw new IllegalArgumentException("more than one package: " + packages);
    }
  }

  /**
   * The same reading, with nothing in it that must not be shown, whatever its source is. A value
   * that {@link VersionText#isPossible can be no version} is dropped, and a problem stands in its
   * place; so is an expression in a file that was only followed, as it may be all of that file.
   */
  public Reading showable() {
    if (isShowable()) {
      return this;
    }
    List<Declaration> possible = new ArrayList<>();
    List<Declaration> impossible = new ArrayList<>();
    for (Declaration each : declarations) {
      if (!VersionText.isPossible(each.version())) {
        impossible.add(each);
      } else {
        possible.add(followed.contains(each.location().file()) ? each.withoutExpression() : each);
      }
    }
    List<Problem> all = new ArrayList<>(problems);
    if (!impossible.isEmpty()) {
      all.add(noVersion(impossible));
    }
    return new Reading(possible, all, followed, packages, remarks, warnings);
  }

  private boolean isShowable() {
    for (Declaration each : declarations) {
      if (!VersionText.isPossible(each.version())
          || (followed.contains(each.location().file()) && !each.isPlain())) {
        return false;
      }
    }
    return true;
  }

  private static Problem noVersion(List<Declaration> impossible) {
    Declaration first = impossible.get(0);
    return new Problem(
        Problem.Kind.SHAPE,
        "the value " + VersionText.objection(first.version()).orElseThrow(),
        "write the version itself there, and nothing else",
        first.location(),
        impossible.stream().skip(1).limit(MAX_PLACES - 1L).map(Declaration::location).toList());
  }

  public static Reading declared(List<Declaration> declarations) {
    return new Reading(declarations, List.of(), Set.of(), List.of());
  }

  public static Reading problem(Problem problem) {
    return new Reading(List.of(), List.of(problem), Set.of(), List.of());
  }

  /** The one version that this source stands for; empty where there is a problem. */
  public Optional<Declaration> version() {
    return problems.isEmpty() && !declarations.isEmpty()
        ? Optional.of(declarations.get(0))
        : Optional.empty();
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
