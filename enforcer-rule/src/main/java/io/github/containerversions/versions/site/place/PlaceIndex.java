package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.Cores;
import io.github.containerversions.core.file.FailureReason;
import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Names;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Remark;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.TagText;
import io.github.containerversions.versions.model.VersionText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that the files of a place state, by the names that they state it for. */
final class PlaceIndex {

  private final Place place;
  private final RepositoryFiles files;
  private final Map<String, Found> byContainer = new HashMap<>();
  private final Map<String, Found> byService = new HashMap<>();
  private final List<Problem> general = new ArrayList<>();
  private int fileCount;
  private int statementCount;

  private PlaceIndex(Place place, RepositoryFiles files) {
    this.place = place;
    this.files = files;
  }

  /** What is stated for one name. */
  private static final class Found {
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
  }

  /** What all files of a place state. */
  static PlaceIndex of(Place place, Path root, RepositoryFiles files) {
    PlaceIndex index = new PlaceIndex(place, files);
    try {
      index.read(place.files().list(root));
    } catch (IOException e) {
      index.general.add(
          Problem.of(
              Kind.UNREADABLE,
              "its files cannot be listed: " + FailureReason.of(e),
              "let the user of this build read the folders, or write more exact globs",
              new FileLocation(place.files().toString())));
    }
    return index;
  }

  /** What those of some files state that belong to the place. */
  static PlaceIndex of(Place place, RepositoryFiles files, Set<String> paths) {
    PlaceIndex index = new PlaceIndex(place, files);
    index.read(paths.stream().sorted().flatMap(it -> place.files().match(it).stream()).toList());
    return index;
  }

  int fileCount() {
    return fileCount;
  }

  int statementCount() {
    return statementCount;
  }

  /** The problems of files that name no container that could have them. */
  List<Problem> general() {
    return general;
  }

  /** What is stated for a container; empty where nothing is. */
  Optional<Reading> reading(Container container) {
    List<Declaration> declarations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (Found each : found(container)) {
      declarations.addAll(each.declarations);
      problems.addAll(each.problems);
      remarks.addAll(each.remarks);
    }
    return declarations.isEmpty() && problems.isEmpty() && remarks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading(declarations, problems, Set.of(), List.of(), remarks, List.of()));
  }

  /** Whether anything is stated for a container. */
  boolean names(Container container) {
    return !found(container).isEmpty();
  }

  private List<Found> found(Container container) {
    List<Found> found = new ArrayList<>();
    Optional.ofNullable(byContainer.get(container.name())).ifPresent(found::add);
    Optional.ofNullable(byService.get(container.service())).ifPresent(found::add);
    return found;
  }

  /**
   * A file that was read.
   *
   * @param file the file
   * @param problem why it could not be read; null where it could
   * @param statements what it states
   */
  private record Looked(
      PlaceFiles.Found file, @Nullable Problem problem, List<Statement> statements) {}

  /** Reads on several cores, and adds in the order of the files. */
  private void read(List<PlaceFiles.Found> found) {
    for (Looked each : Cores.map(found, this::look)) {
      add(each);
    }
  }

  /** Null where the file does not exist, or cannot be read and has nothing of the place. */
  private @Nullable Looked look(PlaceFiles.Found file) {
    FileContent content = files.read(file.path(), RepositoryFiles.INVENTORY_LIMIT);
    PlaceSearch search = place.search();
    if (content instanceof FileContent.Text text) {
      boolean possible = search.mayBeIn(text.text().content());
      return new Looked(file, null, possible ? search.find(text.text(), files) : List.of());
    }
    return content instanceof FileContent.Unreadable unreadable
            && files.mayContain(file.path(), search.needle())
        ? new Looked(file, unreadable.problem(), List.of())
        : null;
  }

  private void add(Looked looked) {
    PlaceFiles.Found file = looked.file();
    Names names = place.container().isEmpty() ? file.names() : new Names(place.container(), "");
    fileCount++;
    if (looked.problem() != null) {
      add(names, looked.problem());
      return;
    }
    for (Statement statement : looked.statements()) {
      statementCount++;
      Optional<Names> all = names.and(statement.names());
      if (all.isPresent()) {
        add(all.get(), statement);
      }
    }
    if (looked.statements().isEmpty() && file.exact() && !names.isNone()) {
      statementCount++;
      add(
          names,
          Problem.of(
              Kind.ABSENT,
              "it does not have " + place.search().description(),
              "add it, or take the file away from <files> of the place " + place.name(),
              new FileLocation(file.path())));
    }
  }

  private void add(Names names, Statement statement) {
    if (statement instanceof Statement.Unreadable unreadable) {
      add(names, unreadable.problem());
    } else if (statement instanceof Statement.NoVersion none) {
      SourceSpan span = none.text().span(none.start(), none.end());
      of(names).ifPresent(it -> it.remarks.add(new Remark(none.why(), span)));
    } else if (statement instanceof Statement.Tag tag) {
      of(names).ifPresent(it -> add(it, tag));
    }
  }

  private void add(Names names, Problem problem) {
    of(names).ifPresentOrElse(it -> it.problems.add(problem), () -> general.add(problem));
  }

  private void add(Found found, Statement.Tag tag) {
    SourceSpan span = tag.text().span(tag.start(), tag.end());
    String written = tag.text().content().substring(tag.start(), tag.end());
    if (hasNoDigit(tag.value())) {
      found.remarks.add(new Remark("its tag names no version", span));
      return;
    }
    Optional<TagForm.Match> match =
        place.forms().stream().flatMap(it -> it.match(tag.value()).stream()).findFirst();
    if (match.isEmpty()) {
      found.problems.add(noForm(tag.value(), span));
      return;
    }
    TagForm.Match form = match.get();
    String version = tag.value().substring(form.start(), form.end());
    if (hasNoDigit(version)) {
      found.remarks.add(new Remark("its tag names no version", span));
      return;
    }
    // With escapes in it the text in the file has other offsets than the value.
    boolean plain = written.equals(tag.value());
    SourceSpan place =
        plain ? tag.text().span(tag.start() + form.start(), tag.start() + form.end()) : span;
    found.declarations.add(
        new Declaration(
            version,
            plain ? version : written,
            place,
            false,
            new TagText(form.form().toString(), tag.value(), span, form.commit())));
  }

  private static boolean hasNoDigit(String text) {
    return text.chars().noneMatch(c -> c >= '0' && c <= '9');
  }

  private Problem noForm(String value, SourceSpan span) {
    String forms = place.forms().stream().map(TagForm::toString).collect(Collectors.joining(", "));
    return Problem.of(
        Kind.SHAPE,
        VersionText.isPossible(value)
            ? value + " has none of the forms of the place " + place.name() + ": " + forms
            : "the value " + VersionText.objection(value).orElse(""),
        "write it in one of these forms, or add its form to <tags>",
        span);
  }

  private Optional<Found> of(Names names) {
    if (!names.container().isEmpty()) {
      return Optional.of(byContainer.computeIfAbsent(names.container(), it -> new Found()));
    }
    return names.service().isEmpty()
        ? Optional.empty()
        : Optional.of(byService.computeIfAbsent(names.service(), it -> new Found()));
  }
}
