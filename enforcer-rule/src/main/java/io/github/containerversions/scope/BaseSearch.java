package io.github.containerversions.scope;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The search for the base: the places that may name it, best first.
 *
 * <p>A name is looked up as a branch under its full name and never as a bare word, since a tag may
 * bear it. What a user configured has to exist. What a CI system provides may be missing in a
 * shallow clone; then the next place is asked, and that is told.
 */
final class BaseSearch {

  /** Where CI systems put the branch that a change is to go into, in the order they are asked. */
  private static final List<String> CI_VARIABLES =
      List.of(
          "GITHUB_BASE_REF",
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          "CHANGE_TARGET",
          "BITBUCKET_PR_DESTINATION_BRANCH",
          "SYSTEM_PULLREQUEST_TARGETBRANCH");

  /** Set by pre-commit when it is given a range, as in its pre-push stage. */
  private static final String PRE_COMMIT_VARIABLE = "PRE_COMMIT_FROM_REF";

  private static final String PARAMETER = "baseRef";
  private static final String DEFAULT_BRANCH = "main";
  private static final String HEADS = "refs/heads/";
  private static final String REMOTES = "refs/remotes/";

  private final String configured;
  private final String range;
  private final List<Named> names;
  private final List<String> passedOver = new ArrayList<>();

  /** A branch, and the variable that names it; empty for the default. */
  private record Named(String branch, String variable) {

    String described() {
      return variable.isEmpty() ? branch : branch + " (" + variable + ")";
    }
  }

  /**
   * A base to compare with.
   *
   * @param shown what reports call it
   * @param revision what git is asked for: a hash, or a checked expression
   * @param branch the short name of the branch that it is; empty where it is none
   * @param known whether it is known to exist; else git has yet to say
   */
  record Found(String shown, String revision, String branch, boolean known) {}

  /**
   * Takes the names from where they stand.
   *
   * @param baseRef as configured; empty where it is not
   * @throws ScopeException if that names no branch at all
   */
  BaseSearch(String baseRef, Map<String, String> environment) throws ScopeException {
    configured = baseRef.strip();
    if (!configured.isEmpty() && !RefName.isBranch(configured)) {
      throw new ScopeException(
          PARAMETER
              + " is '"
              + configured
              + "', which is no name of a branch; write for example main, release/2.x or"
              + " refs/remotes/upstream/main");
    }
    String from = environment.getOrDefault(PRE_COMMIT_VARIABLE, "").strip();
    range = RefName.isRevision(from) ? from : "";
    if (!from.isEmpty() && range.isEmpty()) {
      passedOver.add(PRE_COMMIT_VARIABLE + " names no commit");
    }
    List<Named> found = new ArrayList<>();
    for (String variable : CI_VARIABLES) {
      String value = environment.getOrDefault(variable, "").strip();
      String name = value.startsWith(HEADS) ? value.substring(HEADS.length()) : value;
      if (RefName.isBranch(name)) {
        found.add(new Named(name, variable));
      } else if (!name.isEmpty()) {
        passedOver.add(variable + " names no branch");
      }
    }
    found.add(new Named(DEFAULT_BRANCH, ""));
    names = List.copyOf(found);
  }

  /** Which refs have to be known for the search; exact names, and one star for a remote's name. */
  List<String> patterns(String currentBranch) {
    LinkedHashSet<String> patterns = new LinkedHashSet<>();
    if (!currentBranch.isEmpty()) {
      patterns.add(HEADS + currentBranch);
    }
    if (!configured.isEmpty() || !range.isEmpty()) {
      String name = configured.isEmpty() ? range : configured;
      if (RefName.isBranch(name)) {
        patterns.add(name.startsWith("refs/") ? name : HEADS + name);
        patterns.add(REMOTES + name);
        patterns.add(REMOTES + "*/" + name);
      }
    } else {
      for (Named name : names) {
        patterns.add(HEADS + name.branch());
        patterns.add(REMOTES + "*/" + name.branch());
      }
      patterns.add(REMOTES + "*/HEAD");
    }
    return List.copyOf(patterns);
  }

