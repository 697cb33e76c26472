package io.github.containerversions.versions.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a version stands in a text as a whole word, whatever the text is. */
public final class Literals {
  /** The most places of one file that are tried. */
  private static final int MAX_PLACES = 50;

  private static final Pattern HASH =
      Pattern.compile(
          "(?m)^[^#\\n]*?\\b(hash|sha256|sha512|vendorHash|vendorSha256|cargoHash|cargoSha256"
              + "|npmDepsHash|rev)[ \\t]*=[ \\t]*\"([^\"$\\n]+)\"");

  private Literals() {}

  /** The offsets at which a version begins; a leading {@code v} is not part of it. */
  public static List<Integer> of(String version, String content) {
    Matcher matcher =
        Pattern.compile(
                "(?<![0-9A-Za-z.])[vV]?("
                    + Pattern.quote(version)
                    + ")(?![0-9A-Za-z]|[.][0-9A-Za-z])")
            .matcher(content);
    List<Integer> found = new ArrayList<>();
    while (matcher.find() && found.size() < MAX_PLACES) {
      found.add(matcher.start(1));
    }
    return found;
  }

  /**
   * A literal of a derivation that depends on the version and is not computed from it.
   *
   * @param name the attribute
   * @param start where its value begins, an offset
   */
  public record Dependent(String name, int start, int end) {}

  /** The hashes and revisions that stand in a derivation as literals. */
  public static List<Dependent> dependents(String nix) {
    Matcher matcher = HASH.matcher(nix);
    List<Dependent> found = new ArrayList<>();
    while (matcher.find() && found.size() < MAX_PLACES) {
      found.add(new Dependent(matcher.group(1), matcher.start(2), matcher.end(2)));
    }
    return found;
  }
}
