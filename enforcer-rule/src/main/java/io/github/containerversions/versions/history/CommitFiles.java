package io.github.containerversions.versions.history;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.git.GitEnvironment;
import io.github.containerversions.core.git.GitObjects;
import io.github.containerversions.core.git.GitObjects.GitObject;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a repository as a commit has them.
 *
 * @param objects the objects of the repository
 * @param commit a full hash
 * @param prefix the path from the top of the working tree to the root; empty or with a final slash
 */
public record CommitFiles(GitObjects objects, String commit, String prefix)
    implements RepositoryFiles {

  /** The path from the top of the working tree to a root; empty or with a final slash. */
  public static String prefix(Path root) {
    Path folder = root.toAbsolutePath().normalize();
    String prefix =
        GitEnvironment.top(root).map(top -> top.relativize(folder).toString()).orElse("");
    return prefix.isEmpty() ? "" : prefix.replace('\\', '/') + "/";
  }

  @Override
  public FileContent read(String file, int limit) {
    try {
      Optional<GitObject> object = object(file);
      if (object.isEmpty() || !object.get().type().equals("blob")) {
        return new FileContent.Missing(file);
      }
      byte[] bytes = object.get().content();
      if (bytes.length > limit) {
        return unreadable(file, "it is too large");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new FileContent.Text(SourceText.of(file, text));
    } catch (CharacterCodingException e) {
      return unreadable(file, "it is not UTF-8");
    } catch (IOException e) {
      return unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private static FileContent unreadable(String file, String why) {
    return new FileContent.Unreadable(
        Problem.of(Problem.Kind.UNREADABLE, why, "", new FileLocation(file)));
  }

  @Override
  public boolean isDirectory(String file) {
    try {
      return object(file).map(it -> it.type().equals("tree")).orElse(false);
    } catch (IOException e) {
      return false;
    }
  }

  /** Git takes no {@code ..} in a path, and knows none that leaves the working tree. */
  Optional<GitObject> object(String file) throws IOException {
    return file.startsWith("..") || file.startsWith("/")
        ? Optional.empty()
        : objects.read(name(file));
  }

  /** What git calls a file of the commit. */
  String name(String file) {
    return commit + ":" + prefix + file;
  }
}
