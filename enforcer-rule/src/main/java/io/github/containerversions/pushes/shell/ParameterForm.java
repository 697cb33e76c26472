package io.github.containerversions.pushes.shell;

import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code ${name}} and its forms with operators, whose value is that of the parameter
 * (POSIX.1-2024, Shell Command Language, 2.6.2, and what bash adds to it).
 *
 * @param name the name, with the index of an element of an array
 * @param hasDefault whether a word follows that stands for a value that is not there
 * @param assigns whether the parameter is set to that word
 */
record ParameterForm(String name, boolean hasDefault, boolean assigns) {

  /**
   * Reads up to the word behind the operator.
   *
   * @return null where the value is another one: a part of this one, its length, or that of the
   *     parameter that it names
   */
  static @Nullable ParameterForm read(Cursor cursor) {
    int start = cursor.at;
    cursor.at += 2;
    while ((cursor.peek(0) == '!' || cursor.peek(0) == '#') && cursor.peek(1) != '}') {
      cursor.at++;
    }
    boolean another = cursor.at > start + 2; // the one that it names, or its length
    String name = name(cursor);
    int colon = cursor.peek(0) == ':' ? 1 : 0;
    char operator = cursor.peek(colon);
    boolean hasDefault = operator == '-' || operator == '=';
    boolean itself = (operator == ',' && colon == 0) || operator == '?' || operator == '}';
    cursor.at += hasDefault ? colon + 1 : 0;
    boolean from = name.length() > 2 && "@*".indexOf(name.charAt(0)) >= 0;
    boolean whole = from ? operator == '}' : hasDefault || itself;
    return another || !whole ? null : new ParameterForm(name, hasDefault, operator == '=');
  }

  private static String name(Cursor cursor) {
    int name = cursor.at;
    while (CommandBuilder.isNamePart(cursor.peek(0), 1)) {
      cursor.at++;
    }
    if (cursor.at == name && "@*#?$!-".indexOf(cursor.peek(0)) >= 0) {
      cursor.at++;
    }
    if (cursor.peek(0) == '[') {
      while (!cursor.atEnd() && cursor.peek(0) != ']' && cursor.peek(0) != '}') {
        cursor.at++;
      }
      cursor.at += cursor.peek(0) == ']' ? 1 : 0;
    }
    if (cursor.at == name + 1 && "@*".indexOf(cursor.text.charAt(name)) >= 0) {
      // All words from one on, as in ${@:2}, are known by that name.
      cursor.at += cursor.peek(0) == ':' && "123456789".indexOf(cursor.peek(1)) >= 0 ? 2 : 0;
    }
    return cursor.text.substring(name, cursor.at);
  }
}
