package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.rules.KeptLogins.Kept;
import io.github.containerversions.pushes.workflow.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The logins of one job at one point of it, and what a push there has of them. */
final class JobLogins {

  private final VariableScope values;
  private final KeptLogins kept = new KeptLogins();
  private String condition = "";
  private String account = "";
  private String doubt = "";
  private boolean maybe;
  private boolean uncalled;

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
    kept.add(login, condition, account, folder());
  }

  /** A logout ends logins; where it may not run, or be for others, they may still be there. */
  void remove(Logout logout) {
    kept.remove(logout, it -> isEnded(it, logout));
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
      Login somewhere = kept.somewhere(keychain);
      if (anyLogin.isEmpty() && somewhere != null) {
        anyLogin = "a login before it, to " + somewhere.host().shown();
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
    boolean any = push.reads().stream().anyMatch(kept::hasAny);
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
      for (Kept each : kept.to(keychain, host)) {
        if (each.login().host().is(host) && covers(each.login(), push) && !isElsewhere(each)) {
          all.add(each);
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
