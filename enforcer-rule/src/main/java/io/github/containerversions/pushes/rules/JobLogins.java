package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.workflow.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The logins of one job at one point of it, and what a push there has of them. */
final class JobLogins {

  /** The key of logins to registries that cannot be known; no host is called that. */
  private static final String SOMEWHERE = "";

  private final VariableScope values;
  private final Map<AuthFile, Map<String, Kept>> kept = new EnumMap<>(AuthFile.class);
  private String condition = "";
  private String account = "";
  private String doubt = "";
  private boolean maybe;

  /**
   * A login and what it was made under.
   *
   * @param condition the condition of its step
   * @param account the account that sudo gave it; empty for the step's own
   * @param folder what {@code DOCKER_CONFIG} was; empty where it was not set
   */
  private record Kept(Login login, String condition, String account, String folder) {}

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

  void add(Login login) {
    Kept made = new Kept(login, condition, account, folder());
    for (AuthFile keychain : login.keychains()) {
      Map<String, Kept> logins = kept.computeIfAbsent(keychain, it -> new HashMap<>());
      Kept before = logins.get(login.name());
      if (before == null || !isOtherwise(before, condition) || isOtherwise(made, "")) {
        logins.put(login.name(), made);
      }
      if (!login.host().known()) {
        logins.put(SOMEWHERE, made);
      }
    }
  }

  /** A logout ends the logins to a registry, or to all. */
  void remove(Image.Host host, AuthFile keychain) {
    Map<String, Kept> logins = kept.getOrDefault(keychain, Map.of());
    if (!logins.isEmpty()) {
      logins.keySet().removeIf(it -> host.equals(Image.Host.UNKNOWN) || it.equals(host.name()));
    }
  }

  Share of(Push push) {
    Map<String, Login> own = new HashMap<>();
    List<String> doubts = new ArrayList<>();
    String anyLogin = "";
    for (AuthFile keychain : push.reads()) {
      Map<String, Kept> logins = kept.getOrDefault(keychain, Map.of());
      Kept somewhere = logins.get(SOMEWHERE);
      if (anyLogin.isEmpty() && somewhere != null) {
        anyLogin = "a login before it, to " + somewhere.login().host().shown();
      }
      for (Image.Host host : push.hosts()) {
        for (Kept made : logins.values()) {
          if (made.login().host().is(host) && covers(made.login(), push) && !isElsewhere(made)) {
            own.put(host.name(), made.login());
            addDoubts(made, push, doubts);
          }
        }
      }
    }
    boolean conditional = !doubts.isEmpty();
    if (!folder().isEmpty() && own.isEmpty()) {
      doubts.add("the file that DOCKER_CONFIG names");
    }
    if (!doubt.isEmpty()) {
      doubts.add(doubt);
    }
    if (maybe) {
      doubts.add("a condition of the script or Makefile that it stands in");
    }
    return new Share(own, unnamed(push), anyLogin, conditional, doubts);
  }

  /** Why the registry of a push cannot be known; empty where it can, or where no login counts. */
  private String unnamed(Push push) {
    boolean any = push.reads().stream().anyMatch(it -> !kept.getOrDefault(it, Map.of()).isEmpty());
    for (Image.Host host : push.hosts()) {
      if (host.equals(Image.Host.UNKNOWN) && any) {
        return "what it pushes, which the command does not name";
      } else if (!host.known() && !host.equals(Image.Host.UNKNOWN)) {
        return "the registry of the image, which cannot be known here";
      }
    }
    return "";
  }

  /** Why a login may not be there for a push. */
  private void addDoubts(Kept made, Push push, List<String> doubts) {
    if (isOtherwise(made, Condition.both(condition, push.when()))) {
      doubts.add("a login that has another condition than the push");
    } else if (!made.account().equals(account)) {
      doubts.add("a login that has another account than the push, unless both are one user's");
    } else if (!made.folder().equals(folder())) {
      doubts.add("a login that has another DOCKER_CONFIG than the push");
    } else if (!made.login().namespace().isEmpty() && !isKnown(push)) {
      doubts.add("a login that has a namespace, which the image may not be in");
    }
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
    return LocatedPiece.inFull(values.resolve("DOCKER_CONFIG"));
  }
}
