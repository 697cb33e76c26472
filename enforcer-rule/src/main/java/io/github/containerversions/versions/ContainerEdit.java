package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.versions.edit.EditedFiles;
import io.github.containerversions.versions.edit.InventoryEntries;
import io.github.containerversions.versions.edit.KeyedEntries;
import io.github.containerversions.versions.edit.Literals;
import io.github.containerversions.versions.edit.PinFiles;
import io.github.containerversions.versions.edit.Quotes;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes every place of one container say a version, in files that are not written yet. */
final class ContainerEdit {
  /** The most declarations of one site that are edited one by one; each is read again for it. */
  private static final int MAX_SINGLE_EDITS = 50;

  private final VersionSettings settings;
  private final EditedFiles files;
  private final Container container;
  private final String version;
  private final VersionChanges.Limits limits;
  private final List<String> lines;
  private final EditedReadings readings;

  /** The declarations that stay as they are. */
  private final Set<SourceSpan> left = new LinkedHashSet<>();

  /**
   * An edit.
   *
   * @param files where it is made
   * @param version normalised
   * @param limits what is written beside what must agree
   * @param lines takes what is changed and what stays, a line each
   */
  ContainerEdit(
      VersionSettings settings,
      EditedFiles files,
      Container container,
      String version,
      VersionChanges.Limits limits,
      List<String> lines) {
    this.settings = settings;
    this.files = files;
    this.container = container;
    this.version = version;
    this.limits = limits;
    this.lines = lines;
    this.readings = new EditedReadings(settings, container, version);
  }

  /**
   * Makes the edits.
   *
   * @throws CannotCheckException where a place cannot be made to say the version
   */
  void run() throws CannotCheckException {
    for (SiteReading each : readings.all(files)) {
      Site site = each.site();
      solve(site);
      replaceLiterals(site, literals(site));
      int left = MAX_SINGLE_EDITS;
      for (Optional<Declaration> next = next(site); next.isPresent(); next = next(site)) {
        if (left-- == 0) {
          throw refused(site, "more than " + MAX_SINGLE_EDITS + " of its versions are no literals");
        }
        edit(site, next.get());
      }
    }
  }

  /** The next declaration of a site that says something else, and is not left as it is. */
  private Optional<Declaration> next(Site site) {
    return readings.of(files, site).declarations().stream()
        .filter(it -> isWanted(site, it))
        .findFirst();
  }

  /** Whether a declaration is to say something else. */
  private boolean isWanted(Site site, Declaration declaration) {
    return !VersionText.normalise(declaration.version()).equals(version)
        && !isLeft(site, declaration);
  }

  private boolean isLeft(Site site, Declaration declaration) {
    if (!(declaration.location() instanceof SourceSpan span)) {
      return true;
    }
    boolean namesCommit = declaration.tag() != null && !declaration.tag().commit().isEmpty();
    boolean stays =
        (!site.mustAgree() && !limits.deployments()) || (namesCommit && limits.commit().isEmpty());
    if (stays && left.add(span)) {
      lines.add(
          place(span)
              + " "
              + declaration.version()
              + (namesCommit && limits.deployments()
                  ? " stays: its tag names a commit, and none is given"
                  : " stays: " + site.title() + " may be behind"));
    }
    return stays;
  }

  /** Gives the inventory a version where it has none; all other problems stop the change. */
  private void solve(Site site) throws CannotCheckException {
    List<Problem> problems = readings.of(files, site).problems();
    if (problems.isEmpty()) {
      return;
    }
    Problem problem = problems.get(0);
    boolean absent = problem.kind() == Problem.Kind.EMPTY || problem.kind() == Problem.Kind.ABSENT;
    if (site.role() == Site.Role.INVENTORY && absent) {
      SourceText text = text(settings.sites().inventory().file());
      String written = "v".equals(readings.prefix(files)) ? "v" + version : version;
      Optional<InventoryEntries.Insertion> insertion = insertion(text, written);
      if (insertion.isPresent()) {
        InventoryEntries.Insertion it = insertion.get();
        lines.add(place(text.span(it.start(), it.start())) + " nothing -> " + written);
        files.replace(text, it.start(), it.end(), it.replacement());
        if (readings.of(files, site).problems().isEmpty()) {
          return;
        }
      }
    }
    throw refused(site, problem.message());
  }

  private Optional<InventoryEntries.Insertion> insertion(SourceText text, String written) {
    InventoryLayout layout = settings.sites().inventory();
    if (layout.isDefault()) {
      return InventoryEntries.add(text, container.service(), written);
    }
    return layout.isWholeValue()
        ? KeyedEntries.add(text, layout.key(), container.service(), written)
        : Optional.empty();
  }

