package io.github.containerversions.versions.site.command;

import io.github.containerversions.core.process.ProgramPath;
import io.github.containerversions.core.process.RunningProcesses;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.Invisible;
import io.github.containerversions.versions.model.VersionText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command with its names filled in.
 *
 * @param parameter the parameter that the command was configured with
 * @param words the program and its arguments
 */
record FilledCommand(String parameter, List<String> words) {
  private static final int MAX_ERROR_LINES = 3;
  private static final int MAX_ERROR_CHARACTERS = 400;
  private static final int MAX_COMMAND_CHARACTERS = 200;

  /** Runs the command and judges what it prints; called in a thread that may be interrupted. */
  CommandAnswer ask(
      RunningProcesses running, Path root, Map<String, String> environment, int timeout) {
    String word = words.get(0);
    ProgramLookup program = ProgramLookup.find(word, root, environment);
    if (program instanceof ProgramLookup.NotExecutable) {
      return new CommandAnswer.Failure(
          "the program of " + parameter + ", " + Excerpt.quoted(word) + ", is no executable",
          "let the user of this build execute it (chmod +x)");
    }
    if (!(program instanceof ProgramLookup.Found found)) {
      return absent(word);
    }
    List<String> run = new ArrayList<>(words);
    run.set(0, found.file().toString());
    ProcessBuilder builder = new ProcessBuilder(run).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(ProgramPath.trusted(environment));
    try {
      return judge(CommandRun.run(running, builder, timeout), timeout);
    } catch (IOException e) {
      return new CommandAnswer.Failure(
          parameter + " cannot be run: " + Excerpt.of(reason(e), MAX_ERROR_CHARACTERS), byHand());
    } catch (InterruptedException e) {
      return interrupted();
    }
  }

  CommandAnswer.Failure interrupted() {
    return new CommandAnswer.Failure(
        parameter + " was not answered: the build was interrupted", "run the build again");
  }

  /** The command as one could type it into a shell, on one line and not too long. */
  String shown() {
    return Excerpt.of(
        words.stream().map(FilledCommand::shellQuoted).collect(Collectors.joining(" ")),
        MAX_COMMAND_CHARACTERS);
  }

  private CommandAnswer.Failure absent(String word) {
    return new CommandAnswer.Failure(
        "the program of "
            + parameter
            + ", "
            + Excerpt.quoted(word)
            + (word.contains("/") ? ", is not in the repository" : ", is not on the PATH"),
        "install it, or set " + parameter + " to a command that prints the version");
  }

  private CommandAnswer judge(CommandRun.End end, int timeout) {
    if (end instanceof CommandRun.End.Exited exited) {
      return exited.code() == 0 ? judge(exited) : failed(exited);
    }
    if (end instanceof CommandRun.End.LeftPrinting) {
      return new CommandAnswer.Failure(
          parameter
              + " has left something in the background that goes on printing, so its version"
              + " cannot be told",
          printIt());
    }
    return new CommandAnswer.Failure(
        parameter
            + " did not end within "
            + timeout
            + (timeout == 1 ? " second" : " seconds")
            + tail(end.errors()),
        "raise commandTimeout, or " + byHand());
  }

  private CommandAnswer judge(CommandRun.End.Exited exited) {
    if (exited.cut()) {
      return new CommandAnswer.Failure(
          parameter
              + " printed no whole line in its last "
              + (CommandRun.KEPT_OUTPUT >> 10)
              + " KiB that holds more than white space, so its version cannot be told",
          printIt());
    }
    if (exited.output().isEmpty()) {
      return new CommandAnswer.Failure(
          parameter
              + (exited.errors().isEmpty()
                  ? " printed nothing"
                  : " printed no version" + tail(exited.errors())),
          printIt());
    }
    String line = exited.output().get(exited.output().size() - 1);
    String version = line.strip();
    if (hasQuotes(version)) {
      return new CommandAnswer.Failure(
          parameter
              + " printed a last line of "
              + VersionText.characters(version.codePointCount(0, version.length()))
              + " with quotes in it, which no version has",
          "let it print the version without quotes (nix eval --raw, jq -r): " + shown());
    }
    String objection = objection(version);
    return objection.isEmpty()
        ? new CommandAnswer.Version(version, line)
        : new CommandAnswer.Failure(
            parameter
                + " printed "
                + (VersionText.isPossible(version) ? Excerpt.quoted(version) : "a line")
                + " last, which is no version: "
                + objection,
            printIt());
  }

  /** Whether a line quotes something, as a value of JSON or of Nix does. */
  private static boolean hasQuotes(String line) {
    return line.chars().anyMatch(c -> c == '"' || c == '\'' || c == '`');
  }

  /** Why a line is no version; empty where it is one. */
  private static String objection(String line) {
    return VersionText.objection(line)
        .map(objection -> "it " + objection)
        .or(
            () ->
                line.codePoints()
                    .filter(c -> Invisible.is(c) || c == '\uFFFD')
                    .mapToObj(c -> "it has the character U+%04X in it".formatted(c))
                    .findFirst())
        .orElse("");
  }

  private CommandAnswer failed(CommandRun.End.Exited exited) {
    return new CommandAnswer.Failure(
        parameter
            + " ended with exit code "
            + exited.code()
            + tail(exited.errors().isEmpty() ? exited.output() : exited.errors()),
        byHand());
  }

  /** The last lines that were printed, as the second half of a message. */
  private static String tail(List<String> lines) {
    if (lines.isEmpty()) {
      return ", and said nothing";
    }
    return lines.subList(Math.max(0, lines.size() - MAX_ERROR_LINES), lines.size()).stream()
        .map(line -> Excerpt.of(line.strip(), MAX_ERROR_CHARACTERS / MAX_ERROR_LINES))
        .collect(Collectors.joining(" / ", ": ", ""));
  }

  private String byHand() {
    return "run it by hand in the repository root: " + shown();
  }

  private String printIt() {
    return "make the last line of its standard output the version: " + shown();
  }

  /** What the system said; the outer message of a failed start holds absolute paths. */
  private static String reason(IOException e) {
    @Nullable Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static String shellQuoted(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "_@%+=:,./-".indexOf(c) >= 0);
    StringBuilder line = new StringBuilder();
    word.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return plain ? word : "'" + line.toString().replace("'", "'\\''") + "'";
  }
}
