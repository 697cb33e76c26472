package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.VersionArgs;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why a Dockerfile declares no version, and what in it looks as if it did. */
final class MissingVersion {

  /** Names of arguments that hold a version in many a Dockerfile. */
  private static final Pattern OTHER_NAME =
      Pattern.compile("(?:.*_)?(?:VERSION|VER|TAG|RELEASE)(?:_.*)?", Pattern.CASE_INSENSITIVE);

  private final SourceText source;
  private final String content;
  private final DockerfileLines.Result lines;
  private final List<Argument> arguments;
  private final List<String> names;
  private final List<String> args;

  MissingVersion(
      SourceText source,
      DockerfileLines.Result lines,
      List<Argument> arguments,
      List<String> names) {
    this.source = source;
    this.content = source.content();
    this.lines = lines;
    this.arguments = arguments;
    this.names = names;
    this.args = names.stream().filter(it -> !it.equals(VersionArgs.FROM)).toList();
  }

  /** What looks like a declaration and is none. */
  private record LookAlike(String remark, SourceSpan span) {}

  Problem problem() {
    return arguments.stream()
        .filter(it -> args.contains(it.name()))
        .findFirst()
        .map(this::withoutDefault)
        .orElseGet(this::undeclared);
  }

  private Problem withoutDefault(Argument bare) {
    boolean spaced = bare.to() < bare.instruction().to();
    return problem(
        "ARG " + bare.name() + " is declared without a default",
        "write ARG "
            + bare.name()
            + "=<version>"
            + (spaced ? ", without spaces around the equals sign" : ""),
        bare.span(source));
  }

  private Problem undeclared() {
    FileLocation file = new FileLocation(source.file());
    if (args.isEmpty()) {
      return problem("the base image has no tag", "write FROM <image>:<version>", file);
    }
    String first = "ARG " + args.get(0);
    if (names.size() == 1) {
      return problem(first + " is not declared", "add " + first + "=<version>", file);
    }
    String all = "none of ARG " + String.join(", ", args) + " is declared";
    boolean tagged = args.size() < names.size();
    return problem(
        args.size() > 1
            ? all + (tagged ? ", and the base image has no tag" : "")
            : first + " is not declared, and the base image has no tag",
        "add " + first + "=<version>",
        file);
  }

  private Problem problem(String message, String help, Location location) {
    LookAlike lookAlike = lookAlike();
    return lookAlike == null
        ? Problem.of(Kind.ABSENT, message, help, location)
        : new Problem(
            Kind.ABSENT,
            message,
            help + "; line " + lookAlike.span().line() + " " + lookAlike.remark(),
            location,
            List.of(lookAlike.span()));
  }

  private @Nullable LookAlike lookAlike() {
    for (String versionArg : args) {
      LookAlike found = lookAlike(versionArg);
      if (found != null) {
        return found;
      }
    }
    return otherArgument();
  }

  /** An {@code ARG} that gives a version under another name, as its own name says. */
  private @Nullable LookAlike otherArgument() {
    for (Argument argument : arguments) {
      Expansion value = argument.value();
      if (value != null
          && OTHER_NAME.matcher(argument.name()).matches()
          && value.text().chars().anyMatch(Character::isDigit)) {
        return new LookAlike(
            "declares "
                + Excerpt.of(argument.name())
                + "; if that is the version, name it in <versionArg>",
            argument.span(source));
      }
    }
    return null;
  }

  private @Nullable LookAlike lookAlike(String versionArg) {
    for (Argument argument : arguments) {
      String name = argument.name();
      if (name.equals(versionArg)) {
        continue;
      }
      if (name.equalsIgnoreCase(versionArg)) {
        return new LookAlike(
            "declares " + name + ", and upper and lower case differ", argument.span(source));
      }
      if (unquoted(name).equals(versionArg)) {
        return new LookAlike(
            "has quotes in the name; they belong around the value", argument.span(source));
      }
    }
    for (Instruction instruction : lines.instructions()) {
      LookAlike found = lookAlike(instruction, versionArg);
      if (found != null) {
        return found;
      }
    }
    return mention(versionArg);
  }

  private @Nullable LookAlike lookAlike(Instruction instruction, String versionArg) {
    return switch (instruction.keyword()) {
      case ENV ->
          names(instruction, versionArg)
              ? at(instruction, "sets it by ENV, which declares nothing")
              : null;
      case ONBUILD ->
          names(instruction.trigger(lines.escape()), versionArg)
              ? at(instruction, "has it behind ONBUILD, for images built on this one only")
              : null;
      case ADD, ARG, COPY, FROM, RUN, OTHER -> null;
    };
  }

  private LookAlike at(Instruction instruction, String remark) {
    LogicalLine line = instruction.line();
    return new LookAlike(remark, source.span(line.start(), line.end()));
  }

  /** Whether an {@code ARG} or {@code ENV} names the version. */
  private boolean names(Instruction instruction, String versionArg) {
    WordCursor words = new WordCursor(instruction, lines.escape());
    while (words.next()) {
      int nameEnd = words.equalsSign() < 0 ? words.end() : words.equalsSign();
      if (nameEnd - words.start() == versionArg.length()
          && instruction.text().startsWith(versionArg, words.start())) {
        return true;
      }
    }
    return false;
  }

  /** The first place that gives the name a value, whatever it stands in. */
  private @Nullable LookAlike mention(String versionArg) {
    String assignment = versionArg + "=";
    int at = content.indexOf(assignment);
    while (at > 0 && isNamePart(content.charAt(at - 1))) {
      at = content.indexOf(assignment, at + 1);
    }
    if (at < 0 || versionArg.isEmpty()) {
      return null;
    }
    int line = content.lastIndexOf('\n', at) + 1;
    int first = WordCursor.skipSpace(content, line, content.length());
    String remark =
        content.charAt(first) == '#'
            ? "has it in a comment only"
            : "has it, but not as an ARG instruction";
    return new LookAlike(remark, source.span(at, at + versionArg.length()));
  }

  private static String unquoted(String name) {
    return name.replace("\"", "").replace("'", "");
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
