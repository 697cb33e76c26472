package io.github.containerversions.versions.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The start of the range that pre-commit was given, by {@code git push} or by {@code --from-ref}.
 * It is read as git reads it, except that a branch comes before a tag of the same name. It decides
 * alone: where it does not exist, nothing else is taken for it.
 */
record CommitRange(String from) implements BaseSearch {

  static final String VARIABLE = "PRE_COMMIT_FROM_REF";

  private static final List<String> PLACES = List.of(Refs.HEADS, Refs.REMOTES, "refs/tags/", "");

  /** Whether git has to make out what it is: a hash, or an expression such as {@code HEAD~2}. */
  private boolean isExpression() {
    return RefName.looksLikeHash(from) || !RefName.isBranch(from);
  }

  @Override
  public List<String> patterns() {
    List<String> patterns = new ArrayList<>();
    if (!isExpression()) {
      PLACES.forEach(place -> patterns.add(place + from));
    }
    return patterns;
  }

  @Override
  public Optional<Found> find(Refs refs, String currentBranch) {
    if (isExpression()) {
      return Optional.of(Found.expression(from));
    }
    return PLACES.stream()
        .flatMap(place -> refs.find(place + from).stream())
        .findFirst()
        .map(ref -> new Found(from, ref.hash(), "", ""));
  }

  @Override
  public String missing() {
    return from + " (" + VARIABLE + ")";
  }
}
