package io.github.containerversions.core.process;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The absolute entries of a PATH. An empty or relative entry means the current folder or one below
 * it (POSIX Base Definitions, 8.3): there a branch could bring a program of its own.
 */
public final class ProgramPath {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private ProgramPath() {}

  /** The files that a program's name may mean, in the order of the PATH. */
  public static List<Path> candidates(String program, Map<String, String> environment) {
    List<Path> files = new ArrayList<>();
    for (String name : environment.keySet()) {
      if (isPath(name)) {
        for (String folder : absolute(environment.getOrDefault(name, ""))) {
          files.add(Path.of(folder).resolve(program));
        }
      }
    }
    return files;
  }

  /**
   * An environment for a program: that given, with the absolute entries of its PATH alone, so that
   * what the program itself starts is found in the same places. Where there are none the variable
   * is left out, as an empty one would mean the current folder.
   */
  public static Map<String, String> trusted(Map<String, String> environment) {
    Map<String, String> trusted = new TreeMap<>(environment);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (isPath(variable.getKey())) {
        List<String> folders = absolute(variable.getValue());
        if (folders.isEmpty()) {
          trusted.remove(variable.getKey());
        } else {
          trusted.put(variable.getKey(), String.join(File.pathSeparator, folders));
        }
      }
    }
    return trusted;
  }

  private static boolean isPath(String name) {
    return WINDOWS ? name.equalsIgnoreCase("PATH") : name.equals("PATH");
  }

  private static List<String> absolute(String path) {
    List<String> folders = new ArrayList<>();
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (isAbsolute(folder)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static boolean isAbsolute(String folder) {
    try {
      return Path.of(folder).isAbsolute();
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }
}
