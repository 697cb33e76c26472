package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionArgs;
import io.github.containerversions.versions.site.VersionReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads the version that a Dockerfile declares as the default of an {@code ARG}, or by the tag of
 * its base image, the way BuildKit reads the file.
 *
 * <p>Of several names the first counts that the file declares. Every {@code ARG} of that name with
 * a default is a declaration, before the first {@code FROM} and in every stage. One without a
 * default takes what is declared elsewhere and declares nothing. The value is what a build has that
 * is passed no arguments.
 *
 * <p>Problems: {@code ABSENT} without any default; {@code EMPTY}; {@code UNKNOWN} where the value
 * hangs on something that is not in the file; {@code CONFLICT} between defaults; {@code SYNTAX}
 * where a build fails at the default, or at telling one instruction from the next; {@code SHAPE}
 * where a name to look for can be none.
 */
public final class DockerfileReader implements VersionReader {
  private final List<String> names;

  /**
   * A reader for one name.
   *
   * @param versionArg the {@code ARG} that declares the version; case matters
   */
  public DockerfileReader(String versionArg) {
    this(List.of(versionArg));
  }

  /**
   * A reader for several names.
   *
   * @param names the names of {@code ARG}s in the order in which they are looked for; {@code FROM}
   *     is the tag of the base image
   */
  DockerfileReader(List<String> names) {
    this.names = List.copyOf(names);
  }

  @Override
  public Reading read(SourceText text) {
    DockerfileLines.Result lines = DockerfileLines.of(text);
    if (lines.problem().isPresent()) {
      return Reading.problem(lines.problem().get());
    }
    List<Argument> arguments = ArgEvaluator.arguments(lines);
    for (String name : names) {
      Optional<Reading> reading = read(name, text, lines, arguments);
      if (reading.isPresent()) {
        return reading.get();
      }
    }
    return Reading.problem(
        names.stream()
            .filter(DockerfileReader::isNoName)
            .findFirst()
            .map(it -> noName(it, text))
            .orElseGet(() -> new MissingVersion(text, lines, arguments, names).problem()));
  }

  private static Optional<Reading> read(
      String name, SourceText text, DockerfileLines.Result lines, List<Argument> arguments) {
    if (name.equals(VersionArgs.FROM)) {
      return new BaseImageTag(text, lines, arguments).read();
    }
    VersionArgReader reader = new VersionArgReader(name, text, lines, arguments);
    return isNoName(name) || !reader.isDeclared() ? Optional.empty() : Optional.of(reader.read());
  }

  /** A variable whose name starts with a digit cannot be used. */
  private static boolean isNoName(String name) {
    return !name.isEmpty() && Character.isDigit(name.charAt(0));
  }

  private static Problem noName(String name, SourceText text) {
    return Problem.of(
        Kind.SHAPE,
        Excerpt.of(name)
            + ", which <versionArg> gives for this container, starts with a digit, so it is no name"
            + " of an ARG",
        "name the ARG of this container in <versionArgs>",
        new FileLocation(text.file()));
  }
}
