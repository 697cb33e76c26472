#!/usr/bin/env python3
"""Asks Nix itself about the cases that the unit tests hold the Nix reader to.

Needs nix-instantiate on the PATH (Debian: package nix-bin). Run from anywhere:

    python3 it/checks/nix/check.py

Reads nix-grammar.tsv, nix-cases.tsv and nix-evaluations.tsv next to the unit tests and prints every row where Nix
answers otherwise than the row says. Ends with 1 if there is one.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

RESOURCES = pathlib.Path(__file__).parents[3] / "enforcer-rule/src/test/resources"


def rows(name):
    file = RESOURCES / name
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def unescape(text):
    """The escapes of the tables: \\n, \\r, \\t, \\\\ and \\uXXXX."""
    simple = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}

    def one(match):
        found = match.group(1)
        return chr(int(found[1:], 16)) if found[0] == "u" else simple[found]

    plain = re.sub(r"\\(u[0-9a-f]{4}|[nrt\\])", one, text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16")


def nix(folder, *arguments):
    command = ["nix-instantiate", "--option", "restrict-eval", "false", *arguments]
    # Nix cuts what it quotes of a file at any byte.
    decoding = {"encoding": "utf-8", "errors": "replace"}
    return subprocess.run(command, cwd=folder, capture_output=True, **decoding)


# Before 2.26, Nix cut a string short at the character NUL.
VERSION = tuple(map(int, re.findall(r"\d+", nix(".", "--version").stdout)[:2]))


def write(folder, name, text):
    path = pathlib.Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def grammar():
    for name, verdict, *rest in rows("nix-grammar.tsv"):
        with tempfile.TemporaryDirectory() as folder:
            write(folder, "default.nix", unescape(rest[0]))
            answer = nix(folder, "--parse", "default.nix")
            found = "accept" if answer.returncode == 0 else "reject"
            yield name, verdict, found, answer.stderr


PROBE = """
let
  pkgs = import <nixpkgs> { };
  given = f: builtins.intersectAttrs (builtins.functionArgs f) pkgs;
  result = value: if builtins.isFunction value then result (value (given value)) else value;
  value = result (import ./containers/app/default.nix);
in
value.version or value.tag
"""


def unmarked(text):
    return text.replace("«", "").replace("»", "")


def outcome(answer):
    """What Nix says, in the words of the table."""
    if answer.returncode != 0:
        return "fails"
    value = json.loads(answer.stdout)
    if not isinstance(value, str):
        return "null" if value is None else "no string"
    return "= " + value if value.strip() else "empty"


def expectation(cell):
    """What Nix must say to a row; empty where it is not asked."""
    kind, _, message = cell.partition(" ")
    if kind == "=":
        return "= " + unescape(message)
    if "a string cannot hold the character NUL" in message and VERSION < (2, 26):
        return ""
    if kind in ("SYNTAX", "UNREADABLE") or message.startswith("evaluation fails"):
        return "fails"
    if kind == "EMPTY":
        return message.rpartition(" ")[2]
    if kind == "SHAPE" and "a function" not in message and "a path" not in message:
        return "no string"
    return ""


def values():
    for name, cell, text, *files in rows("nix-cases.tsv"):
        expected = expectation(cell)
        if not expected:
            continue
        with tempfile.TemporaryDirectory() as folder:
            write(folder, "containers/app/default.nix", unmarked(unescape(text)))
            for file in files:
                path, _, content = file.partition("=")
                write(folder, "containers/app/" + path, unmarked(unescape(content)))
            stub = f"nixpkgs={pathlib.Path(__file__).parent}/nixpkgs"
            arguments = ["-I", stub, "--eval", "--strict", "--json", "-E", PROBE]
            answer = nix(folder, *arguments)
            yield name, expected, outcome(answer), answer.stderr


def evaluations():
    for expected, _, text in rows("nix-evaluations.tsv"):
        with tempfile.TemporaryDirectory() as folder:
            write(folder, "containers/app/default.nix", unescape(text))
            stub = f"nixpkgs={pathlib.Path(__file__).parent}/nixpkgs"
            answer = nix(folder, "-I", stub, "--eval", "--strict", "--json", "-E", PROBE)
            yield text, "= " + unescape(expected), outcome(answer), answer.stderr


def main():
    wrong = 0
    count = 0
    for name, expected, found, detail in [*grammar(), *values(), *evaluations()]:
        count += 1
        if expected != found:
            wrong += 1
            print(f"{name}: expected {expected!r}, Nix says {found!r}\n    {detail.strip()[:300]}")
    print(f"{count} rows, {wrong} differ from Nix")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
