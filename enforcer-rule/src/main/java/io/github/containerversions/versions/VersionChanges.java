package io.github.containerversions.versions;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlText;
import io.github.containerversions.versions.edit.EditedFiles;
import io.github.containerversions.versions.edit.FileChanges;
import io.github.containerversions.versions.edit.InventoryEntries;
import io.github.containerversions.versions.edit.Literals;
import io.github.containerversions.versions.edit.UnifiedDiff;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteReading;
import io.github.containerversions.versions.model.VersionText;
import io.github.containerversions.versions.site.place.TagForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes another version of containers in every place that states it.
 *
 * <p>Each edit is tried on the text before it is made: the readers must then say the new version at
 * that place. In the end they must say it everywhere, and of all other containers what they said
 * before. Nothing is written until all of that holds for every container.
 */
public final class VersionChanges {

  /** What a registry takes as a part of a tag; no format needs quotes or escapes for any of it. */
  private static final String WRITABLE = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";

  private final VersionSettings settings;
  private final List<Container> all;
  private final boolean deployments;
  private final String commit;
  private final EditedFiles files;
  private final List<String> lines = new ArrayList<>();
  private final Set<Container> changed = new LinkedHashSet<>();

  /**
   * Changes to a repository.
   *
   * @param all all its containers
   * @param deployments whether places that may be behind are written as well
   * @param commit the commit that tags are to name; empty where those that name one stay as they
   *     are
   */
  public VersionChanges(
      VersionSettings settings, List<Container> all, boolean deployments, String commit) {
    this.settings = settings;
    this.all = List.copyOf(all);
    this.deployments = deployments;
    this.commit = commit;
    this.files = new EditedFiles(new DiskFiles(settings.root()));
  }

  /** What was changed and what was left, a line each. */
  public List<String> lines() {
    return lines;
  }

  /** The edits as a unified diff. */
  public List<String> diff() {
    return UnifiedDiff.of(files);
  }

  /** The files that differ, as they are to be written. */
  public EditedFiles files() {
    return files;
  }

  /**
   * Makes every place of a container say a version.
   *
   * @throws CannotCheckException where a place cannot be made to; the message says which and why
   */
  public void set(Container container, String newVersion) throws CannotCheckException {
    String version = VersionText.normalise(newVersion);
    if (!version.matches(WRITABLE)) {
      throw new CannotCheckException(
          "\""
              + newVersion
              + "\" cannot be written as a version: allowed are letters, digits, dots, hyphens and"
              + " underscores, as in the tag of an image");
    }
    changed.add(container);
    Set<SourceSpan> left = new LinkedHashSet<>();
    int siteCount = readings(files, container).size();
    for (int site = 0; site < siteCount; site++) {
      for (Optional<Declaration> next = next(site, container, version, left);
          next.isPresent();
          next = next(site, container, version, left)) {
        edit(site, container, next.get(), version, left);
      }
    }
  }

  private List<SiteReading> readings(RepositoryFiles source, Container container) {
    return new SiteList(source, settings).read(List.of(container), it -> true).get(0).readings();
  }

  private SiteReading reading(RepositoryFiles source, Container container, int site) {
    return readings(source, container).get(site);
  }

