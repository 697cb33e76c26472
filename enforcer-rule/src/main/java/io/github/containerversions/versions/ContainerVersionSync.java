package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.file.FailureReason;
import io.github.containerversions.core.finding.Exemptions;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.finding.Warning;
import io.github.containerversions.versions.history.VersionHistory;
import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.ContainerResult;
import io.github.containerversions.versions.model.Notice;
import io.github.containerversions.versions.model.PlaceResult;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.TrackedFolders;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.rules.ContainerReadings;
import io.github.containerversions.versions.rules.VersionRules;
import io.github.containerversions.versions.scope.GitScope;
import io.github.containerversions.versions.scope.ScopeException;
import io.github.containerversions.versions.scope.ScopeFilter;
import io.github.containerversions.versions.scope.ScopeRequest;
import io.github.containerversions.versions.scope.ScopedCheckout;
import io.github.containerversions.versions.site.ContainerFolders;
import io.github.containerversions.versions.site.inventory.InventorySite;
import io.github.containerversions.versions.site.place.PlaceSite;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One run of the check, from settings to result: it lists the containers on disk, determines the
 * scope, reads what each source declares, and applies the rules.
 */
public final class ContainerVersionSync {

  private static final List<Site> SITES = SiteList.kinds();

  /** From so many folders on, they are looked into after git has said which need not be. */
  private static final int MANY_FOLDERS = 200;

  private final VersionSettings settings;
  private final Consumer<String> progress;
  private final VersionRules judge;
  private final GitScope git;

  /**
   * A run.
   *
   * @param settings what it depends on
   * @param progress takes a line for each step that may take long
   */
  public ContainerVersionSync(VersionSettings settings, Consumer<String> progress) {
    this(settings, progress, new GitScope());
  }

  /**
   * A run that has begun to ask git.
   *
   * @param git who asks
   */
  public ContainerVersionSync(VersionSettings settings, Consumer<String> progress, GitScope git) {
    this.settings = settings;
    this.git = git;
    this.progress = progress;
    this.judge = new VersionRules(settings.exemptions(), settings.today());
  }

  /** The rules and warnings that an exemption can name. */
  public static List<RuleInfo> exemptibleRules() {
    List<RuleInfo> rules = new ArrayList<>(VersionRules.exemptibleRules(SITES));
    rules.add(Notice.UNREAD_BUILD_FILE);
    rules.add(Notice.UNUSED_VERSION_ARG);
    return rules;
  }

  /** Every rule that a finding can come from, in the order in which findings are reported. */
  public static List<RuleInfo> rules() {
    return VersionRules.allRules(SITES);
  }

  /** What is reported as a warning and fails nothing. */
  public static List<RuleInfo> notices() {
    return VersionRules.notices();
  }

  /**
   * Runs the check.
   *
   * @throws CannotCheckException where it cannot be carried out at all
   */
  public VersionResult run() throws CannotCheckException {
    return run(it -> true);
  }

  /**
   * Runs the check for some containers; the others are out of scope.
   *
   * @throws CannotCheckException where it cannot be carried out at all
   */
  public VersionResult run(Predicate<Container> asked) throws CannotCheckException {
    CommandFallback questions = CommandFallback.of(settings);
    FutureTask<ScopedCheckout> scope = askGit();
    SiteList sites = new SiteList(new DiskFiles(settings.root()), settings);
    boolean gitFirst = settings.scope().mode() == Scope.Mode.CHANGED && hasManyFolders();
    ContainerFolders folders = folders(gitFirst ? result(scope).tracked() : TrackedFolders.NONE);
    ScopedCheckout checkout = result(scope);
    List<Container> containers = containers(folders, checkout.gaps());
    refuseWithoutInventory(sites, containers);

    ScopeFilter touched = new ScopeFilter(checkout.scope(), settings.root(), folders.tracked());
    CommandScope commanded =
        new CommandScope(
            checkout.scope(),
            settings,
            it -> questions.concern(it) && questions.arise(sites.buildFiles(it)));
    PlaceScope placed = new PlaceScope(checkout.scope(), sites.places());
    List<ContainerReadings> read =
        sites.read(
            containers,
            new CheckedContainers(asked, judge, sites, touched, placed, commanded),
            folders);
    List<ContainerReadings> evidence =
        new VersionHistory(
                settings.root(),
                settings.environment(),
                (files, it) -> SiteList.buildFiles(files, settings, it))
            .ask(questions.answer(read, progress));
    evidence = new BranchVersions(settings, checkout.scope().base()).ask(evidence);
    List<ContainerResult> results = results(containers, evidence);
    List<Warning> warnings =
        new ArrayList<>(
            LayoutWarnings.of(
                settings.sites().containers(),
                folders,
                checkout.gaps(),
                results,
                new Exemptions(settings.exemptions(), settings.today())));
    warnings.addAll(StaleNames.of(settings, containers, folders));
    boolean placesAsked = !read.isEmpty() || placed.isTouched();
    List<PlaceResult> places = new ArrayList<>();
    for (PlaceSite place : sites.places()) {
      places.add(place.result(placesAsked));
    }
    return new VersionResult(
        commanded.described(),
        SiteList.described(settings.sites().inventory(), settings.sites().places()),
        results,
        warnings,
        places);
  }

