package io.github.containerversions.pushes.workflow;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellReader;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the repository that scripts run, and how scripts name them. */
final class ScriptFiles {
  private final RepositoryFiles files;
  private final Map<String, Optional<SourceText>> texts = new HashMap<>();
  private final Map<String, Script> scripts = new HashMap<>();
  private final ScriptFolders folders = new ScriptFolders();
  private String action = "";

  ScriptFiles(RepositoryFiles files) {
    this.files = files;
  }

  /**
   * The script of a step begins.
   *
   * @param in the folder of the action that it stands in; empty for a workflow
   */
  void begin(String in) {
    action = in;
    folders.clear();
  }

  /**
   * Takes note of the variables that hold a folder.
   *
   * @param script the file that the command stands in; empty for the script of a step
   * @param folder the working directory
   */
  void take(Command command, String script, String folder) {
    folders.take(command, script, folder);
  }

  /** The folder that a word with variables in it names, where that is known. */
  Optional<String> folder(ShellWord word, String script, String folder) {
    String path = Launch.path(word, action);
    Optional<String> named =
        path.isEmpty() ? folders.path(word, script, folder) : Optional.of(path);
    return named.map(ScriptFiles::plain);
  }

  /** The paths that a word may name, the likeliest first. */
  List<String> named(ShellWord word, String script, String folder) {
    String path = Launch.path(word, action);
    if (!path.isEmpty()) {
      return List.of(plain(folder + "/" + path), plain(path));
    }
    return folders.path(word, script, folder).map(it -> List.of(plain(it))).orElse(List.of());
  }

  /** The text of a file; empty where it is not there or cannot be read. */
  Optional<SourceText> text(String path) {
    String file = plain(path);
    Optional<SourceText> known = texts.get(file);
    if (known == null) {
      known =
          !file.isEmpty()
                  && files.read(file, RepositoryFiles.BUILD_FILE_LIMIT)
                      instanceof FileContent.Text text
              ? Optional.of(text.text())
              : Optional.empty();
      texts.put(file, known);
    }
    return known;
  }

  /** The commands of a file, which is read once. */
  Script script(String file, SourceText text) {
    return scripts.computeIfAbsent(file, it -> ShellReader.read(text.content(), text::span));
  }

  /** Whether a script is one for a shell: by its first line, or because nothing says otherwise. */
  static boolean isShell(String file, String content) {
    int end = content.indexOf('\n');
    String first = (end < 0 ? content : content.substring(0, end)).strip();
    return (!first.startsWith("#!") && !file.matches(".*\\.(py|rb|pl|php|[cm]?[jt]s|ps1)"))
        || first.matches("#!.*\\b(sh|bash|dash|ash|ksh|zsh)\\b.*");
  }

  /** A path without what leads nowhere; one that leaves the root is refused where it is read. */
  static String plain(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
