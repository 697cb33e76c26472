package io.github.containerversions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The fenced blocks of a page of {@code docs/}. Where the line that opens a block has a second
 * word, the block is the file of that path.
 *
 * @param blocks the blocks, in order
 */
record Page(List<Block> blocks) {
  private static final Pattern FENCED =
      Pattern.compile("^```(\\S+)(?: (\\S+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /**
   * One block.
   *
   * @param language the first word of the line that opens it
   * @param path the second; empty where there is none
   * @param text what it holds, with the end of its last line
   */
  record Block(String language, String path, String text) {}

  static Page read(String name) {
    try {
      String text = Files.readString(Installation.docs().resolve(name));
      return new Page(FENCED.matcher(text).results().map(Page::block).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Block block(MatchResult match) {
    String path = match.group(2);
    return new Block(match.group(1), path == null ? "" : path, match.group(3));
  }

  /** The files that the page shows, by path. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (Block block : blocks) {
      if (!block.path().isEmpty()) {
        files.put(block.path(), block.text());
      }
    }
    return files;
  }

  /** The blocks of a language that are no files. */
  List<String> fragments(String language) {
    return blocks.stream()
        .filter(it -> it.language().equals(language) && it.path().isEmpty())
        .map(Block::text)
        .toList();
  }
}
