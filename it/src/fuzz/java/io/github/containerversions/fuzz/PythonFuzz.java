package io.github.containerversions.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.containerversions.versions.site.python.PythonReader;
import io.github.containerversions.core.text.SourceText;

/** Any text as a {@code container.py}. */
public final class PythonFuzz {

  private PythonFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    SourceText text = Readings.text(data.consumeRemainingAsString());
    Readings.check(new PythonReader().read(text), text);
  }
}
