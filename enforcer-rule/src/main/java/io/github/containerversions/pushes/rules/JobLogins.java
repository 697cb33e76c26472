package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.workflow.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The logins of one job at one point of it, and what a push there has of them. */
final class JobLogins {

  /** The key of logins to registries that cannot be known; no host is called that. */
  private static final String SOMEWHERE = "";

  private final VariableScope values;

  /** So many logins to one registry are kept, which differ in what they were made under. */
  private static final int MAX_LOGINS = 8;

  private final Map<AuthFile, Map<String, Deque<Kept>>> kept = new EnumMap<>(AuthFile.class);
  private String condition = "";
  private String account = "";
  private String doubt = "";
  private boolean maybe;
  private boolean uncalled;

  /**
   * A login and what it was made under.
   *
   * @param condition the condition of its step
   * @param account the account that sudo gave it; empty for the step's own
   * @param folder what {@code DOCKER_CONFIG} was; empty where it was not set
   * @param ended whether a logout may have ended it
   */
  private record Kept(Login login, String condition, String account, String folder, boolean ended) {
    Kept maybeEnded() {
      return new Kept(login, condition, account, folder, true);
    }
  }

  /**
   * What a push has of the logins before it.
   *
   * @param logins the last login to each of its registries, by name
   * @param unnamed why it is not known where it goes, and a login may be one to there; empty where
   *     that is known
   * @param somewhere which login may be one to any registry; empty for none
   * @param conditional whether one of the logins may not be there after all
   * @param doubts what else leaves it open whether it is logged in
   */
  record Share(
      Map<String, Login> logins,
      String unnamed,
      String somewhere,
      boolean conditional,
      List<String> doubts) {}

  JobLogins(VariableScope values) {
    this.values = values;
  }

  /** A step begins, under a condition. */
  void begin(String condition) {
    this.condition = condition;
  }

  /** Whether the step never runs. */
  boolean isOff() {
    return condition.equals(Condition.NEVER);
  }

  String account() {
    return account;
  }

  /** Commands run as another account from here on; empty for the step's own. */
  void become(String account) {
    this.account = account;
  }

  /** Something that is not followed may have logged in. */
  void mayBeElsewhere(String what) {
    doubt = what + ", which is not followed";
  }

  /** Whether the next command stands under a condition that others set, such as in a Makefile. */
  void maybe(boolean conditional) {
    maybe = conditional;
  }

  /** Whether the next commands are those of a function; answers whether they were before. */
  boolean uncalled(boolean now) {
    boolean before = uncalled;
    uncalled = now;
    return before;
  }

  void add(Login login) {
    Kept made = new Kept(login, condition, account, folder(), false);
    for (AuthFile keychain : login.keychains()) {
      Map<String, Deque<Kept>> logins = kept.computeIfAbsent(keychain, it -> new HashMap<>());
      add(made, logins.computeIfAbsent(login.key(), it -> new ArrayDeque<>()));
      if (!login.host().known()) {
        add(made, logins.computeIfAbsent(SOMEWHERE, it -> new ArrayDeque<>()));
      }
    }
  }

  /** The last one is first; it takes the place of those that were made under the same. */
  private static void add(Kept made, Deque<Kept> logins) {
    logins.removeIf(
        it ->
            it.condition().equals(made.condition())
                && it.account().equals(made.account())
                && it.folder().equals(made.folder()));
    logins.addFirst(made);
    if (logins.size() > MAX_LOGINS) {
      logins.removeLast();
    }
  }

  /** A logout ends logins; where it may not run, or be for others, they may still be there. */
  void remove(Logout logout) {
    Map<String, Deque<Kept>> all = kept.getOrDefault(logout.keychain(), new HashMap<>());
    all.forEach(
        (key, logins) -> {
          boolean meant = logout.isFor(key);
          if (meant || logout.mayBeForAny()) {
            List<Kept> left =
                logins.stream()
                    .filter(it -> !meant || !isEnded(it, logout))
                    .map(Kept::maybeEnded)
                    .toList();
            logins.clear();
            logins.addAll(left);
          }
        });
    all.values().removeIf(Deque::isEmpty);
  }

  /** Whether a logout is certain to run wherever a login was made, and for the same file. */
  private boolean isEnded(Kept made, Logout logout) {
    return logout.certain()
        && !uncalled
        && Condition.follows(condition, made.condition())
        && account.equals(made.account())
        && folder().equals(made.folder());
  }

