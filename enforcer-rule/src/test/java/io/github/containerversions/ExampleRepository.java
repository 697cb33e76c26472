package io.github.containerversions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.FolderGlob;
import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.keys.KeyPath;
import io.github.containerversions.maven.PlacesOfPom;
import io.github.containerversions.pushes.PushSettings;
import io.github.containerversions.pushes.RegistryPushAuth;
import io.github.containerversions.pushes.workflow.PushResult;
import io.github.containerversions.report.FailureText;
import io.github.containerversions.report.RunText;
import io.github.containerversions.versions.ContainerVersionSync;
import io.github.containerversions.versions.TestSettings;
import io.github.containerversions.versions.VersionSettings;
import io.github.containerversions.versions.model.ContainerLayout;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.VersionArgs;
import io.github.containerversions.versions.model.VersionResult;
import io.github.containerversions.versions.scope.TestRepository;
import io.github.containerversions.versions.site.place.Place;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A repository of a few files, and what the whole check says of it. Programs are looked up in its
 * root, and nowhere else.
 */
final class ExampleRepository {

  /** The file that holds nothing but the rule's own element. */
  private static final String CONFIGURATION = "pom.xml";

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  /** Before the name of a file as the base branch has it; without, as a branch has changed it. */
  private static final String BASE = "main:";

  private final Path root;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Exemption> exemptions = new ArrayList<>();

  ExampleRepository(Path root) {
    this.root = root;
  }

  ExampleRepository with(Map<String, String> more) {
    files.putAll(more);
    return this;
  }

  /** Adds an {@code <exemption>} as it stands in a POM. */
  ExampleRepository exempting(String xml) {
    exemptions.add(exemption(parsed(xml)));
    return this;
  }

  /** The lines that a build prints: warnings, and the failure or the line of a pass. */
  String says() throws IOException, CannotCheckException {
    write();
    if (configuration().getTagName().equals("registryPushAuth")) {
      PushResult pushes = new RegistryPushAuth(registrySettings(configuration())).run();
      return pushes.findings().isEmpty() ? RunText.passed(pushes) : FailureText.render(pushes);
    }
    VersionResult outcome = new ContainerVersionSync(settings(), line -> {}).run();
    List<String> lines = new ArrayList<>(RunText.warnings(outcome));
    lines.add(outcome.findings().isEmpty() ? RunText.passed(outcome) : FailureText.render(outcome));
    return String.join("\n", lines);
  }

  /** What comes out of a run of {@code <containerVersionSync>}. */
  VersionResult outcome() throws IOException, CannotCheckException {
    write();
    return new ContainerVersionSync(settings(), line -> {}).run();
  }

  private void write() throws IOException {
    Map<String, String> base = new LinkedHashMap<>();
    Map<String, String> own = new LinkedHashMap<>();
    files.forEach(
        (file, text) -> (file.startsWith(BASE) ? base : own).put(file.replace(BASE, ""), text));
    if (!base.isEmpty()) {
      write(base);
      TestRepository.init(root).commit("base").git("checkout", "--quiet", "-b", "bump");
    }
    write(own);
    if (hasHistory()) {
      TestRepository.init(root).commit("all of it");
    }
  }

  private void write(Map<String, String> all) throws IOException {
    for (Map.Entry<String, String> file : all.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      if (file.getValue().startsWith("#!")) {
        assertThat(path.toFile().setExecutable(true)).isTrue();
      }
    }
  }

  private boolean isOnBranch() {
    return files.keySet().stream().anyMatch(it -> it.startsWith(BASE));
  }

  /** Only a page about what history says of a place has one. */
  private boolean hasHistory() {
    return files.getOrDefault(CONFIGURATION, "").contains("<behind>told</behind>");
  }

  private Element configuration() {
    return parsed(files.getOrDefault(CONFIGURATION, "<containerVersionSync/>"));
  }

