package io.github.containerversions.versions.scope;

import io.github.containerversions.versions.model.Scope.Changes;
import io.github.containerversions.versions.model.TrackedFolders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the folders of containers that are on disk as they are in the index: git has compared each
 * file of it with the disk and looked for others, and was silent.
 */
final class IndexedFolders {

  private IndexedFolders() {}

  /**
   * The folders below one in which nothing differs. One is left out where it holds a link or
   * another repository, or a name that the locale may know by other bytes.
   *
   * @param listed what the index has there, from the top of the working tree
   * @param prefix the path from the top to the root
   * @param directory the folder whose child folders are meant, from the root
   * @param changes what differs, from the root
   * @param ignored what git ignores, from the top
   */
  static TrackedFolders unchanged(
      List<Index.Entry> listed,
      String prefix,
      String directory,
      Changes.Files changes,
      Set<String> ignored) {
    Changes.Files others = new Changes.Files(below(prefix, ignored));
    Map<String, List<String>> files = new HashMap<>();
    Set<String> unsure = new HashSet<>();
    int start = prefix.length() + directory.length() + 1;
    String last = "/"; // no path of an index starts so
    String folder = "";
    List<String> names = new ArrayList<>();
    for (Index.Entry entry : listed) {
      String path = entry.path();
      int slash = path.indexOf('/', start);
      if (slash < 0) {
        continue;
      }
      // All that lies in one folder stands together in the index.
      if (!path.startsWith(last)) {
        last = path.substring(0, slash + 1);
        folder = path.substring(prefix.length(), slash);
        names = files.getOrDefault(folder, new ArrayList<>(2));
        files.put(folder, names);
      }
      if (!entry.regular() || !isAscii(path)) {
        unsure.add(folder);
      } else if (path.indexOf('/', slash + 1) < 0) {
        names.add(path.substring(slash + 1));
      }
    }
    Map<String, List<String>> unchanged = new HashMap<>();
    for (Map.Entry<String, List<String>> each : files.entrySet()) {
      String path = each.getKey();
      if (!unsure.contains(path) && !changes.touch(path) && !others.touch(path)) {
        unchanged.put(path, each.getValue());
      }
    }
    return new TrackedFolders(unchanged);
  }

  private static Set<String> below(String prefix, Set<String> paths) {
    Set<String> below = new HashSet<>();
    for (String path : paths) {
      if (path.startsWith(prefix)) {
        below.add(path.substring(prefix.length()));
      }
    }
    return below;
  }

  private static boolean isAscii(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) <= ' ' || path.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
