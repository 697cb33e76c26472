package io.github.containerversions.pushes.shell;

import java.util.List;

/**
 * The commands of a script.
 *
 * @param commands all of them, those of branches, loops, functions and substitutions among them, in
 *     the order in which they end
 * @param complete false where quotes, substitutions or here-documents do not end, so that what
 *     follows may have been misunderstood
 */
public record Script(List<Command> commands, boolean complete) {

  public Script {
    commands = List.copyOf(commands);
  }
}
