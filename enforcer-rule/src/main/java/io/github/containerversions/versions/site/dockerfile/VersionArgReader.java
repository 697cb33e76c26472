package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the version that one {@code ARG} of a Dockerfile declares by its defaults.
 *
 * @param versionArg the name of the {@code ARG}; case matters
 */
record VersionArgReader(
    String versionArg, SourceText text, DockerfileLines.Result lines, List<Argument> arguments) {

  /** Whether the file gives the {@code ARG} a default. */
  boolean isDeclared() {
    for (Argument each : arguments) {
      if (each.isNamed(versionArg) && each.hasDefault()) {
        return true;
      }
    }
    return false;
  }

  /** What the defaults say; there is at least one. */
  Reading read() {
    List<Argument> versions = new ArrayList<>();
    for (Argument each : arguments) {
      if (each.isNamed(versionArg)) {
        versions.add(each);
      }
    }
    List<Declaration> declarations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Argument version : versions) {
      read(version, declarations, problems);
    }
    blankNames(versions, problems);
    conflict(declarations, problems);
    List<Warning> warnings =
        problems.isEmpty() ? ArgUse.warnings(versions, text, lines) : List.of();
    return new Reading(declarations, problems, Set.of(), List.of(), List.of(), warnings);
  }

  private void read(Argument version, List<Declaration> declarations, List<Problem> problems) {
    Expansion value = version.value();
    ShellWordException failure = version.failure();
    if (failure != null) {
      problems.add(failed(version, failure));
    } else if (value == null) {
      return; // without a default, it takes another's
    } else if (value.doubt() != null) {
      problems.add(unknown(version, value.doubt()));
    } else if (value.text().isBlank()) {
      problems.add(empty(version));
    } else {
      declarations.add(
          new Declaration(
              value.text(),
              version.written(text),
              version.literalSpan(text, lines.escape()),
              false,
              "ARG " + versionArg + "="));
    }
  }

  private Problem empty(Argument version) {
    boolean computed = version.raw().indexOf('$') >= 0;
    return Problem.of(
        Kind.EMPTY,
        computed
            ? shown(version) + " comes out empty"
            : "ARG " + versionArg + " has an empty default",
        version.raw().isEmpty()
            ? writeVersion() + ", without spaces around the equals sign"
            : writeVersion(),
        version.rawSpan(text));
  }

  private String writeVersion() {
    return "write ARG " + versionArg + "=<version>";
  }

  private Problem failed(Argument version, ShellWordException failure) {
    boolean broken = failure.reason() == ShellWordException.Reason.BROKEN;
    return Problem.of(
        broken ? Kind.SYNTAX : Kind.UNKNOWN,
        shown(version) + " cannot be resolved: " + failure.text(),
        broken ? "correct the default, or write the version itself" : writeVersion(),
        version.rawSpan(text));
  }

  private Problem unknown(Argument version, Uncertainty doubt) {
    String name = Excerpt.of(doubt.variable());
    String help =
        switch (doubt.why()) {
          case UNDECLARED, NO_DEFAULT, BASE_IMAGE ->
              "give it a default: ARG " + name + "=<value>; or write the version itself";
          case GLOBAL_ONLY ->
              doubt.variable().equals(versionArg)
                  ? "write ARG " + name + " alone to take the default from before the first FROM"
                  : "add ARG " + name + " to the stage, before this line";
          case SET_BY_BUILD, NO_NAME -> writeVersion();
          case UNREADABLE -> "correct the value of " + name + ", or write the version itself";
        };
    return Problem.of(
        Kind.UNKNOWN, shown(version) + " needs " + doubt.inWords(), help, version.rawSpan(text));
  }

  private String shown(Argument version) {
    return VersionText.isPossible(version.raw())
        ? "ARG " + Excerpt.of(versionArg + "=" + version.raw())
        : "ARG " + versionArg;
  }

  /** A blank before an equals sign makes a name of nothing, at which a build fails. */
  private void blankNames(List<Argument> versions, List<Problem> problems) {
    Set<Instruction> declaring = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Argument version : versions) {
      declaring.add(version.instruction());
    }
    for (Argument argument : arguments) {
      if (argument.isNamed("") && declaring.contains(argument.instruction())) {
        problems.add(
            Problem.of(
                Kind.SYNTAX,
                (VersionText.isPossible(argument.raw())
                        ? "'" + Excerpt.of(argument.raw()) + "'"
                        : "the value")
                    + " is given to no name",
                writeVersion() + ", without spaces around the equals sign",
                argument.span(text)));
      }
    }
  }

  private void conflict(List<Declaration> declarations, List<Problem> problems) {
    Set<String> values = new LinkedHashSet<>();
    List<Declaration> possible = new ArrayList<>();
    for (Declaration declaration : declarations) {
      if (VersionText.isPossible(declaration.version())) {
        possible.add(declaration);
        values.add(declaration.version());
      }
    }
    if (values.size() < 2) {
      return;
    }
    String first = possible.get(0).version();
    Declaration other =
        possible.stream().filter(d -> !d.version().equals(first)).findFirst().orElseThrow();
    List<Location> related =
        possible.stream().filter(d -> !d.equals(other)).map(Declaration::location).toList();
    problems.add(
        new Problem(
            Kind.CONFLICT,
            "ARG " + versionArg + " has different defaults: " + listed(values),
            "keep one, before the first FROM, and write ARG " + versionArg + " alone in the stages",
            other.location(),
            related));
  }

  private static String listed(Set<String> values) {
    int shown = 5;
    String list =
        String.join(
            ", ", values.stream().limit(shown).map(VersionText::named).map(Excerpt::of).toList());
    return values.size() > shown ? list + " and " + (values.size() - shown) + " more" : list;
  }
}
