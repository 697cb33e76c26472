package io.github.containerversions.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.CannotCheckException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Elements of another form than the one that is read: refused with the right one, never dropped.
 */
class ElementFormsTest {
  private static final String START = "Container versions cannot be checked: ";

  @TempDir private Path root;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<serviceName><container>quartz</container><service>docs</service></serviceName>"
            + "|<serviceName> in <M> holds elements",
        "<entry><key>quartz</key><value>docs</value></entry>|<entry> in <M> holds elements",
        "quartz=docs|<M> holds text",
        "<serviceName>quartz</serviceName><serviceName>loki</serviceName>"
            + "|<M> has two entries for serviceName",
        "<quartz>docs</quartz><loki>logs</loki><quartz>notes</quartz>"
            + "|<M> has two entries for quartz",
        "<quartz>docs</quartz><property><name>quartz</name><value>x</value></property>"
            + "|<M> has two entries for quartz",
        "<quartz/>|<quartz> in <M> is empty",
        "<quartz> </quartz>|<quartz> in <M> is empty",
        "<quartz><name>docs</name></quartz>|<quartz> in <M> holds elements",
        "<property/>|<property> in <M> is empty",
        "<property><name>quartz</name></property>|PROPERTY",
        "<property><key>quartz</key><value>docs</value></property>|PROPERTY",
        "<property><name>a</name><name>b</name></property>|PROPERTY",
        "<property><name>a</name><value>b</value><value>c</value></property>|PROPERTY",
        "<property><name>a</name><value/></property>|PROPERTY",
        "<property><name><a/></name><value>b</value></property>|PROPERTY",
      })
  void aMapOfAnotherForm(String content, String complaint) {
    for (String map : List.of("serviceNames", "nixPackages")) {
      String what =
          complaint
              .replace(
                  "PROPERTY", "<property> in <M> does not consist of one <name> and one <value>")
              .replace("<M>", "<" + map + ">");
      assertThat(says("<%1$s>%2$s</%1$s>".formatted(map, content)))
          .isEqualTo(
              START
                  + what
                  + ("; write one entry for each container, <%1$s><quartz>docs</quartz></%1$s>, or"
                          + " <property><name>2fauth</name><value>docs</value></property> where"
                          + " the container's name is not a name in XML")
                      .formatted(map));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "loki|<exemptions> holds text",
        "<exemption>loki</exemption>|<exemption> holds text",
        "<container>loki</container><reason>x</reason>|<exemptions> holds <container>",
        "<loki>x</loki>|<exemptions> holds <loki>",
        "<exemption><container>a</container><container>b</container></exemption>"
            + "|an <exemption> has <container> twice",
        "<exemption><container><name>a</name></container></exemption>"
            + "|<container> of an <exemption> holds elements",
        "<exemption><name>loki</name></exemption>"
            + "|an <exemption> has <name>; there are <container>, <reason>, <rule> and <until>",
        "<exemption><workflow>ci.yaml</workflow></exemption>"
            + "|an <exemption> has <workflow>; there are <container>, <reason>, <rule> and <until>",
      })
  void exemptionsOfAnotherForm(String content, String complaint) {
    assertThat(says("<exemptions>" + content + "</exemptions>"))
        .isEqualTo(
            START
                + complaint
                + "; write <exemptions><exemption><container>kubectl</container>"
                + "<reason>why it is exempt</reason></exemption></exemptions>");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<containerVersionSync>all</containerVersionSync>"
            + "|<containerVersionSync> holds text; a parameter is an element, such as"
            + " <skip>true</skip>",
        "<containerVersionSync scope='all'/>"
            + "|<containerVersionSync> has an attribute scope; a parameter is an element, such as"
            + " <skip>true</skip>",
        "<containerVersionSync><exemptions><exemption container='a'/></exemptions>"
            + "</containerVersionSync>"
            + "|<exemption> has an attribute container; a parameter is an element, such as"
            + " <skip>true</skip>",
        "<containerVersionSync><scope>all</scope><scope>changed</scope></containerVersionSync>"
            + "|<containerVersionSync> has <scope> twice; Maven takes only the last",
        "<containerVersionSync><exemptions/><exemptions/></containerVersionSync>"
            + "|<containerVersionSync> has <exemptions> twice; Maven takes only the last",
        "<containerVersionSync combine.self='override'/>|",
        "<alwaysPass>x</alwaysPass><containerVersionSync/>|",
      })
  void whatMavenPassesOver(String rules, String complaint)
      throws XmlPullParserException, IOException {
    Xpp3Dom configuration =
        Xpp3DomBuilder.build(
            new StringReader("<configuration><rules>" + rules + "</rules></configuration>"));

    if (complaint == null) {
      assertThatCode(() -> PassedOver.refuse("containerVersionSync", configuration))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> PassedOver.refuse("containerVersionSync", configuration))
          .isInstanceOf(CannotCheckException.class)
          .hasMessage(complaint);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "<json/>",
    "<report/><report>json</report>",
  })
  void aListWithAnEmptyElement(String content) {
    assertThat(says("<reports>" + content + "</reports>"))
        .isEqualTo(START + "<reports> holds an element without text");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<quartz>docs</quartz>|{quartz=docs}",
        "<quartz combine.self='override'> docs </quartz>|{quartz=docs}",
        "<property><name>2fauth</name><value>tfa</value></property>|{2fauth=tfa}",
        "<property><value>tfa</value><name>2fauth</name></property>|{2fauth=tfa}",
        "<property>docs</property>|{property=docs}",
        "|{}",
      })
  void aMapOfTheRightForm(String content, String entries) throws CannotCheckException {
    String xml =
        "<serviceNames combine.children='append'>%s</serviceNames>"
            .formatted(content == null ? "" : content);

    assertThat(ConfiguredRule.of("containerVersionSync", root, xml, List.of()).effect().get(0))
        .contains("serviceNames=" + entries);
  }

  private String says(String xml) {
    return ConfiguredRule.of("containerVersionSync", root, xml, List.of()).says();
  }
}
