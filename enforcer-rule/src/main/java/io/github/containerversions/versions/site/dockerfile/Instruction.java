package io.github.containerversions.versions.site.dockerfile;

/**
 * An instruction: its keyword and where its arguments stand, builder flags ({@code --mount=…}) left
 * out.
 *
 * @param keyword what it does
 * @param line the text it stands in
 * @param from where its arguments start in that text
 * @param to where they end; neither end is white space
 */
record Instruction(Keyword keyword, LogicalLine line, int from, int to) {

  /** The instructions that matter to variables or to where the next instruction starts. */
  enum Keyword {
    ADD,
    ARG,
    COPY,
    ENV,
    FROM,
    ONBUILD,
    RUN,
    OTHER;

    /** The keyword of a word in any case; the length leaves few to compare with. */
    private static Keyword of(String text, int from, int to) {
      return switch (to - from) {
        case 3 -> {
          char second = text.charAt(from + 1);
          Keyword keyword =
              switch (second) {
                case 'D', 'd' -> ADD;
                case 'R', 'r' -> ARG;
                case 'N', 'n' -> ENV;
                default -> RUN;
              };
          yield keyword.orOther(text, from);
        }
        case 4 ->
            (text.charAt(from) | ' ') == 'c' ? COPY.orOther(text, from) : FROM.orOther(text, from);
        case 7 -> ONBUILD.orOther(text, from);
        default -> OTHER;
      };
    }

    private Keyword orOther(String text, int from) {
      return text.regionMatches(true, from, name(), 0, name().length()) ? this : OTHER;
    }
  }

  /** The instruction that a line holds. */
  static Instruction of(LogicalLine line, char escape) {
    return of(line, line.from(), line.to(), escape);
  }

  /** The instruction that an {@code ONBUILD} puts off. */
  Instruction trigger(char escape) {
    return of(line, from, to, escape);
  }

  String text() {
    return line.text();
  }

  private static Instruction of(LogicalLine line, int from, int to, char escape) {
    String text = line.text();
    int start = WordCursor.skipSpace(text, from, to);
    int end = WordCursor.trimSpace(text, start, to);
    int keywordEnd = separatorAfter(text, start, end);
    Keyword keyword = Keyword.of(text, start, keywordEnd);
    int arguments = keyword == Keyword.OTHER ? end : skipFlags(text, keywordEnd, end, escape);
    return new Instruction(keyword, line, WordCursor.skipSpace(text, arguments, end), end);
  }

  /**
   * Words that start with {@code --}, up to a lone {@code --}, belong to the builder. White space
   * is Latin-1's here: BuildKit looks for these words byte by byte, and takes bytes for characters.
   */
  private static int skipFlags(String text, int from, int to, char escape) {
    int at = skipSeparators(text, from, to);
    while (text.startsWith("--", at) && at + 2 <= to) {
      int start = at;
      at = flagEnd(text, at, to, escape);
      boolean last = at - start == 2;
      at = skipSeparators(text, at, to);
      if (last) {
        break;
      }
    }
    return at;
  }

  private static int flagEnd(String text, int from, int to, char escape) {
    char quote = 0;
    int at = from;
    while (at < to && (quote != 0 || !separates(text.charAt(at)))) {
      char c = text.charAt(at);
      if (quote == 0 && (c == '\u00A0' || c == '\u0085')) {
        return at + 1;
      }
      if (c == escape) {
        at++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      }
      at++;
    }
    return Math.min(at, to);
  }

  static int skipSeparators(String text, int from, int to) {
    int at = from;
    while (at < to && separates(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int separatorAfter(String text, int from, int to) {
    int at = from;
    while (at < to && !separates(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** White space between a keyword, its flags and the parts of a {@code FROM}: ASCII's. */
  private static boolean separates(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
