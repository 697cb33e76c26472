#!/usr/bin/env python3
"""Holds the reader against the Python files of this machine.

    mvn -pl enforcer-rule compile
    python3 it/checks/python/corpus.py [folder ...]     (default: this Python's standard library)

1. A file that CPython compiles must not be SYNTAX for the reader.
2. In every file, each name that is bound once, at module level, to a string literal is renamed to
   VERSION (whole tokens only): the reader must give that string. The same for names bound to
   something else: the reader may give a value only where Python gives the same one.

Prints what differs and a table of counts; exit status 1 where anything differs.
"""

import ast
import collections
import io
import pathlib
import sys
import sysconfig
import tokenize
import warnings

from judge import Reader

AT_MOST = 40  # names a file


def module_constants(tree):
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target, value = statement.targets[0], statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            target, value = statement.target, statement.value
        else:
            continue
        if isinstance(target, ast.Name):
            yield target.id, value


def bindings(tree):
    """How often each name is bound anywhere, roughly: more is safe, it only leaves a name out."""
    count = collections.Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            count[node.id] += 1
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            count[node.name] += 1
        elif isinstance(node, ast.alias):
            count[node.asname or node.name.split(".")[0]] += 1
        elif isinstance(node, ast.Global):
            count.update(node.names)
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            count[node.name] += 1
    return count


def renamed(text, tokens, name):
    lines = io.StringIO(text).readlines()
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    parts, last = [], 0
    for token in tokens:
        if token.type == tokenize.NAME and token.string == name:
            start = offsets[token.start[0] - 1] + token.start[1]
            parts += [text[last:start], "VERSION"]
            last = start + len(name)
    return "".join(parts) + text[last:]


def constant(tree, value):
    """The value of an expression, from the constants above it alone."""
    names = {}
    for name, expression in module_constants(tree):
        code = compile(ast.Expression(expression), "constant", "eval")
        allowed = (ast.Constant, ast.BinOp, ast.Add, ast.Name, ast.Load, ast.JoinedStr, ast.FormattedValue)
        if all(isinstance(node, allowed) for node in ast.walk(expression)):
            try:
                names[name] = eval(code, {"__builtins__": {}}, names)
            except Exception:
                pass
        if expression is value:
            return names.get(name)


def check_names(path, text, tree, reader, counts):
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    bound = bindings(tree)
    once = [(name, value) for name, value in module_constants(tree) if bound[name] == 1]
    for name, value in once[:AT_MOST]:
        kinds, found = reader.read(renamed(text, tokens, name))
        literal = isinstance(value, ast.Constant) and isinstance(value.value, str)
        unseen = any(reason in found for reason in ("may be replaced", "has an escape that is not read"))
        if literal and not (kinds == "UNKNOWN" and unseen):
            expected = value.value
            good = (kinds, found) == ("-", expected) or (kinds.startswith("EMPTY") and not expected.strip())
        elif kinds == "-":
            good = constant(tree, value) == found
        else:
            good = set(kinds.split(",")) <= {"UNKNOWN", "SHAPE"}
        sort = "a literal" if literal else "another expression"
        counts[f"names of {sort}, {'as Python' if good else 'WRONG'}: {kinds}"] += 1
        if not good:
            print(f"{path}: {name}: {kinds} {found!r}")


def main():
    warnings.simplefilter("ignore")
    folders = sys.argv[1:] or [sysconfig.get_paths()["stdlib"]]
    reader, counts = Reader(), collections.Counter()
    for path in sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.py")):
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            counts["files that are not UTF-8, left out"] += 1
            continue
        kinds, found = reader.read(text)
        try:
            tree = ast.parse(data)
        except (SyntaxError, ValueError):
            counts[f"files that Python rejects: {kinds}"] += 1
            continue
        except (RecursionError, MemoryError):
            counts["files that are too deep for Python, left out"] += 1
            continue
        counts[f"files that Python accepts{', WRONG' if 'SYNTAX' in kinds else ''}: {kinds}"] += 1
        if "SYNTAX" in kinds:
            print(f"{path}: {found}")
        elif kinds != "UNREADABLE" and "VERSION" not in text and "\r" not in text:
            check_names(path, text.removeprefix("\ufeff"), tree, reader, counts)
    for line, count in sorted(counts.items()):
        print(f"{count:8} {line}")
    return 1 if any("WRONG" in line for line in counts) or not counts else 0


if __name__ == "__main__":
    sys.exit(main())
