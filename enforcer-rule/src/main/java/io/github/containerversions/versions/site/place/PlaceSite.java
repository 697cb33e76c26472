package io.github.containerversions.versions.site.place;

import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.RuleInfo;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.versions.model.Container;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.PlaceResult;
import io.github.containerversions.versions.model.Reading;
import io.github.containerversions.versions.model.Site;
import io.github.containerversions.versions.model.SiteAdvice;
import io.github.containerversions.versions.site.DeclarationSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configured place as a site. Its files are read when the first container asks. */
public final class PlaceSite implements DeclarationSite {

  /** The rule that speaks for the problems of every place. */
  public static final RuleInfo RULE =
      new RuleInfo(
          "place-unreadable",
          "Every configured place exists and can be read",
          "If a folder is renamed or a form changes, the place matches nothing, and nothing is"
              + " compared from then on.",
          "Correct the file, or the configuration of the place.");

  /** What is the same for every place. */
  public static final Site KIND = site("place", LagLimit.NO_LAG);

  private final Place place;
  private final Site site;
  private final Path root;
  private final RepositoryFiles files;
  private final String configuredIn;
  private volatile Optional<PlaceIndex> index = Optional.empty();

  /**
   * A place of a repository.
   *
   * @param root the repository root
   * @param files its files
   * @param configuredIn the file that configures the place, from the root
   */
  public PlaceSite(Place place, Path root, RepositoryFiles files, String configuredIn) {
    this.place = place;
    this.site = site(place);
    this.root = root;
    this.files = files;
    this.configuredIn = configuredIn;
  }

  /** The names and words of a place. */
  public static Site site(Place place) {
    return site(place.name(), place.behind());
  }

  private static Site site(String name, LagLimit behind) {
    String set = behind.allowsLag() ? "deploy {version} in {file}" : "write {version} in {file}";
    SiteAdvice advice = new SiteAdvice(set, "the version in {file}");
    return new Site("place:" + name, name, name, "", RULE, advice, Site.Role.PLACE, behind);
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Optional<Reading> read(Container container) {
    Optional<Reading> reading = index().reading(container);
    return reading.isEmpty() && place.required()
        ? Optional.of(Reading.problem(missing(container)))
        : reading;
  }

  private Problem missing(Container container) {
    return Problem.of(
        Problem.Kind.ABSENT,
        "the place "
            + place.name()
            + " does not have this container: "
            + place.search().description()
            + " was looked for in "
            + place.files(),
        "add it there, or exempt " + container.name() + " from " + RULE.id() + " with a reason",
        new FileLocation(container.directory()));
  }

  /**
   * The containers that changed files name.
   *
   * @param changed paths from the root
   */
  public NamedContainers named(Set<String> changed) {
    List<String> own = changed.stream().filter(it -> place.files().match(it).isPresent()).toList();
    return own.isEmpty()
        ? NamedContainers.NONE
        : new NamedContainers(Optional.of(PlaceIndex.of(place, files, Set.copyOf(own))), this);
  }

  /**
   * Those containers that changed files of a place name; where the place is required, also those
   * that it does not have any more.
   *
   * @param index what the changed files state; empty where none of them belongs to the place
   * @param site the place
   */
  public record NamedContainers(Optional<PlaceIndex> index, @Nullable PlaceSite site) {
    private static final NamedContainers NONE = new NamedContainers(Optional.empty(), null);

    public boolean isEmpty() {
      return index.isEmpty();
    }

    public boolean contains(Container container) {
      return index.isPresent()
          && (index.get().names(container)
              || (site != null
                  && site.place.required()
                  && site.index().reading(container).isEmpty()));
    }
  }

  private PlaceIndex index() {
    if (index.isEmpty()) {
      synchronized (this) {
        if (index.isEmpty()) {
          index = Optional.of(PlaceIndex.of(place, root, files));
        }
      }
    }
    return index.get();
  }

  /**
   * What came out for the place as a whole.
   *
   * @param asked whether its files were to be looked at
   */
  public PlaceResult result(boolean asked) {
    if (!asked) {
      return new PlaceResult(place.name(), 0, 0, List.of());
    }
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : index().general()) {
      findings.add(finding(problem));
    }
    if (findings.isEmpty() && index().statementCount() == 0) {
      findings.add(finding(matchesNothing()));
    }
    return new PlaceResult(place.name(), index().fileCount(), index().statementCount(), findings);
  }

  private Problem matchesNothing() {
    boolean noFile = index().fileCount() == 0;
    return Problem.of(
        Problem.Kind.ABSENT,
        noFile
            ? "no file matches " + place.files()
            : (index().fileCount() == 1
                    ? "its only file does not have "
                    : "none of its " + index().fileCount() + " files has ")
                + place.search().description(),
        noFile
            ? "correct <files> of this place; globs start at the repository root, and * does not"
                + " match across folders"
            : "correct the place: is the name written as in the files, with the registry?",
        new FileLocation(configuredIn));
  }

  private Finding finding(Problem problem) {
    return new Finding(
        RULE.id(),
        "place " + place.name(),
        problem.message(),
        problem.help(),
        problem.location(),
        List.of());
  }
}
