package io.github.containerversions.versions.site.nix;

import java.io.Serial;

/** A text that is not well-formed, or one that is nested deeper than is read. */
final class SyntaxException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final boolean tooDeep;

  SyntaxException(String message, int start, int end, boolean tooDeep) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
    this.tooDeep = tooDeep;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether the text may be sound, and only its nesting is beyond what is read. */
  boolean tooDeep() {
    return tooDeep;
  }

  /** The message, which is never missing. */
  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
