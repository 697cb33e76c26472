package io.github.containerversions.versions.site.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of test cases: a line each, cells between tabs, {@code #} before a comment; in a cell
 * {@code \n}, {@code \r}, {@code \t}, {@code \\} and {@code \}{@code uXXXX} as in Java.
 */
final class Rows {
  private Rows() {}

  static Stream<List<String>> of(String resource) {
    try (InputStream in = Rows.class.getResourceAsStream("/" + resource)) {
      return Stream.of(new String(in.readAllBytes(), UTF_8).split("\n"))
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\t", -1)).map(Rows::unescape).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescape(String cell) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if (c == '\\') {
        c = cell.charAt(++at);
        switch (c) {
          case 'n' -> c = '\n';
          case 'r' -> c = '\r';
          case 't' -> c = '\t';
          case '\\' -> {}
          case 'u' -> {
            c = (char) Integer.parseInt(cell.substring(at + 1, at + 5), 16);
            at += 4;
          }
          default -> throw new IllegalArgumentException("no escape: " + c + " in " + cell);
        }
      }
      text.append(c);
    }
    return text.toString();
  }
}
