package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import java.util.List;
import java.util.Set;

/**
 * A push, as far as its own command or action tells of it.
 *
 * @param tool what pushes, in the words of its user
 * @param location where that stands
 * @param images what it pushes; empty where the command does not name it
 * @param ownHost the registry that it names apart from any image; {@link Host#UNKNOWN} where it
 *     names none
 * @param credentials the credentials that it brings along
 * @param doubts what may bring credentials and cannot be followed, in a few words
 * @param reads where it looks for logins; empty where it is told not to
 * @param unique whether its arguments tell of a commit or a run, or it pushes no tag at all
 * @param advice how to give it credentials
 * @param when the expression that decides whether it pushes; empty where it always does
 */
record Push(
    String tool,
    Location location,
    List<Image> images,
    Host ownHost,
    List<Credential> credentials,
    List<String> doubts,
    Set<AuthFile> reads,
    boolean unique,
    String advice,
    String when) {

  Push(
      String tool,
      Location location,
      List<Image> images,
      Host ownHost,
      List<Credential> credentials,
      List<String> doubts,
      Set<AuthFile> reads,
      boolean unique,
      String advice) {
    this(tool, location, images, ownHost, credentials, doubts, reads, unique, advice, "");
  }

  /**
   * A password or token.
   *
   * @param secret its parts, a user's name before it not included
   */
  record Credential(List<LocatedPiece> secret) {}

  /** The registries it goes to. */
  List<Host> hosts() {
    return images.isEmpty()
        ? List.of(ownHost)
        : images.stream().flatMap(it -> it.host().each().stream()).distinct().toList();
  }
}
