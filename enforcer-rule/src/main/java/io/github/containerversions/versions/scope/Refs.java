package io.github.containerversions.versions.scope;

import io.github.containerversions.core.git.GitFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The refs that were asked for and exist, by full name. */
record Refs(Map<String, Ref> byName) {

  /** What is known without asking. */
  static final Refs NONE = new Refs(Map.of());

  /** What {@link #parse} reads; no ref name holds a tab or a line break. */
  static final String FORMAT = "%(refname)%09%(objectname)%09%(symref)%09%(upstream:remotename)";

  static final String HEADS = "refs/heads/";
  static final String REMOTES = "refs/remotes/";

  /** The start of a pattern; the star stands for the name of one remote. */
  static final String ANY_REMOTE = REMOTES + "*/";

  /** Stands for the default branch of a remote. */
  static final String HEAD = "HEAD";

  /**
   * A ref.
   *
   * @param name its full name
   * @param hash the object it points at
   * @param target the full name of the ref it stands for; empty where it stands for itself
   * @param upstreamRemote the remote that the branch follows, if it follows any
   */
  record Ref(String name, String hash, String target, String upstreamRemote) {}

  Refs {
    byName = Map.copyOf(byName);
  }

  static Refs parse(String output) throws GitFailure {
    Map<String, Ref> refs = new LinkedHashMap<>();
    for (String line : output.split("\n", -1)) {
      if (line.isEmpty()) {
        continue; // after the last line
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 4) {
        throw GitFailure.of("git for-each-ref answered in an unknown form");
      }
      refs.put(fields[0], new Ref(fields[0], fields[1], fields[2], fields[3]));
    }
    return new Refs(refs);
  }

  Optional<Ref> find(String fullName) {
    return Optional.ofNullable(byName.get(fullName));
  }

  /** A branch as a remote has it, else the local one. */
  Optional<Ref> findBranch(String name, String currentBranch) {
    Optional<Ref> remote = findRemote(name, currentBranch);
    return remote.isPresent() ? remote : find(HEADS + name);
  }

  /**
   * The short name of a branch: {@code x/y} for {@code refs/heads/x/y} and for {@code
   * refs/remotes/origin/x/y}; empty for what is no branch.
   */
  static String branch(String fullName) {
    if (fullName.startsWith(HEADS)) {
      return fullName.substring(HEADS.length());
    }
    int slash = fullName.startsWith(REMOTES) ? fullName.indexOf('/', REMOTES.length()) : -1;
    return slash < 0 ? "" : fullName.substring(slash + 1);
  }

  /**
   * A branch as a remote has it: of the remote that the current branch follows, else of origin,
   * else of the only remote that has one of that name.
   */
  Optional<Ref> findRemote(String name, String currentBranch) {
    Ref current = byName.get(HEADS + currentBranch);
    String upstream = current == null ? "" : current.upstreamRemote();
    TreeSet<String> remotes = new TreeSet<>();
    for (String ref : byName.keySet()) {
      int end = ref.length() - name.length() - 1;
      if (ref.startsWith(REMOTES) && ref.endsWith("/" + name) && end > REMOTES.length()) {
        String remote = ref.substring(REMOTES.length(), end);
        // refs/remotes/origin/a/main is branch a/main of origin, not main of a remote origin/a.
        if (remote.indexOf('/') < 0 || remote.equals(upstream)) {
          remotes.add(remote);
        }
      }
    }
    for (String remote : List.of(upstream, "origin")) {
      if (remotes.contains(remote)) {
        return find(REMOTES + remote + "/" + name);
      }
    }
    return remotes.size() == 1 ? find(REMOTES + remotes.first() + "/" + name) : Optional.empty();
  }
}
