package io.github.containerversions.versions.site.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of {@code a/b/pom.xml}, as Maven inherits and interpolates it. */
class PomValuesTest {
  private static final String UNKNOWN =
      "the version of this POM cannot be determined from the POMs of the repository";

  private static final String PARENT =
      "<parent><artifactId>p</artifactId><version>${revision}</version></parent>";

  private final Map<String, String> poms = new TreeMap<>();

  private PomValuesTest pom(String file, String content) {
    poms.put(file, "<project>" + content + "</project>");
    return this;
  }

  /** The file, the column and the text of the version, or why it has no version. */
  private String version() {
    List<Statement> found = find("a/b/pom.xml", "project.version");
    assertThat(found).hasSize(1);
    if (found.get(0) instanceof Statement.Unreadable unreadable) {
      assertThat(unreadable.problem().location().file()).isEqualTo("a/b/pom.xml");
      return unreadable.problem().message();
    }
    Statement.Tag tag = (Statement.Tag) found.get(0);
    SourceSpan span = tag.text().span(tag.start(), tag.end());
    return span.file() + ":" + span.column() + " " + tag.value();
  }

  private List<Statement> find(String file, String key) {
    SourceText text = SourceText.of(file, poms.getOrDefault(file, ""));
    return KeySearch.of(key).find(text, MemoryFiles.of(poms));
  }

  private static String properties(String properties) {
    return "<properties>" + properties + "</properties>";
  }

  @Test
  void itsOwnVersionComesBeforeThatOfItsParent() {
    pom("a/b/pom.xml", "<parent><version>1</version></parent><version>2</version>");

    assertThat(version()).isEqualTo("a/b/pom.xml:56 2");
  }

  @Test
  void withoutOneItIsThatOfItsParent() {
    pom("a/b/pom.xml", "<parent><version>1</version></parent>");

    assertThat(version()).isEqualTo("a/b/pom.xml:27 1");
  }

  @Test
  void aPropertyOfThePom() {
    pom("a/b/pom.xml", "<version>${x.y}</version>" + properties("<x.y>1.2</x.y>"));

    assertThat(version()).isEqualTo("a/b/pom.xml:52 1.2");
  }

  @Test
  void aPropertyThatNamesAnother() {
    pom("a/b/pom.xml", "<version>${x}</version>" + properties("<x>${y}</x><y>1.2</y>"));

    assertThat(version()).isEqualTo("a/b/pom.xml:59 1.2");
  }

  @Test
  void aPropertyOfItsParentsParent() {
    pom("a/b/pom.xml", PARENT);
    pom("a/pom.xml", "<parent><artifactId>q</artifactId></parent><artifactId>p</artifactId>");
    pom("pom.xml", "<artifactId>q</artifactId>" + properties("<revision>1.2</revision>"));

    assertThat(version()).isEqualTo("pom.xml:58 1.2");
  }

  @Test
  void aPropertyOfThePomComesBeforeThatOfItsParentWhereverItIsNamed() {
    pom("a/b/pom.xml", PARENT + properties("<y>1</y>"));
    pom(
        "a/pom.xml",
        "<artifactId>p</artifactId>" + properties("<revision>${y}</revision><y>2</y>"));

    assertThat(version()).startsWith("a/b/pom.xml:").endsWith(" 1");
  }

  @ParameterizedTest
  @CsvSource({
    "'', a/pom.xml",
    "<relativePath>../pom.xml</relativePath>, a/pom.xml",
    "<relativePath>..</relativePath>, a/pom.xml",
    "<relativePath>../parent.pom</relativePath>, a/parent.pom",
    "<relativePath>../../p</relativePath>, p/pom.xml",
    "<relativePath>c.xml</relativePath>, a/b/c.xml",
  })
  void theParentIsWhereItsRelativePathLeads(String relativePath, String parent) {
    pom("a/b/pom.xml", PARENT.replace("</parent>", relativePath + "</parent>"));
    pom(parent, "<artifactId>p</artifactId>" + properties("<revision>1.2</revision>"));

    assertThat(version()).startsWith(parent + ":").endsWith(" 1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<version>${x}</version>",
        "<version>1.${x}</version><properties><x>2</x></properties>",
        "<version>${x}${x}</version><properties><x>2</x></properties>",
        "<version>${x}</version><properties><x>${x}</x></properties>",
        "<version>${x}</version><properties><x><y>1</y></x></properties>",
        "<version/>",
        "<version>1<!-- x --></version>",
        "<version><x>1</x></version>",
        "<artifactId>p</artifactId>"
      })
  void aVersionThatMavenWouldTakeFromElsewhereIsNotGuessed(String content) {
    assertThat(pom("a/b/pom.xml", content).version()).isEqualTo(UNKNOWN);
  }

  @Test
  void aParentOfAnotherNameIsNotTheOneThatIsMeant() {
    pom("a/b/pom.xml", PARENT);
    pom("a/pom.xml", "<artifactId>other</artifactId>" + properties("<revision>1</revision>"));

    assertThat(version()).isEqualTo(UNKNOWN);
  }

  @Test
  void anEmptyRelativePathLeadsToNoFile() {
    pom("a/b/pom.xml", PARENT.replace("</parent>", "<relativePath/></parent>"));
    pom("a/pom.xml", "<artifactId>p</artifactId>" + properties("<revision>1</revision>"));

    assertThat(version()).isEqualTo(UNKNOWN);
  }

  @Test
  void aParentThatIsNotWellFormedSaysNothing() {
    pom("a/b/pom.xml", PARENT);
    poms.put("a/pom.xml", "<project><artifactId>p</artifactId>");

    assertThat(version()).isEqualTo(UNKNOWN);
  }

  @Test
  void aPomThatInheritsFromItselfEndsSomewhere() {
    pom(
        "a/b/pom.xml",
        PARENT.replace("</parent>", "<relativePath>pom.xml</relativePath></parent>")
            + "<artifactId>p</artifactId>");

    assertThat(version()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"pom.xml, true", "a/pom-ci.xml, true", "a.pom, true", "a.xml, false"})
  void onlyAPomInherits(String file, boolean inherits) {
    pom(file, "<parent><version>1</version></parent>");

    assertThat(find(file, "project.version").isEmpty()).isNotEqualTo(inherits);
  }

  @Test
  void anotherKeyOfAPomIsThatOfAnyFile() {
    pom("a/b/pom.xml", "<parent><version>1</version></parent><properties><x>2</x></properties>");

    assertThat(find("a/b/pom.xml", "project.properties.x"))
        .extracting(it -> ((Statement.Tag) it).value())
        .containsExactly("2");
  }
}
