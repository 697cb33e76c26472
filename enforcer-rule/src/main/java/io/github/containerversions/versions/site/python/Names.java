package io.github.containerversions.versions.site.python;

import java.util.Locale;
import java.util.Set;

/** Identifiers, keywords and the prefixes of strings (Python reference, 2.3 and 2.4.1). */
final class Names {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield")
              .split(" "));
  private static final Set<String> PREFIXES =
      Set.of("b", "f", "r", "t", "u", "br", "rb", "fr", "rf", "rt", "tr");

  private Names() {}

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  static boolean isStart(int codePoint) {
    return codePoint < 128
        ? codePoint == '_' || Character.isLetter(codePoint)
        : Character.isUnicodeIdentifierStart(codePoint) || isNewer(codePoint);
  }

  static boolean isPart(int codePoint) {
    return codePoint < 128
        ? codePoint == '_' || Character.isLetterOrDigit(codePoint)
        : isNewer(codePoint)
            || (Character.isUnicodeIdentifierPart(codePoint)
                && !Character.isIdentifierIgnorable(codePoint));
  }

  /** A Python of today may know characters that this Java does not. */
  private static boolean isNewer(int codePoint) {
    return Character.getType(codePoint) == Character.UNASSIGNED;
  }

  /** Whether a name before a quote is the prefix of a string (reference, 2.4.1). */
  static boolean isStringPrefix(String text, int start, int end) {
    return end - start <= 2
        && PREFIXES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
