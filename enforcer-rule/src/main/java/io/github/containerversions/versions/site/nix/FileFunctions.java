package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.MergeMarkers;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.Origin;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import java.util.List;

/** The functions that read other files, and the forms of data that these hold. */
final class FileFunctions {
  private static final int COST_OF_FILE = 20;

  private final Evaluator evaluator;
  private final FollowedFiles files;

  FileFunctions(Evaluator evaluator, FollowedFiles files) {
    this.evaluator = evaluator;
    this.files = files;
  }

  Value run(Builtin builtin, Value first, SpineStep place) {
    return switch (builtin) {
      case IMPORT -> imported(first, place);
      case FILE_CONTENTS -> withoutLineEnd(file(first, place));
      case FROM_JSON -> data(first, false, place);
      case FROM_TOML -> data(first, true, place);
      case IMPORT_JSON -> data(file(first, place), false, place);
      case IMPORT_TOML -> data(file(first, place), true, place);
      case PATH_EXISTS -> exists(first, place);
      default -> file(first, place);
    };
  }

  private Value imported(Value path, SpineStep place) {
    if (path instanceof FilePath file) {
      return expression(file).force(evaluator);
    }
    if (path instanceof Unknown unknown) {
      boolean nixpkgs = unknown.isNixpkgs() || unknown.what().endsWith("nixpkgs");
      return nixpkgs ? new Unknown(place.quote(), false, "", false, true) : Unknown.of(place);
    }
    return path instanceof Value.Library ? path : notFile(path, place);
  }

  /** The expression in a file, which takes memory as long as the reading goes on. */
  Thunk expression(FilePath file) {
    long before = files.parsed();
    // To see that a path is a folder takes a call of the system.
    if (!evaluator.spend(COST_OF_FILE)) {
      return Thunk.of(Evaluator.tooMuch(file.literal()));
    }
    Thunk expression = files.expression(file);
    evaluator.spend(files.parsed() - before);
    return expression;
  }

  private Value file(Value path, SpineStep place) {
    if (!(path instanceof FilePath file)) {
      return notFile(path, place);
    }
    Value content = files.content(file);
    evaluator.spend(
        content instanceof Text text
            ? COST_OF_FILE + text.value().length() / Long.BYTES
            : COST_OF_FILE);
    return content;
  }

  private static Value notFile(Value path, SpineStep place) {
    if (path instanceof Text text) {
      return Evaluator.fail(
          Problem.Kind.UNREADABLE, "'" + Quote.value(text) + "' is outside the repository", place);
    }
    return path instanceof Unknown || path instanceof Attributes
        ? Unknown.of(place)
        : Evaluator.undecided(path, "a path is needed", place);
  }

  /** As nixpkgs does: one line feed at the end does not count. */
  private static Value withoutLineEnd(Value content) {
    return content instanceof Text text && text.value().endsWith("\n")
        ? new Text(text.value().substring(0, text.value().length() - 1), text.origin())
        : content;
  }

  /** A file that is not there may come to be as a folder: then any file in it would count. */
  private Value exists(Value path, SpineStep place) {
    return path instanceof FilePath file && file(file, place) instanceof Text
        ? new Value.Bool(true)
        : Unknown.of(place);
  }

  private Value data(Value text, boolean toml, SpineStep place) {
    if (!(text instanceof Text data)) {
      return Evaluator.undecided(text, "a string is needed", place);
    }
    if (!evaluator.spend(data.value().length() / Long.BYTES)) {
      return Evaluator.tooMuch(place);
    }
    SourceText file = data.origin().wholeFile();
    SourceText source = file != null ? file : SourceText.of(place.text().file(), data.value());
    Origin origin = file != null ? null : Origin.pieces(place);
    try {
      return toml
          ? new TomlValues(source, origin, evaluator::spendNames).read()
          : new JsonText(source, origin, evaluator::spendNames).read();
    } catch (SyntaxException e) {
      if (!evaluator.spend(0)) {
        return Evaluator.tooMuch(place);
      }
      SourceSpan at = source.span(e.start(), e.end());
      String form = toml ? "' is no TOML: " : "' is no JSON: ";
      String why =
          MergeMarkers.explaining(source, at)
              .map(it -> "' cannot be read: " + it.message())
              .orElse(form + e.reason());
      String message = "'" + source.file() + why;
      List<Location> related = file != null ? List.of(at) : List.of();
      return new Failure(new Problem(Problem.Kind.UNREADABLE, message, "", place.span(), related));
    }
  }
}
