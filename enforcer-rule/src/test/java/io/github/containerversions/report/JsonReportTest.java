package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.versions.Sites;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void theExampleOfTheContractIsWrittenAsItStandsThere() {
    String report =
        Rendered.json(
            VersionResults.of(
                VersionResults.SINCE_MAIN,
                VersionResults.untouched("cv"),
                VersionResults.exempt("kubectl"),
                VersionResults.ok(
                    "loki",
                    VersionResults.declared(
                        Sites.DOCKERFILE, "v3.6.5", "containers/loki/Dockerfile"),
                    VersionResults.asked("3.6.5", "containers/loki/default.nix")),
                VersionResults.driftedNtfy()));

    assertThat(compact(report))
        .isEqualTo(
            compact(
                """
            {
              "schemaVersion": 1,
              "tool": {
                "name": "container-versions",
                "version": "@version@"
              },
              "scope": {
                "mode": "changed",
                "reason": "base",
                "baseRef": "refs/remotes/origin/main",
                "baseCommit": "4f2a0000000000000000000000000000000000aa",
                "detail": "touched since refs/remotes/origin/main"
              },
              "summary": {
                "containers": 4,
                "checked": 2,
                "failed": 1,
                "findings": 1
              },
              "containers": [
                {
                  "name": "cv",
                  "service": "cv",
                  "status": "out-of-scope",
                  "version": null,
                  "declarations": [],
                  "findings": [],
                  "exemptions": []
                },
                {
                  "name": "kubectl",
                  "service": "kubectl",
                  "status": "exempt",
                  "version": null,
                  "declarations": [],
                  "findings": [],
                  "exemptions": [
                    {
                      "rule": null,
                      "reason": "a tool, no service",
                      "until": null
                    }
                  ]
                },
                {
                  "name": "loki",
                  "service": "loki",
                  "status": "ok",
                  "version": "3.6.5",
                  "declarations": [
                    {
                      "source": "dockerfile",
                      "version": "v3.6.5",
                      "file": "containers/loki/Dockerfile",
                      "line": 1,
                      "column": 27,
                      "endColumn": 33
                    },
                    {
                      "source": "nix-command",
                      "version": "3.6.5",
                      "file": "containers/loki/default.nix"
                    }
                  ],
                  "findings": [],
                  "exemptions": []
                },
                {
                  "name": "ntfy",
                  "service": "ntfy",
                  "status": "failed",
                  "version": null,
                  "declarations": [
                    {
                      "source": "dockerfile",
                      "version": "v2.17.0",
                      "file": "containers/ntfy/Dockerfile",
                      "line": 4,
                      "column": 29,
                      "endColumn": 36
                    },
                    {
                      "source": "nix",
                      "version": "2.15.0",
                      "file": "containers/ntfy/default.nix",
                      "line": 7,
                      "column": 14,
                      "endColumn": 20
                    },
                    {
                      "source": "inventory",
                      "version": "v2.17.0",
                      "file": "service-versions.yaml",
                      "line": 38,
                      "column": 23,
                      "endColumn": 30
                    }
                  ],
                  "findings": [
                    {
                      "rule": "version-agreement",
                      "message": "default.nix says 2.15.0, Dockerfile and service-versions.yaml say v2.17.0",
                      "help": "set version = \\"2.17.0\\" in containers/ntfy/default.nix, or move the other two to 2.15.0",
                      "file": "containers/ntfy/default.nix",
                      "line": 7,
                      "column": 14,
                      "endColumn": 20,
                      "related": [
                        {
                          "file": "containers/ntfy/Dockerfile",
                          "line": 4,
                          "column": 29,
                          "endColumn": 36
                        },
                        {
                          "file": "service-versions.yaml",
                          "line": 38,
                          "column": 23,
                          "endColumn": 30
                        }
                      ]
                    }
                  ],
                  "exemptions": []
                }
              ]
            }
            """
                    .replace("@version@", ToolVersion.read())));
  }

  @Test
  void theExampleIsWrittenAsItStandsInItsFile() throws IOException {
    assertThat(Rendered.json(VersionResults.example())).isEqualTo(Rendered.golden("example.json"));
  }

  @Test
  void anExemptionFromOneRuleNamesItAndItsEnd() throws JsonParserException {
    JsonObject exemption =
        JsonParser.object()
            .from(
                Rendered.json(
                    VersionResults.of(
                        VersionResults.ALL,
                        VersionResults.excused("x", VersionResults.noBuildFile("x")))))
            .getArray("containers")
            .getObject(0)
            .getArray("exemptions")
            .getObject(0);

    assertThat(exemption.getString("rule")).isEqualTo("build-file");
    assertThat(exemption.getString("reason")).isEqualTo("built elsewhere");
    assertThat(exemption.getString("until")).isEqualTo("2027-01-31");
  }

  /** The writer lays lines out in its own way; keys, values and their order are what counts. */
  private static String compact(String json) {
    return json.replaceAll("\\n *", "").replace("\": ", "\":");
  }

  @Test
  void whateverAFileHoldsTheReportIsJson() throws JsonParserException {
    String hostile = "\"\\\n\u0000\u001B[31m\uD800</script>";
    String report =
        Rendered.json(
            VersionResults.of(
                VersionResults.ALL,
                VersionResults.failed("x", VersionResults.noBuildFile(hostile)),
                VersionResults.ok(hostile, VersionResults.declared(Sites.NIX, hostile, hostile))));

    JsonObject parsed = JsonParser.object().from(report);
    assertThat(parsed.getArray("containers").getObject(1).getString("name")).isEqualTo(hostile);
    assertThat(report).doesNotContain("\u001B", "\u0000");
  }

  @Test
  void anExpressionOverSeveralLinesNamesItsLastLine() throws JsonParserException {
    var declaration =
        VersionResults.stated(Sites.NIX, "1", "1", new SourceSpan("default.nix", 2, 3, 4, 5));
    JsonObject written =
        JsonParser.object()
            .from(
                Rendered.json(
                    VersionResults.of(VersionResults.ALL, VersionResults.ok("x", declaration))))
            .getArray("containers")
            .getObject(0)
            .getArray("declarations")
            .getObject(0);

    assertThat(written.getInt("line")).isEqualTo(2);
    assertThat(written.getInt("endLine")).isEqualTo(4);
    assertThat(written.getInt("endColumn")).isEqualTo(5);
  }
}
