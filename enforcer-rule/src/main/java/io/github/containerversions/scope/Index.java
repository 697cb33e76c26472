package io.github.containerversions.scope;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the index says beyond {@code git status}: which files git tracks, and which of them it was
 * asked not to look at. Git answers that only by one more process over all files, so the file is
 * read here; see gitformat-index(5).
 *
 * @param tracked every path, from the top of the working tree
 * @param assumedUnchanged those with the assume-unchanged bit
 * @param skipped those with the skip-worktree bit
 */
record Index(NavigableSet<String> tracked, Set<String> assumedUnchanged, Set<String> skipped) {

  /** The most that is read, in bytes: about a million files. */
  private static final long LIMIT = 128L << 20;

  private static final int SIGNATURE = 0x44495243; // DIRC
  private static final int STAT_LENGTH = 40;
  private static final int SHA1_LENGTH = 20;
  private static final int SHA256_LENGTH = 32;
  private static final int NAME_LENGTH = 0xfff;
  private static final int ASSUME_UNCHANGED = 0x8000;
  private static final int EXTENDED = 0x4000;
  private static final int SKIP_WORKTREE = 0x4000;
  private static final int SPLIT_INDEX = 0x6c696e6b; // link

  /** Reads an index; one that does not exist is empty. */
  static Index read(Path file, Charset names) throws GitFailure {
    try {
      if (!Files.exists(file)) {
        return new Index(new TreeSet<>(), Set.of(), Set.of());
      }
      if (!Files.isRegularFile(file) || Files.size(file) > LIMIT) {
        throw GitFailure.of("the index of git cannot be read");
      }
      return parse(Files.readAllBytes(file), names);
    } catch (IOException unreadable) {
      throw GitFailure.of("the index of git cannot be read");
    }
  }

  /** Which hash the repository uses does not stand in the file, and only one of them fits. */
  static Index parse(byte[] bytes, Charset names) throws GitFailure {
    for (int hash : new int[] {SHA1_LENGTH, SHA256_LENGTH}) {
      try {
        return new Parser(ByteBuffer.wrap(bytes), hash, names).parse();
      } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
        // The next hash, then.
      }
    }
    throw GitFailure.of("the index of git has an unknown form");
  }

  /** Whether anything at or below a folder is tracked; the folder may be a submodule. */
  boolean tracks(String folder) {
    if (folder.isEmpty()) {
      return !tracked.isEmpty();
    }
    String inside = folder + "/";
    String next = tracked.ceiling(inside);
    return tracked.contains(folder) || (next != null && next.startsWith(inside));
  }

  private record Parser(ByteBuffer data, int hash, Charset names) {

    Index parse() throws GitFailure {
      require(data.getInt() == SIGNATURE);
      int version = data.getInt();
      require(version >= 2 && version <= 4);
      int count = data.getInt();
      NavigableSet<String> tracked = new TreeSet<>();
      Set<String> assumed = new LinkedHashSet<>();
      Set<String> skipped = new LinkedHashSet<>();
      byte[] name = new byte[0];
      for (int i = 0; i < count; i++) {
        int start = data.position();
        data.position(start + STAT_LENGTH + hash);
        int flags = Short.toUnsignedInt(data.getShort());
        int extended = (flags & EXTENDED) != 0 ? Short.toUnsignedInt(data.getShort()) : 0;
        name = version == 4 ? compressedName(name) : name();
        int length = flags & NAME_LENGTH;
        require(length == Math.min(name.length, NAME_LENGTH));
        if (version != 4) {
          // Each entry is padded with one to eight NUL bytes, the first of which ended the name.
          int end = data.position() - 1;
          data.position(start + ((end - start + 8) & ~7));
        }
        String path = new String(name, names);
        tracked.add(path);
        if ((flags & ASSUME_UNCHANGED) != 0) {
          assumed.add(path);
        }
        if ((extended & SKIP_WORKTREE) != 0) {
          skipped.add(path);
        }
      }
      refuseSplit();
      return new Index(tracked, assumed, skipped);
    }

    /** A split index holds a part of the entries only; the rest is in another file. */
    private void refuseSplit() throws GitFailure {
      require(data.remaining() >= hash);
      while (data.remaining() >= hash + 8) {
        int extension = data.getInt();
        int length = data.getInt();
        if (extension == SPLIT_INDEX) {
          throw GitFailure.of("the index of git is split, which hides what it was told to skip");
        }
        data.position(Math.addExact(data.position(), length));
      }
    }

    private byte[] name() {
      int start = data.position();
      while (data.get() != 0) {
        // The name ends here.
      }
      byte[] name = new byte[data.position() - 1 - start];
      data.get(start, name);
      return name;
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
      byte[] rest = name();
      byte[] name = Arrays.copyOf(last, last.length - drop + rest.length);
      System.arraycopy(rest, 0, name, last.length - drop, rest.length);
      return name;
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw new IllegalArgumentException("not an index");
      }
    }
  }
}
