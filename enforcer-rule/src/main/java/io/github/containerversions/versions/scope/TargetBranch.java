package io.github.containerversions.versions.scope;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The branch that the change is to go into: the one that the CI system names, else main, else the
 * default branch of the remote. A clone made by a CI system may lack any of them; then the next one
 * is taken, and the log says so.
 *
 * @param names the branches to look for, best first
 * @param remarks what could not be looked for, and why
 */
record TargetBranch(List<Named> names, List<String> remarks) implements BaseSearch {

  /** In the order in which they are asked; an empty value counts as not set. */
  private static final List<String> VARIABLES =
      List.of(
          // GitHub Actions, Gitea, Forgejo
          "GITHUB_BASE_REF",
          // GitLab
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          // Woodpecker
          "CI_COMMIT_TARGET_BRANCH",
          // Jenkins
          "CHANGE_TARGET",
          // Bitbucket
          "BITBUCKET_PR_DESTINATION_BRANCH",
          // Azure Pipelines, which gives refs/heads/main
          "SYSTEM_PULLREQUEST_TARGETBRANCH");

  private static final String DEFAULT = "main";

  /** A branch, and the variable that names it; empty for the one that is looked for anyway. */
  record Named(String branch, String variable) {

    private String described() {
      return variable.isEmpty() ? branch : branch + " (" + variable + ")";
    }
  }

  TargetBranch {
    names = List.copyOf(names);
    remarks = List.copyOf(remarks);
  }

  static TargetBranch of(Map<String, String> environment, List<String> remarks) {
    List<Named> names = new ArrayList<>();
    List<String> all = new ArrayList<>(remarks);
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "").strip();
      String name = value.startsWith(Refs.HEADS) ? value.substring(Refs.HEADS.length()) : value;
      if (RefName.isBranch(name)) {
        names.add(new Named(name, variable));
      } else if (!name.isEmpty()) {
        all.add(variable + " names no branch");
      }
    }
    names.add(new Named(DEFAULT, ""));
    return new TargetBranch(names, all);
  }

  @Override
  public List<String> patterns() {
    LinkedHashSet<String> patterns = new LinkedHashSet<>();
    for (Named name : names) {
      patterns.add(Refs.ANY_REMOTE + name.branch());
      patterns.add(Refs.HEADS + name.branch());
    }
    patterns.add(Refs.ANY_REMOTE + Refs.HEAD);
    return List.copyOf(patterns);
  }

  @Override
  public Optional<Found> find(Refs refs, String currentBranch) {
    List<String> passedOver = new ArrayList<>(remarks);
    for (Named name : names) {
      Optional<Refs.Ref> ref = refs.findBranch(name.branch(), currentBranch);
      if (ref.isPresent()) {
        return Optional.of(found(ref.get(), passedOver));
      }
      if (!name.variable().isEmpty()) {
        passedOver.add(
            name.variable() + " names " + name.branch() + ", which this clone does not have");
      }
    }
    return refs.findRemote(Refs.HEAD, currentBranch).map(found -> found(found, passedOver));
  }

  private static Found found(Refs.Ref ref, List<String> remarks) {
    Found found = Found.ref(ref);
    return new Found(found.shown(), found.revision(), found.branch(), ending(remarks));
  }

  private static String ending(List<String> remarks) {
    return remarks.isEmpty() ? "" : "; " + String.join("; ", remarks);
  }

  @Override
  public String missing() {
    return String.join(", ", names.stream().map(Named::described).toList())
        + " and the default branch of a remote"
        + ending(remarks);
  }
}
