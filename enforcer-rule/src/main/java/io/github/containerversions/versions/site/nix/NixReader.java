package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.site.VersionReader;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.List;
import java.util.Set;

/**
 * Reads the version that a {@code default.nix} declares, without running Nix.
 *
 * <p>Follows the Nix reference manual for what is well-formed and for what an expression means.
 * Which {@code version} counts is decided by {@link Spine}, what it comes to by {@link Evaluator}.
 */
public final class NixReader implements VersionReader {
  private static final String WRITE_IT =
      "write version = \"" + Problem.VERSION + "\"; in the let before the result";

  /** In UTF-16 units; what is longer is some other text, and nothing to put into a report. */
  private static final int MAX_VERSION_LENGTH = 1000;

  private final RepositoryFiles repository;

  /**
   * @param files where files that the expression imports or reads are looked up
   */
  public NixReader(RepositoryFiles files) {
    this.repository = files;
  }

  /**
   * Whether reading a text can lead to another file: only where it holds a path that starts in its
   * own folder, for all others are put together from such a one or lead out of the repository. To
   * know it takes a fraction of reading.
   */
  @Override
  public boolean mayFollow(SourceText text) {
    if (!PathScanner.mayHoldRelativePath(text.content())) {
      return false;
    }
    Tokens tokens = NixLexer.scan(text.content());
    for (int i = 0; tokens.kind(i) != Token.END; i++) {
      if (tokens.kind(i) == Token.PATH && text.content().charAt(tokens.start(i)) != '/') {
        return true;
      }
    }
    return false;
  }

  @Override
  public Reading read(SourceText text) {
    if (text.hasByteOrderMark()) {
      return Reading.problem(
          Problem.of(
              Kind.SYNTAX,
              "starts with a byte order mark, which Nix does not accept",
              "save the file as UTF-8 without a byte order mark",
              text.span(0, 0)));
    }
    try {
      Expr expr = NixParser.parse(text.content());
      return read(expr, Environment.ofFile(text));
    } catch (SyntaxException e) {
      SourceSpan place = text.span(e.start(), e.end());
      return Reading.problem(
          e.tooDeep()
              ? Problem.of(Kind.UNKNOWN, e.reason(), WRITE_IT, place)
              : MergeMarkers.explaining(text, place)
                  .orElseGet(
                      () ->
                          Problem.of(
                              Kind.SYNTAX,
                              "not valid Nix: " + e.reason(),
                              "correct it there; nix-instantiate --parse shows whether Nix"
                                  + " accepts it",
                              place)));
    }
  }

  private Reading read(Expr expr, Environment environment) {
    String file = environment.text().file();
    FollowedFiles files = new FollowedFiles(repository, file, Thunk.of(expr, environment));
    Evaluator evaluator = new Evaluator(files);
    Spine spine = new Spine(evaluator);
    VersionCandidate candidate = spine.find(expr, environment);
    if (candidate == null) {
      Failure failure = spine.failure();
      Problem problem = failure == null ? absent(file) : advised(failure.problem());
      return problem(problem, files.followed());
    }
    Value value = candidate.value().force(evaluator);
    if (value instanceof Text version && isVersion(version.value())) {
      Value.Origin origin = version.origin();
      Declaration declaration =
          new Declaration(version.value(), origin.written(), origin.place().span());
      return new Reading(List.of(declaration), List.of(), files.followed(), List.of());
    }
    if (value instanceof Unknown unknown) {
      return unknown(unknown, candidate.place(), files.followed());
    }
    return problem(noVersion(value, candidate.place(), files.followed()), files.followed());
  }

  private static Problem absent(String file) {
    return Problem.of(
        Kind.ABSENT,
        "declares no version, neither in a let before its result nor in the result itself",
        WRITE_IT + ", or name the nixpkgs package under nixPackages",
        new FileLocation(file));
  }

  private static Reading unknown(Unknown unknown, SpineStep place, Set<String> followed) {
    String name = unknown.packageName();
    boolean bare = unknown.parameter() && unknown.what().indexOf('.') < 0;
    String message =
        "needs evaluation: "
            + shown(unknown.what(), followed)
            + (bare ? ", a parameter without a default" : "");
    String help =
        name.isEmpty() ? WRITE_IT + ", or name the nixpkgs package under nixPackages" : WRITE_IT;
    Problem problem = Problem.of(Kind.UNKNOWN, message, help, place.span());
    return new Reading(
        List.of(), List.of(problem), followed, name.isEmpty() ? List.of() : List.of(name));
  }

  private static boolean isVersion(String text) {
    return !text.isBlank() && text.length() <= MAX_VERSION_LENGTH;
  }

  /** What stands in quotes may be the content of a file that was only followed. */
  private static String shown(String expression, Set<String> followed) {
    boolean quotes = expression.indexOf('"') >= 0 || expression.contains("''");
    return quotes && !followed.isEmpty() ? "an expression" : expression;
  }

  private static Problem noVersion(Value value, SpineStep place, Set<String> followed) {
    if (value instanceof Failure failure) {
      return located(failure.problem(), place);
    }
    if (value instanceof Text text && !text.value().isBlank()) {
      String message =
          "a text of " + VersionText.characters(text.value().length()) + " is no version";
      return Problem.of(Kind.SHAPE, message, WRITE_IT, text.origin().place().span());
    }
    if (value instanceof Text text) {
      return Problem.of(Kind.EMPTY, "version is empty", WRITE_IT, text.origin().place().span());
    }
    if (value instanceof Value.Null) {
      return Problem.of(Kind.EMPTY, "version is null", WRITE_IT, place.span());
    }
    String written = shown(place.quote(), followed);
    boolean number = value instanceof Value.FloatNumber || value instanceof Value.IntNumber;
    return Problem.of(
        Kind.SHAPE,
        "version is " + value.title() + ", not a string: " + written,
        number ? "write it in quotes: version = \"" + written + "\";" : WRITE_IT,
        place.span());
  }

  /** A problem within the value stays where it is; the binding itself is related to it. */
  private static Problem located(Problem problem, SpineStep place) {
    if (problem.location().equals(place.span()) || !problem.related().isEmpty()) {
      return advised(problem);
    }
    return new Problem(
        problem.kind(), problem.message(), WRITE_IT, problem.location(), List.of(place.span()));
  }

  private static Problem advised(Problem problem) {
    return new Problem(
        problem.kind(), problem.message(), WRITE_IT, problem.location(), problem.related());
  }

  private static Reading problem(Problem problem, Set<String> followed) {
    Problem advised =
        problem.help().isEmpty()
            ? new Problem(
                problem.kind(), problem.message(), WRITE_IT, problem.location(), problem.related())
            : problem;
    return new Reading(List.of(), List.of(advised), followed, List.of());
  }
}
