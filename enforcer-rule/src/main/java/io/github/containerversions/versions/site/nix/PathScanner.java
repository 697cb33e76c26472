package io.github.containerversions.versions.site.nix;

/** Cuts paths into text and interpolations, and finds URIs, which look much like them. */
abstract class PathScanner extends StringScanner {
  /**
   * How far the runs of path and of scheme characters reach that were measured last. A run is
   * measured once, not again from each token inside it; this is what keeps "......" linear.
   */
  private int pathRunEnd;

  private int schemeRunEnd;

  PathScanner(String text) {
    super(text);
  }

  /**
   * Whether a path may stand in a text that does not start with a slash. For most texts a look at
   * their slashes says no, which takes far less than to find the tokens.
   */
  static boolean mayHoldRelativePath(String text) {
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      int start = slash;
      while (start > 0 && CharClass.PATH.has(text.charAt(start - 1))) {
        start--;
      }
      if (start < slash && !isAfterSlash(text, start)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a path goes on here after its first slash; one may end a comment or an operator. */
  private static boolean isAfterSlash(String text, int at) {
    return at > 0
        && text.charAt(at - 1) == '/'
        && (at == 1 || (text.charAt(at - 2) != '/' && text.charAt(at - 2) != '*'));
  }

  /** Takes the start of a path or a URI; says whether there is one. */
  boolean pathOrUri() {
    int slash = pathRunEnd();
    int pathEnd = pathEnd(slash);
    int uriEnd = uriEnd();
    if (pathEnd > at && pathEnd >= uriEnd) {
      startPath(Token.PATH, pathEnd);
      return true;
    }
    if (uriEnd > at) {
      emit(Token.URI, uriEnd);
      return true;
    }
    if (is(slash, '/') && is(slash + 1, '$') && is(slash + 2, '{')) {
      startPath(Token.PATH, slash + 1);
      return true;
    }
    return false;
  }

  private int pathRunEnd() {
    if (pathRunEnd <= at) {
      pathRunEnd = CharClass.PATH.end(text, at);
    }
    return pathRunEnd;
  }

  /** Where a path ends whose first slash is at {@code slash}; {@code at} where it is none. */
  private int pathEnd(int slash) {
    int end = at;
    int next = slash;
    while (is(next, '/')) {
      int segment = CharClass.PATH.end(text, next + 1);
      if (segment == next + 1) {
        return end == at ? at : segment;
      }
      end = segment;
      next = segment;
    }
    return end;
  }

  /** Where the URI ends that starts here; {@code at} where none does. */
  private int uriEnd() {
    if (!CharClass.SCHEME_START.has(text.charAt(at))) {
      return at;
    }
    if (schemeRunEnd <= at) {
      schemeRunEnd = CharClass.SCHEME.end(text, at);
    }
    if (!is(schemeRunEnd, ':')) {
      return at;
    }
    int end = CharClass.URI.end(text, schemeRunEnd + 1);
    return end == schemeRunEnd + 1 ? at : end;
  }

  void homePath() {
    int end = pathEnd(at + 1);
    if (end == at && !(is(at + 1, '/') && is(at + 2, '$') && is(at + 3, '{'))) {
      unexpected();
      return;
    }
    startPath(Token.HOME_PATH, end == at ? at + 2 : end);
  }

  private void startPath(Token kind, int end) {
    emit(kind, end);
    enter(text.charAt(end - 1) == '/' ? Mode.PATH_SLASH : Mode.PATH);
  }

  /** Goes on with a path, after a piece of it. */
  void path() {
    if (is(at, '$') && is(at + 1, '{')) {
      mode = Mode.PATH;
      open(Token.INTERPOLATION, 2);
      return;
    }
    int end = at;
    if (at < text.length()) {
      int run = pathRunEnd();
      end = Math.max(pathEnd(run), is(run, '/') ? run + 1 : run);
    }
    if (end > at) {
      mode = text.charAt(end - 1) == '/' ? Mode.PATH_SLASH : Mode.PATH;
      emit(Token.TEXT, end);
    } else if (mode == Mode.PATH_SLASH) {
      bad("a path must not end in a slash", Math.min(at + 1, text.length()));
    } else {
      leave();
      tokens.add(Token.PATH_END, at, at);
    }
  }

  /** Where a path like {@code <nixpkgs>} ends that starts here; {@code at} where none does. */
  int searchPathEnd() {
    int segment = at;
    do {
      int end = CharClass.PATH.end(text, segment + 1);
      if (end == segment + 1) {
        return at;
      }
      segment = end;
    } while (is(segment, '/'));
    return is(segment, '>') ? segment + 1 : at;
  }
}
