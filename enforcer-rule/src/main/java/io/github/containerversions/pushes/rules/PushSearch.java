package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.shell.ShellWord;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Note;
import io.github.containerversions.pushes.workflow.Step;
import io.github.containerversions.pushes.workflow.Workflow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the pushes of a workflow, and the login that each of them profits from. */
final class PushSearch {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "source", ".");

  /** So many logins are looked at when a message tells of those that do not count. */
  private static final int MOST_LOGINS = 200;

  /** The key of logins to registries that cannot be known; no host is called that. */
  private static final String SOMEWHERE = "";

  private final Workflow workflow;
  private final Set<String> registries;
  private final List<Note> notes;
  private final List<Found> found = new ArrayList<>();
  private final List<JobLogin> logins = new ArrayList<>();
  private final Map<AuthFile, Map<String, Login>> ofThisJob = new EnumMap<>(AuthFile.class);

  /**
   * A push and what stands before it in its job.
   *
   * @param logins the last login to each of its registries, by name
   * @param mayBeIn whether a login may be one to any of them, for all that can be known
   * @param loginsBefore how many logins of the workflow stand before it
   */
  private record Found(
      Job job, Push push, Map<String, Login> logins, boolean mayBeIn, int loginsBefore) {}

  private record JobLogin(Job job, Login login) {}

  private PushSearch(Workflow workflow, Set<String> registries, List<Note> notes) {
    this.workflow = workflow;
    this.registries = registries;
    this.notes = notes;
  }

  /**
   * The pushes of a workflow.
   *
   * @param registries the hosts that need credentials; empty for all
   * @param notes told of what cannot be followed
   */
  static List<WorkflowFacts.Seen> in(Workflow workflow, Set<String> registries, List<Note> notes) {
    PushSearch search = new PushSearch(workflow, registries, notes);
    workflow.jobs().forEach(search::walk);
    return search.found.stream().map(search::judge).toList();
  }

  private void walk(Job job) {
    ofThisJob.clear();
    VariableScope values = new VariableScope(workflow, job);
    CommandRecogniser tools = new CommandRecogniser(values, it -> add(job, it), it -> add(job, it));
    ActionRecogniser actions = new ActionRecogniser(values, it -> add(job, it), it -> add(job, it));
    for (Step step : job.steps()) {
      values.begin(step);
      if (step instanceof Step.Use use) {
        actions.look(use);
        if (use.action().endsWith("dagger-for-github")) {
          notes.add(new Note(use.location(), "what this action calls is not followed"));
        }
      } else if (step instanceof Step.Run run) {
        for (Command command : run.script().commands()) {
          values.take(command);
          tools.look(command);
          noteWhatIsElsewhere(command);
        }
      }
    }
  }

  private void add(Job job, Push push) {
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
          Login login = host.equals(Image.Host.UNKNOWN) ? null : kept.get(host.name());
          if (login != null) {
            own.put(host.name(), login);
          }
        }
      }
      found.add(new Found(job, push, own, mayBeIn, logins.size()));
    }
  }

  private void add(Job job, Login login) {
    logins.add(new JobLogin(job, login));
    for (AuthFile keychain : login.keychains()) {
      Map<String, Login> kept = ofThisJob.computeIfAbsent(keychain, it -> new HashMap<>());
      kept.put(login.host().name(), login);
      if (!login.host().known()) {
        kept.put(SOMEWHERE, login);
      }
    }
  }

  private void noteWhatIsElsewhere(Command command) {
    List<ShellWord> words = CommandWrappers.without(command.words());
    if (words.isEmpty()) {
      return;
    }
    String name = words.get(0).text().orElse("");
    String what = "";
    if (name.equals("eval")) {
      what = "what eval runs";
    } else if (SHELLS.contains(name) && words.size() > 1) {
      what = words.get(1).is("-c") ? "what " + name + " -c runs" : "the script that this runs";
    } else if (name.endsWith(".sh")) {
      what = "the script " + Shown.of(name);
    }
    if (!what.isEmpty()) {
      notes.add(new Note(words.get(0).location(), what + " is not followed"));
    }
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
    if (all) {
      return seen(it, WorkflowFacts.Access.LOGIN, used, List.of());
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
    for (int index = 0; index < logins.size() && index < MOST_LOGINS; index++) {
      JobLogin login = logins.get(index);
      String why;
      if (!login.job().id().equals(push.job().id())) {
        why = "a login in job " + Shown.of(login.job().id()) + ", which no other job has";
      } else if (index >= push.loginsBefore()) {
        why = "a login after the push";
      } else if (login.login().host().is(host)) {
        why = "a login that " + push.push().tool() + " does not look at";
      } else {
        why = "a login to " + Shown.of(login.login().host().name());
      }
      if (login.job().id().equals(push.job().id()) || login.login().host().is(host)) {
        others.add(new RelatedLocation(login.login().location(), why));
      }
    }
    return others.subList(0, Math.min(others.size(), 5));
  }
}