  Share of(Push push) {
    Map<String, Login> own = new HashMap<>();
    List<String> doubts = new ArrayList<>();
    String anyLogin = "";
    for (AuthFile keychain : push.reads()) {
      Deque<Kept> somewhere =
          kept.getOrDefault(keychain, Map.of()).getOrDefault(SOMEWHERE, new ArrayDeque<>());
      if (anyLogin.isEmpty() && !somewhere.isEmpty()) {
        anyLogin = "a login before it, to " + somewhere.getFirst().login().host().shown();
      }
    }
    for (Host host : withChoices(push.hosts())) {
      String best = "-";
      for (Kept made : to(host, push)) {
        String doubt = doubt(made, host, push);
        if (!own.containsKey(host.key()) || doubt.isEmpty()) {
          own.put(host.key(), made.login());
          best = doubt;
        }
        if (doubt.isEmpty()) {
          break;
        }
      }
      if (best.length() > 1) {
        doubts.add(best);
      }
    }
    boolean conditional = !doubts.isEmpty();
    if (!folder().isEmpty() && own.isEmpty()) {
      doubts.add("the file that DOCKER_CONFIG names");
    }
    if (!doubt.isEmpty()) {
      doubts.add(doubt);
    }
    if (uncalled) {
      doubts.add("a call of the function that it stands in, which is not seen");
    }
    if (maybe) {
      doubts.add("a condition of the script or Makefile that it stands in");
    }
    return new Share(own, unnamed(push), anyLogin, conditional, doubts);
  }

  private static List<Host> withChoices(List<Host> hosts) {
    return hosts.stream()
        .flatMap(it -> Stream.concat(Stream.of(it), it.choices().stream()))
        .toList();
  }

  /** Why the registry of a push cannot be known; empty where it can, or where no login counts. */
  private String unnamed(Push push) {
    boolean any = push.reads().stream().anyMatch(it -> !kept.getOrDefault(it, Map.of()).isEmpty());
    for (Host host : push.hosts()) {
      if (host.equals(Host.UNKNOWN) && any) {
        return "what it pushes, which the command does not name";
      } else if (!host.known() && !host.isChosen() && !host.equals(Host.UNKNOWN)) {
        return "the registry of the image, which cannot be known here";
      }
    }
    return "";
  }

  /** The logins to a registry that a push sees. */
  private List<Kept> to(Host host, Push push) {
    List<Kept> all = new ArrayList<>();
    for (AuthFile keychain : push.reads()) {
      for (Deque<Kept> logins : kept.getOrDefault(keychain, Map.of()).values()) {
        for (Kept made : logins) {
          if (made.login().host().is(host) && covers(made.login(), push) && !isElsewhere(made)) {
            all.add(made);
          }
        }
      }
    }
    return all;
  }

  /** Why a login may not be there for a push; empty where it is. */
  private String doubt(Kept made, Host host, Push push) {
    String when = Condition.both(Condition.both(condition, push.when()), host.when());
    if (isOtherwise(made, when)) {
      return "a login that has another condition than the push";
    } else if (made.ended()) {
      return "a logout that may have ended the login";
    } else if (!made.account().equals(account)) {
      return "a login that has another account than the push, unless both are one user's";
    } else if (!made.folder().equals(folder())) {
      return "a login that has another DOCKER_CONFIG than the push";
    } else if (!made.login().namespace().isEmpty() && !isKnown(push)) {
      return "a login that has a namespace, which the image may not be in";
    }
    return "";
  }

  /** Whether a login may not have been made where a condition holds. */
  private static boolean isOtherwise(Kept made, String given) {
    return !Condition.follows(made.condition(), given);
  }

  /** Whether a login is for all images of a push; one whose name is not known may be covered. */
  private static boolean covers(Login login, Push push) {
    return push.images().stream()
        .filter(it -> it.parts().stream().allMatch(LocatedPiece::isText))
        .filter(it -> login.host().is(it.host()))
        .allMatch(login::covers);
  }

  private static boolean isKnown(Push push) {
    return push.images().stream()
        .allMatch(it -> it.parts().stream().limit(2).allMatch(LocatedPiece::isText));
  }

  /** A login that a step keeps in a folder of its own is not seen where the usual one is read. */
  private boolean isElsewhere(Kept made) {
    String other = made.folder();
    return folder().isEmpty() && !other.isEmpty() && !other.endsWith(".docker");
  }

  private String folder() {
    return LocatedPiece.written(values.exportedValue("DOCKER_CONFIG"));
  }
}
