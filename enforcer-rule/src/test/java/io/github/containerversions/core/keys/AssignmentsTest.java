package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileCases.row;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Files of lines that give names values: a file, a name, a text, and what is found. */
class AssignmentsTest implements KeyFileCases.Values {

  static List<Arguments> values() {
    return List.of(
        row(".env", "V", "V = 1.2 3 \n", "1:5 1.2 3"),
        row(".env", "V", "V=1#2\n", "1:3 1#2"),
        row(".env", "V", "V=1.2\t# x\nW=3\n", "1:3 1.2"),
        row(".env", "V", "V='1.2' # x\n", "1:4 1.2"),
        row(".env", "V", "V='$W'\n", "1:4 $W"),
        row(".env", "V", "V=\"1\"2\n", "1:3 computed"),
        row(".env", "V", "V=\"1.2\n", "1:3 computed"),
        row("a.sh", "V", "V=1\"2\"\n", "1:3 computed"),
        row("a.sh", "V", "V=it's\n", "1:3 computed"),
        row(".env", "V", "V=\"${W:-1.2}\"\n", "1:9 1.2"),
        row(".env", "V", "V=a${W:-1.2}\n", "1:3 computed"),
        row(".env", "V", "V=`x`\n", "1:3 computed"),
        row(".env", "V", "V=", "1:3 "),
        row(".env", "V", "V=\"\"", "1:4 "),
        row(".env", "V", "W=1\\\nV=0\nV=1.2\n", "3:3 1.2"),
        row(".env", "V", "\nV=1.2\r\n\r\nW=1", "2:3 1.2"),
        row(".env", "a.b-C", "export\ta.b-C=1.2", "1:14 1.2"),
        row(".env", "V", "# V=0\n1V=0\nVV=0\n"),
        row("a.sh", "V", "V=1.2 make; V=0\n", "1:3 1.2"),
        row("a.sh", "V", "readonly V=1.2; x\n", "1:12 1.2"),
        row("a.sh", "V", "declare -r -x V=1.2&&x\n", "1:17 1.2"),
        row("a.sh", "V", "V=1.2|x\n", "1:3 1.2"),
        row("a.sh", "V", "V=1#2\n", "1:3 1#2"),
        row("a.sh", "V", "V=\"1 2\"; x\n", "1:4 1 2"),
        row("a.sh", "V", "V=\"1.2\")\n", "1:4 1.2"),
        row(".env", "V", "V='1.2'#x\n", "1:4 1.2"),
        row("a.sh", "V", "V='1.2'#x\n", "1:3 computed"),
        row("a.sh", "V", "V=\"${W:-1.2}\"\n", "1:9 1.2"),
        row("a.sh", "V", "V = 1.2\n"),
        row("a.properties", "V", "V 1.2\n", "1:3 1.2"),
        row("a.properties", "V", "V:1.2\n", "1:3 1.2"),
        row("a.properties", "V", "\tV = 1.2 # x\n", "1:6 1.2 # x"),
        row("a.properties", "V", "!V=0\n#V=0\nV=1.2", "3:3 1.2"),
        row("Makefile", "V", "export V := 1.2\n", "1:13 1.2"),
        row("Makefile", "V", "override V::=1.2#x\n", "1:14 1.2"),
        row("Makefile", "V", "V = #\n", "1:5 "),
        row("Makefile", "V", "V != date\n", "1:6 computed"),
        row("Makefile", "V", "V = $(W)\n", "1:5 computed"),
        row("Makefile", "V", "V: 1.2\n"));
  }
}
