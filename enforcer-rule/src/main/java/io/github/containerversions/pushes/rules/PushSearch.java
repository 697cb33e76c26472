package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.CommandWrappers;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Step;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pushes of a workflow, and the login that each of them profits from. */
final class PushSearch {

  /** So many logins are looked at when a message tells of those that do not count. */
  private static final int MAX_LOGINS = 200;

  /** So long a chain of jobs is followed for what they hand over. */
  private static final int MAX_NEEDS = 50;

  /** The key of logins to registries that cannot be known; no host is called that. */
  private static final String SOMEWHERE = "";

  private final Workflow workflow;
  private final Set<String> registries;
  private final Set<String> open;
  private final List<Note> notes;
  private final List<Found> found = new ArrayList<>();
  private final List<JobLogin> logins = new ArrayList<>();
  private final Map<Location, Circumstances> circumstances = new HashMap<>();
  private final Map<AuthFile, Map<String, Login>> ofThisJob = new EnumMap<>(AuthFile.class);

  /**
   * A push and what stands before it in its job.
   *
   * @param logins the last login to each of its registries, by name
   * @param mayBeIn whether a login may be one to any of them, for all that can be known
   * @param loginsBefore how many logins of the workflow stand before it
   * @param doubts what else leaves it open whether it is logged in
   */
  private record Found(
      Job job,
      Push push,
      Map<String, Login> logins,
      boolean mayBeIn,
      int loginsBefore,
      List<String> doubts) {}

  private final Map<String, List<Job>> named = new HashMap<>();
  private final Set<Job> walked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Job, Map<String, List<LocatedPiece>>> handed =
      new IdentityHashMap<>();
  private @Nullable VariableScope values;
  private String account = "";
  private String condition = "";
  private String doubt = "";

  /**
   * Under what a login was made.
   *
   * @param condition the condition of its step
   * @param account the account that sudo gave it; empty for the step's own
   * @param folder what {@code DOCKER_CONFIG} was; empty where it was not set
   */
  private record Circumstances(String condition, String account, String folder) {
    static final Circumstances USUAL = new Circumstances("", "", "");
  }

  private record JobLogin(Job job, Login login) {}

  private PushSearch(
      Workflow workflow, Set<String> registries, Set<String> open, List<Note> notes) {
    this.open = open;
    this.workflow = workflow;
    this.registries = registries;
    this.notes = notes;
  }

  /**
   * The pushes of a workflow.
   *
   * @param registries the hosts that need credentials; empty for all
   * @param open the hosts that need none
   * @param notes receives what cannot be followed
   */
  static List<WorkflowFacts.Seen> in(
      Workflow workflow, Set<String> registries, Set<String> open, List<Note> notes) {
    PushSearch search = new PushSearch(workflow, registries, open, notes);
    workflow
        .jobs()
        .forEach(it -> search.named.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(it));
    workflow.jobs().forEach(it -> search.walkWithNeeds(it, 0));
    // Several callers of a workflow come to the same push; what is the same of it is said once.
    IdentityHashMap<Job, Integer> order = new IdentityHashMap<>();
    workflow.jobs().forEach(it -> order.put(it, order.size()));
    return search.found.stream()
        .sorted(Comparator.comparingInt(it -> order.getOrDefault(it.job(), 0)))
        .map(search::judge)
        .distinct()
        .toList();
  }

  /** The jobs whose outputs a job sees come before it, wherever they stand. */
  private void walkWithNeeds(Job job, int depth) {
    if (!walked.add(job)) {
      return;
    }
    Map<String, Map<String, List<LocatedPiece>>> seen = new HashMap<>();
    for (String id : job.needs()) {
      for (Job other : depth < MAX_NEEDS ? named.getOrDefault(id, List.of()) : List.<Job>of()) {
        if (other.calls().equals(job.calls())) {
          walkWithNeeds(other, depth + 1);
          seen.put(id, handed.getOrDefault(other, Map.of()));
        }
      }
    }
    walk(job, seen);
  }

  private void walk(Job job, Map<String, Map<String, List<LocatedPiece>>> needed) {
    ofThisJob.clear();
    doubt = "";
    VariableScope values = new VariableScope(workflow, job);
    this.values = values;
    needed.forEach(values::needed);
    CommandRecogniser tools =
        new CommandRecogniser(
            values, it -> add(job, it), it -> add(job, it), this::logout, notes::add);
    ActionRecogniser actions =
        new ActionRecogniser(values, it -> add(job, it), it -> add(job, it), notes::add);
    for (Step step : job.steps()) {
      values.begin(step);
      condition = step.frame().condition();
      if (step instanceof Step.Use use) {
        actions.look(use);
        if (use.action().endsWith("dagger-for-github")) {
          notes.add(new Note(use.location(), "what this action calls is not followed", true));
        }
      } else if (step instanceof Step.Run run) {
        run(run.script(), values, tools);
        if (!run.script().complete() || run.script().commands().isEmpty()) {
          unfollowed(job, values, run.location(), "a script that was not understood");
        }
      }
    }
    handed.put(job, values.handedOver(job));
  }

