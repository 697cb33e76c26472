package io.github.containerversions.versions.site.python;

import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.site.VersionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the module-level {@code VERSION} of a Python module, as CPython would see it after running
 * the module.
 *
 * <p>Follows the Python language reference, 3.11 to 3.15. Nothing is run: a value is taken where it
 * is written out, in literals, their concatenations and f-strings, or in names of such constants.
 * After {@code exec} and {@code globals()} names are unknown. What another module assigns is not
 * seen. A file is refused only where its tokens and blocks cannot be told apart: whether the rest
 * compiles is left to Python.
 */
public final class PythonReader implements VersionReader {
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "u8", "utf", "cp65001");

  /** On the first line, or on the second after a blank one or a comment (reference, 2.1.4). */
  private static final Pattern ENCODING =
      Pattern.compile(
          "(?:[ \\t\\f]*+(?:#[^\\r\\n]*+)?+(?:\\r\\n|\\r|\\n))??"
              + "[ \\t\\f]*+#[^\\r\\n]*?coding[:=][ \\t]*+([-_.a-zA-Z0-9]++)");

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
    Optional<Problem> encoding = encodingProblem(text);
    if (encoding.isPresent()) {
      return Reading.problem(encoding.get());
    }
    try {
      Tokens tokens = PythonLexer.lex(text.content());
      ModuleNames names = new ModuleNames(tokens, variable);
      new ModuleWalk(tokens, names).run();
      return names.versions().isEmpty()
          ? Reading.problem(absent(tokens, names, text))
          : reading(names.versions(), text);
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

  /** The comment that says in which encoding the file is written, where that is not UTF-8. */
  private static Optional<Problem> encodingProblem(SourceText text) {
    Matcher declared = ENCODING.matcher(text.content());
    if (!declared.lookingAt()) {
      return Optional.empty();
    }
    String encoding = declared.group(1);
    String normalised = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
    if (UTF_8.contains(normalised) || normalised.startsWith("utf-8-")) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            Problem.Kind.UNREADABLE,
            "the file declares the encoding " + Excerpt.of(encoding) + ", not UTF-8",
            "save the file as UTF-8 and remove the declaration of its encoding",
            text.span(declared.start(1), declared.end(1))));
  }

  private Problem absent(Tokens tokens, ModuleNames names, SourceText text) {
    Optional<NearMiss> nearMiss = names.nearMiss().or(() -> new Mentions(tokens, variable).first());
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
    return Excerpt.of(VersionText.named(declaration.version()));
  }
}
