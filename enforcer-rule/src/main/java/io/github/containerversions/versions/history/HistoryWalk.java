package io.github.containerversions.versions.history;

import io.github.containerversions.core.git.GitObjects;
import io.github.containerversions.core.git.GitObjects.GitObject;
import io.github.containerversions.versions.history.VersionHistory.Search;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Lag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One walk through the history of HEAD, for all containers that something is to be found of. */
final class HistoryWalk {

  /** So many states of one container's files are read. */
  private static final int MAX_STATES = 500;

  private final GitObjects objects;
  private final CommitGraph graph;
  private final String prefix;
  private final BuildVersions.Reader reader;
  private final EarlierName earlierName;

  /** The length of a hash, in bytes; known from HEAD on. */
  private int hashSize;

  HistoryWalk(
      GitObjects objects, String prefix, BuildVersions.Reader reader, EarlierName earlierName) {
    this.objects = objects;
    this.graph = new CommitGraph(objects);
    this.prefix = prefix;
    this.reader = reader;
    this.earlierName = earlierName;
  }

  /** Finds the name that a file had before. */
  @FunctionalInterface
  interface EarlierName {
    /** That name; empty where there is none. */
    String of(String file) throws IOException;
  }

  /** What is known of one container on the way back. */
  private static final class State {
    private final Search search;
    private final Set<String> seen = new HashSet<>();
    private boolean incomplete;
    private boolean outside;
    private int states;

    State(Search search) {
      this.search = search;
    }
  }

  void run(List<Search> searches) throws IOException {
    Optional<Commit> head = graph.find("HEAD");
    if (head.isEmpty()) {
      searches.forEach(it -> it.giveUp("there is no commit yet"));
      return;
    }
    hashSize = head.get().id().length() / 2;
    List<State> states = searches.stream().map(State::new).toList();
    List<State> open = new ArrayList<>(states);
    Map<String, List<State>> byParent = new HashMap<>();
    for (State each : states) {
      String parent = parent(each.search.container().directory());
      byParent.computeIfAbsent(parent, it -> new ArrayList<>()).add(each);
    }
    graph.walk(
        head.get(),
        (commit, child) -> {
          for (Map.Entry<String, List<State>> each : byParent.entrySet()) {
            each.getValue().removeIf(it -> it.search.open().isEmpty());
            if (!each.getValue().isEmpty()) {
              for (String parent : commit.parents()) {
                objects.ask(tree(parent, each.getKey()));
              }
              look(commit, child, head.get(), each.getKey(), each.getValue());
            }
          }
          open.removeIf(it -> it.search.open().isEmpty());
          return !open.isEmpty();
        });
    for (State state : states) {
      if (!state.search.open().isEmpty()) {
        notFound(state);
      }
      namedCommits(state.search);
    }
  }

  /** What git calls a folder of a commit. */
  private String tree(String commit, String folder) {
    return commit + ":" + path(folder);
  }