  /** The commands of a script, and those of the scripts that they run, in their place. */
  private void run(Script script, VariableScope values, CommandRecogniser tools) {
    for (Command given : script.commands()) {
      Command command = CommandInput.of(given, values);
      String outer = account;
      String own = CommandWrappers.account(command.words());
      account = own.isEmpty() ? outer : own;
      Map<String, List<LocatedPiece>> before = values.before(command);
      values.take(command);
      tools.look(command);
      if (command.followed().isEmpty()) {
        noteWhatIsElsewhere(command, values);
      }
      for (Command.Followed followed : command.followed()) {
        if (!followed.problem().isEmpty()) {
          notes.add(new Note(command.words().get(0).location(), followed.problem(), true));
          uncertain("what " + Shown.of(command.words().get(0).lead()) + " runs", values);
        }
        VariableScope.Scope scope = values.enter(followed);
        run(followed.script(), values, tools);
        values.leave(scope);
      }
      values.release(command, before);
      account = outer;
    }
  }

  private void add(Job job, Push push) {
    if (condition.equals("false")
        || push.hosts().stream().allMatch(it -> open.contains(withoutPort(it.name())))) {
      return;
    }
    boolean guarded =
        registries.isEmpty()
            || push.hosts().stream().anyMatch(it -> !it.known() || registries.contains(it.name()));
    if (guarded) {
      Map<String, Login> own = new HashMap<>();
      boolean mayBeIn = false;
      boolean known = push.hosts().stream().allMatch(Image.Host::known);
      for (AuthFile keychain : push.reads()) {
        Map<String, Login> kept = ofThisJob.getOrDefault(keychain, Map.of());
        mayBeIn |= (!kept.isEmpty() && !known) || kept.containsKey(SOMEWHERE);
        for (Image.Host host : push.hosts()) {
          for (Login login : kept.values()) {
            if (login.host().is(host) && covers(login, push) && !isKeptElsewhere(login)) {
              own.put(host.name(), login);
            }
          }
        }
      }
      found.add(new Found(job, push, own, mayBeIn, logins.size(), doubts(push, own)));
    }
  }

  /** Whether a login is for all images of a push; one whose name is not known may be covered. */
  private static boolean covers(Login login, Push push) {
    return push.images().stream()
        .filter(it -> it.parts().stream().allMatch(LocatedPiece::isText))
        .filter(it -> login.host().is(it.host()))
        .allMatch(login::covers);
  }

  /** A login that a step keeps in a folder of its own is not seen where the usual one is read. */
  private boolean isKeptElsewhere(Login login) {
    String folder = circumstances(login).folder();
    return folderOfLogins().isEmpty() && !folder.isEmpty() && !folder.endsWith(".docker");
  }

  private Circumstances circumstances(Login login) {
    return circumstances.getOrDefault(login.location(), Circumstances.USUAL);
  }

  private String folderOfLogins() {
    return values == null ? "" : LocatedPiece.inFull(values.resolve("DOCKER_CONFIG"));
  }

  /** What, apart from the push itself, leaves it open whether it is logged in. */
  private List<String> doubts(Push push, Map<String, Login> own) {
    List<String> doubts = new ArrayList<>();
    for (Login login : own.values()) {
      Circumstances at = circumstances(login);
      if (!at.condition().isEmpty() && !holds(at.condition(), condition + " && " + push.when())) {
        doubts.add("a login that has another condition than the push");
      } else if (!at.account().equals(account)) {
        doubts.add("a login that has another account than the push, unless both are one user's");
      } else if (!at.folder().equals(folderOfLogins())) {
        doubts.add("a login that has another DOCKER_CONFIG than the push");
      } else if (!login.namespace().isEmpty() && !isKnown(push)) {
        doubts.add("a login that has a namespace, which the image may not be in");
      }
    }
    if (!folderOfLogins().isEmpty() && own.isEmpty()) {
      doubts.add("the file that DOCKER_CONFIG names");
    }
    if (!doubt.isEmpty()) {
      doubts.add(doubt);
    }
    if (push.hosts().stream().anyMatch(it -> !it.known() && !it.equals(Image.Host.UNKNOWN))) {
      doubts.add("the registry of the image, which cannot be known here");
    }
    return doubts;
  }

  private static boolean isKnown(Push push) {
    return push.images().stream()
        .allMatch(it -> it.parts().stream().limit(2).allMatch(LocatedPiece::isText));
  }

  /** Whether all parts of a condition are among those of another. */
  private static boolean holds(String when, String given) {
    List<String> parts = List.of(given.replace(" ", "").split("&&", -1));
    return parts.containsAll(List.of(when.replace(" ", "").split("&&", -1)));
  }

  private static String withoutPort(String host) {
    int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
    return colon <= 0 ? host : host.substring(0, colon);
  }

