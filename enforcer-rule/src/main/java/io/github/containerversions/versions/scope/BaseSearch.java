package io.github.containerversions.versions.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search for the commit to compare with. A name is looked up as a ref under its full name and
 * never as a bare word: a tag may bear it, too.
 */
sealed interface BaseSearch permits ConfiguredBase, CommitRange, TargetBranch {

  /**
   * A base to compare with.
   *
   * @param shown what reports call it
   * @param revision what git is asked for: a hash, or a checked expression that is one commit
   * @param branch the short name of the branch that it is; empty where it is not a branch
   * @param remarks what was passed over on the way, as the end of a sentence
   */
  record Found(String shown, String revision, String branch, String remarks) {

    static Found ref(Refs.Ref ref) {
      String name = ref.target().isEmpty() ? ref.name() : ref.target();
      return new Found(name, ref.hash(), Refs.branch(name), "");
    }

    static Found expression(String text) {
      return new Found(text, text + "^{commit}", "", "");
    }

    /** Whether it is known to exist; else git has yet to say. */
    boolean isKnown() {
      return RefName.isHash(revision);
    }
  }

  /**
   * The search that there is cause for: what the user configured, else the range that pre-commit
   * was given, else the branch that the change is to go into.
   *
   * @param baseRef as configured; empty where it is not
   * @throws ScopeException if that names no branch at all
   */
  static BaseSearch of(String baseRef, Map<String, String> environment) throws ScopeException {
    if (!baseRef.isBlank()) {
      return ConfiguredBase.of(baseRef.strip());
    }
    String range = environment.getOrDefault(CommitRange.VARIABLE, "").strip();
    if (RefName.isRevision(range)) {
      return new CommitRange(range);
    }
    return TargetBranch.of(
        environment,
        range.isEmpty() ? List.of() : List.of(CommitRange.VARIABLE + " names no commit"));
  }

  /**
   * Which refs have to be known for the search: full names, with one star for a remote's name; none
   * where no ref can help.
   */
  List<String> patterns();

  /**
   * The base, if there is one.
   *
   * @param currentBranch its short name; empty where HEAD is detached
   * @throws ScopeException if a base is configured and does not exist
   */
  Optional<Found> find(Refs refs, String currentBranch) throws ScopeException;

  /**
   * What was looked for in vain, as part of a sentence.
   *
   * @throws ScopeException if it was configured
   */
  String missing() throws ScopeException;
}