  private String path(String folder) {
    String path = prefix + folder;
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String parent(String directory) {
    return directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
  }

  /** Looks at the containers of one folder, whose tree says which of them changed. */
  private void look(Commit commit, Commit child, Commit head, String folder, List<State> states)
      throws IOException {
    Optional<GitObject> object = objects.read(tree(commit.id(), folder));
    if (object.isEmpty() && !isAbsent(commit, path(folder))) {
      states.forEach(it -> it.incomplete = true);
    }
    if (object.isEmpty()) {
      return;
    }
    Map<String, Integer> entries = entries(object.get());
    for (State state : states) {
      Integer offset = entries.get(name(state.search.container().directory()));
      String id = offset == null ? "" : hash(object.get(), offset);
      if (offset != null && (state.seen.add(id) || state.outside)) {
        if (++state.states > MAX_STATES) {
          state.search.giveUp("more than " + MAX_STATES + " earlier states of its files");
        } else {
          compare(state, commit, child, head, id);
        }
      }
    }
  }

  private void compare(State state, Commit commit, Commit child, Commit head, String treeId)
      throws IOException {
    BuildVersions versions = at(commit, state.search.container(), treeId);
    state.incomplete |= !versions.complete();
    state.outside |= versions.followsOutside();
    for (Declaration declaration : List.copyOf(state.search.open())) {
      if (versions.versions().contains(Search.normalised(declaration))) {
        state.search.found(
            declaration,
            commit.id().equals(child.id()) ? new Lag.Behind("", "", 0, 0) : behind(child, head));
      }
    }
  }

  private Lag.Behind behind(Commit changed, Commit head) throws IOException {
    long seconds = Math.max(0, head.time() - changed.time());
    return new Lag.Behind(
        changed.id(),
        Instant.ofEpochSecond(changed.time()).atZone(ZoneOffset.UTC).toLocalDate().toString(),
        graph.countNotIn(head, changed),
        (int) TimeUnit.SECONDS.toDays(seconds));
  }

  /** What the build files declare that a folder holds at a commit. */
  private BuildVersions at(Commit commit, Container container, String treeId) throws IOException {
    objects.ask(treeId);
    CommitFiles files = new CommitFiles(objects, commit.id(), prefix);
    for (String file : container.buildFiles()) {
      objects.ask(files.name(container.path(file)));
    }
    Optional<GitObject> tree = objects.read(treeId);
    if (tree.isEmpty()) {
      return BuildVersions.MISSING;
    }
    List<String> names = List.copyOf(entries(tree.get()).keySet());
    Container then =
        new Container(container.name(), container.directory(), container.service(), names);
    return BuildVersions.of(reader.read(files, then), then);
  }

  /** Whether a commit does not have a path; a partial clone may just miss what is there. */
  private boolean isAbsent(Commit commit, String path) throws IOException {
    if (path.isEmpty()) {
      return false;
    }
    String above = parent(path);
    Optional<GitObject> tree = objects.read(commit.id() + ":" + above);
    return tree.isPresent()
        ? !entries(tree.get()).containsKey(name(path))
        : isAbsent(commit, above);
  }

  /**
   * The names in a tree object and where their hashes begin: mode, a blank, the name, a null byte,
   * the hash.
   */
  private Map<String, Integer> entries(GitObject object) {
    Map<String, Integer> entries = new HashMap<>();
    byte[] tree = object.type().equals("tree") ? object.content() : new byte[0];
    int at = 0;
    while (at < tree.length) {
      int name = at;
      while (tree[name] != ' ') {
        name++;
      }
      int end = name;
      while (tree[end] != 0) {
        end++;
      }
      at = end + 1 + hashSize;
      entries.put(new String(tree, name + 1, end - name - 1, StandardCharsets.UTF_8), end + 1);
    }
    return entries;
  }

  private String hash(GitObject tree, int offset) {
    return HexFormat.of().formatHex(tree.content(), offset, offset + hashSize);
  }

  /** What to say of versions that were nowhere in the history. */
  private void notFound(State state) throws IOException {
    Search search = state.search;
    if (graph.isShallow()) {
      search.giveUp("the clone is shallow, and none of its commits declares it");
      return;
    }
    if (state.incomplete) {
      search.giveUp("an earlier state of its build files declares no version that can be read");
      return;
    }
    for (String file : search.container().buildFiles()) {
      String before = earlierName.of(search.container().path(file));
      if (!before.isEmpty()) {
        search.giveUp(search.container().path(file) + " had another name before: " + before);
        return;
      }
    }
    List.copyOf(search.open()).forEach(it -> search.found(it, new Lag.NeverDeclared()));
  }

  /** Looks at the commits that tags name: each declared what the tag says, or the tag is wrong. */
  private void namedCommits(Search search) throws IOException {
    for (Declaration declaration : search.withCommit()) {
      String name = declaration.tag() == null ? "" : declaration.tag().commit();
      Lag lag = search.lags().get(declaration);
      if (lag instanceof Lag.NeverDeclared) {
        continue;
      }
      Optional<Commit> commit = graph.find(name);
      if (commit.isEmpty()) {
        if (lag instanceof Lag.UpToDate) {
          search.found(
              declaration, new Lag.Unknown("its commit " + name + " is not in this repository"));
        }
        continue;
      }
      Container container = search.container();
      Optional<GitObject> tree =
          objects.read(commit.get().id() + ":" + prefix + container.directory());
      if (tree.isPresent() && tree.get().type().equals("tree")) {
        BuildVersions then = at(commit.get(), container, tree.get().id());
        if (then.complete()
            && !then.versions().isEmpty()
            && !then.versions().contains(Search.normalised(declaration))) {
          search.found(declaration, new Lag.OtherAtCommit(name, then.written()));
        }
      }
    }
  }
}
