package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileCases.row;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** TOML 1.0: a path, a file, and what is found, as {@code line:column value}. */
class TomlTextTest implements KeyFileCases.Values, KeyFileCases.Broken {

  @Override
  public KeyFile kind() {
    return KeyFile.TOML;
  }

  static List<Arguments> values() {
    return List.of(
        row("a.toml", "a.b", "[a] # x\n# b = 0\nb = 1.2 # x\n", "3:5 1.2"),
        row("a.toml", "a.b", "[ a ]\r\nb = 1.2\r\n", "2:5 1.2"),
        row("a.toml", "a.b", "[a]\nc = 1\n[d]\nb = 0\n[a.e]\nb = 0\n"),
        row("a.toml", "a.'b.c'", "a . \"b.c\" = 1.2", "1:13 1.2"),
        row("a.toml", "a_b-1", "a_b-1 = 1.2", "1:9 1.2"),
        row("a.toml", "a.b", "a.c = 0\na.b = 1.2\n", "2:7 1.2"),
        row("a.toml", "a.b", "a = { c = { b = 0 }, b = \"1.2\" }\n", "1:27 1.2"),
        row("a.toml", "a.b", "a = {}\nb = 0\n"),
        row("a.toml", "v", "a = [ # x\n  1,\n  [ 2, 3 ], # ]\n]\nv = 1.2\n", "5:5 1.2"),
        row("a.toml", "v", "a = []\nv = 1.2\n", "2:5 1.2"),
        row("a.toml", "v.*", "v = [ 1, \"2\" , [3] ]\n", "1:7 1", "1:11 2", "1:16 a list"),
        row("a.toml", "v", "v = 1979-05-27 07:32:00 # x\n", "1:5 1979-05-27 07:32:00"),
        row("a.toml", "v", "v = 'a\\b\"'\n", "1:6 a\\b\""),
        row("a.toml", "v", "v = \"a'b\"\n", "1:6 a'b"),
        row("a.toml", "v", "v = \"\"\nw = 1\n", "1:6 "),
        row("a.toml", "v", "v = \"\\b\\t\\n\\f\\r\\\"\\\\\"\n", "1:6 \b\t\n\f\r\"\\"),
        row("a.toml", "v", "v = \"\\u00e9\\U0001F433!\"\n", "1:6 é🐳!"),
        row("a.toml", "v", "v = '''a'b\\'''\n", "1:8 a'b\\"),
        row("a.toml", "v", "v = \"\"\"a \"b\" \\\n   c\"\"\"\n", "1:8 a \"b\" c"),
        row("a.toml", "p.*.q.v", "[[p]]\n[p.q]\nv='1'\n[[p]]\n[p.q]\nv='2'\n", "3:4 1", "6:4 2"),
        row("a.toml", "p.*.v", "[[p]] # x\nv=1\n[[ p ]]\n", "2:3 1"),
        row("a.toml", "a.p.*.v", "[[a.p]]\nv=1\n[[a.p]]\nv=2\n", "2:3 1", "4:3 2"));
  }

  static List<Arguments> broken() {
    return List.of(
        Arguments.of("a = \"1\" b\n", "a line ends after its value"),
        Arguments.of("[a] b = 1\n", "a line ends after its value"),
        Arguments.of("a = 1, 2\n", "a line ends after its value"),
        Arguments.of("[a\n", "expected ]"),
        Arguments.of("[[a]\n", "expected ]]"),
        Arguments.of("a\n", "expected ="),
        Arguments.of("= 1\n", "expected a key"),
        Arguments.of("a. = 1\n", "expected a key"),
        Arguments.of("a =\n", "expected a value"),
        Arguments.of("a = # 1\n", "expected a value"),
        Arguments.of("a = [\"1\" \"2\"]\n", "expected a comma or ]"),
        Arguments.of("a = { b = \"1\" c = \"2\" }\n", "expected a comma or }"),
        Arguments.of("a = \"1\n", "a string is not closed"),
        Arguments.of("a = \"1", "a string is not closed"),
        Arguments.of("a = \"\"\"1\n\"", "a string is not closed"),
        Arguments.of("a = \"\\u12\"\n", "an escape has no character"),
        Arguments.of("a = \"\\U00110000\"\n", "an escape has no character"),
        Arguments.of("a = \"\\u1", "an escape has no character"),
        Arguments.of("a = \"\\x\"\n", "there is no such escape"),
        Arguments.of("a = 1\n[a.b]\n", "a key above it has a value that is no table"),
        Arguments.of("a = " + "[".repeat(60), "values are nested more than 50 deep"));
  }
}
