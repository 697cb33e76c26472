package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileCases.row;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Elements of XML 1.0: a path, a file, and what is found, as {@code line:column value}. */
class XmlTextTest implements KeyFileCases.Values, KeyFileCases.Broken {

  @Override
  public KeyFile kind() {
    return KeyFile.XML;
  }

  static List<Arguments> values() {
    return List.of(
        row("a.xml", "a.b", "<a><b/></a>", "1:8 "),
        row("a.xml", "a.b", "<a><b x=\"1\"/><b>2</b></a>", "1:14 ", "1:17 2"),
        row("a.xml", "a.b", "<a><b></b></a>", "1:7 "),
        row("a.xml", "a.b", "<a>\n<b>\n\t1.2\r\n</b>\n</a>\n", "3:2 1.2"),
        row("a.xml", "a.b", "<a x = \"</a>\" y='>' ><b >1.2</b ></a >", "1:26 1.2"),
        row(
            "a.xml",
            "a.b",
            "\n<!-- x -->\n<?x y?>\n<a><b>1.2</b></a>\n<!-- x --><?x?>\n",
            "4:7 1.2"),
        row("a.xml", "a.b", "<a><!-- <b>0</b> --><b>1.2</b><?x <b>0</b>?></a>", "1:24 1.2"),
        row("a.xml", "a.b", "<a><b>1<!-- x --></b></a>", "1:7 computed"),
        row("a.xml", "a.b", "<a><b><?x?>1</b></a>", "1:7 computed"),
        row("a.xml", "a.b", "<a><b><![CDATA[1.2]]></b></a>", "1:7 computed"),
        row("a.xml", "a.b", "<a><b>&#49;</b></a>", "1:7 computed"),
        row("a.xml", "a.b", "<a><c><b>0</b></c><![CDATA[<b>0</b>]]><b>1.2</b></a>", "1:42 1.2"),
        row("a.xml", "a", "<a><b>1</b></a>", "1:2 a mapping"));
  }

  static List<Arguments> broken() {
    return List.of(
        Arguments.of("", "expected an element"),
        Arguments.of("a", "expected an element"),
        Arguments.of("<a></a><a></a>", "something stands after the root element"),
        Arguments.of("<a></a>b", "something stands after the root element"),
        Arguments.of("<!DOCTYPE a><a></a>", "a document type is not read"),
        Arguments.of("<!-- <a></a>", "expected -->"),
        Arguments.of("<?xml <a></a>", "expected ?>"),
        Arguments.of("<a><!-- </a>", "expected -->"),
        Arguments.of("<a><?x </a>", "expected ?>"),
        Arguments.of("<a><![CDATA[ </a>", "expected ]]>"),
        Arguments.of("<>", "expected a name"),
        Arguments.of("<a =\"\"></a>", "expected a name"),
        Arguments.of("<a x></a>", "expected = after the name of an attribute"),
        Arguments.of("<a x=1></a>", "expected a quote"),
        Arguments.of("<a x=\"1></a>", "expected \""),
        Arguments.of("<a>", "<a> is not closed"),
        Arguments.of("<a></b>", "expected </a>"),
        Arguments.of("<a></a", "expected </a>"),
        Arguments.of("<a>".repeat(60), "elements are nested more than 50 deep"));
  }
}
