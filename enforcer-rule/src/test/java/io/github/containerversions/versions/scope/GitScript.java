package io.github.containerversions.versions.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A script in the place of git. */
final class GitScript {

  private GitScript() {}

  /** An environment whose git is this script, in the folder {@code bin} below the one named. */
  static Map<String, String> environment(Path folder, String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path git = Files.writeString(bin.resolve("git"), "#!/bin/sh\n" + script);
    assertThat(git.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = TestRepository.environment();
    environment.put("PATH", bin + File.pathSeparator + environment.get("PATH"));
    return environment;
  }
}