  private List<ContainerResult> results(
      List<Container> containers, List<ContainerReadings> evidence) {
    Map<String, ContainerReadings> byName = new HashMap<>();
    for (ContainerReadings each : evidence) {
      byName.put(each.container().name(), each);
    }
    List<ContainerResult> results = new ArrayList<>();
    for (Container container : containers) {
      ContainerReadings found = byName.get(container.name());
      if (found != null) {
        results.add(judge.apply(found));
      } else if (judge.isExempt(container)) {
        results.add(judge.exempt(container));
      } else {
        results.add(judge.outOfScope(container));
      }
    }
    return results;
  }

  /** Begins to ask git, which takes another process and as long as all the rest. */
  private FutureTask<ScopedCheckout> askGit() {
    FutureTask<ScopedCheckout> asked = new FutureTask<>(this::checkout);
    Thread thread = new Thread(asked, "container-versions-scope");
    thread.setDaemon(true);
    thread.start();
    return asked;
  }

  /** Whether to look into all folders takes longer than to wait for git, which knows of most. */
  private boolean hasManyFolders() {
    ContainerLayout layout = settings.sites().containers();
    if (layout.byBuildFile()) {
      return false;
    }
    Path directory = settings.root().resolve(layout.directory());
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory)) {
      int count = 0;
      for (Iterator<Path> all = folders.iterator();
          count < MANY_FOLDERS && all.hasNext();
          count++) {
        all.next();
      }
      return count >= MANY_FOLDERS;
    } catch (IOException | DirectoryIteratorException unlistable) {
      return false;
    }
  }

  /** Empty where there is no such folder: why that is so, git may know. */
  private ContainerFolders folders(TrackedFolders tracked) throws CannotCheckException {
    ContainerLayout layout = settings.sites().containers();
    try {
      return Files.isDirectory(settings.root().resolve(layout.directory()))
          ? ContainerFolders.list(settings.root(), layout, SiteList.BUILD_FILES, tracked)
          : new ContainerFolders(settings.root(), layout, List.of(), List.of());
    } catch (IOException e) {
      throw new CannotCheckException(
          layout.byBuildFile()
              ? "a folder cannot be listed: " + e.getMessage()
              : "the folder " + layout.directory() + " cannot be listed: " + FailureReason.of(e));
    }
  }

  private static ScopedCheckout result(FutureTask<ScopedCheckout> asked)
      throws CannotCheckException {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new CannotCheckException("the build was interrupted while git was asked");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotCheckException cannot) {
        throw cannot;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private ScopedCheckout checkout() throws CannotCheckException {
    try {
      return git.examine(
          new ScopeRequest(
              settings.root(),
              settings.scope().mode(),
              settings.scope().baseRef(),
              settings.sites().containers(),
              SiteList.BUILD_FILES,
              settings.sites().inventory().file(),
              settings.scope().configurationFiles(),
              settings.environment()));
    } catch (ScopeException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()));
    }
  }

  private List<Container> containers(ContainerFolders folders, List<CheckoutGap> gaps)
      throws CannotCheckException {
    LayoutCheck layout =
        new LayoutCheck(settings.root(), settings.sites().containers(), SiteList.BUILD_FILES);
    layout.refuseWithoutFolder(gaps);
    List<Container> containers = folders.containers(settings.sites().serviceNames(), gaps);
    layout.refuse(containers);
    return containers;
  }

  private void refuseWithoutInventory(SiteList sites, List<Container> containers)
      throws CannotCheckException {
    String file = settings.sites().inventory().file();
    if (!file.isEmpty() && !Files.exists(settings.root().resolve(file))) {
      Container example =
          containers.stream()
              .filter(it -> !it.buildFiles().isEmpty())
              .findFirst()
              .orElse(containers.get(0));
      throw new MissingInventory(settings.root(), settings.sites().inventory())
          .error(sites.buildFiles(example));
    }
    Optional<InventorySite> inventory = sites.inventory();
    Optional<String> found = inventory.isPresent() ? inventory.get().wrongKey() : Optional.empty();
    if (found.isPresent()) {
      throw new CannotCheckException(
          "<inventoryKey> "
              + settings.sites().inventory().key()
              + " leads nowhere in "
              + file
              + ": "
              + found.get());
    }
  }
}
