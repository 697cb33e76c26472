package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of an image in its parts: registry, repository, tag or digest (the Distribution project,
 * "reference").
 *
 * @param host the registry
 * @param parts all of the name
 * @param tag the parts after the colon; empty where there is no tag
 * @param tail what follows the last slash, tag included
 * @param pinned whether it ends in a digest
 */
record Image(
    Host host,
    List<LocatedPiece> parts,
    List<LocatedPiece> tag,
    List<LocatedPiece> tail,
    boolean pinned) {

  /**
   * A registry.
   *
   * @param name the host in small letters, with a port where one is given; what is not known in it
   *     stands as a variable
   * @param known whether it is text as a whole
   */
  record Host(String name, boolean known) {
    static final Host UNKNOWN = new Host("a registry that the command does not name", false);

    private static final String CHOSEN = "a registry that ";

    private static final Set<String> DOCKER_HUB =
        Set.of("", "docker.io", "index.docker.io", "registry-1.docker.io", "https:");

    static Host of(List<LocatedPiece> parts) {
      StringBuilder name = new StringBuilder();
      boolean known = true;
      for (LocatedPiece part : parts) {
        name.append(part.shown());
        known &= part.isText();
      }
      String text = Shown.withoutCredentials(name.toString().strip()).replace("***@", "");
      if (known) {
        text = text.toLowerCase(Locale.ROOT);
        int scheme = text.indexOf("://");
        text = scheme < 0 ? text : text.substring(scheme + 3);
        int slash = text.indexOf('/');
        text = slash < 0 ? text : text.substring(0, slash);
        text = DOCKER_HUB.contains(text) ? "docker.io" : text;
      }
      return new Host(text, known);
    }

    /** A registry, or all whose names begin and end as it says. */
    static Host of(String name) {
      return new Host(name, name.indexOf(' ') < 0);
    }

    /** The registry of a name in Azure. */
    static Host azure(List<LocatedPiece> parts) {
      Host named = of(parts);
      return named.known()
          ? of(named.name.indexOf('.') < 0 ? named.name + ".azurecr.io" : named.name)
          : of("*.azurecr.io");
    }

    /** A registry that is chosen by something that is not followed. */
    static Host chosenBy(String what) {
      return new Host(CHOSEN + what + " may choose", false);
    }

    /** What messages call it: an expression or a variable may hold a credential beside it. */
    String shown() {
      return known || name.startsWith(CHOSEN)
          ? Shown.of(name)
          : "a registry that cannot be known here";
    }

    /** Several registries with commas between them. */
    static List<Host> listed(List<LocatedPiece> parts) {
      Host all = of(parts);
      return all.known()
          ? List.of(all.name.split(",", -1)).stream().map(Host::of).toList()
          : List.of(UNKNOWN);
    }

    /** Whether a login to this registry is certainly one to the other. */
    boolean is(Host other) {
      if (equals(UNKNOWN) || name.equals(other.name)) {
        return !equals(UNKNOWN) && name.indexOf(LocatedPiece.COMPUTED) < 0;
      }
      int star = name.indexOf('*');
      int last = name.lastIndexOf('*');
      return star >= 0
          && other.known
          && other.name.startsWith(name.substring(0, star))
          && other.name.endsWith(name.substring(last + 1));
    }
  }

  /** Whether the tag is what a person or a program can see to differ each time, or not. */
  enum Tag {
    UNIQUE,
    REPEATS,
    UNKNOWN
  }

  static Image of(List<LocatedPiece> parts) {
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
    return new Image(host(flat, slash), parts, tag, tail, digest >= 0);
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
    boolean open = (slash < 0 ? flat : first).stream().anyMatch(it -> !it.isText());
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