  /** The next declaration of a site that says something else, and is not left as it is. */
  private Optional<Declaration> next(
      int site, Container container, String version, Set<SourceSpan> left)
      throws CannotCheckException {
    SiteReading at = reading(files, container, site);
    if (!at.reading().problems().isEmpty()) {
      return solve(at, container, version)
          ? next(site, container, version, left)
          : Optional.empty();
    }
    for (Declaration each : at.reading().declarations()) {
      boolean says = VersionText.normalise(each.version()).equals(version);
      if (!says && !isLeft(at.site(), each, left)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private boolean isLeft(Site site, Declaration declaration, Set<SourceSpan> left) {
    if (!(declaration.location() instanceof SourceSpan span)) {
      return true;
    }
    boolean namesCommit = declaration.tag() != null && !declaration.tag().commit().isEmpty();
    boolean stays = (!site.mustAgree() && !deployments) || (namesCommit && commit.isEmpty());
    if (stays && left.add(span)) {
      lines.add(
          place(span)
              + " "
              + declaration.version()
              + (namesCommit && deployments
                  ? " stays: its tag names a commit, and none is given"
                  : " stays: " + site.title() + " may be behind"));
    }
    return stays;
  }

  /** Gives the inventory a version where it has none; all other problems stop the change. */
  private boolean solve(SiteReading at, Container container, String version)
      throws CannotCheckException {
    Problem problem = at.reading().problems().get(0);
    boolean absent = problem.kind() == Problem.Kind.EMPTY || problem.kind() == Problem.Kind.ABSENT;
    if (at.site().role() == Site.Role.INVENTORY && absent) {
      SourceText text = text(settings.inventoryFile());
      String written = "v".equals(prefix(container)) ? "v" + version : version;
      Optional<InventoryEntries.Insertion> insertion =
          InventoryEntries.add(text, container.service(), written);
      if (insertion.isPresent()) {
        InventoryEntries.Insertion it = insertion.get();
        lines.add(place(text.span(it.start(), it.start())) + " nothing -> " + written);
        files.replace(text, it.start(), it.end(), it.replacement());
        if (reading(files, container, siteOf(container, at.site()))
            .reading()
            .problems()
            .isEmpty()) {
          return true;
        }
      }
    }
    throw refused(container, at.site(), problem.message());
  }

  private int siteOf(Container container, Site site) {
    List<SiteReading> readings = readings(files, container);
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).site().id().equals(site.id())) {
        return i;
      }
    }
    throw new IllegalStateException(site.id());
  }

  /** The leading v that the build files of a container have. */
  private String prefix(Container container) {
    return readings(files, container).stream()
            .filter(it -> it.site().role() == Site.Role.BUILD_FILE)
            .flatMap(it -> it.reading().version().stream())
            .anyMatch(it -> !VersionText.normalise(it.version()).equals(it.version().strip()))
        ? "v"
        : "";
  }

  private void edit(
      int site, Container container, Declaration declaration, String version, Set<SourceSpan> left)
      throws CannotCheckException {
    SourceSpan span = (SourceSpan) declaration.location();
    SourceText text = text(span.file());
    int start = offset(text, span.line(), span.column());
    int end = offset(text, span.endLine(), span.endColumn());
    String written = text.content().substring(start, end);
    if (declaration.tag() != null && !declaration.tag().commit().isEmpty()) {
      SourceSpan tag = declaration.tag().location();
      String filled =
          TagForm.of(declaration.tag().form())
              .filled(VersionText.inStyleOf(declaration.version(), version), commit);
      replace(
          text,
          offset(text, tag.line(), tag.column()),
          offset(text, tag.endLine(), tag.endColumn()),
          filled,
          tag);
      return;
    }
    if (written.equals(declaration.version())
        && tryPlain(site, container, span.file(), version, left)) {
      return;
    }
    SiteReading at = reading(files, container, site);
    for (String file : candidates(span.file(), at.reading())) {
      if (tryLiterals(site, container, declaration, file, version)) {
        return;
      }
    }
    left.add(span);
    throw refused(
        container,
        at.site(),
        "the value at "
            + place(span)
            + " is put together from pieces, or does not stand in a file that can be changed");
  }

