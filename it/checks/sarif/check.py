#!/usr/bin/env python3
"""Validates SARIF reports with Microsoft's SARIF Multitool, run by hand.

Its rules are those of the format (SARIF...) and those of GitHub's code scanning (GH1...). Errors and
warnings count, notes do not: they ask for what a report for code scanning does without, such as
snippets of the files. That the tool looks at all is shown by a report without locations and one
without regions, which it must refuse; that regions are whole it does not ask, so the unit tests do.

The tool is fetched from the npm registry into a temporary folder, some 100 MB; npm has to be there.
Without files, the expected reports of the unit tests are validated.

    it/checks/sarif/check.py [REPORT.sarif...]
"""

import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
EXPECTED = ROOT / "enforcer-rule/src/test/resources/report"
PACKAGE = "@microsoft/sarif-multitool"
VERSION = "5.7.0"
RULE_KINDS = "Sarif;Ghas"
LEVELS = "Error;Warning"


def fetch(folder):
    """Installs the tool below a folder and gives its program."""
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        + ["--prefix", folder, f"{PACKAGE}@{VERSION}"],
        check=True,
    )
    system = platform.system().lower()
    program = pathlib.Path(folder, "node_modules", f"{PACKAGE}-{system}", "Sarif.Multitool")
    program.chmod(0o755)
    return program


def findings(program, folder, text):
    """What the tool finds in a report, a line each."""
    report = pathlib.Path(folder, "report.sarif")
    output = pathlib.Path(folder, "findings.sarif")
    report.write_text(text, encoding="utf-8")
    output.unlink(missing_ok=True)
    ran = subprocess.run(
        [program, "validate", report, "--rule-kind", RULE_KINDS, "--level", LEVELS]
        + ["--output", output, "--log", "ForceOverwrite"],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if not output.exists():
        sys.exit(f"the tool has not validated: {ran.stdout}{ran.stderr}")
    run = json.loads(output.read_text(encoding="utf-8-sig"))["runs"][0]
    for invocation in run.get("invocations", []):
        if not invocation["executionSuccessful"]:
            sys.exit(f"the tool has not validated: {json.dumps(invocation)}")
    return [f"{it['ruleId']} {it['message'].get('arguments')}" for it in run.get("results", [])]


def damaged(text, damage):
    """The report, each of its results changed by a function."""
    log = json.loads(text)
    for result in log["runs"][0]["results"]:
        damage(result)
    return json.dumps(log)


def must_refuse(program, folder, rule, text):
    """Ends where the tool takes what it must refuse by a rule."""
    refused = findings(program, folder, text)
    if not any(it.startswith(rule + " ") for it in refused):
        sys.exit(f"the tool finds no {rule} where it must: {refused}")


def main(files):
    reports = {
        str(file): pathlib.Path(file).read_text(encoding="utf-8").replace("@version@", "1.0.0")
        for file in files or sorted(EXPECTED.glob("*.sarif"))
    }
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        program = fetch(folder)
        example = (EXPECTED / "example.sarif").read_text(encoding="utf-8")
        without = damaged(example, lambda it: it.pop("locations"))
        must_refuse(program, folder, "GH1015", without)
        without = damaged(example, lambda it: it["locations"][0]["physicalLocation"].pop("region"))
        must_refuse(program, folder, "SARIF2017", without)
        for name, text in reports.items():
            lines = findings(program, folder, text)
            found += len(lines)
            print(f"{name}: {len(lines)} findings")
            for line in lines:
                print(f"  {line}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
