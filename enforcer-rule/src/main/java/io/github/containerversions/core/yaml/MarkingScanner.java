package io.github.containerversions.core.yaml;

import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Remembers where the last scalar began: the event that SnakeYAML makes of it begins with its
 * anchor or tag.
 */
final class MarkingScanner implements Scanner {
  private final Scanner scanner;
  private int scalarStart = -1;

  MarkingScanner(Scanner scanner) {
    this.scanner = scanner;
  }

  /** The offset of the scalar that was taken since this was last asked; -1 where there is none. */
  int takeScalarStart() {
    int start = scalarStart;
    scalarStart = -1;
    return start;
  }

  @Override
  public Token getToken() {
    Token token = scanner.getToken();
    if (token.getTokenId() == Token.ID.Scalar) {
      scalarStart = token.getStartMark().getIndex();
    }
    return token;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return scanner.checkToken(choices);
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return scanner.checkToken(choice);
  }

  @Override
  public Token peekToken() {
    return scanner.peekToken();
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }
}