  /**
   * Replaces every literal of a site in a file at once: an ARG that is declared twice is a conflict
   * while one of them is changed.
   */
  private boolean tryPlain(
      int site, Container container, String file, String version, Set<SourceSpan> left)
      throws CannotCheckException {
    SiteReading at = reading(files, container, site);
    SourceText text = text(file);
    List<Literal> literals = new ArrayList<>();
    for (Declaration each : at.reading().declarations()) {
      if (each.location() instanceof SourceSpan span
          && span.file().equals(file)
          && !VersionText.normalise(each.version()).equals(version)
          && !isLeft(at.site(), each, left)) {
        int start = offset(text, span.line(), span.column());
        int end = offset(text, span.endLine(), span.endColumn());
        if (text.content().substring(start, end).equals(each.version())) {
          String styled = VersionText.inStyleOf(each.version(), version);
          literals.add(new Literal(start, end, quoted(text, start, end, styled), span));
        }
      }
    }
    literals.sort(Comparator.comparingInt(Literal::start).reversed());
    EditedFiles tried = files.copy();
    for (Literal each : literals) {
      tried.replace(text(file, tried), each.start(), each.end(), each.replacement());
    }
    Reading after = reading(tried, container, site).reading();
    boolean says =
        after.problems().isEmpty()
            && after.declarations().size() == at.reading().declarations().size()
            && count(after, version) >= count(at.reading(), version) + literals.size();
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
  private boolean tryLiterals(
      int site, Container container, Declaration declaration, String file, String version) {
    if (!(files.read(file, RepositoryFiles.BUILD_FILE_LIMIT) instanceof FileContent.Text found)) {
      return false;
    }
    SourceText text = found.text();
    String old = VersionText.normalise(declaration.version());
    for (int start : Literals.of(old, text.content())) {
      EditedFiles tried = files.copy();
      tried.replace(text, start, start + old.length(), version);
      if (says(tried, container, site, declaration, version)) {
        replace(text, start, start + old.length(), version, text.span(start, start + old.length()));
        return true;
      }
    }
    return false;
  }

  /** Whether as many declarations as before are there, and one more of them says the version. */
  private boolean says(
      EditedFiles tried, Container container, int site, Declaration declaration, String version) {
    Reading before = reading(files, container, site).reading();
    Reading after = reading(tried, container, site).reading();
    return after.problems().isEmpty()
        && after.declarations().size() == before.declarations().size()
        && count(after, version) > count(before, version)
        && VersionText.normalise(
                after.declarations().get(before.declarations().indexOf(declaration)).version())
            .equals(version);
  }

  private static long count(Reading reading, String version) {
    return reading.declarations().stream()
        .filter(it -> VersionText.normalise(it.version()).equals(version))
        .count();
  }

  /** A plain scalar of YAML gets quotes where it would mean something else without them. */
  private static String quoted(SourceText text, int start, int end, String version) {
    if (!KeyFile.of(text.file()).equals(Optional.of(KeyFile.YAML))
        || !YamlText.needsQuotes(version)) {
      return version;
    }
    boolean alone = isBoundary(text.content(), start - 1) && isBoundary(text.content(), end);
    return alone ? "\"" + version + "\"" : version;
  }

  /**
   * Whether a plain scalar may begin or end here; inside of a longer one it has other characters.
   */
  private static boolean isBoundary(String content, int at) {
    return at < 0 || at >= content.length() || " \t\r\n,]}".indexOf(content.charAt(at)) >= 0;
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

  private static int offset(SourceText text, int line, int column) {
    return text.content().offsetByCodePoints(text.lineStart(line), column - 1);
  }

  private static String place(SourceSpan span) {
    return span.file() + ":" + span.line() + ":" + span.column();
  }

  private static CannotCheckException refused(Container container, Site site, String why) {
    return new CannotCheckException(
        container.name() + " is not changed, and nothing else is: " + site.title() + ": " + why);
  }

  /**
   * Holds the edits against all other containers.
   *
   * @throws CannotCheckException where one of them would say something else than before
   */
  public void verify() throws CannotCheckException {
    Collection<String> edited = files.edited().keySet();
    boolean own =
        edited.stream()
            .allMatch(
                file -> changed.stream().anyMatch(it -> file.startsWith(it.directory() + "/")));
    if (own) {
      return;
    }
    SiteList before = new SiteList(new DiskFiles(settings.root()), settings);
    SiteList after = new SiteList(files, settings);
    List<Container> others = all.stream().filter(it -> !changed.contains(it)).toList();
    Map<String, List<SiteReading>> said = said(before, others);
    Map<String, List<SiteReading>> says = said(after, others);
    for (Container other : others) {
      if (!versions(said.get(other.name())).equals(versions(says.get(other.name())))) {
        throw new CannotCheckException(
            "nothing is changed: the version of "
                + other.name()
                + " comes from the same place in "
                + String.join(", ", edited));
      }
    }
  }

  private static Map<String, List<SiteReading>> said(SiteList sites, List<Container> containers) {
    return sites.read(containers, it -> true).stream()
        .collect(Collectors.toMap(it -> it.container().name(), it -> it.readings()));
  }

  private static List<String> versions(@Nullable List<SiteReading> readings) {
    List<String> versions = new ArrayList<>();
    for (SiteReading each : readings == null ? List.<SiteReading>of() : readings) {
      each.reading().declarations().forEach(it -> versions.add(each.site().id() + it.version()));
      each.reading().problems().forEach(it -> versions.add(each.site().id() + it.message()));
    }
    return versions;
  }

  /**
   * Writes the edits.
   *
   * @throws CannotCheckException where they cannot be written; then every file is as it was
   */
  public void write() throws CannotCheckException {
    verify();
    try {
      new FileChanges(settings.root()).write(files);
    } catch (IOException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()));
    }
  }
}