  private void unfollowed(Job job, VariableScope values, Location place, String what) {
    values.open(what, true);
    add(job, new Login(Image.Host.UNKNOWN, place, List.of(), AuthFile.ALL, ""));
  }

  /** A logout ends the logins to a registry, or to all. */
  private void logout(Image.Host host, AuthFile keychain) {
    Map<String, Login> kept = ofThisJob.getOrDefault(keychain, Map.of());
    if (!kept.isEmpty()) {
      kept.keySet().removeIf(it -> host.equals(Image.Host.UNKNOWN) || it.equals(host.name()));
    }
  }

  private void add(Job job, Login login) {
    if (condition.equals("false")) {
      return;
    }
    logins.add(new JobLogin(job, login));
    circumstances.put(login.location(), new Circumstances(condition, account, folderOfLogins()));
    for (AuthFile keychain : login.keychains()) {
      Map<String, Login> kept = ofThisJob.computeIfAbsent(keychain, it -> new HashMap<>());
      kept.put(login.name(), login);
      if (!login.host().known()) {
        kept.put(SOMEWHERE, login);
      }
    }
  }

  private void noteWhatIsElsewhere(Command command, VariableScope values) {
    List<ShellWord> words = CommandWrappers.without(command.words());
    Elsewhere.of(command, words)
        .ifPresent(
            it -> {
              if (it.reported()) {
                notes.add(new Note(words.get(0).location(), it.what() + " is not followed", true));
              }
              uncertain(it.what(), values);
            });
  }

  /** What is not followed may have logged in and set variables. */
  private void uncertain(String what, VariableScope values) {
    values.open(what, true);
    doubt = what + ", which is not followed";
  }

  private WorkflowFacts.Seen judge(Found it) {
    Push push = it.push();
    if (!push.credentials().isEmpty()) {
      return seen(it, WorkflowFacts.Access.OWN, push.credentials(), List.of());
    }
    List<Push.Credential> used = new ArrayList<>();
    List<RelatedLocation> others = new ArrayList<>();
    boolean all = true;
    String doubt = push.doubts().isEmpty() ? "" : push.doubts().get(0);
    for (Image.Host host : push.hosts()) {
      Login login = it.logins().get(host.name());
      if (login != null) {
        used.addAll(login.credentials());
        if (login.credentials().isEmpty()) {
          notes.add(
              new Note(login.location(), "where this login takes its password is not followed"));
        }
        continue;
      }
      all = false;
      if (doubt.isEmpty() && it.mayBeIn()) {
        doubt = "a login earlier in the job, to a registry that cannot be known here";
      }
      others.addAll(otherLogins(it, host));
    }
    boolean conditional = it.doubts().stream().anyMatch(why -> why.startsWith("a login that has"));
    if (all && !conditional) {
      return seen(it, WorkflowFacts.Access.LOGIN, used, List.of());
    }
    if (doubt.isEmpty() && !it.doubts().isEmpty()) {
      doubt = it.doubts().get(0);
    }
    if (doubt.isEmpty()) {
      return seen(it, WorkflowFacts.Access.NONE, used, others.stream().distinct().toList());
    }
    notes.add(new Note(push.location(), "whether this push has credentials depends on " + doubt));
    return seen(it, WorkflowFacts.Access.UNKNOWN, used, List.of());
  }

  private WorkflowFacts.Seen seen(
      Found it,
      WorkflowFacts.Access access,
      List<Push.Credential> credentials,
      List<RelatedLocation> others) {
    List<CredentialOrigin> origins = new ArrayList<>();
    credentials.forEach(credential -> origins.addAll(CredentialOrigin.of(credential.secret())));
    for (CredentialOrigin origin : origins) {
      if (origin instanceof CredentialOrigin.Unknown unknown) {
        notes.add(
            new Note(
                unknown.location(),
                "the credential comes of " + unknown.what() + ": not followed"));
      }
    }
    return new WorkflowFacts.Seen(it.job().id(), it.push(), access, origins, others);
  }

  /** Logins that somebody may have thought to count, and why they do not. */
  private List<RelatedLocation> otherLogins(Found push, Image.Host host) {
    List<RelatedLocation> others = new ArrayList<>();
    for (int index = 0; index < logins.size() && index < MAX_LOGINS; index++) {
      JobLogin login = logins.get(index);
      String why;
      if (!login.job().id().equals(push.job().id())) {
        why = "a login in job " + Shown.of(login.job().id()) + ", which no other job has";
      } else if (index >= push.loginsBefore()) {
        why = "a login after the push";
      } else if (!login.login().namespace().isEmpty()) {
        why = "a login to " + Shown.of(login.login().name()) + " alone";
      } else if (login.login().host().is(host)) {
        why = "a login that " + push.push().tool() + " does not look at";
      } else {
        why = "a login to " + Shown.of(login.login().name());
      }
      if (login.job().id().equals(push.job().id()) || login.login().host().is(host)) {
        others.add(new RelatedLocation(login.login().location(), why));
      }
    }
    return others.subList(0, Math.min(others.size(), 5));
  }
}
