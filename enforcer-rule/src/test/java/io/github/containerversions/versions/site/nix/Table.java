package io.github.containerversions.versions.site.nix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of cases that the checks against Nix itself read as well. */
final class Table {
  private Table() {}

  /** The rows of a resource, cell by cell; lines that start with a number sign are notes. */
  static List<String[]> rows(String resource) {
    try (InputStream in = Table.class.getResourceAsStream("/" + resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Resolves the escapes of a cell: {@code \n}, {@code \r}, {@code \t}, {@code \\}, {@code
   * \\uXXXX}.
   */
  static String unescape(String cell) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < cell.length()) {
      boolean escape = cell.charAt(at) == '\\';
      char c = cell.charAt(escape ? at + 1 : at);
      boolean unicode = escape && c == 'u';
      text.append(
          !escape
              ? c
              : switch (c) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case '\\' -> '\\';
                case 'u' -> (char) Integer.parseInt(cell, at + 2, at + 6, 16);
                default -> throw new IllegalArgumentException(cell);
              });
      at += unicode ? 6 : escape ? 2 : 1;
    }
    return text.toString();
  }
}