  /**
   * The first that exists.
   *
   * @throws ScopeException if a base is configured and does not exist
   */
  Optional<Found> find(Refs refs, String currentBranch) throws ScopeException {
    if (!configured.isEmpty()) {
      return Optional.of(findConfigured(refs, currentBranch));
    }
    if (!range.isEmpty()) {
      return Optional.of(findRange(refs));
    }
    for (Named name : names) {
      Optional<Found> found = findBranch(name.branch(), refs, currentBranch);
      if (found.isPresent()) {
        return found;
      }
      if (!name.variable().isEmpty()) {
        passedOver.add(
            name.variable() + " names " + name.branch() + ", which this clone does not have");
      }
    }
    return refs.findRemote("HEAD", currentBranch).map(BaseSearch::found);
  }

  private Found findConfigured(Refs refs, String currentBranch) throws ScopeException {
    Optional<Found> found =
        configured.startsWith("refs/")
            ? refs.find(configured).map(BaseSearch::found)
            : findBranch(configured, refs, currentBranch)
                .or(() -> refs.find(REMOTES + configured).map(BaseSearch::found));
    if (found.isPresent()) {
      return found.get();
    }
    if (RefName.isHash(configured)) {
      return new Found(configured, configured + "^{commit}", "", false);
    }
    throw notThere(
        configured.startsWith("refs/")
            ? "there is no such ref"
            : "neither the remote in use nor this clone has a branch of that name (looked for "
                + String.join(
                    ", ", REMOTES + "*/" + configured, HEADS + configured, REMOTES + configured)
                + ")");
  }

  /**
   * Takes note that git does not know a base that was found by its text alone.
   *
   * @throws ScopeException if it is a configured one
   */
  void unknown() throws ScopeException {
    if (!configured.isEmpty()) {
      throw notThere("there is no such commit");
    }
  }

  private ScopeException notThere(String why) {
    return new ScopeException(
        PARAMETER
            + " is '"
            + configured
            + "', which this clone does not have: "
            + why
            + "; correct it, or fetch that branch first (in CI: fetch-depth: 0)");
  }

  /** As git reads a bare name, local branches first, but never a tag. */
  private Found findRange(Refs refs) {
    return refs.findLocal(range)
        .or(() -> refs.find(REMOTES + range))
        .map(ref -> new Found(range, ref.hash(), "", true))
        .orElseGet(() -> new Found(range, range + "^{commit}", "", false));
  }

  private static Optional<Found> findBranch(String name, Refs refs, String currentBranch) {
    return refs.findRemote(name, currentBranch)
        .or(() -> refs.findLocal(name))
        .map(ref -> new Found(ref.name(), ref.hash(), name, true));
  }

  private static Found found(Refs.Ref ref) {
    String name = ref.target().isEmpty() ? ref.name() : ref.target();
    String branch = name.startsWith(HEADS) ? name.substring(HEADS.length()) : withoutRemote(name);
    return new Found(name, ref.hash(), branch, true);
  }

  /** The branch of {@code refs/remotes/origin/branch}; empty for what lies elsewhere. */
  private static String withoutRemote(String ref) {
    int slash = ref.startsWith(REMOTES) ? ref.indexOf('/', REMOTES.length()) : -1;
    return slash < 0 ? "" : ref.substring(slash + 1);
  }

  /** What was passed over on the way, as the end of a sentence; empty if nothing was. */
  String remarks() {
    return passedOver.isEmpty() ? "" : "; " + String.join("; ", passedOver);
  }

  /** What was looked for, as part of a sentence. */
  String lookedFor() {
    if (!range.isEmpty()) {
      return range + " (" + PRE_COMMIT_VARIABLE + ")";
    }
    return String.join(", ", names.stream().map(Named::described).toList())
        + " and the default branch of a remote";
  }
}
