#!/usr/bin/env python3
"""Holds the reader against CPython on modules made up at random.

    mvn -pl enforcer-rule compile
    python3 it/checks/python/fuzz.py [seed] [modules of each sort]

A module that CPython compiles must not be SYNTAX for the reader. Where the reader gives a value,
running the module must give the same one; where it says ABSENT there must be no VERSION in the end,
and where it says SHAPE or EMPTY alone, the value may be a sound string only after one of another
kind. What CPython rejects and the reader does not is counted, not a failure: the reader leaves it to
CPython whether a file compiles.

Exit status 1 where anything differs. The modules only assign, so running them does no harm.
"""

import collections
import random
import sys
import warnings

from judge import Reader

PREAMBLE = 'A = "a"\nB = "b"\nN = 5\nclass D: pass\n'
STRINGS = [
    '"1"', "'1.2'", '"""1\n2"""', r"r'\d'", 'b"1"', 'u"3"', '""', "'a\\\nb'", r'"\x41"', r'"\101"', r'"\18"', r'"\q"',
    r'"\u00e9"', r'"\U0001F600"', r'"\N{DIGIT ONE}"', '"\t"', "'''\r\nx\ry'''", '"é"', 'rb"1"', 'f"{A}"', 'f"{A}.{B}"',
    'f"{A!s}"', 'f"{A!r}"', 'f"{A:>5}"', 'f"{A:}"', 'f"{ A!s:}"', 'f"{A=}"', 'f"{{}}"', 'f"}}{A}{{"', r'f"\{A}"',
    r'rf"\{A}"', "f'{A}{'x'}'", 'f"{f"{A}"}"', 'f"""{\nA}"""', 'f"{A + B}"', 'f"{(A)}"', 'f"{5}"', 'f"{N}"', 'F"{A}" "x"',
    'f"{A:{B}}"', r'f"\N{DIGIT ONE}{A}"', 'f"{A, B}"', 'f"{*A,}"', 'f"{None}"', 'f"{1.5}"', 'f"{1_0}"', 'f"{00}"',
]
ATOMS = STRINGS + [
    "A", "B", "N", "VERSION", "None", "5", "1.5", "...", "[A]", "{A}", "{}", "()", "(A,)", "(A)", '("x" "y")',
    "[x for x in A]", "{A: B}", "lambda: A", "lambda x, y=1: x", "A if N else B", "not A", "-N", "A[0]", "A.upper()",
    "str(A)", "(VERSION := A)", '(A := "9")', "(yield)", "*A", "A == B", "A and B", "A % B", '"%s" % A', "A * 2",
    '(lambda: (VERSION := "8"))', '[VERSION := "7", A]', "[x for x, in []]",
]
TARGETS = ["VERSION"] * 6 + [
    "A", "B", "N", "TAG", "(VERSION)", "VERSION, A", "A, VERSION", "[VERSION]", "[VERSION, A]", "(VERSION, A)", "VERSION,",
    "*VERSION, A", "D.VERSION", "VERSION.x", "ＶERSION", "(A, (VERSION, B))", "[(VERSION), A]",
]
STATEMENTS = [
    "pass", 'VERSION += "x"', 'A += "x"', "del VERSION", "del A", "import VERSION", "import os as VERSION",
    "from os import sep as VERSION", "from string import *", "global VERSION", "global A", '(VERSION := "5")',
    'len(VERSION := "6")', "VERSION == A", '"""VERSION = "9" """', "# VERSION = 3", "D.VERSION = 3", "assert A, B",
    "raise A from B", "return A", "type = A", "match = A", "match (A)", "match[A]", "case = A", "type VERSION = A",
    "import os, sys", "from os import (path, sep,)", "A = VERSION", "x = [VERSION for VERSION in A]", 'f(VERSION="3")',
    "break", "x: int", "VERSION: str", "print A", "1if A else 2", "0x1for x in A", "A;", "@A",
]
HEADS = [
    "if A:", "if 0:", "else:", "elif A:", 'for VERSION in ("1",):', 'for A in "x":', "for x, in []:", "while 0:", "try:",
    "except ValueError as VERSION:", "finally:", "with A as VERSION:", "with (D as VERSION):", "def VERSION():", "def f():",
    'def f(x=(VERSION := "4")):', "class C:", "class VERSION:", "async def f():", "match A:", "case VERSION:", "case _:",
    "def f(VERSION):", "if lambda: 1:", "if A == {1: 2}:", "while (VERSION := A) and 0:", "def f[T](x: T) -> str:",
]
PATTERNS = [
    "VERSION", '"1"', "[VERSION]", '{"x": VERSION}', "_", '("a" | "b") as VERSION', "D.VERSION", "D(VERSION=3)",
    "D(x=VERSION)", "*VERSION,", "VERSION, 3", "{**VERSION}", "(VERSION)", "_ if (VERSION := A)", "_ if VERSION else 2",
]
PIECES = STRINGS + """VERSION = A B " ' \""" ( ) [ ] { } : := , . # + - * f" {{ }} if else for in lambda def class import
from as 1 2.0 0x 1e5 ... -> == != ! \\ é € $ ? ` global with try match case not and async await yield @ | r b return pass ; del
is except""".split() + ["\n", "\n  ", "\n\t", "\\\n", " ", "\r", "\r\n", "\f"]


