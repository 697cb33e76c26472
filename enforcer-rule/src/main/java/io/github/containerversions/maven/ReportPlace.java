package io.github.containerversions.maven;

import io.github.containerversions.report.ReportForm;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files of reports of a rule, whether or not the rest of its configuration is in order.
 *
 * @param directory where they are
 * @param asked the forms that this run is asked for
 * @param ours whether nothing but our reports can be in the folder, as in the one by default
 */
record ReportPlace(Path directory, List<ReportForm> asked, boolean ours) {

  /** Removes what this run will write anew. */
  void removeAsked(Consumer<String> warn) {
    remove(asked, warn);
  }

  /** Removes the reports of an earlier run. */
  void removeAll(Consumer<String> warn) {
    remove(ours ? List.of(ReportForm.values()) : asked, warn);
  }

  private void remove(List<ReportForm> forms, Consumer<String> warn) {
    for (ReportForm form : forms) {
      Path file = directory.resolve(form.fileName());
      try {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        warn.accept(
            "The report of an earlier run cannot be removed: " + file + " (" + reason(e) + ")");
      }
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : e.getClass().getSimpleName();
  }
}
