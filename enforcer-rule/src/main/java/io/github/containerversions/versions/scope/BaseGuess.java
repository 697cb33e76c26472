package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import io.github.containerversions.versions.scope.BaseSearch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison will ask of git, by a look at the file of HEAD: its answers are kept by the
 * {@link Repository}. Where HEAD turns out to be elsewhere, git is asked again.
 *
 * @param head the commit of HEAD, as a hash
 * @param branch the current branch; empty where HEAD is detached
 * @param base what it is compared with
 * @param revisions what both have in common
 */
record BaseGuess(String head, String branch, Found base, Revisions revisions) {

  /** Empty where only git can tell what HEAD or the base is. */
  static Optional<BaseGuess> of(Repository repository, BaseSearch search)
      throws GitFailure, ScopeException {
    String name = repository.headFile();
    String branch = name.startsWith(Refs.HEADS) ? name.substring(Refs.HEADS.length()) : "";
    Refs refs = refs(repository, search, branch);
    String head = branch.isEmpty() ? name : hash(refs, name);
    Optional<Found> base = RefName.isHash(head) ? search.find(refs, branch) : Optional.empty();
    return base.isPresent() && base.get().isKnown()
        ? Optional.of(
            new BaseGuess(
                head, branch, base.get(), repository.revisions(head, base.get().revision())))
        : Optional.empty();
  }

  /** Empty for what is no ref. */
  private static String hash(Refs refs, String name) {
    Optional<Refs.Ref> ref = refs.find(name);
    return ref.isPresent() ? ref.get().hash() : "";
  }

  /** What a search needs, and the current branch, which names its remote. */
  static Refs refs(Repository repository, BaseSearch search, String currentBranch)
      throws GitFailure {
    List<String> patterns = new ArrayList<>(search.patterns());
    if (patterns.isEmpty()) {
      return Refs.NONE;
    }
    if (!currentBranch.isEmpty()) {
      patterns.add(Refs.HEADS + currentBranch);
    }
    return repository.refs(patterns);
  }

  /** Whether HEAD and the base differ by commits, so that git will be asked which files differ. */
  boolean differs() {
    boolean onBase = !branch.isEmpty() && branch.equals(base.branch());
    List<String> common = revisions.mergeBases();
    return !onBase && !common.isEmpty() && !common.equals(List.of(head));
  }
}
