package io.github.containerversions.pushes.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The arrays of a script (bash, "Arrays"). One that is open may hold more than what is known. */
final class ScriptArrays {
  /** So many elements of an array are kept. */
  static final int MAX_ELEMENTS = 200;

  private static final Pattern ELEMENT = Pattern.compile("\\w+\\[(\\d{1,3})\\]");

  private final Map<String, List<List<LocatedPiece>>> arrays = new HashMap<>();
  private final Set<String> open = new HashSet<>();

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
    return at < elements.size() && !open.contains(array) ? elements.get(at) : null;
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
    return open.contains(name) || !arrays.containsKey(name);
  }

  /**
   * Sets an array.
   *
   * @param added whether the elements follow those that it has
   */
  void set(String name, List<List<LocatedPiece>> given, boolean added) {
    boolean unknown = added && isOpen(name);
    List<List<LocatedPiece>> elements = new ArrayList<>(added ? all(name) : List.of());
    elements.addAll(given);
    put(name, elements, unknown);
  }

  private void put(String name, List<List<LocatedPiece>> elements, boolean more) {
    boolean full = elements.size() >= MAX_ELEMENTS;
    arrays.put(name, full ? List.copyOf(elements.subList(0, MAX_ELEMENTS)) : elements);
    if (more || full) {
      open.add(name);
    } else {
      open.remove(name);
    }
  }

  /**
   * An array that is one of two. What both begin with is sure to be there; of the rest, what asks
   * for a push may be there.
   */
  static ScriptArrays either(String name, ScriptArrays one, ScriptArrays other) {
    List<List<LocatedPiece>> first = one.all(name);
    List<List<LocatedPiece>> second = other.all(name);
    ScriptArrays both = new ScriptArrays();
    if (!one.isArray(name) && !other.isArray(name)) {
      return both;
    }
    boolean same = first.equals(second) && one.isOpen(name) == other.isOpen(name);
    List<List<LocatedPiece>> elements = new ArrayList<>(second);
    if (!same) {
      int shared = 0;
      while (shared < Math.min(first.size(), second.size())
          && first.get(shared).equals(second.get(shared))) {
        shared++;
      }
      first.stream()
          .skip(shared)
          .filter(it -> LocatedPiece.written(it).matches("--push.*|.*type=registry.*"))
          .forEach(elements::add);
    }
    both.put(name, elements, !same || one.isOpen(name));
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
    if (from.open.contains(name)) {
      open.add(name);
    }
  }
}