  /** Edits one declaration by itself, where all literals at once did not do. */
  private void edit(Site site, Declaration declaration) throws CannotCheckException {
    SourceSpan span = (SourceSpan) declaration.location();
    String why = " is put together from pieces, or does not stand in a file that can be changed";
    for (String file : candidates(span.file(), readings.of(files, site))) {
      Optional<String> command = PinFiles.command(files, file);
      if (command.isEmpty()
          && (replaceLiterals(site, literalsIn(site, file))
              || tryLiterals(site, declaration, file))) {
        return;
      }
      // A pin has a hash beside the version, which only the tool that wrote it computes.
      why =
          command.isEmpty()
              ? why
              : " comes from the pins in "
                  + file
                  + ": run "
                  + command.get()
                  + ", which updates their hashes as well";
    }
    left.add(span);
    throw refused(site, "the value at " + place(span) + why);
  }

  /** The versions of a site that stand in a file as they are, by file, in the order of each. */
  private Map<String, List<Literal>> literals(Site site) throws CannotCheckException {
    Map<String, List<Declaration>> wanted = new LinkedHashMap<>();
    for (Declaration each : readings.of(files, site).declarations()) {
      if (isWanted(site, each)) {
        wanted.computeIfAbsent(each.location().file(), file -> new ArrayList<>()).add(each);
      }
    }
    Map<String, List<Literal>> literals = new LinkedHashMap<>();
    for (Map.Entry<String, List<Declaration>> each : wanted.entrySet()) {
      if (PinFiles.command(files, each.getKey()).isEmpty()) {
        Quotes file = new Quotes(text(each.getKey()));
        literals.put(
            each.getKey(),
            Literal.apart(
                each.getValue().stream()
                    .flatMap(it -> Literal.of(it, file, version, limits.commit()).stream())
                    .toList()));
      }
    }
    return literals;
  }

  private Map<String, List<Literal>> literalsIn(Site site, String file)
      throws CannotCheckException {
    Map<String, List<Literal>> literals = literals(site);
    literals.keySet().retainAll(Set.of(file));
    return literals;
  }

  /**
   * Replaces literals at once, if all of their declarations then say the version: an ARG that is
   * declared twice is a conflict while one of them is changed.
   */
  private boolean replaceLiterals(Site site, Map<String, List<Literal>> literals)
      throws CannotCheckException {
    int count = literals.values().stream().mapToInt(List::size).sum();
    EditedFiles tried = files.copy();
    literals.values().removeIf(List::isEmpty);
    literals.forEach((file, each) -> tried.replace(text(file, tried), Literal.parts(each)));
    if (count == 0 || !readings.say(files, tried, site, count)) {
      return false;
    }
    for (Map.Entry<String, List<Literal>> each : literals.entrySet()) {
      replace(text(each.getKey()), each.getValue());
    }
    return true;
  }

  private List<String> candidates(String file, Reading reading) {
    List<String> files = new ArrayList<>(List.of(file));
    reading.followed().stream().sorted().filter(it -> !it.equals(file)).forEach(files::add);
    return files;
  }

  /** The one literal in a file that, replaced, makes the declaration say the new version. */
  private boolean tryLiterals(Site site, Declaration declaration, String file) {
    if (!(files.read(file, RepositoryFiles.BUILD_FILE_LIMIT) instanceof FileContent.Text found)) {
      return false;
    }
    SourceText text = found.text();
    String old = VersionText.normalise(declaration.version());
    for (int start : Literals.of(old, text.content())) {
      Literal literal =
          new Literal(start, start + old.length(), version, text.span(start, start + old.length()));
      EditedFiles tried = files.copy();
      tried.replace(text, Literal.parts(List.of(literal)));
      if (readings.says(files, tried, site, declaration)) {
        replace(text, List.of(literal));
        return true;
      }
    }
    return false;
  }

  private void replace(SourceText text, List<Literal> literals) {
    Set<String> olds = new LinkedHashSet<>();
    for (Literal each : literals) {
      String old = text.content().substring(each.start(), each.end());
      olds.add(old);
      lines.add(place(each.span()) + " " + old + " -> " + each.replacement());
    }
    files.replace(text, Literal.parts(literals));
    if (text.file().endsWith(".nix")) {
      SourceText edited = text(text.file(), files);
      for (Literals.Dependent each : Literals.dependents(edited.content())) {
        String at = each.name() + " at " + place(edited.span(each.start(), each.end()));
        olds.stream()
            .map(it -> at + " still belongs to " + it)
            .filter(it -> !lines.contains(it))
            .forEach(lines::add);
      }
    }
  }

  private SourceText text(String file) throws CannotCheckException {
    if (files.read(file, RepositoryFiles.INVENTORY_LIMIT) instanceof FileContent.Text text) {
      return text.text();
    }
    throw new CannotCheckException(file + " cannot be read");
  }

  private static SourceText text(String file, RepositoryFiles files) {
    return ((FileContent.Text) files.read(file, RepositoryFiles.INVENTORY_LIMIT)).text();
  }

  private static String place(SourceSpan span) {
    return span.file() + ":" + span.line() + ":" + span.column();
  }

  private CannotCheckException refused(Site site, String why) {
    return new CannotCheckException(
        container.name() + " is not changed, and nothing else is: " + site.title() + ": " + why);
  }
}
