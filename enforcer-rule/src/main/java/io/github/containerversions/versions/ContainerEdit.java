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
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes every place of one container say a version, in files that are not written yet. */
final class ContainerEdit {
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
    int siteCount = readings.of(files).size();
    for (int site = 0; site < siteCount; site++) {
      for (Optional<Declaration> next = next(site); next.isPresent(); next = next(site)) {
        edit(site, next.get());
      }
    }
  }

  /** The next declaration of a site that says something else, and is not left as it is. */
  private Optional<Declaration> next(int site) throws CannotCheckException {
    SiteReading at = readings.at(files, site);
    if (!at.reading().problems().isEmpty()) {
      return solve(at) ? next(site) : Optional.empty();
    }
    for (Declaration each : at.reading().declarations()) {
      boolean says = VersionText.normalise(each.version()).equals(version);
      if (!says && !isLeft(at.site(), each)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
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
  private boolean solve(SiteReading at) throws CannotCheckException {
    Problem problem = at.reading().problems().get(0);
    boolean absent = problem.kind() == Problem.Kind.EMPTY || problem.kind() == Problem.Kind.ABSENT;
    if (at.site().role() == Site.Role.INVENTORY && absent) {
      SourceText text = text(settings.sites().inventory().file());
      String written = "v".equals(readings.prefix(files)) ? "v" + version : version;
      Optional<InventoryEntries.Insertion> insertion = insertion(text, written);
      if (insertion.isPresent()) {
        InventoryEntries.Insertion it = insertion.get();
        lines.add(place(text.span(it.start(), it.start())) + " nothing -> " + written);
        files.replace(text, it.start(), it.end(), it.replacement());
        if (readings.at(files, readings.indexOf(files, at.site())).reading().problems().isEmpty()) {
          return true;
        }
      }
    }
    throw refused(at.site(), problem.message());
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

  private void edit(int site, Declaration declaration) throws CannotCheckException {
    SourceSpan span = (SourceSpan) declaration.location();
    SourceText text = text(span.file());
    int start = text.offset(span.line(), span.column());
    int end = text.offset(span.endLine(), span.endColumn());
    String written = text.content().substring(start, end);
    if (declaration.tag() != null && !declaration.tag().commit().isEmpty()) {
      SourceSpan tag = declaration.tag().location();
      String filled =
          TagForm.of(declaration.tag().form())
              .filled(VersionText.inStyleOf(declaration.version(), version), limits.commit());
      replace(
          text,
          text.offset(tag.line(), tag.column()),
          text.offset(tag.endLine(), tag.endColumn()),
          filled,
          tag);
      return;
    }
    boolean pinned = PinFiles.command(files, span.file()).isPresent();
    if (!pinned && written.equals(declaration.version()) && tryPlain(site, span.file())) {
      return;
    }
    SiteReading at = readings.at(files, site);
    String why = " is put together from pieces, or does not stand in a file that can be changed";
    for (String file : candidates(span.file(), at.reading())) {
      Optional<String> command = PinFiles.command(files, file);
      if (command.isEmpty() && tryLiterals(site, declaration, file)) {
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
    throw refused(at.site(), "the value at " + place(span) + why);
  }

  /**
   * Replaces every literal of a site in a file at once: an ARG that is declared twice is a conflict
   * while one of them is changed.
   */
  private boolean tryPlain(int site, String file) throws CannotCheckException {
    SiteReading at = readings.at(files, site);
    SourceText text = text(file);
    List<Literal> literals = new ArrayList<>();
    for (Declaration each : at.reading().declarations()) {
      if (each.location() instanceof SourceSpan span
          && span.file().equals(file)
          && !VersionText.normalise(each.version()).equals(version)
          && !isLeft(at.site(), each)) {
        int start = text.offset(span.line(), span.column());
        int end = text.offset(span.endLine(), span.endColumn());
        if (text.content().substring(start, end).equals(each.version())) {
          String styled = VersionText.inStyleOf(each.version(), version);
          literals.add(new Literal(start, end, Quotes.inPlaceOf(text, start, end, styled), span));
        }
      }
    }
    literals.sort(Comparator.comparingInt(Literal::start).reversed());
    EditedFiles tried = files.copy();
    for (Literal each : literals) {
      tried.replace(text(file, tried), each.start(), each.end(), each.replacement());
    }
    Reading after = readings.at(tried, site).reading();
    boolean says =
        after.problems().isEmpty()
            && after.declarations().size() == at.reading().declarations().size()
            && readings.count(after) >= readings.count(at.reading()) + literals.size();
    if (says) {
      int first = lines.size();
      for (Literal each : literals) {
        replace(text(file), each.start(), each.end(), each.replacement(), each.span());
      }
      Collections.reverse(lines.subList(first, lines.size()));
    }
    return says;
  }

  /** A version that stands in a file as it is, and what is to stand there. */
  private record Literal(int start, int end, String replacement, SourceSpan span) {}

  private List<String> candidates(String file, Reading reading) {
    List<String> files = new ArrayList<>(List.of(file));
    reading.followed().stream().sorted().filter(it -> !it.equals(file)).forEach(files::add);
    return files;
  }

  /** The one literal in a file that, replaced, makes the declaration say the new version. */
  private boolean tryLiterals(int site, Declaration declaration, String file) {
    if (!(files.read(file, RepositoryFiles.BUILD_FILE_LIMIT) instanceof FileContent.Text found)) {
      return false;
    }
    SourceText text = found.text();
    String old = VersionText.normalise(declaration.version());
    for (int start : Literals.of(old, text.content())) {
      EditedFiles tried = files.copy();
      tried.replace(text, start, start + old.length(), version);
      if (readings.oneMoreSays(files, tried, site, declaration)) {
        replace(text, start, start + old.length(), version, text.span(start, start + old.length()));
        return true;
      }
    }
    return false;
  }

  private void replace(SourceText text, int start, int end, String replacement, SourceSpan span) {
    lines.add(place(span) + " " + text.content().substring(start, end) + " -> " + replacement);
    files.replace(text, start, end, replacement);
    if (text.file().endsWith(".nix")) {
      SourceText edited = text(text.file(), files);
      for (Literals.Dependent each : Literals.dependents(edited.content())) {
        String line =
            each.name()
                + " at "
                + place(edited.span(each.start(), each.end()))
                + " still belongs to "
                + text.content().substring(start, end);
        if (!lines.contains(line)) {
          lines.add(line);
        }
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