class Modules:
    """Makes up modules; one seed, one sequence."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.one = self.random.choice

    def chance(self, share):
        return self.random.random() < share

    def expression(self, depth=0):
        if depth > 3 or self.chance(0.5):
            return self.one(STRINGS)
        sort = self.random.random()
        if sort < 0.4:
            return self.one(ATOMS)
        if sort < 0.65:
            return self.expression(depth + 1) + self.one([" + ", "+", " +\\\n"]) + self.expression(depth + 1)
        if sort < 0.85:
            return f"({self.one(['', chr(10), '# c' + chr(10)])}{self.expression(depth + 1)}{self.one(['', chr(10), ','])})"
        return self.expression(depth + 1) + " " + self.one(STRINGS)

    def assignment(self):
        sort = self.random.random()
        if sort < 0.6:
            return self.one(TARGETS) + self.one([" = ", "=", " = TAG = ", " = A = "]) + self.expression()
        if sort < 0.75:
            return self.one(["VERSION", "A", "(VERSION)"]) + ": str = " + self.expression()
        return self.one(TARGETS) + " = " + self.one(["{}, {}", "[{}, {}]", "({}, {},)"]).format(self.expression(), self.expression())

    def line(self):
        return self.assignment() if self.chance(0.6) else self.one(STATEMENTS)

    def block(self, indent="", depth=0):
        for _ in range(self.random.randint(1, 3 if depth else 5)):
            if self.chance(0.1):
                yield self.one(["", "   ", "\f", "# VERSION = 1", "\\\n"])
            if depth > 3 or self.chance(0.75):
                yield indent + self.line() + self.one(["", "", "; " + self.line(), "  # c", ";"])
                continue
            head = self.one(HEADS)
            if self.chance(0.3):
                yield f"{indent}{head} {self.line()}"
                continue
            yield indent + head
            yield from self.block(indent + self.one(["  ", "\t", "    "]), depth + 1)
            if head == "try:":
                yield indent + "except Exception: pass"

    def value(self):
        return PREAMBLE + "VERSION = " + self.expression()

    def values(self):
        return PREAMBLE + "".join(self.assignment() + "\n" for _ in range(3))

    def statements(self):
        return PREAMBLE + "\n".join(self.block())

    def matches(self):
        return f"{PREAMBLE}match A:\n  case {self.one(PATTERNS)}: pass\n{self.line()}\n"

    def soup(self):
        pieces = [self.one(PIECES) + self.one(["", " "]) for _ in range(self.random.randint(1, 12))]
        return PREAMBLE + self.one(["", "VERSION = "]) + "".join(pieces)

    def slips(self):
        text = list(self.statements())
        for _ in range(self.random.randint(1, 3)):
            at = self.random.randrange(len(text))
            text[at : at + self.one([0, 1])] = self.one(["", self.one(PIECES)])
        return "".join(text)

    def any(self, sort):
        text = getattr(self, sort)()
        return text.replace("\n", "\r\n") if "\r" not in text and self.chance(0.1) else text


def verdict(module, kinds, found):
    """How the reader's answer and CPython's go together; begins with WRONG where they do not."""
    try:
        code = compile(module.encode("utf-8"), "container.py", "exec")
    except (SyntaxError, ValueError):
        return "Python rejects it, " + ("so does the reader" if "SYNTAX" in kinds else "the reader does not")
    if "SYNTAX" in kinds:
        return "WRONG: Python accepts it"
    namespace = {"__name__": "container"}
    try:
        exec(code, namespace)
    except BaseException:
        return "does not run to its end"
    version = namespace.get("VERSION", KeyError)
    if kinds == "-":
        return "the same value" if version == found else f"WRONG: VERSION is {version!r}"
    if kinds == "ABSENT":
        return "absent" if version is KeyError else f"WRONG: VERSION is {version!r}"
    if kinds == "EMPTY" and isinstance(version, str) and not version.strip():
        return "empty"
    if kinds == "SHAPE" and not isinstance(version, str):
        return "no string"
    return "a problem in one of several places" if "SHAPE" in kinds or "EMPTY" in kinds else kinds.lower()


def main():
    warnings.simplefilter("ignore")
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    reader, modules, wrong = Reader(), Modules(seed), 0
    for sort in ("value", "values", "statements", "matches", "soup", "slips"):
        counts = collections.Counter()
        for _ in range(number):
            module = modules.any(sort)
            kinds, found = reader.read(module)
            answer = verdict(module, kinds, found)
            counts[answer.split(":")[0]] += 1
            if answer.startswith("WRONG"):
                wrong += 1
                print(f"{answer}\n  module {module!r}\n  reader {kinds} {found!r}")
        print(f"{sort}: " + ", ".join(f"{count} {answer}" for answer, count in sorted(counts.items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
