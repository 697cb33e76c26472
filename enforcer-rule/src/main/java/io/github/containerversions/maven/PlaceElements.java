package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.site.place.ImageSearch;
import io.github.containerversions.versions.site.place.KeySearch;
import io.github.containerversions.versions.site.place.Place;
import io.github.containerversions.versions.site.place.PlaceFiles;
import io.github.containerversions.versions.site.place.PlaceSearch;
import io.github.containerversions.versions.site.place.TextSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The element {@code <places>}, with all that is wrong with it in words of our own. */
final class PlaceElements {
  private static final List<String> NAMES =
      List.of(
          "name", "files", "image", "key", "pattern", "container", "tags", "behind", "required");

  private static final Pattern LIMIT = Pattern.compile("([0-9]{1,6}) (commit|day)s?");

  private static final String SAMPLE =
      "; write <places><place><name>deployment</name><files><file>argocd/**/*.yaml</file></files>"
          + "<image>registry.example/{container}</image></place></places>";

  /** What the next error is about. */
  private final String subject;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  private PlaceElements(String subject) {
    this.subject = subject;
  }

  /**
   * The places of an element.
   *
   * @param element what the POM has; null where it does not have it
   * @throws CannotCheckException where one of them is not as it may be
   */
  static List<Place> read(@Nullable PlexusConfiguration element) throws CannotCheckException {
    List<Place> places = new ArrayList<>();
    if (element == null) {
      return places;
    }
    if (!PomText.of(element).isEmpty()) {
      throw new CannotCheckException("<places> holds text" + SAMPLE);
    }
    Set<String> names = new HashSet<>();
    for (PlexusConfiguration child : element.getChildren()) {
      if (!child.getName().equals("place")) {
        throw new CannotCheckException("<places> holds <" + child.getName() + ">" + SAMPLE);
      }
      Place place = new PlaceElements(subject(child, places.size() + 1)).place(child);
      if (!names.add(place.name())) {
        throw new CannotCheckException("<places> has two places with the <name> " + place.name());
      }
      places.add(place);
    }
    return places;
  }

  private static String subject(PlexusConfiguration place, int number) {
    PlexusConfiguration name = place.getChild("name", false);
    String text = name == null ? "" : PomText.of(name);
    return text.isEmpty() ? "<place> number " + number : "the <place> " + text;
  }

  private Place place(PlexusConfiguration element) throws CannotCheckException {
    if (!PomText.of(element).isEmpty()) {
      throw wrong("holds text" + SAMPLE);
    }
    for (PlexusConfiguration child : element.getChildren()) {
      add(child);
    }
    String name = required("name", "what messages and tables call it, such as deployment");
    if (!name.matches("[a-z0-9-]+")) {
      throw notAllowed("name", name, "lower-case letters, digits and hyphens");
    }
    if (Set.of("dockerfile", "container.py", "nix", "inventory", "container", "result")
        .contains(name)) {
      throw notAllowed("name", name, "names that no column of the table has yet");
    }
    PlaceFiles files = files();
    PlaceSearch search = search();
    String container = texts.getOrDefault("container", "");
    if (container.isEmpty() && !files.hasNames() && !search.hasNames()) {
      throw wrong(
          "does not say whose version it states: put {container} or {service} into <files> or into"
              + " what is looked for, or name the <container>");
    }
    List<TagForm> forms = forms();
    return new Place(name, files, search, container, forms, behind(forms), flag());
  }

  private void add(PlexusConfiguration child) throws CannotCheckException {
    String name = child.getName();
    if (!NAMES.contains(name)) {
      throw wrong("has <" + name + ">; there are: " + String.join(", ", NAMES));
    }
    if (texts.containsKey(name) || lists.containsKey(name)) {
      throw wrong("has <" + name + "> twice");
    }
    if (name.equals("files") || name.equals("tags")) {
      lists.put(name, list(child, name.substring(0, name.length() - 1)));
      return;
    }
    if (child.getChildCount() > 0) {
      throw wrong("has elements in <" + name + ">");
    }
    String text = PomText.of(child);
    if (text.isEmpty()) {
      throw wrong("has an empty <" + name + ">");
    }
    texts.put(name, text);
  }

