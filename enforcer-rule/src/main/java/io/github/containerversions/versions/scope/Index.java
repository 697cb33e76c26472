package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that git was asked not to look at, so that {@code git status} is silent about them;
 * paths from the top of the working tree.
 *
 * <p>They stand in the index as bits. Git lists them only by one more process over all files, so
 * the file is read here; see gitformat-index(5). What is not a plain index in every byte (a split
 * one, a mandatory extension that is not known, a truncated file) is left to git.
 *
 * @param assumedUnchanged those with the assume-unchanged bit
 * @param skipped those with the skip-worktree bit; in a sparse index also whole folders
 * @param submodules other repositories; unknown where git lists the files
 * @param listed all that lies in the folder that was asked for; unknown where git lists the files
 */
record Index(
    Set<String> assumedUnchanged, Set<String> skipped, Set<String> submodules, List<Entry> listed) {

  /**
   * A path of the index.
   *
   * @param regular whether it is a file, and neither a link nor another repository
   */
  record Entry(String path, boolean regular) {}

  /** What git is asked where the file cannot tell. */
  static final List<String> QUESTION = List.of("ls-files", "-v", "-z", "--full-name", "--", ".");

  /** Stands for no folder. */
  private static final String NOTHING = "";

  /** The most that is read, in bytes: about a million files. */
  private static final long LIMIT = 128L << 20;

  private static final int SIGNATURE = 0x44495243; // DIRC
  private static final int STAT_LENGTH = 40;
  private static final int SHA1_LENGTH = 20;
  private static final int SHA256_LENGTH = 32;
  private static final int MODE_POSITION = 24;
  private static final int SUBMODULE_MODE = 0xe000;
  private static final int TYPE = 0xf000;
  private static final int REGULAR = 0x8000;
  private static final int NAME_LENGTH = 0xfff;
  private static final int ASSUME_UNCHANGED = 0x8000;
  private static final int EXTENDED = 0x4000;
  private static final int SKIP_WORKTREE = 0x4000;
  private static final int SPARSE_INDEX = 0x73646972; // sdir

  Index(Set<String> assumedUnchanged, Set<String> skipped) {
    this(assumedUnchanged, skipped, Set.of(), List.of());
  }

  Index {
    assumedUnchanged = Set.copyOf(assumedUnchanged);
    skipped = Set.copyOf(skipped);
    submodules = Set.copyOf(submodules);
    listed = List.copyOf(listed);
  }

  /** Reads an index, which may not exist yet; empty where only git can tell. */
  static Optional<Index> read(Path file, Charset names) {
    return read(file, names, NOTHING);
  }

  /**
   * The same, with all that lies in a folder.
   *
   * @param folder its path from the top, with a final slash
   */
  static Optional<Index> read(Path file, Charset names, String folder) {
    try {
      if (!Files.exists(file)) {
        return Optional.of(new Index(Set.of(), Set.of()));
      }
      return Files.isRegularFile(file) && Files.size(file) <= LIMIT
          ? parse(Files.readAllBytes(file), names, folder)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Which hash the repository uses does not stand in the file, and only one of them fits. */
  static Optional<Index> parse(byte[] bytes, Charset names) {
    return parse(bytes, names, NOTHING);
  }

  private static Optional<Index> parse(byte[] bytes, Charset names, String folder) {
    for (int hash : new int[] {SHA1_LENGTH, SHA256_LENGTH}) {
      try {
        return Optional.of(new Parser(bytes, hash, names, folder).parse());
      } catch (BufferUnderflowException
          | IllegalArgumentException
          | IndexOutOfBoundsException
          | ArithmeticException e) {
        // The next hash, then.
      }
    }
    return Optional.empty();
  }

  /** Reads the answer to {@link #QUESTION}: a letter, a space and a path each. */
  static Index parse(String listing) throws GitFailure {
    Set<String> assumed = new LinkedHashSet<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (String record : listing.split("\0", -1)) {
      if (record.isEmpty()) {
        continue;
      }
      if (record.length() < 3 || record.charAt(1) != ' ') {
        throw GitFailure.of("git ls-files answered in an unknown form");
      }
      char tag = record.charAt(0);
      if (Character.isLowerCase(tag)) {
        assumed.add(record.substring(2));
      }
      if (Character.toUpperCase(tag) == 'S') {
        skipped.add(record.substring(2));
      }
    }
    return new Index(assumed, skipped);
  }

  boolean isEmpty() {
    return assumedUnchanged.isEmpty() && skipped.isEmpty();
  }

  /** Reads the names from the bytes themselves, which is much faster than from a buffer. */
  private static final class Parser {
    private final byte[] bytes;
    private final ByteBuffer data;
    private final int hash;
    private final Charset names;
    private final byte[] asked;

    Parser(byte[] bytes, int hash, Charset names, String folder) {
      this.bytes = bytes;
      this.data = ByteBuffer.wrap(bytes);
      this.hash = hash;
      this.names = names;
      this.asked = folder.getBytes(names);
    }

    Index parse() {
      require(data.getInt() == SIGNATURE);
      int version = data.getInt();
      require(version >= 2 && version <= 4);
      int count = data.getInt();
      Set<String> assumed = new LinkedHashSet<>();
      Set<String> skipped = new LinkedHashSet<>();
      Set<String> submodules = new LinkedHashSet<>();
      List<Entry> listed = new ArrayList<>();
      byte[] compressed = new byte[0];
      for (int i = 0; i < count; i++) {
        int start = data.position();
        int mode = data.getInt(start + MODE_POSITION);
        data.position(start + STAT_LENGTH + hash);
        int flags = Short.toUnsignedInt(data.getShort());
        int extended = (flags & EXTENDED) != 0 ? Short.toUnsignedInt(data.getShort()) : 0;
        byte[] name = bytes;
        int from = data.position();
        int to;
        if (version == 4) {
          compressed = compressedName(compressed);
          name = compressed;
          from = 0;
          to = name.length;
        } else {
          to = nameEnd(from);
          // Each entry is padded with one to eight NUL bytes, the first of which ended the name.
          data.position(start + ((to - start + 8) & ~7));
        }
        require((flags & NAME_LENGTH) == Math.min(to - from, NAME_LENGTH));
        boolean below = isBelow(name, from, to);
        boolean hidden = (flags & ASSUME_UNCHANGED) != 0 || (extended & SKIP_WORKTREE) != 0;
        if (!below && !hidden && mode != SUBMODULE_MODE) {
          continue;
        }
        String path = new String(name, from, to - from, names);
        if (below) {
          listed.add(new Entry(path, (mode & TYPE) == REGULAR));
        }
        if (mode == SUBMODULE_MODE) {
          submodules.add(path);
        }
        if ((flags & ASSUME_UNCHANGED) != 0) {
          assumed.add(path);
        }
        if ((extended & SKIP_WORKTREE) != 0) {
          skipped.add(path);
        }
      }
      passExtensions();
      return new Index(assumed, skipped, submodules, listed);
    }

    /**
     * Who does not know an extension may pass over it if its name starts with a capital letter. Of
     * the others a sparse index holds all that is asked for; a split one does not.
     */
    private void passExtensions() {
      while (data.remaining() > hash) {
        int extension = data.getInt();
        int first = extension >>> 24;
        require(extension == SPARSE_INDEX || (first >= 'A' && first <= 'Z'));
        int length = data.getInt();
        require(length >= 0);
        data.position(Math.addExact(data.position(), length));
      }
      require(data.remaining() == hash);
    }

    /** Whether a name is that of a file in the folder asked for; false where none is. */
    private boolean isBelow(byte[] name, int from, int to) {
      return asked.length > 0
          && to - from > asked.length
          && Arrays.equals(name, from, from + asked.length, asked, 0, asked.length);
    }

    /** Where the NUL byte is that ends a name. */
    private int nameEnd(int from) {
      int end = from;
      while (bytes[end] != 0) {
        end++;
      }
      return end;
    }

    /** Version 4: how much of the last name to drop, then what to append. */
    private byte[] compressedName(byte[] last) {
      int read = data.get();
      int drop = read & 0x7f;
      while ((read & 0x80) != 0) {
        read = data.get();
        drop = ((drop + 1) << 7) | (read & 0x7f);
      }
      require(drop >= 0 && drop <= last.length);
      int from = data.position();
      int length = nameEnd(from) - from;
      data.position(from + length + 1);
      byte[] name = Arrays.copyOf(last, last.length - drop + length);
      System.arraycopy(bytes, from, name, last.length - drop, length);
      return name;
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw new IllegalArgumentException("not an index");
      }
    }
  }
}
