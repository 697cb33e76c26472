package io.github.containerversions.versions.site.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.versions.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: small shell scripts, on a PATH of their own. */
@Timeout(60)
abstract class CommandsOnDisk {
  static final int TIMEOUT = 30;

  @TempDir Path folder;
  Path root;
  Path programs;
  Map<String, String> environment;
  final List<String> progress = new ArrayList<>();

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectories(folder.resolve("repo sitory"));
    programs = Files.createDirectories(folder.resolve("bin"));
    environment = new HashMap<>(System.getenv());
    environment.put("PATH", programs + ":" + System.getenv("PATH"));
  }

  VersionCommands commands(int timeout) {
    return new VersionCommands(root, environment, timeout);
  }

  CommandAnswer ask(String template) {
    return ask(TIMEOUT, template);
  }

  CommandAnswer ask(int timeout, String template) {
    return one(commands(timeout), template, container("web"), "redis");
  }

  CommandAnswer one(VersionCommands commands, String template, Container container, String name) {
    VersionCommand command = VersionCommand.parse("nixVersionCommand", template);
    List<CommandAnswer> answers =
        commands.ask(List.of(new VersionRequest(command, container, name)), progress::add);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  static Container container(String name) {
    return new Container(name, "containers/" + name, name, List.of());
  }

  static String version(CommandAnswer answer) {
    assertThat(answer).isInstanceOf(CommandAnswer.Version.class);
    return ((CommandAnswer.Version) answer).version();
  }

  static String message(CommandAnswer answer) {
    assertThat(answer).isInstanceOf(CommandAnswer.Failure.class);
    return ((CommandAnswer.Failure) answer).message();
  }

  void script(String name, String body) throws IOException {
    executable(programs.resolve(name), body);
  }

  static void executable(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
