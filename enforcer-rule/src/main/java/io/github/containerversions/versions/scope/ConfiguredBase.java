package io.github.containerversions.versions.scope;

import java.util.List;
import java.util.Optional;

/**
 * The base that a user wrote down: a branch, of the remote before a local one; a branch with its
 * remote; a full ref name; or a full hash. It has to exist.
 */
record ConfiguredBase(String name) implements BaseSearch {

  private static final String PARAMETER = "baseRef";

  static ConfiguredBase of(String name) throws ScopeException {
    if (!RefName.isBranch(name)) {
      throw new ScopeException(
          PARAMETER
              + " is '"
              + name
              + "', which is no name of a branch; write for example main, release/2.x or"
              + " refs/remotes/upstream/main");
    }
    return new ConfiguredBase(name);
  }

  @Override
  public List<String> patterns() {
    if (RefName.isHash(name)) {
      return List.of();
    }
    return isFullName()
        ? List.of(name)
        : List.of(Refs.ANY_REMOTE + name, Refs.HEADS + name, Refs.REMOTES + name);
  }

  private boolean isFullName() {
    return name.startsWith("refs/");
  }

  @Override
  public Optional<Found> find(Refs refs, String currentBranch) throws ScopeException {
    if (RefName.isHash(name)) {
      return Optional.of(Found.expression(name));
    }
    Optional<Refs.Ref> ref =
        isFullName()
            ? refs.find(name)
            : refs.findBranch(name, currentBranch).or(() -> refs.find(Refs.REMOTES + name));
    if (ref.isEmpty()) {
      throw notThere();
    }
    return ref.map(Found::ref);
  }

  @Override
  public String missing() throws ScopeException {
    throw notThere();
  }

  private ScopeException notThere() {
    String lookedFor =
        patterns().isEmpty() ? "a commit of that hash" : String.join(", ", patterns());
    return new ScopeException(
        PARAMETER
            + " is '"
            + name
            + "', which this clone does not have (looked for "
            + lookedFor
            + "); correct it, or fetch that branch first (in CI: fetch-depth: 0)");
  }
}
