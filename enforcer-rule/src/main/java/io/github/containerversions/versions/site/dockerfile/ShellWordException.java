package io.github.containerversions.versions.site.dockerfile;

/** A word that cannot be expanded. */
final class ShellWordException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why it cannot. */
  enum Reason {
    /** The word breaks the rules of the language, or asks for the build to fail. */
    BROKEN,
    /** It needs a variable that the caller of the build has to give. */
    NEEDS_BUILD_ARGUMENT,
    /** It goes beyond what is read here. */
    LIMIT
  }

  private final Reason reason;
  private final String text;

  ShellWordException(Reason reason, String text) {
    super(text, null, false, false);
    this.reason = reason;
    this.text = text;
  }

  static ShellWordException broken(String text) {
    return new ShellWordException(Reason.BROKEN, text);
  }

  static ShellWordException limit(String text) {
    return new ShellWordException(Reason.LIMIT, text);
  }

  Reason reason() {
    return reason;
  }

  boolean isLimit() {
    return reason == Reason.LIMIT;
  }

  /** What is wrong, as part of a sentence. */
  String text() {
    return text;
  }
}
