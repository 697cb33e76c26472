package io.github.containerversions.versions.site.nix;

/** The kinds of tokens of the Nix language, with the words that messages use for them. */
enum Token {
  END("end of file"),
  IDENTIFIER("identifier"),
  INTEGER("integer"),
  FLOAT("floating-point number"),
  URI("URI"),
  /** A path, or the start of one that goes on with {@link #TEXT} and {@link #INTERPOLATION}. */
  PATH("path"),
  HOME_PATH("path"),
  SEARCH_PATH("path"),
  /** Stands after the last piece of a path; empty. */
  PATH_END("end of the path"),

  QUOTE("'\"'"),
  INDENTED_OPEN("start of an indented string"),
  INDENTED_CLOSE("end of the indented string"),
  /** Literal text within a string or a path, escapes as written. */
  TEXT("text"),
  /** An escape within an indented string, which ends the indentation of its line. */
  ESCAPE("text"),
  INTERPOLATION("'${'"),

  ASSERT("'assert'"),
  ELSE("'else'"),
  IF("'if'"),
  IN("'in'"),
  INHERIT("'inherit'"),
  LET("'let'"),
  OR("'or'"),
  REC("'rec'"),
  THEN("'then'"),
  WITH("'with'"),

  LEFT_BRACE("'{'"),
  RIGHT_BRACE("'}'"),
  LEFT_BRACKET("'['"),
  RIGHT_BRACKET("']'"),
  LEFT_PAREN("'('"),
  RIGHT_PAREN("')'"),
  ASSIGN("'='"),
  AT("'@'"),
  COLON("':'"),
  COMMA("','"),
  DOT("'.'"),
  ELLIPSIS("'...'"),
  QUESTION("'?'"),
  SEMICOLON("';'"),

  AND_AND("'&&'"),
  CONCAT("'++'"),
  EQUAL("'=='"),
  GREATER("'>'"),
  GREATER_EQUAL("'>='"),
  IMPLIES("'->'"),
  LESS("'<'"),
  LESS_EQUAL("'<='"),
  MINUS("'-'"),
  NOT("'!'"),
  NOT_EQUAL("'!='"),
  OR_OR("'||'"),
  PLUS("'+'"),
  SLASH("'/'"),
  STAR("'*'"),
  UPDATE("'//'"),

  /** Text that is no token; {@link Tokens#fault()} says why. Nothing follows it but the end. */
  BAD("text that is no Nix");

  private final String title;

  Token(String title) {
    this.title = title;
  }

  /** The kind of a word: a keyword or an identifier. */
  static Token ofWord(String text, int start, int end) {
    Token keyword =
        switch (text.charAt(start)) {
          case 'a' -> ASSERT;
          case 'e' -> ELSE;
          case 'i' ->
              switch (end - start) {
                case 2 -> text.charAt(start + 1) == 'f' ? IF : IN;
                default -> INHERIT;
              };
          case 'l' -> LET;
          case 'o' -> OR;
          case 'r' -> REC;
          case 't' -> THEN;
          case 'w' -> WITH;
          default -> IDENTIFIER;
        };
    boolean spelled =
        end - start == keyword.title.length() - 2
            && text.regionMatches(start, keyword.title, 1, end - start);
    return spelled ? keyword : IDENTIFIER;
  }

  /** What messages call it. */
  String title() {
    return title;
  }
}
