package io.github.containerversions.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.containerversions.versions.site.nix.NixReader;
import java.util.List;
import io.github.containerversions.core.text.SourceText;

/** Any text as a {@code default.nix}, and any other as each file that it leads to. */
public final class NixFuzz {

  private NixFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    List<String> halves = Readings.halves(data.consumeRemainingAsString());
    SourceText text = Readings.text(halves.get(0));
    Readings.check(new NixReader(new Readings.OneFile(halves.get(1))).read(text), text);
  }
}
