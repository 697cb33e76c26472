package io.github.containerversions.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.containerversions.versions.site.dockerfile.DockerfileReader;
import io.github.containerversions.core.text.SourceText;

/** Any text as a Dockerfile. */
public final class DockerfileFuzz {

  private DockerfileFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    SourceText text = Readings.text(data.consumeRemainingAsString());
    Readings.check(new DockerfileReader("CONTAINER_APP_VERSION").read(text), text);
  }
}
