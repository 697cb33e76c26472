package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.site.VersionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the module-level {@code VERSION} of a Python module, as CPython would see it after running
 * the module.
 *
 * <p>Follows the Python language reference, 3.11 to 3.14. Nothing is run: a value is taken where it
 * is written out, in literals, their concatenations and f-strings, or in names of such constants.
 * After {@code exec} and {@code globals()} names are unknown. What another module assigns is not
 * seen, and of the grammar only what {@link GrammarCheck} knows is checked.
 */
public final class PythonReader implements VersionReader {
  private final String variable;

  /** A reader of {@code VERSION}. */
  public PythonReader() {
    this(ModuleNames.VERSION);
  }

  /**
   * A reader of another name.
   *
   * @param variable the module-level name that declares the version
   */
  PythonReader(String variable) {
    this.variable = variable;
  }

  @Override
  public Reading read(SourceText text) {
    Optional<EncodingDeclaration> declared = EncodingDeclaration.find(text.content());
    Optional<Problem> encoding =
        declared.isPresent() ? encodingProblem(declared.get(), text) : Optional.empty();
    if (encoding.isPresent()) {
      return Reading.problem(encoding.get());
    }
    try {
      Tokens tokens = PythonLexer.lex(text.content());
      ModuleNames constants = new ModuleNames(tokens, variable);
      new ModuleWalk(tokens, constants).run();
      return constants.versions().isEmpty()
          ? Reading.problem(absent(tokens, constants, text))
          : reading(constants.versions(), text);
    } catch (PythonSyntaxException e) {
      Location place = text.span(e.start(), e.end());
      return Reading.problem(
          MergeMarkers.explaining(text, place)
              .orElseGet(
                  () ->
                      Problem.of(
                          Problem.Kind.SYNTAX,
                          "not valid Python: " + e.getMessage(),
                          e.help(),
                          place)));
    }
  }

  private static Optional<Problem> encodingProblem(EncodingDeclaration found, SourceText text) {
    String encoding = "the encoding " + Tokens.shorten(found.encoding());
    String help = "save the file as UTF-8 and remove the declaration of its encoding";
    Location location = text.span(found.start(), found.end());
    if (!found.isUtf8()) {
      String message = "the file declares " + encoding + ", not UTF-8";
      return Optional.of(Problem.of(Problem.Kind.UNREADABLE, message, help, location));
    }
    if (text.hasByteOrderMark() && !found.isPlainUtf8()) {
      String message = "not valid Python: after a byte order mark " + encoding + " must be utf-8";
      return Optional.of(Problem.of(Problem.Kind.SYNTAX, message, help, location));
    }
    return Optional.empty();
  }

  private Problem absent(Tokens tokens, ModuleNames constants, SourceText text) {
    Optional<NearMiss> nearMiss =
        constants.nearMiss().or(() -> new Mentions(tokens, variable).first());
    String message =
        nearMiss.map(NearMiss::message).orElse(variable + " is not assigned at module level");
    Location location =
        nearMiss
            .<Location>map(miss -> text.span(miss.start(), miss.end()))
            .orElseGet(() -> new FileLocation(text.file()));
    return Problem.of(Problem.Kind.ABSENT, message, filled(UnknownValues.HELP_DECLARE), location);
  }

  private Reading reading(List<Value> versions, SourceText text) {
    List<Declaration> declarations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Value value : versions) {
      Location location = text.span(value.start(), value.end());
      if (value instanceof Value.Other other) {
        String message = variable + " " + other.predicate();
        problems.add(Problem.of(other.kind(), message, filled(other.help()), location));
      } else if (value instanceof Value.Text known && known.text().isBlank()) {
        String message = variable + " is " + (known.text().isEmpty() ? "empty" : "blank");
        problems.add(
            Problem.of(Problem.Kind.EMPTY, message, filled(UnknownValues.HELP_DECLARE), location));
      } else if (value instanceof Value.Text known) {
        String written = text.content().substring(known.writtenStart(), known.writtenEnd());
        declarations.add(new Declaration(known.text(), written, location));
      }
    }
    conflict(declarations, problems);
    return new Reading(declarations, problems, Set.of(), List.of());
  }

  /** Declarations that differ are a problem, located at the last: it is the one in force. */
  private void conflict(List<Declaration> all, List<Problem> problems) {
    List<Declaration> declarations =
        all.stream().filter(it -> VersionText.isPossible(it.version())).toList();
    if (declarations.size() < 2) {
      return;
    }
    Declaration last = declarations.get(declarations.size() - 1);
    List<Declaration> others =
        declarations.stream().filter(one -> !one.version().equals(last.version())).toList();
    if (others.isEmpty()) {
      return;
    }
    String message =
        "%s is assigned several times, differently: %s, then %s"
            .formatted(variable, shown(others.get(0)), shown(last));
    problems.add(
        new Problem(
            Problem.Kind.CONFLICT,
            message,
            "assign " + variable + " once",
            last.location(),
            others.stream().map(Declaration::location).toList()));
  }

  private String filled(String help) {
    return help.replace(UnknownValues.VARIABLE, variable);
  }

  private static String shown(Declaration declaration) {
    return Tokens.shorten(VersionText.named(declaration.version()));
  }
}
