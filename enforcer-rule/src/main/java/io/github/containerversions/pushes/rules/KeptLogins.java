package io.github.containerversions.pushes.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The logins of a job so far, by the file that each is stored in and its registry. */
final class KeptLogins {

  /** The key of logins to registries that cannot be known; no host is called that. */
  private static final String SOMEWHERE = "";

  /** So many logins to one registry are kept, which differ in what they were made under. */
  private static final int MAX_LOGINS = 8;

  private final Map<AuthFile, NavigableMap<String, Deque<Kept>>> files =
      new EnumMap<>(AuthFile.class);

  /** The keys of logins to several registries, with an asterisk in their names. */
  private final Set<String> wild = new HashSet<>();

  /** A logout whose registry is not known may have ended as many of the first logins. */
  private final Map<AuthFile, Integer> maybeEnded = new EnumMap<>(AuthFile.class);

  private int made;

  /**
   * A login and what it was made under.
   *
   * @param number how many were made before it
   * @param condition the condition of its step
   * @param account the account that sudo gave it; empty for the step's own
   * @param folder what {@code DOCKER_CONFIG} was; empty where it was not set
   * @param ended whether a logout may have ended it
   */
  record Kept(
      int number, Login login, String condition, String account, String folder, boolean ended) {
    Kept maybeEnded() {
      return ended ? this : new Kept(number, login, condition, account, folder, true);
    }

    boolean isUnderTheSame(Kept other) {
      return condition.equals(other.condition)
          && account.equals(other.account)
          && folder.equals(other.folder);
    }
  }

  private NavigableMap<String, Deque<Kept>> in(AuthFile file) {
    return files.computeIfAbsent(file, it -> new TreeMap<>());
  }

  void add(Login login, String condition, String account, String folder) {
    Kept next = new Kept(made++, login, condition, account, folder, false);
    if (login.host().name().indexOf('*') >= 0) {
      wild.add(login.key());
    }
    for (AuthFile file : login.keychains()) {
      add(next, in(file).computeIfAbsent(login.key(), it -> new ArrayDeque<>()));
      if (!login.host().known()) {
        add(next, in(file).computeIfAbsent(SOMEWHERE, it -> new ArrayDeque<>()));
      }
    }
  }

  /** The last one is first; it takes the place of those that were made under the same. */
  private static void add(Kept next, Deque<Kept> logins) {
    logins.removeIf(next::isUnderTheSame);
    logins.addFirst(next);
    if (logins.size() > MAX_LOGINS) {
      logins.removeLast();
    }
  }

  /**
   * A logout ends logins.
   *
   * @param ended whether it is certain to end one that it is for; else it may
   */
  void remove(Logout logout, Predicate<Kept> ended) {
    NavigableMap<String, Deque<Kept>> logins = in(logout.keychain());
    if (!logout.host().known()) {
      maybeEnded.put(logout.keychain(), made);
    }
    String key = logout.key();
    if (logout.host().equals(Host.UNKNOWN)) {
      if (logout.certain()) {
        logins.values().forEach(it -> end(it, ended));
        logins.values().removeIf(Deque::isEmpty);
      }
    } else {
      Deque<Kept> meant = key.equals(SOMEWHERE) ? null : logins.get(key);
      if (meant != null) {
        end(meant, ended);
        if (meant.isEmpty()) {
          logins.remove(key);
        }
      }
    }
  }

  private static void end(Deque<Kept> logins, Predicate<Kept> ended) {
    List<Kept> left = logins.stream().filter(ended.negate()).map(Kept::maybeEnded).toList();
    logins.clear();
    logins.addAll(left);
  }

  /** The last login to a registry that cannot be known; null if there is no such login. */
  @Nullable Login somewhere(AuthFile file) {
    Deque<Kept> logins = in(file).get(SOMEWHERE);
    return logins == null ? null : logins.getFirst().login();
  }

  boolean hasAny(AuthFile file) {
    return !in(file).isEmpty();
  }

  /** The logins with the key of a registry, alone or with a namespace, and those to several. */
  List<Kept> to(AuthFile file, Host host) {
    NavigableMap<String, Deque<Kept>> logins = in(file);
    List<Deque<Kept>> found =
        new ArrayList<>(
            logins.subMap(host.key(), true, host.key() + "/" + Character.MAX_VALUE, true).values());
    for (String key : wild) {
      Deque<Kept> several = logins.get(key);
      if (several != null) {
        found.add(several);
      }
    }
    int ended = maybeEnded.getOrDefault(file, 0);
    return found.stream()
        .flatMap(Deque::stream)
        .map(it -> it.number() < ended ? it.maybeEnded() : it)
        .toList();
  }
}
