package io.github.containerversions.pushes.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The arrays of a script (bash, "Arrays"). One that is open may hold more than what is known. */
final class ScriptArrays {
  /** So many elements of an array are kept. */
  static final int MAX_ELEMENTS = 200;

  private static final Pattern ELEMENT = Pattern.compile("\\w+\\[(\\d{1,3})\\]");

  private final Map<String, List<List<LocatedPiece>>> arrays = new HashMap<>();

  private final Map<String, Open> open = new HashMap<>();

  /**
   * What is known of an array that may hold more.
   *
   * @param sure how many elements are certainly the first ones
   * @param from where the elements begin that it has if it is another one of two
   * @param to where they end
   */
  private record Open(int sure, int from, int to) {}

  /** Whether a name is that of one element of an array. */
  static boolean isElement(String name) {
    return ELEMENT.matcher(name).matches();
  }

  /** Whether all elements that an array may have are known, though not which of them it has. */
  boolean holds(String element) {
    int index = element.indexOf('[');
    List<List<LocatedPiece>> elements = index < 0 ? null : arrays.get(element.substring(0, index));
    return elements != null && elements.size() < MAX_ELEMENTS;
  }

  /** The value of one element, as in {@code name[0]}; null where it is not known. */
  @Nullable List<LocatedPiece> value(String element) {
    int index = element.indexOf('[');
    String array = element.substring(0, index);
    int at = Integer.parseInt(element.substring(index + 1, element.length() - 1));
    List<List<LocatedPiece>> elements = all(array);
    return at < Math.min(elements.size(), sure(array)) ? elements.get(at) : null;
  }

  boolean isArray(String name) {
    return arrays.containsKey(name);
  }

  /** All elements that are known. */
  List<List<LocatedPiece>> all(String name) {
    return arrays.getOrDefault(name, List.of());
  }

  /** Whether an array may hold more than what is known. */
  boolean isOpen(String name) {
    return open.containsKey(name) || !arrays.containsKey(name);
  }

  /** How many elements are certainly the first ones; other unknown ones may follow them. */
  int sure(String name) {
    Open more = open.get(name);
    return more == null ? all(name).size() : more.sure();
  }

  /** The elements of one of the arrays that it may be, with what asks for a push in others. */
  List<List<LocatedPiece>> one(String name) {
    List<List<LocatedPiece>> elements = all(name);
    Open more = open.getOrDefault(name, new Open(0, 0, 0));
    return IntStream.range(0, elements.size())
        .filter(it -> it < more.from() || it >= more.to() || asksForPush(elements.get(it)))
        .mapToObj(elements::get)
        .toList();
  }

  private static boolean asksForPush(List<LocatedPiece> element) {
    return LocatedPiece.written(element).matches("--push.*|.*type=registry.*");
  }

  /**
   * Sets an array.
   *
   * @param added whether the elements follow those that it has
   */
  void set(String name, List<List<LocatedPiece>> given, boolean added) {
    Open more = isOpen(name) ? open.getOrDefault(name, new Open(0, 0, 0)) : null;
    List<List<LocatedPiece>> elements = new ArrayList<>(added ? all(name) : List.of());
    elements.addAll(given);
    put(name, elements, added ? more : null);
  }

  /** Sets an array, of which so many elements are kept. */
  private void put(String name, List<List<LocatedPiece>> elements, @Nullable Open more) {
    int size = Math.min(elements.size(), MAX_ELEMENTS);
    arrays.put(name, List.copyOf(elements.subList(0, size)));
    open.remove(name);
    if (more != null || size == MAX_ELEMENTS) {
      open.put(name, more == null ? new Open(size, 0, 0) : more);
    }
  }

  /**
   * An array that is one of two. What both begin with is sure to be there, and the rest of each may
   * be there.
   */
  static ScriptArrays either(String name, ScriptArrays one, ScriptArrays other) {
    ScriptArrays both = new ScriptArrays();
    if (!one.isArray(name) && !other.isArray(name)) {
      return both;
    }
    List<List<LocatedPiece>> first = one.all(name);
    List<List<LocatedPiece>> second = other.all(name);
    int shared = 0;
    while (shared < Math.min(first.size(), second.size())
        && LocatedPiece.identity(first.get(shared))
            .equals(LocatedPiece.identity(second.get(shared)))) {
      shared++;
    }
    boolean same = shared == first.size() && shared == second.size();
    if (same && one.isOpen(name) == other.isOpen(name) && one.sure(name) == other.sure(name)) {
      both.restore(name, one);
      return both;
    }
    // The value of an option stays with it.
    while (shared > 0 && LocatedPiece.written(first.get(shared - 1)).startsWith("-")) {
      shared--;
    }
    List<List<LocatedPiece>> elements = new ArrayList<>(second);
    elements.addAll(first.subList(shared, first.size()));
    int sure = Math.min(shared, Math.min(one.sure(name), other.sure(name)));
    both.put(name, elements, new Open(sure, second.size(), elements.size()));
    return both;
  }

  void remove(String name) {
    arrays.remove(name);
    open.remove(name);
  }

  /** One of the arrays. */
  ScriptArrays only(String name) {
    ScriptArrays one = new ScriptArrays();
    one.restore(name, this);
    return one;
  }

  /** Makes an array what it is in another state of the script. */
  void restore(String name, ScriptArrays from) {
    remove(name);
    List<List<LocatedPiece>> elements = from.arrays.get(name);
    if (elements != null) {
      arrays.put(name, elements);
    }
    Open more = from.open.get(name);
    if (more != null) {
      open.put(name, more);
    }
  }
}
