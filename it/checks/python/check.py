#!/usr/bin/env python3
"""Holds the table of the reader's tests against CPython itself.

    python3 it/checks/python/check.py

Every module of python-cases.tsv is compiled, and run in a namespace of its own where the table
says that the value is known, by the Python that runs this script. The modules are ours and do
nothing but assign; rows that need a newer Python than this one are skipped. A row whose name begins
with "not Python" must not compile, every other one must.

What CPython must say, for an answer of the table:

    =value      VERSION is that string
    EMPTY       VERSION is a string of nothing but white space
    SHAPE       VERSION is something else than a string
    ABSENT      there is no VERSION
    SYNTAX      nothing more
    CONFLICT    VERSION is a string in the end
    UNKNOWN     nothing more (what VERSION is depends on more than its text)
    UNREADABLE  nothing: we read no other encodings than UTF-8, and CPython does
"""

import pathlib
import re
import sys
import warnings

TABLE = pathlib.Path(__file__).parents[3] / "enforcer-rule/src/test/resources/python-cases.tsv"
ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)")
SIMPLE = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


def unescape(field):
    def plain(found):
        code = found.group(1)
        return SIMPLE[code] if len(code) == 1 else chr(int(code[1:], 16))

    return ESCAPE.sub(plain, field)


def rows():
    with TABLE.open(encoding="utf-8", newline="\n") as table:
        for line in table:
            if not line.startswith("#"):
                name, answer, module = line.rstrip("\n").split("\t")
                yield name, unescape(answer), unescape(module)


def compiled(module):
    try:
        return compile(module.encode("utf-8"), "container.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):  # ValueError: a NUL, before Python 3.12
        return None


def version(code):
    namespace = {"__name__": "container"}
    exec(code, namespace)
    return namespace.get("VERSION", KeyError)


def complaint(name, answer, module):
    """What is wrong with a row; empty where nothing is."""
    code = compiled(module)
    if name.startswith("not Python") or code is None:
        return "compiles" if code else "" if name.startswith("not Python") else "does not compile"
    if answer in ("UNKNOWN", "UNREADABLE"):
        return ""
    try:
        found = version(code)
    except Exception as error:
        return f"does not run: {error!r}"
    holds = {
        "EMPTY": isinstance(found, str) and not found.strip(),
        "SHAPE": not isinstance(found, str) and found is not KeyError,
        "ABSENT": found is KeyError,
        "CONFLICT": isinstance(found, str),
    }
    if answer.startswith("="):
        return "" if found == answer[1:] else f"VERSION is {found!r}"
    return "" if holds[answer] else f"VERSION is {found!r}"


def main():
    warnings.simplefilter("ignore")
    checked = skipped = failed = 0
    for name, answer, module in rows():
        since = re.search(r"\((\d+)\.(\d+)\)$", name)
        if since and sys.version_info < tuple(map(int, since.groups())):
            skipped += 1
            continue
        checked += 1
        wrong = complaint(name, answer, module)
        if wrong:
            failed += 1
            print(f"{name}: the table says {answer!r}, but: {wrong}")
    print(f"Python {sys.version.split()[0]}: {checked} rows checked, {skipped} skipped, {failed} wrong")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
