package io.github.containerversions.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The system's own words, whatever a library has put around them, and no path. */
class FailureReasonTest {
  static Stream<Arguments> failures() {
    IOException full = new IOException("No space left on device");
    return Stream.of(
        Arguments.of(full, "No space left on device"),
        Arguments.of(new IOException(new IllegalStateException(full)), "No space left on device"),
        Arguments.of(new UncheckedIOException(full), "No space left on device"),
        Arguments.of(
            new FileSystemException("/srv/x", null, "Too many open files"), "Too many open files"),
        Arguments.of(
            new DirectoryIteratorException(new AccessDeniedException("/srv/x")),
            "Permission denied"),
        Arguments.of(new IOException("/srv/x (Read-only file system)"), "IOException"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("failures")
  void isWhatTheSystemSays(Exception failure, String reason) {
    assertThat(FailureReason.of(failure)).isEqualTo(reason);
  }
}
