package io.github.containerversions.pushes.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A registry.
 *
 * @param name the host in small letters, with a port where one is given; what is not known in it
 *     stands as messages show it
 * @param key the same with what is not known as it stands in the file, to compare it
 * @param known whether it is text as a whole
 * @param oneOf what it is chosen among, where it is not known and that is; a single one where it
 *     may be that or none; else empty
 * @param every whether all of these are taken, one after another
 * @param when the condition under which something is pushed there; empty where it always is
 */
record Host(String name, String key, boolean known, List<Host> oneOf, boolean every, String when) {
  static final Host UNKNOWN = new Host("a registry that the command does not name", false);

  private static final String CHOSEN = "a registry that ";

  private static final Set<String> DOCKER_HUB =
      Set.of("", "docker.io", "index.docker.io", "registry-1.docker.io", "https:");

  Host(String name, boolean known) {
    this(name, name, known, List.of(), false, "");
  }

  static Host of(List<LocatedPiece> parts) {
    StringBuilder name = new StringBuilder();
    StringBuilder key = new StringBuilder();
    boolean known = true;
    for (LocatedPiece part : parts) {
      name.append(part.shown());
      key.append(part.identity());
      known &= part.isText();
    }
    String text = Shown.withoutCredentials(name.toString().strip()).replace("***@", "");
    if (!known) {
      return new Host(text, key.toString(), false, List.of(), false, "");
    }
    text = text.toLowerCase(Locale.ROOT);
    int scheme = text.indexOf("://");
    text = scheme < 0 ? text : text.substring(scheme + 3);
    int slash = text.indexOf('/');
    text = slash < 0 ? text : text.substring(0, slash);
    return new Host(DOCKER_HUB.contains(text) ? "docker.io" : text, true);
  }

  /** All registries that a login names, which a loop may do one after another. */
  static List<Host> all(List<LocatedPiece> parts) {
    List<List<LocatedPiece>> ways = Ways.of(parts);
    return ways.size() > 1 && Ways.areAllTaken(parts)
        ? ways.stream().map(Host::of).toList()
        : List.of(of(parts));
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

  /**
   * The same registry, chosen among some; the only one where there is no choice.
   *
   * @param taken whether all of them are taken, one after another
   * @param maybe whether there may be none after all
   */
  Host among(List<Host> hosts, boolean taken, boolean maybe) {
    return hosts.size() == 1 && !maybe
        ? hosts.get(0)
        : new Host(name, key, false, hosts, taken && !maybe, "");
  }

  /** The same registry, under a condition. */
  Host under(String condition) {
    return new Host(name, key, known, oneOf, every, condition);
  }

  /** What it is chosen among, with its own condition. */
  List<Host> choices() {
    return oneOf.stream().map(it -> it.under(when)).toList();
  }

  /** Whether nothing may be pushed there after all. */
  boolean isOptional() {
    return oneOf.size() == 1;
  }

  /** The registries that are meant for certain: each of those that are all taken, or it alone. */
  List<Host> each() {
    return every ? oneOf : List.of(this);
  }

  /** Whether it is one of some registries, and which these are is known. */
  boolean isChosen() {
    return !oneOf.isEmpty() && oneOf.stream().allMatch(Host::known);
  }

  /** What messages call it: an expression or a variable may hold a credential beside it. */
  String shown() {
    return known || name.startsWith(CHOSEN)
        ? Shown.of(name)
        : "a registry that cannot be known here";
  }

  /** What messages about a push call it. */
  String asTarget() {
    return isChosen()
        ? String.join(" or ", oneOf.stream().map(it -> Shown.of(it.name())).toList())
        : Shown.of(name);
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
    if (equals(UNKNOWN) || key.equals(other.key)) {
      return !equals(UNKNOWN) && key.indexOf(LocatedPiece.COMPUTED) < 0;
    }
    int star = name.indexOf('*');
    int last = name.lastIndexOf('*');
    return star >= 0
        && other.known
        && other.name.startsWith(name.substring(0, star))
        && other.name.endsWith(name.substring(last + 1));
  }
}
