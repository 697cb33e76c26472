package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.finding.RelatedLocation;
import io.github.containerversions.pushes.workflow.Job;
import io.github.containerversions.pushes.workflow.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Judges how the pushes of a workflow come to their credentials. */
final class PushAccess {

  /** The most logins that are examined for a message that names those that do not count. */
  private static final int MAX_LOGINS = 200;

  private final List<JobLogin> logins = new ArrayList<>();
  private final List<Note> notes;

  private record JobLogin(Job job, Login login) {}

  /**
   * A push and what stands before it in its job.
   *
   * @param share what it has of the logins of its job
   * @param loginsBefore how many logins of the workflow stand before it
   */
  record Found(Job job, Push push, JobLogins.Share share, int loginsBefore) {}

  PushAccess(List<Note> notes) {
    this.notes = notes;
  }

  /** Takes note of a login, which messages may tell of. */
  void add(Job job, Login login) {
    logins.add(new JobLogin(job, login));
  }

  /** A push as it stands after the logins so far. */
  Found found(Job job, Push push, JobLogins.Share share) {
    return new Found(job, push, share, logins.size());
  }

  WorkflowFacts.Seen judge(Found it) {
    Push push = it.push();
    if (!push.credentials().isEmpty()) {
      return seen(it, WorkflowFacts.Access.OWN, push.credentials());
    }
    List<Push.Credential> used = new ArrayList<>();
    List<RelatedLocation> others = new ArrayList<>();
    List<Host> without = new ArrayList<>();
    boolean refused = false;
    String doubt = push.doubts().isEmpty() ? "" : push.doubts().get(0);
    for (Host host : push.hosts()) {
      List<Login> there = logins(it.share(), host);
      there.forEach(login -> use(login, used));
      if (!there.isEmpty() && there.size() >= host.oneOf().size()) {
        continue;
      }
      without.add(host);
      String open = host.known() || host.isChosen() ? "" : it.share().unnamed();
      open = open.isEmpty() && !there.isEmpty() ? "which of several registries it goes to" : open;
      open = open.isEmpty() && host.isOptional() ? "a condition of one of its images" : open;
      open = open.isEmpty() ? it.share().somewhere() : open;
      refused |= (host.known() || host.isChosen()) && open.isEmpty();
      doubt = doubt.isEmpty() ? open : doubt;
      others.addAll(otherLogins(it, host));
    }
    if (refused && push.doubts().isEmpty() && it.share().doubts().isEmpty()) {
      return refused(it, used, without, others);
    }
    if (without.isEmpty() && !it.share().conditional()) {
      return seen(it, WorkflowFacts.Access.LOGIN, used);
    }
    if (doubt.isEmpty() && !it.share().doubts().isEmpty()) {
      doubt = it.share().doubts().get(0);
    }
    if (doubt.isEmpty()) {
      return refused(it, used, without, others);
    }
    notes.add(new Note(push.location(), "whether this push has credentials depends on " + doubt));
    return seen(it, WorkflowFacts.Access.UNKNOWN, used);
  }

  /** The login to a registry, or one to each of those that it is chosen among and that have one. */
  private static List<Login> logins(JobLogins.Share share, Host host) {
    Login same = share.logins().get(host.key());
    if (same != null) {
      return Collections.nCopies(Math.max(1, host.oneOf().size()), same);
    }
    List<Login> logins = new ArrayList<>();
    for (Host one : host.oneOf()) {
      Login login = share.logins().get(one.key());
      if (login != null) {
        logins.add(login);
      }
    }
    return logins;
  }

  private void use(Login login, List<Push.Credential> used) {
    for (Push.Credential credential : login.credentials()) {
      if (!used.contains(credential)) {
        used.add(credential);
      }
    }
    if (login.credentials().isEmpty()) {
      notes.add(new Note(login.location(), "where this login takes its password is not followed"));
    }
  }

  private WorkflowFacts.Seen refused(
      Found it, List<Push.Credential> used, List<Host> without, List<RelatedLocation> others) {
    return new WorkflowFacts.Seen(
        it.job().id(),
        it.push(),
        WorkflowFacts.Access.NONE,
        origins(used),
        without.stream().anyMatch(PushAccess::isNamed)
            ? without.stream().filter(PushAccess::isNamed).toList()
            : without,
        others.stream().distinct().toList());
  }

  private static boolean isNamed(Host host) {
    return host.known() || host.isChosen();
  }

  private WorkflowFacts.Seen seen(
      Found it, WorkflowFacts.Access access, List<Push.Credential> credentials) {
    return new WorkflowFacts.Seen(
        it.job().id(), it.push(), access, origins(credentials), List.of(), List.of());
  }

  private List<CredentialOrigin> origins(List<Push.Credential> credentials) {
    List<CredentialOrigin> origins = new ArrayList<>();
    credentials.forEach(credential -> origins.addAll(CredentialOrigin.of(credential.secret())));
    for (CredentialOrigin origin : origins) {
      if (origin instanceof CredentialOrigin.Unknown unknown) {
        notes.add(
            new Note(
                unknown.location(),
                "the credential comes from " + unknown.what() + ": not followed"));
      }
    }
    return origins;
  }

  /** Logins that somebody may have thought to count, and why they do not. */
  private List<RelatedLocation> otherLogins(Found push, Host host) {
    List<RelatedLocation> others = new ArrayList<>();
    for (int index = 0; index < logins.size() && index < MAX_LOGINS; index++) {
      JobLogin login = logins.get(index);
      String why;
      if (!login.job().id().equals(push.job().id())) {
        why = "a login in job " + Shown.of(login.job().id()) + ", which other jobs do not see";
      } else if (index >= push.loginsBefore()) {
        why = "a login after the push";
      } else if (!login.login().namespace().isEmpty()) {
        why = "a login to " + Shown.of(login.login().name()) + " alone";
      } else if (!login.login().host().is(host)) {
        why = "a login to " + Shown.of(login.login().name());
      } else if (Collections.disjoint(login.login().keychains(), push.push().reads())) {
        why = "a login that " + push.push().tool() + " does not look at";
      } else {
        why = "a login that has ended, or that is not kept where the push looks";
      }
      if (login.job().id().equals(push.job().id()) || login.login().host().is(host)) {
        others.add(new RelatedLocation(login.login().location(), why));
      }
    }
    return others.subList(0, Math.min(others.size(), 5));
  }
}
