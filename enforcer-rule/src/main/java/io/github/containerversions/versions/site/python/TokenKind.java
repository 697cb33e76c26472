package io.github.containerversions.versions.site.python;

/** What a token is, in the terms of the Python reference, chapter 2. */
enum TokenKind {
  /** An identifier or a keyword. */
  NAME,
  NUMBER,
  /** A string or bytes literal with its prefix and quotes; no f-string. */
  STRING,
  /** Prefix and opening quotes of an f-string (or of a t-string, Python 3.14). */
  FSTRING_START,
  /** Text of an f-string, or of a format specification inside one. */
  FSTRING_TEXT,
  FSTRING_END,
  /** An operator or delimiter, also the braces, {@code !} and {@code :} inside an f-string. */
  OPERATOR,
  /** The end of a logical line. */
  NEWLINE,
  INDENT,
  DEDENT,
  END
}
