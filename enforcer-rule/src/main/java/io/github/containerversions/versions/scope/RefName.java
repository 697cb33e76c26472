package io.github.containerversions.versions.scope;

/** What may name a branch or a commit; everything else never reaches a command line. */
final class RefName {

  private static final String FORBIDDEN = " ~^:?*[\\\u007f";

  private RefName() {}

  /**
   * Whether text can name a branch, with or without {@code refs/heads/} before it: the rules of
   * git-check-ref-format(1) for {@code --branch}: no dash at the start, and not HEAD.
   */
  static boolean isBranch(String name) {
    if (name.isEmpty() || name.startsWith("-") || name.endsWith(".")) {
      return false;
    }
    if (name.equals("@") || name.equals("HEAD")) {
      return false;
    }
    if (name.contains("..") || name.contains("@{") || hasForbidden(name)) {
      return false;
    }
    for (String component : name.split("/", -1)) {
      if (component.isEmpty() || component.startsWith(".") || component.endsWith(".lock")) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasForbidden(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || FORBIDDEN.indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether text can name one commit in the way of gitrevisions(7): {@code HEAD~2}, {@code v1^},
   * {@code main@{1}}. Ranges, exclusions, searches, paths and options are not accepted.
   */
  static boolean isRevision(String text) {
    return !text.isEmpty()
        && "-^:".indexOf(text.charAt(0)) < 0
        && !text.contains("..")
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || ":?*[\\".indexOf(c) >= 0);
  }

  /** Whether text can be a hash, full or cut short. */
  static boolean looksLikeHash(String text) {
    return text.length() >= 4 && text.length() <= 64 && isHex(text);
  }

  /** Whether text is a full hash, SHA-1 or SHA-256. */
  static boolean isHash(String text) {
    return (text.length() == 40 || text.length() == 64) && isHex(text);
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
