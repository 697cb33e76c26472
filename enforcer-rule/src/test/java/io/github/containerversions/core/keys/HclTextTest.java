package io.github.containerversions.core.keys;

import static io.github.containerversions.core.keys.KeyFileCases.row;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Blocks and attributes of HCL 2 (its native syntax): a path, a file, and what is found. */
class HclTextTest implements KeyFileCases.Values, KeyFileCases.Broken {

  @Override
  public KeyFile kind() {
    return KeyFile.HCL;
  }

  static List<Arguments> values() {
    return List.of(
        row("a.hcl", "v", "v = \"1.2\"", "1:6 1.2"),
        row("a.hcl", "v", "v=\"1.2\" # x\n", "1:4 1.2"),
        row("a.hcl", "v", "v = \"1.2\" // x\n", "1:6 1.2"),
        row("a.hcl", "v", "v = 1.20\n", "1:5 1.20"),
        row("a.hcl", "v", "v = true\n", "1:5 true"),
        row("a.hcl", "v", "v = false\r\n", "1:5 false"),
        row("a.hcl", "v", "v = other\n", "1:5 computed"),
        row("a.hcl", "v", "v = 1 + 2\n", "1:5 computed"),
        row("a.hcl", "v", "v = \"1\" == w ? 1 : 2\n", "1:5 computed"),
        row("a.hcl", "v", "v = -1\n", "1:5 computed"),
        row("a.hcl", "v", "v = \"a\\\"b\"\n", "1:6 computed"),
        row("a.hcl", "v", "v = \"%{ if w }1%{ endif }\"\n", "1:6 computed"),
        row("a.hcl", "v", "/* v = \"0\" */ # v = \"0\"\n// v = \"0\"\nv = \"1.2\"\n", "3:6 1.2"),
        row("a.hcl", "v", "w = \"${f(\"x\")}\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = [ \"${f(\"]\")}\" ]\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"${f(\"}\")}\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"${f(\"{\")}\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"${f({ a = \"${b[\"}\"]}\" })}\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"%{ if x == \"}\" }1%{ endif }\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"${\n  x # \"\n  /* } */\n}\"\nv = \"1.2\"\n", "5:6 1.2"),
        row("a.hcl", "v", "w = \"$${x\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"100%%{\" # \"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = \"$$${x}$\"\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "v = \"$${x}\"\n", "1:6 computed"),
        row("a.hcl", "v", "v = \"$1.2%\"\n", "1:6 $1.2%"),
        row("a.hcl", "v", "v = \"}1.2{\"\n", "1:6 }1.2{"),
        row("a.hcl", "v", "v = \"1.2\" /* x */ /* \" */\n", "1:6 1.2"),
        row("a.hcl", "v", "v = 1 /* x */ + 2\n", "1:5 computed"),
        row("a.hcl", "v", "w = [ /* \" ] */ 1 ]\nv = \"1.2\"\n", "2:6 1.2"),
        row("a.hcl", "v", "w = f(<<EOT\nv = \"0\"\nEOT\n)\nv = \"1.2\"\n", "5:6 1.2"),
        row("a.hcl", "v", "w = <<EOT\nv = \"0\"\nEOT\nv = \"1.2\"\n", "4:6 1.2"),
        row("a.hcl", "v", "w = <<-EOT\n  v = \"0\"\n  EOT\nv = \"1.2\"\n", "4:6 1.2"),
        row(
            "a.hcl",
            "v",
            "w = [ # ]\n  \"]\", // ]\n  { v = \"0\" },\n]\nv = \"1.2\"\n",
            "5:6 1.2"),
        row("a.hcl", "v", "w = f(\n  \"0\"\n)\nv = \"1.2\"\n", "4:6 1.2"),
        row("a.hcl", "v.a", "v = { a = \"1\" }\n"),
        row("a.hcl", "v", "v = { a = \"1\" }\n", "1:5 computed"),
        row("a.hcl", "v.a", "v = {\n  a = \"1.2\"\n  \"b\" = \"2\"\n}\n", "2:8 1.2"),
        row("a.hcl", "v.b", "v = {\n  a = \"1.2\"\n  \"b\" = \"2\"\n}\n", "3:10 2"),
        row("a.hcl", "v", "v = {\n  \"a\" : \"1\"\n}\nw = \"2\"\n", "1:5 computed"),
        row("a.hcl", "w", "v = {\n  \"a\" : \"1\"\n}\nw = \"2\"\n", "4:6 2"),
        row("a.hcl", "a.b.c.v", "a \"b\" \"c\" {\n  v = \"1.2\"\n}\n", "2:8 1.2"),
        row("a.hcl", "a.b.v", "a b { v = \"1.2\" }\n", "1:12 1.2"),
        row("a.hcl", "a.v", "a {\n  b {\n  }\n  v = 1.2\n}\n", "4:7 1.2"),
        row(
            "a.hcl",
            "a.*.v",
            "a {\n b {\n  v = 1\n }\n}\na {\n c {\n  v = 2\n }\n}\n",
            "3:7 1",
            "8:7 2"),
        row("a.hcl", "v", "variable \"v\" {\n  type = string\n  default = 1.2\n}\n", "3:13 1.2"),
        row("a.hcl", "v", "variable \"v\" {\n  default = 1\n}\nv = 2\n", "4:5 2"));
  }

  static List<Arguments> broken() {
    return List.of(
        Arguments.of("}", "a brace has no partner"),
        Arguments.of("a {\n", "a block is not closed"),
        Arguments.of("a {\n  b = 1\n", "a block is not closed"),
        Arguments.of("a \"b {\n}\n", "a string is not closed"),
        Arguments.of("a = \"b\n", "a string is not closed"),
        Arguments.of("a = \"${b", "a string is not closed"),
        Arguments.of("a = \"${b}", "a string is not closed"),
        Arguments.of("a = \"${\"}\"", "a string is not closed"),
        Arguments.of("a = \"${\"b\n\"}\"", "a string is not closed"),
        Arguments.of("a = \"\\", "a string is not closed"),
        Arguments.of("a = " + "\"${".repeat(60), "templates are nested more than 50 deep"),
        Arguments.of("/* a = 1", "a comment is not closed"),
        Arguments.of("/*/ a = 1", "a comment is not closed"),
        Arguments.of("a = [ /* ]", "a comment is not closed"),
        Arguments.of("= 1\n", "expected a name"),
        Arguments.of("{\n}\n", "expected a name"),
        Arguments.of("a\n", "expected a name"),
        Arguments.of("a {\n".repeat(60), "blocks are nested more than 50 deep"));
  }
}
