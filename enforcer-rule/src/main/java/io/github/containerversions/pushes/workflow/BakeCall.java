package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code docker buildx bake}, {@code docker compose build} or {@code docker compose
 * push}.
 *
 * @param compose whether it is one of Compose
 * @param files the definitions that it names; empty for the usual ones
 * @param targets what it builds; empty for what is usual
 * @param overrides what it sets in targets, as {@code <targets>.<key>=<value>}
 * @param options the options that ask for a push
 * @param pushes whether it pushes what was built before
 */
record BakeCall(
    boolean compose,
    List<ShellWord> files,
    List<String> targets,
    List<ShellWord> overrides,
    List<ShellWord> options,
    boolean pushes) {
  private static final Set<String> VALUED =
      Set.of(
          "--builder",
          "--metadata-file",
          "--progress",
          "--allow",
          "--sbom",
          "--provenance",
          "--call",
          "--context",
          "-c",
          "--config",
          "-p",
          "--project-name",
          "--profile",
          "--env-file",
          "--ansi",
          "--parallel",
          "--build-arg",
          "--ssh",
          "-m",
          "--memory");

  /** Options after which it is not known which files are read, or that nothing is built. */
  private static final Set<String> OTHER =
      Set.of("--print", "--check", "--list", "--call", "--project-directory", "--dry-run");

  /** Reads a command as a call; empty if it is no such call, or if a part of it is unknown. */
  static Optional<BakeCall> of(List<ShellWord> words) {
    String program = words.get(0).lead();
    program = program.substring(program.lastIndexOf('/') + 1);
    if (!Set.of("docker", "docker-compose", "depot").contains(program)) {
      return Optional.empty();
    }
    List<ShellWord> files = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    List<ShellWord> overrides = new ArrayList<>();
    List<ShellWord> options = new ArrayList<>();
    for (int at = 1; at < words.size(); at++) {
      String lead = words.get(at).lead();
      int equals = lead.indexOf('=');
      boolean more = at + 1 < words.size();
      String name = equals > 0 ? lead.substring(0, equals) : lead;
      if (OTHER.contains(name)) {
        return Optional.empty();
      } else if (Set.of("-f", "--file", "--set").contains(name) && (equals > 0 || more)) {
        ShellWord value = equals > 0 ? words.get(at).after(equals + 1) : words.get(++at);
        (name.equals("--set") ? overrides : files).add(value);
      } else if (name.equals("--push")) {
        options.add(words.get(at));
      } else if (VALUED.contains(lead)) {
        at++;
      } else if (!lead.startsWith("-")) {
        if (words.get(at).text().isEmpty()) {
          return Optional.empty();
        }
        operands.add(lead);
      }
    }
    int first = program.equals("docker-compose") ? 0 : 1;
    String group = first == 0 ? "compose" : operands.isEmpty() ? "" : operands.get(0);
    boolean compose = group.equals("compose");
    if (group.equals("bake") || group.equals("buildx")) {
      first = group.equals("bake") ? 0 : 1;
    }
    String command = first < operands.size() ? operands.get(first) : "";
    boolean known =
        compose
            ? command.equals("push") || command.equals("build")
            : command.equals("bake") && Set.of("bake", "buildx").contains(group);
    return known
        ? Optional.of(
            new BakeCall(
                compose,
                files,
                operands.subList(first + 1, operands.size()),
                overrides,
                options,
                command.equals("push")))
        : Optional.empty();
  }
}
