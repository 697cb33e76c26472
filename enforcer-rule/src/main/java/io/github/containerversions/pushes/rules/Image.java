package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The name of an image in its parts: registry, repository, tag or digest (the Distribution project,
 * "reference").
 *
 * @param host the registry
 * @param parts all of the name
 * @param tag the parts after the colon; empty where there is no tag
 * @param tail what follows the last slash, tag included
 * @param pinned whether it ends in a digest, or no other run has its repository
 */
record Image(
    Host host,
    List<LocatedPiece> parts,
    List<LocatedPiece> tag,
    List<LocatedPiece> tail,
    boolean pinned) {

  /** The most pieces among which the end of a host is looked for; each begins anew. */
  private static final int MAX_HOST_PIECES = 50;

  /** Whether the tag is what a person or a program can see to differ each time, or not. */
  enum Tag {
    UNIQUE,
    REPEATS,
    UNKNOWN
  }

  /** An image by its name; where that is chosen among several, with all that it may be. */
  static Image of(List<LocatedPiece> parts) {
    Image image = plain(parts);
    List<List<LocatedPiece>> ways = Ways.of(parts);
    if (ways.size() < 2) {
      ways = upToTheHost(parts);
    }
    if (ways.size() < 2) {
      return image;
    }
    if (ways.stream().anyMatch(Image::isName)) {
      ways = ways.stream().filter(it -> it.isEmpty() || isName(it)).toList();
    }
    List<Host> hosts = new ArrayList<>();
    for (List<LocatedPiece> way : ways) {
      LocatedPiece.list(way).forEach(it -> hosts.add(of(it).host()));
    }
    Host host =
        image
            .host()
            .among(
                hosts.stream().distinct().toList(),
                Ways.areAllTaken(parts),
                ways.stream().anyMatch(List::isEmpty))
            .under(Ways.condition(parts));
    return new Image(host, image.parts(), image.tag(), image.tail(), image.pinned());
  }

  /** Whether a value can be a name: one without its first part is refused before any push. */
  private static boolean isName(List<LocatedPiece> way) {
    return !way.isEmpty() && !way.get(0).text().matches("(?s)[/:@].*");
  }

  /**
   * What a name may begin with, where all of it may be too much; nothing where that is too short.
   */
  private static List<List<LocatedPiece>> upToTheHost(List<LocatedPiece> parts) {
    boolean chosen = parts.stream().anyMatch(it -> it.piece() instanceof Piece.OneOf);
    for (int end = 1; chosen && end < Math.min(parts.size(), MAX_HOST_PIECES); end++) {
      List<List<LocatedPiece>> ways = Ways.of(parts.subList(0, end));
      if (ways.stream().allMatch(it -> LocatedPiece.written(it).matches("[^\\s,/]+/[^\\s,]*"))) {
        return ways;
      }
    }
    return List.of();
  }

  private static Image plain(List<LocatedPiece> parts) {
    List<LocatedPiece> flat = new ArrayList<>();
    parts.forEach(part -> flat.addAll(split(part)));
    int slash = firstOf(flat, "/", 0);
    int last = -1;
    for (int at = slash; at >= 0; at = firstOf(flat, "/", at + 1)) {
      last = at;
    }
    int digest = firstOf(flat, "@", last + 1);
    int colon = firstOf(flat, ":", last + 1);
    int end = digest < 0 ? flat.size() : digest;
    List<LocatedPiece> tag =
        colon < 0 || colon > end ? List.of() : List.copyOf(flat.subList(colon + 1, end));
    List<LocatedPiece> tail = List.copyOf(flat.subList(last + 1, end));
    // No other run pushes to a repository that has the commit or the run in its name.
    boolean own = flat.subList(0, end - tag.size()).stream().anyMatch(LocatedPiece::isUnique);
    return new Image(host(flat, slash), parts, tag, tail, own || digest >= 0);
  }

  /** The same image under another tag. */
  Image under(List<LocatedPiece> other) {
    return new Image(host, parts, other, List.of(), false);
  }

  /** Each separator by itself. */
  private static List<LocatedPiece> split(LocatedPiece part) {
    if (!(part.piece() instanceof Piece.Text text)) {
      return List.of(part);
    }
    List<LocatedPiece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.text().length(); at++) {
      boolean separator = at < text.text().length() && "/:@".indexOf(text.text().charAt(at)) >= 0;
      if (separator || at == text.text().length()) {
        add(pieces, part, text, from, at);
        if (separator) {
          add(pieces, part, text, at, at + 1);
        }
        from = at + 1;
      }
    }
    return pieces;
  }

  private static void add(
      List<LocatedPiece> into, LocatedPiece part, Piece.Text text, int from, int to) {
    if (from < to) {
      int start = Math.min(text.start() + from, text.end() - 1);
      int end = Math.min(text.start() + to, text.end());
      into.add(
          new LocatedPiece(
              new Piece.Text(text.text().substring(from, to), start, end), part.owner()));
    }
  }

  private static int firstOf(List<LocatedPiece> parts, String separator, int from) {
    for (int at = from; at < parts.size(); at++) {
      if (parts.get(at).text().equals(separator)) {
        return at;
      }
    }
    return -1;
  }

  private static Host host(List<LocatedPiece> flat, int slash) {
    List<LocatedPiece> first = flat.subList(0, Math.max(slash, 0));
    if (!flat.isEmpty() && flat.get(0).piece() instanceof Piece.Expression it && isOwner(it)) {
      return Host.of(List.of());
    }
    boolean open = (slash < 0 ? flat : first).stream().anyMatch(Image::isNoName);
    if (open && (slash < 0 ? flat : first).stream().allMatch(LocatedPiece::isText)) {
      return new Host("a registry that is known only when it runs", false);
    }
    if (slash < 0) {
      return open ? Host.of(flat) : Host.of(List.of());
    }
    boolean named =
        open
            || first.stream()
                .anyMatch(
                    it ->
                        it.text().equals(":")
                            || it.text().indexOf('.') >= 0
                            || it.text().equals("localhost"));
    return Host.of(named ? first : List.of());
  }

  /** What is not known, or is a place that another program puts something into. */
  private static boolean isNoName(LocatedPiece part) {
    return !part.isText() || part.text().indexOf('{') >= 0 || part.text().indexOf('*') >= 0;
  }

  /** An owner on the forge has no dot in the name, so that what begins with one has no host. */
  private static boolean isOwner(Piece.Expression expression) {
    return Set.of("github.repository", "github.repository_owner", "github.actor")
        .contains(expression.body());
  }

  /** What can be said of its tag. */
  Tag judgeTag() {
    if (pinned || tag.stream().anyMatch(LocatedPiece::isUnique)) {
      return Tag.UNIQUE;
    }
    List<LocatedPiece> open = tag.isEmpty() ? tail : tag;
    return open.stream().anyMatch(Image::isOpen) ? Tag.UNKNOWN : Tag.REPEATS;
  }

  private static boolean isOpen(LocatedPiece part) {
    return part.piece() instanceof Piece.Expression expression
        ? Expressions.isOpen(expression.body())
        : !part.isText();
  }
}