  private List<String> list(PlexusConfiguration element, String item) throws CannotCheckException {
    List<String> values = new ArrayList<>();
    String form = "<%1$ss><%1$s>...</%1$s></%1$ss>".formatted(item);
    if (!PomText.of(element).isEmpty()) {
      throw wrong("has text in <" + element.getName() + ">; write " + form);
    }
    for (PlexusConfiguration child : element.getChildren()) {
      String text = PomText.of(child);
      if (!child.getName().equals(item) || child.getChildCount() > 0 || text.isEmpty()) {
        throw wrong("has something else than " + form);
      }
      values.add(text);
    }
    if (values.isEmpty()) {
      throw wrong("has an empty <" + element.getName() + ">");
    }
    return values;
  }

  private String required(String name, String meaning) throws CannotCheckException {
    String text = texts.getOrDefault(name, "");
    if (text.isEmpty()) {
      throw wrong("has no <" + name + ">: " + meaning);
    }
    return text;
  }

  private PlaceFiles files() throws CannotCheckException {
    if (!lists.containsKey("files")) {
      throw wrong("has no <files>: globs below the repository root, such as argocd/**/*.yaml");
    }
    try {
      return PlaceFiles.of(lists.getOrDefault("files", List.of()));
    } catch (IllegalArgumentException e) {
      throw notAllowed(
          "file",
          String.valueOf(e.getMessage()),
          "globs below the repository root, such as argocd/**/*.yaml or"
              + " charts/{container}/Chart.yaml; a leading ! takes away from the others");
    }
  }

  private PlaceSearch search() throws CannotCheckException {
    List<String> given =
        List.of("image", "key", "pattern").stream().filter(texts::containsKey).toList();
    if (given.size() != 1) {
      throw wrong(
          (given.isEmpty() ? "has none of" : "has more than one of")
              + " <image>, <key> and <pattern>; write one of them");
    }
    String name = given.get(0);
    return switch (name) {
      case "image" -> read(name, ImageSearch::of);
      case "key" -> read(name, KeySearch::of);
      default -> read(name, TextSearch::of);
    };
  }

  private <T> T read(String name, Function<String, T> reader) throws CannotCheckException {
    String text = texts.getOrDefault(name, "");
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong("has the <" + name + "> \"" + text + "\", and " + e.getMessage());
    }
  }

  private List<TagForm> forms() throws CannotCheckException {
    List<TagForm> forms = new ArrayList<>();
    for (String form : lists.getOrDefault("tags", List.of(TagForm.VERSION.toString()))) {
      try {
        forms.add(TagForm.of(form));
      } catch (IllegalArgumentException e) {
        throw wrong(
            "has the <tag> \""
                + form
                + "\", and "
                + e.getMessage()
                + "; a form has {version} once, and may have {commit}, {number} and {any}");
      }
    }
    return forms;
  }

  private LagLimit behind(List<TagForm> forms) throws CannotCheckException {
    String text = texts.getOrDefault("behind", "");
    Matcher limit = LIMIT.matcher(text);
    if (limit.matches()) {
      LagLimit.Kind kind =
          limit.group(2).equals("commit") ? LagLimit.Kind.COMMITS : LagLimit.Kind.DAYS;
      return new LagLimit(kind, Integer.parseInt(limit.group(1)));
    }
    return switch (text) {
      case "" -> forms.stream().anyMatch(TagForm::hasCommit) ? LagLimit.REPORTED : LagLimit.NO_LAG;
      case "no" -> LagLimit.NO_LAG;
      case "told" -> LagLimit.REPORTED;
      default -> throw notAllowed("behind", text, "no, told, 3 commits, 7 days");
    };
  }

  private boolean flag() throws CannotCheckException {
    String text = texts.getOrDefault("required", "false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw notAllowed("required", text, "true, false");
    };
  }

  private CannotCheckException notAllowed(String name, String value, String allowed) {
    return wrong("has the <" + name + "> \"" + value + "\"; allowed are: " + allowed);
  }

  private CannotCheckException wrong(String what) {
    return new CannotCheckException(subject + " " + what);
  }
}
