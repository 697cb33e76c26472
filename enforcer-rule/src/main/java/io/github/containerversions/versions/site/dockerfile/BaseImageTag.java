package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.site.dockerfile.Uncertainty.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tag of the image that the last stage starts from, by way of earlier stages where it starts
 * from one of those.
 */
final class BaseImageTag {
  private final SourceText text;
  private final DockerfileLines.Result lines;
  private final Function<String, Variable> variables;

  BaseImageTag(SourceText text, DockerfileLines.Result lines, List<Argument> arguments) {
    this.text = text;
    this.lines = lines;
    Map<String, Variable> globals = new HashMap<>();
    for (Argument argument : arguments) {
      if (!argument.inStage()) {
        Variable before = globals.get(argument.name());
        globals.put(argument.name(), before == null ? global(argument) : after(argument, before));
      }
    }
    this.variables =
        name -> {
          Variable known = globals.get(name);
          return known != null
              ? known
              : ArgEvaluator.isSetByBuild(name)
                  ? Variable.unknown(new Uncertainty(name, Why.SET_BY_BUILD))
                  : Variable.unset(new Uncertainty(name, Why.UNDECLARED));
        };
  }

  /** The word of a {@code FROM} that names an image or a stage. */
  private record Base(Instruction instruction, int from, int to) {
    String word() {
      return instruction.text().substring(from, to);
    }
  }

  private static Variable global(Argument argument) {
    if (argument.value() != null) {
      return Variable.of(argument.value());
    }
    return argument.hasDefault()
        ? Variable.unknown(new Uncertainty(argument.name(), Why.UNREADABLE))
        : Variable.unset(new Uncertainty(argument.name(), Why.NO_DEFAULT));
  }

  /** An {@code ARG} without a default leaves the one before as it is. */
  private static Variable after(Argument argument, Variable before) {
    return argument.hasDefault() ? global(argument) : before;
  }

  /** What the tag says; empty where the image has none, or there is no image. */
  Optional<Reading> read() {
    Base base = base();
    if (base == null) {
      return Optional.empty();
    }
    String word = base.word();
    int end = outside(word, '@', 0);
    int image = end < 0 ? word.length() : end;
    int colon = tagColon(word.substring(0, image));
    try {
      return colon < 0 ? ofWhole(base) : Optional.of(ofPiece(base, colon + 1, image));
    } catch (ShellWordException e) {
      return Optional.of(
          Reading.problem(
              Problem.of(
                  e.reason() == ShellWordException.Reason.BROKEN ? Kind.SYNTAX : Kind.UNKNOWN,
                  shown(base) + " cannot be resolved: " + e.text(),
                  "write the tag itself",
                  text.span(inFile(base, base.from()), endInFile(base, base.to())))));
    }
  }

  private Reading ofPiece(Base base, int from, int to) throws ShellWordException {
    int start = base.from() + from;
    int end = base.from() + to;
    Expansion tag = ShellWord.expand(base.word().substring(from, to), lines.escape(), variables);
    return reading(base, tag, tag.text(), start, end);
  }

  /** The image stands in a variable, its tag with it, or it has no tag. */
  private Optional<Reading> ofWhole(Base base) throws ShellWordException {
    Expansion image = ShellWord.expand(base.word(), lines.escape(), variables);
    String name = image.text().split("@", 2)[0];
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    return tagged || image.doubt() != null
        ? Optional.of(
            reading(base, image, tagged ? name.substring(colon + 1) : "", base.from(), base.to()))
        : Optional.empty();
  }

  private Reading reading(Base base, Expansion word, String tag, int from, int to) {
    Uncertainty doubt = word.doubt();
    if (doubt != null) {
      return problem(
          Kind.UNKNOWN,
          shown(base) + " needs " + doubt.inWords(),
          "give it a default before the first FROM, or write the tag itself",
          base);
    }
    if (tag.isBlank()) {
      return problem(Kind.EMPTY, shown(base) + " has an empty tag", "write the tag", base);
    }
    int start = inFile(base, from);
    int end = from == to ? start : endInFile(base, to);
    return Reading.declared(
        List.of(
            new Declaration(
                tag,
                text.content().substring(start, end),
                text.span(start, end),
                false,
                "FROM " + Excerpt.of(base.instruction().text().substring(base.from(), from)))));
  }

  private Reading problem(Kind kind, String message, String help, Base base) {
    return Reading.problem(
        Problem.of(
            kind, message, help, text.span(inFile(base, base.from()), endInFile(base, base.to()))));
  }

  private static String shown(Base base) {
    return VersionText.isPossible(base.word()) ? "FROM " + Excerpt.of(base.word()) : "FROM";
  }

  private static int inFile(Base base, int at) {
    return base.instruction().line().inFile(at);
  }

  private static int endInFile(Base base, int at) {
    return base.instruction().line().endInFile(at);
  }

  /** The last {@code FROM} that names an image, from the last stage downwards. */
  private @Nullable Base base() {
    Map<String, Base> stages = new HashMap<>();
    Base last = null;
    for (Instruction instruction : lines.instructions()) {
      if (instruction.keyword() == Instruction.Keyword.FROM) {
        List<Base> words = words(instruction);
        if (words.isEmpty()) {
          return null;
        }
        last = stages.getOrDefault(plain(words.get(0)), words.get(0));
        if (words.size() == 3 && words.get(1).word().equalsIgnoreCase("as")) {
          stages.put(words.get(2).word().toLowerCase(Locale.ROOT), last);
        }
      }
    }
    return last == null || last.word().equals("scratch") ? null : last;
  }

  /** The word with its variables, where they are known. */
  private String plain(Base base) {
    try {
      return ShellWord.expand(base.word(), lines.escape(), variables).text();
    } catch (ShellWordException e) {
      return base.word();
    }
  }

  private static List<Base> words(Instruction instruction) {
    List<Base> words = new ArrayList<>();
    int at = instruction.from();
    while (at < instruction.to()) {
      int end = Instruction.separatorAfter(instruction.text(), at, instruction.to());
      words.add(new Base(instruction, at, end));
      at = Instruction.skipSeparators(instruction.text(), end, instruction.to());
    }
    return words;
  }

  /**
   * The colon before the tag, in a word without quotes: one of a port has a slash after it. -1
   * where there is none outside of variables.
   */
  private static int tagColon(String image) {
    if (image.indexOf('"') >= 0 || image.indexOf('\'') >= 0) {
      return -1;
    }
    int colon = -1;
    for (int at = outside(image, ':', 0); at >= 0; at = outside(image, ':', at + 1)) {
      colon = at;
    }
    return colon >= 0 && outside(image, '/', colon) < 0 ? colon : -1;
  }

  /** Where a character stands outside of {@code ${…}}, from an offset that lies outside; or -1. */
  private static int outside(String word, char wanted, int from) {
    int depth = 0;
    for (int at = from; at < word.length(); at++) {
      char c = word.charAt(at);
      if (depth == 0 && c == wanted) {
        return at;
      }
      depth += word.startsWith("${", at) ? 1 : c == '}' && depth > 0 ? -1 : 0;
    }
    return -1;
  }
}
