package io.github.containerversions.versions.history;

import io.github.containerversions.core.git.GitObjects;
import io.github.containerversions.core.git.GitObjects.GitObject;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** The commits of a repository, each read once. */
final class CommitGraph {
  private static final Comparator<Commit> NEWEST_FIRST =
      Comparator.comparingLong(Commit::time).reversed().thenComparing(Commit::id);

  private final GitObjects objects;
  private final Map<String, Optional<Commit>> commits = new HashMap<>();
  private boolean shallow;

  CommitGraph(GitObjects objects) {
    this.objects = objects;
  }

  /** The commit of a name; empty where there is none, or the name is that of something else. */
  Optional<Commit> find(String name) throws IOException {
    Optional<Commit> known = commits.get(name);
    if (known != null) {
      return known;
    }
    Optional<GitObject> object = objects.read(name(name));
    Optional<Commit> commit = object.filter(it -> it.type().equals("commit")).map(Commit::of);
    commits.put(name, commit);
    commit.ifPresent(it -> commits.put(it.id(), commit));
    return commit;
  }

  private static String name(String commit) {
    return commit + "^{commit}";
  }

  /** Whether a commit was missing: the clone holds only the newest ones. */
  boolean isShallow() {
    return shallow;
  }

  /** What is done with a commit on the way. */
  interface Visitor {
    /**
     * Looks at a commit.
     *
     * @param child the commit that it was reached from; the commit itself for the first one
     * @return whether to go on
     */
    boolean visit(Commit commit, Commit child) throws IOException;
  }

  /** Goes from a commit back through its history, the newest first. */
  void walk(Commit start, Visitor visitor) throws IOException {
    Map<String, Commit> children = new HashMap<>();
    children.put(start.id(), start);
    PriorityQueue<Commit> queue = new PriorityQueue<>(NEWEST_FIRST);
    queue.add(start);
    while (!queue.isEmpty()) {
      Commit commit = queue.remove();
      for (String id : commit.parents()) {
        if (!commits.containsKey(id)) {
          objects.ask(name(id));
        }
      }
      if (!visitor.visit(commit, children.getOrDefault(commit.id(), commit))) {
        return;
      }
      for (String id : commit.parents()) {
        Optional<Commit> parent = find(id);
        if (parent.isEmpty()) {
          shallow = true;
        } else if (children.putIfAbsent(id, commit) == null) {
          queue.add(parent.get());
        }
      }
    }
  }

  /** How many commits of a history another one does not have; see git-rev-list(1). */
  int countNotIn(Commit start, Commit excluded) throws IOException {
    Set<String> notCounted = new HashSet<>(Set.of(excluded.id()));
    Set<String> reached = new HashSet<>(Set.of(excluded.id()));
    Set<String> toCount = new HashSet<>();
    PriorityQueue<Commit> queue = new PriorityQueue<>(NEWEST_FIRST);
    queue.add(excluded);
    if (reached.add(start.id())) {
      queue.add(start);
      toCount.add(start.id());
    }
    int count = 0;
    while (!toCount.isEmpty()) {
      Commit commit = queue.remove();
      boolean counted = toCount.remove(commit.id());
      count += counted ? 1 : 0;
      for (String id : commit.parents()) {
        if (!counted) {
          notCounted.add(id);
          toCount.remove(id);
        }
        Optional<Commit> parent = find(id);
        if (parent.isPresent() && reached.add(id)) {
          queue.add(parent.get());
          if (!notCounted.contains(id)) {
            toCount.add(id);
          }
        }
      }
    }
    return count;
  }
}
