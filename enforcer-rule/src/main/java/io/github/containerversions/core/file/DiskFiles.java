package io.github.containerversions.core.file;

import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a repository on disk.
 *
 * <p>A symbolic link is followed only to a place inside the root. A path that is not a regular file
 * is never opened, because opening a FIFO would wait for a writer. No content is cached. One
 * instance serves several threads of one run. It checks each folder only once for being a link.
 */
public final class DiskFiles implements RepositoryFiles {
  private static final char REPLACEMENT = '\uFFFD';

  private static final String LINK_HELP =
      "put a regular file there, or point the link at a file in the repository";

  private final Path root;
  private final SecretFiles secrets;

  /** Folders below the root that neither are links nor lie behind one: many files share one. */
  private final Set<Path> free = ConcurrentHashMap.newKeySet();

  /**
   * The files below a folder.
   *
   * @param root the repository root; where it does not exist, every file is missing
   */
  public DiskFiles(Path root) {
    this.root = real(root);
    this.secrets = new SecretFiles(this.root);
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize();
    }
  }

  @Override
  public FileContent read(String file, int limit) {
    return read(file, limit, false);
  }

  @Override
  public FileContent readFollowed(String file, int limit) {
    return read(file, limit, true);
  }

  private FileContent read(String file, int limit, boolean followed) {
    String name = file;
    try {
      Path path = named(file);
      name = root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
      return new FileContent.Text(SourceText.of(name, decode(bytes(path, limit, followed))));
    } catch (NoSuchFileException e) {
      return new FileContent.Missing(name);
    } catch (FileRefusal e) {
      return new FileContent.Unreadable(e.problem(name));
    } catch (IOException e) {
      return new FileContent.Unreadable(failed(e).problem(name));
    }
  }

  /** A file that is no text, such as a picture, has the bytes of no name. */
  @Override
  public boolean mayContain(String file, String needle) {
    try {
      byte[] bytes = bytes(named(file), INVENTORY_LIMIT, false);
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(needle);
    } catch (IOException unknown) {
      return true;
    }
  }

  @Override
  public boolean isDirectory(String file) {
    try {
      Found found = found(named(file));
      return found.attributes().isDirectory() && !secrets.isGits(found.path());
    } catch (IOException e) {
      return false;
    }
  }

  /** The path as written; {@code ..} is taken away as text, as Nix does. */
  private Path named(String file) throws FileRefusal {
    Path path;
    try {
      path = root.resolve(file).normalize();
    } catch (InvalidPathException e) {
      throw new FileRefusal(
          "no path of this system has such a name", "name a file in the repository");
    }
    if (!path.startsWith(root)) {
      throw new FileRefusal(
          Excerpt.quoted(file) + " lies outside the repository",
          "keep the file in the repository and name it from there");
    }
    // Before anything is looked up, so that not even what exists there becomes known.
    if (secrets.isGitNamed(path)) {
      throw secret(path, SecretFiles.GITS_OWN);
    }
    return path;
  }

  /**
   * What stands at a place.
   *
   * @param path the place without symbolic links, inside the root
   */
  private record Found(Path path, BasicFileAttributes attributes) {}

  /** The same place without symbolic links, once it is known to be inside the root. */
  private Found found(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null || path.equals(root)) {
      return new Found(root, attributes(root));
    }
    try {
      Path folder = isFreeOfLinks(parent) ? parent : bounded(parent.toRealPath());
      Path file = folder.resolve(path.getFileName());
      BasicFileAttributes attributes = attributes(file);
      if (!attributes.isSymbolicLink()) {
        return new Found(file, attributes);
      }
      Path target = bounded(file.toRealPath());
      return new Found(target, attributes(target));
    } catch (FileRefusal | AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      throw missing(path, e);
    }
  }

  /**
   * Whether all folders from the root down to this one are folders and no links, as nearly always:
   * to ask for the real path costs several times as much, for it begins at the top of the disk.
   */
  private boolean isFreeOfLinks(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path at = folder;
        at != null && !at.equals(root) && !free.contains(at);
        at = at.getParent()) {
      if (!attributes(at).isDirectory()) {
        return false;
      }
      folders.add(at);
    }
    free.addAll(folders);
    return true;
  }

  private Path bounded(Path real) throws FileRefusal {
    if (!real.startsWith(root)) {
      throw new FileRefusal("a symbolic link on the way to it leaves the repository", LINK_HELP);
    }
    if (secrets.isGits(real)) {
      throw secret(real, SecretFiles.GITS_OWN);
    }
    return real;
  }

  /** Tells a file that is not there from a link that leads nowhere; looks from the root down. */
  private IOException missing(Path path, FileSystemException cause) {
    Path at = root;
    for (Path step : root.relativize(path)) {
      at = at.resolve(step);
      if (Files.isSymbolicLink(at) && !Files.exists(at)) {
        return new FileRefusal(
            Excerpt.quoted(step.toString())
                + (isLoop(at)
                    ? " is a symbolic link that leads back to itself"
                    : " is a symbolic link to something that does not exist"),
            LINK_HELP);
      }
      if (!Files.exists(at) || (!at.equals(path) && Files.isRegularFile(at))) {
        return new NoSuchFileException(path.toString());
      }
    }
    return cause;
  }

  private static boolean isLoop(Path link) {
    Set<Path> seen = new HashSet<>();
    Path at = link;
    try {
      while (Files.isSymbolicLink(at)) {
        if (!seen.add(at)) {
          return true;
        }
        at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private byte[] bytes(Path path, int limit, boolean followed) throws IOException {
    Found found = found(path);
    refuseSecret(path, found.path(), followed);
    BasicFileAttributes attributes = found.attributes();
    if (!attributes.isRegularFile()) {
      throw new FileRefusal(
          "this is " + FileKind.of(found.path(), attributes) + ", not a file",
          "put a regular file there",
          attributes.isDirectory());
    }
    if (attributes.size() > limit) {
      throw new FileRefusal(
          "this file has " + attributes.size() + " bytes, over the limit of " + limit,
          "keep what is not needed here in another file");
    }
    // The path has no link left in it, unless somebody exchanged it just now.
    try (InputStream in = Files.newInputStream(found.path(), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) attributes.size());
    }
  }

  /** A checked file itself is read even if git ignores it: nobody led there but the POM. */
  private void refuseSecret(Path named, Path real, boolean followed) throws FileRefusal {
    String reason = followed || !real.equals(named) ? secrets.reason(real) : "";
    if (!reason.isEmpty()) {
      throw secret(real, reason);
    }
  }

  private FileRefusal secret(Path file, String reason) {
    return new FileRefusal(
        Excerpt.quoted(root.relativize(file).toString()) + " is not opened: " + reason,
        "name a file that git tracks or would track");
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** What the system said, without the path that most exceptions start with. */
  private static FileRefusal failed(IOException e) {
    if (e instanceof AccessDeniedException) {
      return new FileRefusal(
          "there is no permission to read this file", "let the user of this build read it");
    }
    return new FileRefusal("this file cannot be read: " + Excerpt.of(FailureReason.of(e)), "");
  }

  private static String decode(byte[] bytes) throws FileRefusal {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The constructor puts U+FFFD for what is malformed; only then is a closer look due.
    if (text.indexOf(REPLACEMENT) >= 0) {
      CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CoderResult result = strict.decode(in, CharBuffer.allocate(bytes.length), true);
      if (result.isError()) {
        throw new FileRefusal(
            String.format(
                Locale.ROOT,
                "this file is not UTF-8: byte 0x%02X at offset %d",
                bytes[in.position()],
                in.position()),
            "save it as UTF-8");
      }
    }
    return text;
  }
}
