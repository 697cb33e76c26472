package io.github.containerversions.versions.site.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that may be meant by one that is not there. */
final class NearestNames {
  private static final int MAX_NAMES = 3;

  /**
   * How many names are looked at for one that is missing: in a longer list those that stand next to
   * it in the order of the alphabet, so that thousands of missing names do not meet thousands of
   * others.
   */
  private static final int MAX_LOOKED_AT = 200;

  /** What is part of a name counts as near from this length on. */
  private static final int MIN_PART_LENGTH = 3;

  private static final int MAX_LENGTH = 64;

  private final String[] names;

  NearestNames(Collection<String> names) {
    this.names = names.toArray(new String[0]);
    Arrays.sort(this.names);
  }

  private record Near(String name, int distance) {}

  /** At most three names, the nearest first. */
  List<String> to(String missing) {
    int place = Arrays.binarySearch(names, missing);
    int from =
        Math.max(0, Math.min(Math.abs(place) - MAX_LOOKED_AT / 2, names.length - MAX_LOOKED_AT));
    List<Near> found = new ArrayList<>();
    String wanted = missing.toLowerCase(Locale.ROOT);
    for (int i = from; i < Math.min(from + MAX_LOOKED_AT, names.length); i++) {
      int distance = distance(wanted, names[i].toLowerCase(Locale.ROOT));
      if (distance >= 0) {
        found.add(new Near(names[i], distance));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MAX_NAMES)
        .map(Near::name)
        .toList();
  }

  /**
   * How far a name is from another: the number of letters to change, as far as that is a slip of
   * the pen; then, where one is part of the other, the letters that it has more; -1 where they have
   * nothing to do with each other.
   */
  private static int distance(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (longer > MAX_LENGTH) {
      return -1;
    }
    int slips = longer <= 4 ? 1 : longer <= 8 ? 2 : 3;
    if (longer - shorter <= slips) {
      int edits = edits(a, b);
      if (edits <= slips) {
        return edits;
      }
    }
    return shorter >= MIN_PART_LENGTH && (a.contains(b) || b.contains(a))
        ? MAX_LENGTH + longer - shorter
        : -1;
  }

  /** Insertions, deletions, exchanges, and swaps of neighbours (optimal string alignment). */
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
