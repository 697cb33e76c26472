package io.github.containerversions.versions.site.python;

/** The text is one that CPython rejects. Caught inside this room: a reader throws on no text. */
final class PythonSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final String help;

  /**
   * A place where the text stops being Python.
   *
   * @param start offset of the offending text
   * @param end offset just after it
   * @param message what was found, without a full stop
   * @param help what to do instead
   */
  PythonSyntaxException(int start, int end, String message, String help) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
    this.help = help;
  }

  PythonSyntaxException(int start, int end, String message) {
    this(start, end, message, "correct the file until Python can compile it");
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Never null, unlike that of other exceptions. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  String help() {
    return help;
  }
}