  private PushSettings registrySettings(Element rule) {
    return new PushSettings(
        root,
        List.of(),
        Set.of(),
        Set.of(),
        child(rule, "secretsFile").map(Element::getTextContent).orElse(""),
        child(rule, "secretsRepository").map(Element::getTextContent).orElse(""),
        child(rule, "provisioningFiles").stream()
            .flatMap(it -> children(it).stream())
            .map(Element::getTextContent)
            .toList(),
        child(rule, "immutableTags").isPresent(),
        exemptions(rule),
        TODAY);
  }

  private VersionSettings settings() {
    Element rule = configuration();
    return TestSettings.at(root)
        .containers(layout(rule))
        .inventory(inventory(rule))
        .versionArgs(
            new VersionArgs(
                text(rule, "versionArg", "CONTAINER_APP_VERSION"), map(rule, "versionArgs")))
        .containerPyVariable(text(rule, "containerPyVariable", "VERSION"))
        .scopeMode(isOnBranch() ? Scope.Mode.CHANGED : Scope.Mode.ALL)
        .configurationFiles(List.of(CONFIGURATION))
        .exemptions(exemptions(rule))
        .serviceNames(map(rule, "serviceNames"))
        .nixPackages(map(rule, "nixPackages"))
        .nixVersionCommand(text(rule, "nixVersionCommand", ""))
        .containerPyVersionCommand(text(rule, "containerPyVersionCommand", ""))
        .places(places(rule))
        .today(TODAY)
        .environment(
            hasHistory() || isOnBranch()
                ? TestRepository.environment()
                : Map.of("PATH", root.toString()))
        .build();
  }

  private static InventoryLayout inventory(Element rule) {
    List<TagForm> tags =
        child(rule, "inventoryTags").stream()
            .flatMap(it -> children(it).stream())
            .map(it -> TagForm.of(it.getTextContent()))
            .toList();
    return new InventoryLayout(
        text(rule, "inventoryFile", "service-versions.yaml").replaceFirst("^none$", ""),
        KeyPath.of(text(rule, "inventoryKey", InventoryLayout.DEFAULT_KEY)),
        tags.isEmpty() ? List.of(TagForm.VERSION) : tags);
  }

  private List<Place> places(Element rule) {
    String xml = files.getOrDefault(CONFIGURATION, "");
    return child(rule, "places").isPresent()
        ? PlacesOfPom.read(
            xml.substring(xml.indexOf("<places>"), xml.indexOf("</places>") + "</places>".length()))
        : List.of();
  }

  private static ContainerLayout layout(Element rule) {
    return child(rule, "containers")
        .map(it -> children(it).stream().map(Element::getTextContent).map(FolderGlob::of).toList())
        .map(ContainerLayout::matching)
        .orElseGet(
            () -> ContainerLayout.childrenOf(text(rule, "containersDirectory", "containers")));
  }

  private List<Exemption> exemptions(Element rule) {
    List<Exemption> all = new ArrayList<>(exemptions);
    child(rule, "exemptions")
        .ifPresent(it -> children(it).forEach(each -> all.add(exemption(each))));
    return all;
  }

  private static Element parsed(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(xml, e);
    }
  }

  private static Exemption exemption(Element xml) {
    return new Exemption(
        child(xml, "container")
            .or(() -> child(xml, "workflow"))
            .map(Element::getTextContent)
            .orElseThrow(),
        child(xml, "reason").map(Element::getTextContent).orElseThrow(),
        child(xml, "rule").map(Element::getTextContent).orElse(Exemption.EVERY_RULE),
        child(xml, "until").map(it -> LocalDate.parse(it.getTextContent())).orElse(LocalDate.MAX));
  }

  private static String text(Element rule, String name, String byDefault) {
    return child(rule, name).map(Element::getTextContent).orElse(byDefault);
  }

  private static Map<String, String> map(Element rule, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    child(rule, name)
        .ifPresent(
            it ->
                children(it)
                    .forEach(
                        each ->
                            map.put(
                                text(each, "name", each.getTagName()),
                                text(each, "value", each.getTextContent()))));
    return map;
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(it -> it.getTagName().equals(name)).findFirst();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
